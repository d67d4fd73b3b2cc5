import type { EditSyntax } from './syntax.ts';

/** Where a search for a character ends: its offset, past comments, or null before `end`. */
export function findOutsideComments(
  text: string,
  character: string,
  from: number,
  end: number,
  syntax: Pick<EditSyntax, 'skipComment'>,
): number | null {
  let at = from;
  while (at < end) {
    const past = syntax.skipComment(text, at);
    if (past > at) at = past;
    else if (text[at] === character) return at;
    else at++;
  }
  return null;
}

/** Offset past white space and comments that stand on the same line as `from`. */
export function skipRestOfLine(text: string, from: number, syntax: Pick<EditSyntax, 'skipComment'>): number {
  let at = from;
  let end = from;
  for (;;) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    const past = syntax.skipComment(text, at);
    if (past === at || /[\r\n]/.test(text.slice(at, past))) return end;
    at = past;
    end = past;
  }
}

/** A name that the text doesn't use. */
export function unusedName(text: string, wanted: readonly string[]): string {
  const isUsed = (name: string): boolean => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text);
  const free = wanted.find((name) => !isUsed(name));
  if (free !== undefined) return free;
  const base = wanted[0] ?? 'step';
  let number = 2;
  while (isUsed(`${base}${number}`)) number++;
  return `${base}${number}`;
}
