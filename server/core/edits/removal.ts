import type { Span } from '../text/span.ts';
import { edit, type FixEdit } from './fragment.ts';
import { endsLine, lineEnd, lineStart, nextLine, sliceOf, startsLine } from './layout.ts';

/** Deletes a span with what it would leave behind: its comma, the blank before it, or its whole line. */
export function removal(text: string, span: Span): FixEdit {
  const withComma = { start: span.start, end: pastComma(text, span.end) };
  if (startsLine(text, span.start) && endsLine(text, withComma.end)) {
    return edit({ start: lineStart(text, span.start), end: nextLine(text, lineEnd(text, withComma.end)) }, '');
  }
  if (withComma.end > span.end) return edit({ start: span.start, end: pastBlanks(text, withComma.end) }, '');
  return edit({ start: beforeCommaAndBlanks(text, span), end: span.end }, '');
}

function pastComma(text: string, at: number): number {
  const comma = pastBlanks(text, at);
  return text[comma] === ',' ? comma + 1 : at;
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** The last of a list takes the comma before it; a comment at the end of a line takes only the blanks. */
function beforeCommaAndBlanks(text: string, span: Span): number {
  const before = sliceOf(text, { start: lineStart(text, span.start), end: span.start });
  const isComment = /^(?:#|\/[/*])/.test(text.slice(span.start));
  const match = (isComment ? /\s*$/ : /\s*,?\s*$/).exec(before);
  return span.start - (match?.[0].length ?? 0);
}
