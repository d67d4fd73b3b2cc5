import type { Span } from '../../text/span.ts';

/** Text as the model gets it, with the way back to where each unit stands in the file. */
export interface MappedText {
  readonly text: string;
  /** From an index of `text` to an offset in the file; `text.length` maps to the end. */
  readonly offset: (index: number) => number;
}

/** A stretch of the file that is sent as it stands. */
export function verbatim(source: string, span: Span): MappedText {
  return { text: source.slice(span.start, span.end), offset: (index) => span.start + index };
}

/** Text whose units stand at the given offsets; `end` is where the last one ends. */
export function mapped(text: string, offsets: readonly number[], end: number): MappedText {
  return { text, offset: (index) => offsets[index] ?? end };
}

export const spanIn = (source: MappedText, start: number, end: number): Span => ({
  start: source.offset(start),
  end: end > start ? Math.max(source.offset(start), source.offset(end - 1) + 1) : source.offset(start),
});
