import type { Span } from '../text/span.ts';

/** How a file is laid out, read from its own text, so that what we write looks like the lines around it. */

export function lineEndingOf(text: string): string {
  const at = text.search(/\r\n|\n|\r/);
  if (at < 0) return '\n';
  return text.startsWith('\r\n', at) ? '\r\n' : (text[at] ?? '\n');
}

/** Offset at which the line of `at` starts. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text[start - 1])) start--;
  return start;
}

/** Offset at which the line of `at` ends, before its line ending. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text[end])) end++;
  return end;
}

/** Offset of the line after the one of `at`. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** The white space that the line of `at` starts with. */
export function indentationAt(text: string, at: number): string {
  const start = lineStart(text, at);
  return /^[ \t\f]*/.exec(text.slice(start, lineEnd(text, at)))?.[0] ?? '';
}

/** Whether nothing but white space stands before `at` on its line. */
export function startsLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === '';
}

export function endsLine(text: string, at: number): boolean {
  return text.slice(at, lineEnd(text, at)).trim() === '';
}

/** One step of indentation as the file uses it. */
export function indentationStep(text: string, fallback: string): string {
  let smallest: string | null = null;
  for (const match of text.matchAll(/(?:^|[\r\n])([ \t]+)\S/g)) {
    const found = match[1] ?? '';
    if (found.startsWith('\t')) return '\t';
    // One space is the alignment of a block comment, not a step.
    if (found.length > 1 && (smallest === null || found.length < smallest.length)) smallest = found;
  }
  return smallest === null || smallest.length > 8 ? fallback : smallest;
}

/** Columns up to `at`, counting the white space that stands there. */
export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end);

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';
