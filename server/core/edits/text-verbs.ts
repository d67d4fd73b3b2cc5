import type { Unit } from '../module/module.ts';
import { type Span, shift } from '../text/span.ts';
import { findCall } from './find-node.ts';
import { edit, type FixEdit } from './fragment.ts';
import { sliceOf } from './layout.ts';

/** A text as the source spells it, put in another's place. Null where it does not stand there in these characters: escapes, other line ends. */
export function replaceText(text: string, within: Span, find: string, replacement: string): FixEdit | null {
  const at = find === '' ? -1 : sliceOf(text, within).lastIndexOf(find);
  const start = within.start + at;
  return at < 0 ? null : edit({ start, end: start + find.length }, replacement);
}

/** From behind the last argument that stays to the end of the last one. */
export function cutArguments(unit: Unit, offset: number, span: Span, keep: number): readonly FixEdit[] | null {
  const given = findCall(unit, span)?.arguments ?? [];
  const kept = given.slice(0, keep);
  while (kept.length > 1 && kept.at(-1)?.value.kind === 'null') kept.pop();
  const [last, end] = [kept.at(-1), given.at(-1)];
  if (last === undefined || end === undefined || given.length <= keep) return null;
  return [edit(shift({ start: last.span.end, end: end.span.end }, offset), '')];
}
