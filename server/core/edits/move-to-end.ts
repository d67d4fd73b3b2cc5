import type { Unit } from '../module/module.ts';
import { type Span, shift } from '../text/span.ts';
import { nodesAround } from './find-node.ts';
import { edit, type FixEdit, insertion } from './fragment.ts';
import { lineEnd, lineEndingOf, lineStart, nextLine, sliceOf } from './layout.ts';
import type { EditSyntax } from './syntax.ts';

/**
 * Moves what surrounds a place in a text literal to the literal's end: its line, or its sentence where the literal has
 * one line. Both ends of the move are in the same literal, so quotes and escapes stay right.
 */
export function moveToEnd(text: string, unit: Unit, offset: number, at: Span, syntax: EditSyntax): readonly FixEdit[] | null {
  const found = cutAround(text, unit, offset, at, syntax);
  if (found === null) return null;
  const { inside, cut, isMultiline } = found;
  const end = inside.start + sliceOf(text, inside).trimEnd().length;
  if (text.slice(cut.end, end).trim() === '') return null;
  const moved = sliceOf(text, cut);
  return [
    edit(cut, ''),
    insertion(end, isMultiline ? lineEndingOf(text) + moved.replace(/[\r\n]+$/, '') : separatorOf(text, inside) + trimEscaped(moved)),
  ];
}

/** The line (or, in a one-line text, the sentence) that holds a place, in absolute offsets, with the literal that it stands in. */
export interface Cut {
  readonly literal: Span;
  readonly inside: Span;
  readonly cut: Span;
  readonly isMultiline: boolean;
}

export function cutAround(text: string, unit: Unit, offset: number, at: Span, syntax: EditSyntax): Cut | null {
  for (const node of [...nodesAround(unit, at)].reverse()) {
    if (node.kind !== 'template' && node.kind !== 'text') continue;
    const literal = shift(node.span, offset);
    const inside = syntax.literalInside(text, literal);
    if (inside === null) continue;
    const hole = withBraces(text, shift(at, offset), inside);
    const isMultiline = /[\r\n]/.test(sliceOf(text, inside));
    return { literal, inside, isMultiline, cut: isMultiline ? linesAround(text, hole, inside) : sentenceAround(text, hole, inside) };
  }
  return null;
}

/** The span of a hole's expression, widened to `{…}` or `${…}` with a format behind it. */
function withBraces(text: string, span: Span, inside: Span): Span {
  const before = text.slice(inside.start, span.start);
  const open = before.lastIndexOf('{');
  if (open < 0 || before.slice(open + 1).trim() !== '') return span;
  const close = text.indexOf('}', span.end);
  const start = inside.start + open - (before[open - 1] === '$' ? 1 : 0);
  return close < 0 || close >= inside.end ? { start, end: span.end } : { start, end: close + 1 };
}

function linesAround(text: string, hole: Span, inside: Span): Span {
  return { start: Math.max(inside.start, lineStart(text, hole.start)), end: Math.min(inside.end, nextLine(text, lineEnd(text, hole.end))) };
}

function sentenceAround(text: string, hole: Span, inside: Span): Span {
  const before = text.slice(inside.start, hole.start);
  const start = [...before.matchAll(/\\n|[.!?] +/g)].at(-1);
  const behind = text.slice(hole.end, inside.end);
  const end = /(?:\\n)+|[.!?](?: +|(?:\\n)+)/.exec(behind);
  return {
    start: start === undefined ? inside.start : inside.start + start.index + start[0].length,
    end: end === null ? inside.end : hole.end + end.index + end[0].length,
  };
}

const separatorOf = (text: string, inside: Span): string => (sliceOf(text, inside).includes('\\n') ? '\\n' : ' ');
export const trimEscaped = (moved: string): string => moved.replace(/(?:\\n|\s)+$/, '').replace(/^(?:\\n|\s)+/, '');
