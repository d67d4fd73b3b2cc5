import type { Span } from '../../text/span.ts';
import { fragment } from '../fragment.ts';
import type { EditSyntax, Quote } from '../syntax.ts';
import { boundPythonLoop } from './bound-loop.ts';
import { skipPythonComment } from './comments.ts';

export const pythonSyntax: EditSyntax = {
  literals: { true: 'True', false: 'False', null: 'None' },
  lineComment: '#',
  indentation: '    ',
  usualQuote: '"',
  isRecordSpaced: false,
  key: (name: string, quote: Quote) => `${quote}${name}${quote}`,
  argument: (name, value) => fragment`${name}=${value}`,
  skipComment: skipPythonComment,
  importLine: ({ source, name }) => `from ${source} import ${name}`,
  boundLoop: boundPythonLoop,
  literalInside,
};

function literalInside(text: string, span: Span): Span | null {
  const literal = text.slice(span.start, span.end);
  const opening = /^[a-zA-Z]{0,2}("""|'''|"|')/.exec(literal);
  const quotes = opening?.[1];
  if (opening === null || quotes === undefined || !literal.endsWith(quotes) || literal.length < opening[0].length + quotes.length)
    return null;
  const inside = literal.slice(opening[0].length, -quotes.length);
  // An unescaped quote of the same kind inside means adjacent literals, which only look like one.
  if (inside.replace(/\\[\s\S]/g, '').includes(quotes)) return null;
  return { start: span.start + opening[0].length, end: span.end - quotes.length };
}
