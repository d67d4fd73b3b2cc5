import { isJson } from '../../text/is-json.ts';
/** Between texts of one part stands a value that the source does not show; no text holds this character. */
export const boundary = '\u0000';

/** What a text holds that costs tokens and says nothing to a model. */
export type Waste = 'indentation' | 'JSON' | 'table' | 'blank';

export interface Cleaned {
  readonly waste: Waste;
  readonly before: string;
  readonly after: string;
}

/** Each step works on what the one before left, so that nothing is counted twice. */
export function cleanText(text: string): readonly Cleaned[] {
  const steps: Cleaned[] = [];
  let now = text;
  for (const [waste, clean] of cleaners) {
    const after = clean(now);
    if (after !== now) steps.push({ waste, before: now, after });
    now = after;
  }
  return steps;
}

const cleaners: readonly (readonly [Waste, (text: string) => string])[] = [
  ['indentation', dedent],
  ['JSON', minifyJson],
  ['table', unpadTables],
  ['blank', withoutBlanks],
];

/**
 * The indentation that all lines share comes from the code around a literal. Where text stands right behind the quotes, a list
 * may well be meant to stand below it: then it takes more lines, and a deeper step.
 */
function dedent(text: string): string {
  const lines = text.split('\n');
  const isHeaded = /^\S/.test(lines[0] ?? '');
  const rest = isHeaded ? lines.slice(1) : lines;
  const full = rest.filter((line) => line.trim() !== '');
  const shared = Math.min(...full.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0));
  if (full.length < (isHeaded ? 6 : 3) || shared < (isHeaded ? 4 : 2) || !Number.isFinite(shared)) return text;
  const cut = rest.map((line) => (line.trim() === '' ? line.trimStart() : line.slice(shared)));
  return (isHeaded ? [lines[0], ...cut] : cut).join('\n');
}

/** JSON over several lines that starts on a line of its own. */
function minifyJson(text: string): string {
  let out = '';
  let from = 0;
  for (const match of text.matchAll(/(?<=^|\n)[ \t]*([[{])[ \t]*\n/g)) {
    const start = match.index + match[0].indexOf(match[1] ?? '{');
    if (start < from) continue;
    const end = jsonEnd(text, start);
    if (end === null || !isJson(text.slice(start, end))) continue;
    out += text.slice(from, start) + minified(text.slice(start, end));
    from = end;
  }
  return out + text.slice(from);
}

/** Past the bracket that closes the one at `start`; null where none does. */
function jsonEnd(text: string, start: number): number | null {
  let depth = 0;
  for (const token of text.slice(start).matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (token[0] === '{' || token[0] === '[') depth++;
    else if (token[0] === '}' || token[0] === ']') depth--;
    if (depth === 0) return start + token.index + token[0].length;
  }
  return null;
}

/** Numbers and keys stay as they are written. */
const minified = (json: string): string => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, text: string | undefined) => text ?? '');

/** Rows of a Markdown table, whose cells are filled up with blanks. */
function unpadTables(text: string): string {
  return text.replace(/^[ \t]*\|.*\|[ \t]*$/gm, (row) =>
    row
      .replace(/[ \t]{2,}(?=\|)/g, ' ')
      .replace(/\|[ \t]{2,}/g, '| ')
      .replace(/-{4,}/g, '---'),
  );
}

/** Blanks at the ends of lines, more than one empty line at once. The last line stays, as a closing quote may stand behind it. */
function withoutBlanks(text: string): string {
  return text.replace(/[ \t]+(?=\n)/g, '').replace(/\n{3,}/g, '\n\n');
}

/** Base64 of a file: long, in one piece, with all of its characters; not a hash, an id or a word. */
export function base64In(text: string): string | null {
  const found = /[A-Za-z0-9+/]{240,}={0,2}/.exec(text)?.[0] ?? null;
  return found !== null && /[a-z]/.test(found) && /[A-Z]/.test(found) && /[0-9]/.test(found) && new Set(found).size > 30 ? found : null;
}
