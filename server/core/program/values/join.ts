import { choiceOf, hole, type ListItem, type ListValue, type RecordValue, sameValue, type Value } from '../value.ts';

/**
 * What a name is worth where several ways through the code meet. A record or list that the ways only added to stays one
 * record or list, whose additions are possible; anything else is a choice.
 */
export function join(values: readonly Value[], place: Value['place']): Value {
  const [first, ...rest] = values;
  if (!first) return choiceOf(values, place);
  if (values.every((value) => value === first)) return first;
  if (first.kind === 'record' && rest.every((value) => isSameOrigin(first, value)))
    return joinRecords(
      values.filter((value) => value.kind === 'record'),
      first,
    );
  if (first.kind === 'list' && rest.every((value) => isSameOrigin(first, value)))
    return joinLists(
      values.filter((value) => value.kind === 'list'),
      first,
    );
  return choiceOf(values, place);
}

/** Both grew out of the literal at one place. */
const isSameOrigin = (a: Value, b: Value): boolean => a.kind === b.kind && sameValue(a.place, b.place);

function joinRecords(records: readonly RecordValue[], first: RecordValue): RecordValue {
  const keys = [...new Set(records.flatMap((record) => record.entries.map((entry) => entry.key)))];
  const entries = keys.map((key) => {
    const found = records.map((record) => record.entries.findLast((entry) => entry.key === key)?.value ?? null);
    const known = found.filter((value) => value !== null);
    const absent = found.includes(null) ? [hole(key, 'only in some cases', first.place)] : [];
    return { key, value: join([...known, ...absent], known[0]?.place ?? first.place) };
  });
  const unknowns: Value[] = [];
  for (const one of records.flatMap((record) => record.unknowns)) if (!unknowns.some((other) => sameValue(other, one))) unknowns.push(one);
  return { ...first, entries, unknowns };
}

/** What all ways have at the front is sent for sure, the rest only maybe. */
function joinLists(lists: readonly ListValue[], first: ListValue): ListValue {
  const shared: ListItem[] = [];
  for (const [at, item] of first.items.entries()) {
    if (!lists.every((list) => list.items[at] && sameValue(list.items[at], item))) break;
    shared.push(item);
  }
  const rest: ListItem[] = [];
  for (const item of lists.flatMap((list) => list.items.slice(shared.length)))
    if (!rest.some((other) => sameValue(other.value, item.value)))
      rest.push({ ...item, count: item.count === 'one' ? 'maybe' : item.count });
  return { ...first, items: [...shared, ...rest] };
}
