/** A half-open stretch of text in UTF-16 code units, relative to the unit it stands in unless a name says otherwise. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a document; `span` is absolute, against the text before any edit of the same list. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** Applies edits that do not overlap; they may come in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let out = '';
  let at = 0;
  for (const edit of sorted) {
    out += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return out + text.slice(at);
}
