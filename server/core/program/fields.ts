import type { Spending } from '../sdks/sdk.ts';
import { valueAt } from './members.ts';
import type { CallArguments, RecordValue, Value } from './value.ts';
import type { World } from './world.ts';

/** The request's fields of a call, wherever its language puts them, as one record. */
export function fieldsOf(spending: Spending, given: CallArguments, isPython: boolean): RecordValue {
  const entries = given.named.map((one) => ({ key: one.name, value: one.value }));
  const unknowns = [...given.unknowns];
  for (const [at, value] of given.positional.entries()) {
    const name = spending.positional[at];
    if (name) entries.push({ key: name, value });
    if (!isPython && at === spending.fields.javascript && (name === undefined || name === '')) {
      const records = recordsIn(value);
      for (const record of records) {
        entries.push(...record.entries);
        unknowns.push(...record.unknowns);
      }
      if (records.length === 0) unknowns.push(value);
    }
  }
  return { kind: 'record', entries, unknowns, place: given.positional[0]?.place ?? given.named[0]?.place ?? NOWHERE };
}

function recordsIn(value: Value): readonly RecordValue[] {
  if (value.kind === 'record') return [value];
  // `parts` of one request that differ by case: all their fields are possible.
  if (value.kind === 'choice') return value.options.flatMap(recordsIn);
  return [];
}

/**
 * The value of the first path that leads anywhere: `a.b` in the fields, `0.a` in a positional argument, `this.a` in the
 * arguments that made the receiver.
 */
export function slotValue(world: World, paths: readonly string[] | undefined, fields: RecordValue, given: CallArguments, receiver: Value | null): Value | null {
  for (const path of paths ?? []) {
    const names = path.split('.');
    const [head = '', ...rest] = names;
    const found = head === 'this' ? fromReceiver(world, receiver, rest) : /^\d+$/.test(head) ? fromPosition(world, given, Number(head), rest) : valueAt(world, fields, names);
    if (found && found.kind !== 'null') return found;
  }
  return null;
}

function fromReceiver(world: World, receiver: Value | null, path: readonly string[]): Value | null {
  for (let at: Value | null = receiver; at?.kind === 'object'; at = at.from) {
    const found = valueAt(world, at, path);
    if (found) return found;
  }
  return null;
}

function fromPosition(world: World, given: CallArguments, index: number, path: readonly string[]): Value | null {
  const value = given.positional[index];
  return value ? valueAt(world, value, path) : null;
}

const NOWHERE = { file: '', unit: '', span: { start: 0, end: 0 } };
