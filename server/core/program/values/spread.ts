import { choiceOf, hole, type Value } from '../value.ts';

/** A spread of a record is its entries; `...(condition && { … })` may be absent, so its fields are only possible. */
export function spreadInto(value: Value, known: { key: string; value: Value }[], unknowns: Value[]): void {
  if (value.kind === 'record') {
    known.push(...value.entries);
    unknowns.push(...value.unknowns);
  } else if (value.kind === 'choice') {
    const records = value.options.flatMap((option) => (option.kind === 'record' ? [option] : []));
    if (records.length === 0) unknowns.push(value);
    for (const record of records)
      for (const entry of record.entries) {
        const before = known.findLast((one) => one.key === entry.key)?.value;
        const absent: Value = before ?? hole(entry.key, 'only in some cases', value.place);
        known.push({ key: entry.key, value: choiceOf([entry.value, absent], value.place) });
      }
  } else if (value.kind !== 'null' && value.kind !== 'boolean') unknowns.push(value);
}
