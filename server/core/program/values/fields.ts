import type { Spending } from '../../sdks/sdk.ts';
import { type CallArguments, choiceOf, type RecordValue, type Value } from '../value.ts';
import type { World } from '../world.ts';
import { valueAt } from './members.ts';
import { settleHead } from './settle.ts';

/** The request's fields of a call, wherever its language puts them, as one record. */
export function fieldsOf(spending: Spending, given: CallArguments, isPython: boolean): RecordValue {
  const entries = given.named.map((one) => ({ key: one.name, value: one.value }));
  const unknowns = [...given.unknowns];
  for (const [at, value] of given.positional.entries()) {
    const name = spending.positional[at]?.replace(/\|$/, '');
    const isEither = spending.positional[at]?.endsWith('|') === true && value.kind === 'record';
    if (name) entries.push({ key: name, value });
    if (isEither || (!isPython && at === spending.fields.javascript && (name === undefined || name === ''))) {
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
export function slotValue(
  world: World,
  paths: readonly string[] | undefined,
  fields: RecordValue,
  given: CallArguments,
  receiver: Value | null,
): Value | null {
  for (const path of paths ?? []) {
    const found = pathValue(world, path, fields, given, receiver);
    if (found && found.kind !== 'null') return found;
  }
  return null;
}

/** The same, where an absent value that stands there literally (`None`, `null`) says something too. */
export function slotGiven(
  world: World,
  paths: readonly string[],
  fields: RecordValue,
  given: CallArguments,
  receiver: Value | null,
): Value | null {
  const found = slotValue(world, paths, fields, given, receiver);
  return found ?? paths.map((path) => pathValue(world, path, fields, given, receiver)).find((one) => one !== null) ?? null;
}

function pathValue(world: World, path: string, fields: RecordValue, given: CallArguments, receiver: Value | null): Value | null {
  const [head = '', ...rest] = path.split('.');
  const start = head === 'this' ? receiver : /^\d+$/.test(head) ? (given.positional[Number(head)] ?? null) : fields;
  const names = head === 'this' || /^\d+$/.test(head) ? rest : [head, ...rest];
  if (head === 'this' && start?.kind !== 'object' && start?.kind !== 'instance') return null;
  return start ? stepDown(world, start, names) : null;
}

/** Goes down a path; of an object made by a method of another, what either was given counts. */
function stepDown(world: World, from: Value, names: readonly string[]): Value | null {
  const [name, ...rest] = names;
  if (name === undefined) return from;
  const value = from.kind === 'record' ? from : settleHead(world, from);
  if (value.kind === 'choice') {
    const found = value.options.flatMap((option) => stepDown(world, option, names) ?? []);
    return found.length > 0 ? choiceOf(found, value.place) : null;
  }
  for (let at: Value | null = value; at; at = at.kind === 'object' ? at.from : null) {
    const next = valueAt(world, at, [name]);
    const found = next ? stepDown(world, next, rest) : null;
    if (found) return found;
  }
  return null;
}

const NOWHERE = { file: '', unit: '', span: { start: 0, end: 0 } };
