import type { TextChange } from '../../server/core/api.ts';
import { below, pick, type Random } from './random.ts';

/** What people, tools and torn files leave behind. */
const pieces = [
  ...' \n\t()[]{}"\'`:=,.;#@*+-<>/\\|&!?$',
  '"""',
  "'''",
  '${',
  '{{',
  '}}',
  '{%',
  '/*',
  '*/',
  '//',
  '\r\n',
  '\r',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '\u0000',
  '😀',
  '\uD83D',
  '\uDE00',
  '中文',
  'x',
  'await ',
  'return ',
  'while True:\n    ',
  'while (true) {',
  'for (;;) ',
  'if x:\n',
  'else:',
  'def f():\n    ',
  'class A(A):\n    ',
  'class A extends A {',
  'function f() { return f(); }\n',
  'const f = (x) => f(x);\n',
  'lambda: ',
  '=> ',
  '...',
  '**',
  'self.',
  'this.',
  'import ',
  'from . import *\n',
  'max_tokens=-1, ',
  'max_tokens: 1e400, ',
  'model="", ',
  '# lineitem: ignore LI301\n',
  '// lineitem: ignore\n',
  '<system>',
  '---\n',
  '((((((((((((((((((((((((((((((((((((((((',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
  '{"a":'.repeat(40),
];

/** One change of a text. `others` are texts to take stretches from. */
export function randomEdit(random: Random, text: string, others: readonly string[]): TextChange {
  const start = below(random, text.length + 1);
  const length = (most: number): number => Math.min(text.length - start, below(random, most + 1));
  switch (below(random, 8)) {
    case 0:
    case 1:
      return { start, end: start, text: pick(random, pieces) };
    case 2:
      return { start, end: start + length(6), text: pick(random, pieces) };
    case 3:
      return { start, end: start + length(1), text: '' };
    case 4:
      return { start, end: start + length(400), text: '' };
    case 5:
      return { start, end: start, text: stretch(random, text) };
    case 6:
      return { start, end: start + length(40), text: stretch(random, pick(random, others)) };
    default:
      return { start, end: text.length, text: '' };
  }
}

function stretch(random: Random, text: string): string {
  const start = below(random, text.length + 1);
  return text.slice(start, start + below(random, 300));
}

export const changed = (text: string, { start, end, text: inserted }: TextChange): string =>
  text.slice(0, start) + inserted + text.slice(end);

/** The one change that makes `to` of `from`. */
export function difference(from: string, to: string): TextChange {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let common = 0;
  while (common < shorter - start && from.at(-1 - common) === to.at(-1 - common)) common++;
  return { start, end: from.length - common, text: to.slice(start, to.length - common) };
}
