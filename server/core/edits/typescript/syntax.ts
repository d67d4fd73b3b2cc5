import type { Span } from '../../text/span.ts';
import type { EditSyntax, Quote } from '../syntax.ts';
import { boundTypescriptLoop } from './bound-loop.ts';
import { skipTypescriptComment } from './comments.ts';

export const typescriptSyntax: EditSyntax = {
  literals: { true: 'true', false: 'false', null: 'null' },
  lineComment: '//',
  indentation: '  ',
  usualQuote: "'",
  isRecordSpaced: true,
  key: (name: string, quote: Quote) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `${quote}${name}${quote}`),
  argument: null,
  skipComment: skipTypescriptComment,
  importLine: ({ source, name, isRequired, quote }) =>
    isRequired ? `const { ${name} } = require(${quote}${source}${quote});` : `import { ${name} } from ${quote}${source}${quote};`,
  boundLoop: boundTypescriptLoop,
  literalInside,
};

function literalInside(text: string, span: Span): Span | null {
  const quote = text[span.start];
  const isLiteral = (quote === '`' || quote === '"' || quote === "'") && span.end - span.start >= 2 && text[span.end - 1] === quote;
  return isLiteral ? { start: span.start + 1, end: span.end - 1 } : null;
}
