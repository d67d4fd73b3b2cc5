import { choiceOf, concatOf, type Growth, hole, holeOf, type ListItem, type ListValue, sameValue, type Value } from '../value.ts';
import { originOf } from './origin.ts';
import { madeFrom } from './taint.ts';

/**
 * What a name can be worth in any pass of a loop, from what it was before and after one pass. `trimmed` are the lists that the
 * loop cuts down.
 */
export function widen(before: Value, after: Value, name: string, trimmed: ReadonlySet<string>): Value {
  if (sameValue(before, after)) return before;
  const grows: Growth = trimmed.has(name) ? 'cut' : 'uncut';
  if (after.kind === 'list') {
    const grown = before.kind === 'list' ? widenList(before, after, grows) : widenGiven(before, after, grows);
    if (grown) return grown;
  }
  if (before.kind === 'number') return hole(name, 'counted in the loop', before.place, 'per-call');
  return widenText(before, after, name) ?? choiceOf([before, after], before.place);
}

function widenList(before: ListValue, after: ListValue, grows: Growth): ListValue {
  const isPrefix = before.items.every((item, at) => sameValue(item.value, after.items[at]?.value));
  const added = (items: readonly ListItem[]): readonly ListItem[] =>
    items.map((item) => ({ ...item, count: 'many' as const, grows: item.grows === 'cut' ? item.grows : grows }));
  if (isPrefix) return { ...before, items: [...before.items, ...added(after.items.slice(before.items.length))] };
  return { ...before, items: [...before.items.map((item) => ({ ...item, count: 'maybe' as const })), ...added(after.items)] };
}

/** A list that came from outside, and what the loop appends to it. */
function widenGiven(before: Value, after: ListValue, grows: Growth): ListValue | null {
  const [first, ...rest] = after.items;
  if (first?.count !== 'many' || !sameValue(first.value, before)) return null;
  const kept = isRing(before) ? 'cut' : grows;
  return { ...after, items: [{ ...first, grows: kept }, ...rest.map((item) => ({ ...item, count: 'many' as const, grows: kept }))] };
}

/** `deque(maxlen=20)` drops the oldest by itself. */
export const isRing = (value: Value): boolean =>
  value.kind === 'called' && value.arguments.named.some((one) => one.name === 'maxlen' && one.value.kind !== 'null');

/** `prompt += answer` */
function widenText(before: Value, after: Value, name: string): Value | null {
  if (before.kind !== 'text' && before.kind !== 'concat') return null;
  const head = before.kind === 'concat' ? before.parts : [before];
  const tail = after.kind === 'concat' ? after.parts : [after];
  if (tail.length <= head.length || !head.every((part, at) => sameValue(part, tail[at]))) return null;
  const added = tail.slice(head.length);
  const origin = originOf({ kind: 'list', items: added.map((value) => ({ value, count: 'many' })), place: before.place });
  const grown = holeOf(hole(name, 'grows in the loop', before.place, 'per-call'), origin);
  return concatOf([before, madeFrom(grown, added)], before.place);
}
