import { Edit as TreeEdit } from 'web-tree-sitter';

/** One replacement: `start` and `oldEnd` against the text before, `newEnd` against the text after. */
export interface Edit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * The one stretch that differs. A single edit is taken as it is told; several are each told against a text that we
 * never see, so what they leave behind is found by comparing.
 */
export function editBetween(before: string, after: string, edits: readonly Edit[] | undefined): Edit {
  const only = edits?.length === 1 ? edits[0] : undefined;
  return only !== undefined && fits(only, before, after) ? only : difference(before, after);
}

function fits({ start, oldEnd, newEnd }: Edit, before: string, after: string): boolean {
  const isInside = start >= 0 && start <= oldEnd && start <= newEnd && oldEnd <= before.length && newEnd <= after.length;
  return isInside && after.length - before.length === newEnd - oldEnd;
}

function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (isLowSurrogate(before, start) || isLowSurrogate(after, start)) start = Math.max(0, start - 1);
  let common = 0;
  while (common < shorter - start && before.charCodeAt(before.length - 1 - common) === after.charCodeAt(after.length - 1 - common))
    common++;
  if (common > 0 && isLowSurrogate(after, after.length - common)) common--;
  return { start, oldEnd: before.length - common, newEnd: after.length - common };
}

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** In the parser's terms: with rows, which end at line feeds and nothing else. */
export function toTreeEdit({ start, oldEnd, newEnd }: Edit, before: string, after: string): TreeEdit {
  const from = advance(after, { row: 0, column: 0 }, 0, start);
  return new TreeEdit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: from,
    oldEndPosition: advance(before, from, start, oldEnd),
    newEndPosition: advance(after, from, start, newEnd),
  });
}

interface Point {
  readonly row: number;
  readonly column: number;
}

function advance(text: string, point: Point, from: number, to: number): Point {
  let { row } = point;
  let lineStart = from - point.column;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: to - lineStart };
}
