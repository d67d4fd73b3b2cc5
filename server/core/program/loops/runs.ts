import type { BoundRow } from '../../sdks/sdk.ts';
import type { Loop } from '../call-site.ts';
import { boundOfVersion } from '../meaning/version-bounds.ts';
import type { CallRecord } from '../summary.ts';
import type { Value } from '../value.ts';
import { fieldsOf, slotGiven } from '../values/fields.ts';
import { settle, settleHead } from '../values/settle.ts';
import { nameOf } from '../values/texts.ts';
import type { World } from '../world.ts';

export interface RunBound {
  readonly bound: Loop['bound'];
  readonly boundBy: string;
  readonly max: number | null;
  readonly unit: Loop['maxUnit'];
}

/** What bounds a framework's own loop: the option that the call or the agent gives, else the SDK's default. */
export function boundOfRun(world: World, record: CallRecord): RunBound | null {
  const asked = record.spending.bound;
  if (!asked) return null;
  const version = world.version(record.place.file, record.sdk, asked.package ?? null);
  const row = boundOfVersion(asked, version);
  const isPython = world.language(record.place.file) === 'python';
  const receiver = record.receiver ? settleHead(world, record.receiver) : null;
  const fields = fieldsOf(record.spending, record.arguments, isPython);
  const given = row.limit.flatMap((path) => {
    const value = slotGiven(world, [path], fields, record.arguments, receiver);
    return value ? [{ path, value }] : [];
  });
  // What is left open literally yields to an option that says something.
  const limit = given.find(({ value }) => value.kind !== 'null') ?? given[0];
  if (limit) return boundFrom(row, settle(world, limit.value), limit.path);
  if (fields.unknowns.length > 0)
    return { bound: 'unknown', boundBy: nameOf(fields.unknowns[0] ?? fields) || 'options', max: null, unit: row.unit };
  return row.isOpen ? { bound: 'unknown', boundBy: row.note, max: null, unit: row.unit } : byDefault(row);
}

/** What the value of the limit at a path means; null where none is given. */
export function boundFrom(row: BoundRow, value: Value | null, path = row.limit[0] ?? 'limit'): RunBound {
  if (!value) return byDefault(row);
  const unit = row.unit;
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (value.kind === 'number') {
    if (value.value > 0 && Number.isInteger(value.value))
      return { bound: 'bounded', boundBy: `${name} ${value.value}`, max: value.value, unit };
    if (!Number.isFinite(value.value) || row.zero === 'none')
      return { bound: 'unbounded', boundBy: `${name} ${value.value} means no limit`, max: null, unit };
    const max = row.zero === 'once' ? 1 : value.value;
    return row.zero === 'default' ? byDefault(row) : { bound: 'bounded', boundBy: `${name} ${value.value}`, max, unit };
  }
  if (value.kind === 'null')
    return row.null === 'default' ? byDefault(row) : { bound: 'unbounded', boundBy: `${name} is off`, max: null, unit };
  if (value.kind === 'list' && row.conditions)
    return ofConditions(
      row,
      value.items.map((item) => item.value),
      name,
    );
  if (isInfinite(value)) return { bound: 'unbounded', boundBy: `${name} is infinite`, max: null, unit };
  if (value.kind === 'called' && row.conditions) return ofConditions(row, alternatives(value), name);
  if (value.kind === 'choice') {
    const numbers = value.options.flatMap((option) => (option.kind === 'number' ? [option.value] : []));
    return {
      bound: 'bounded',
      boundBy: `${name} ${nameOf(value)}`.trim(),
      max: numbers.length === value.options.length ? Math.max(...numbers) : null,
      unit,
    };
  }
  // A variable: somebody set a limit, its number is not shown.
  return { bound: value.kind === 'function' ? 'unknown' : 'bounded', boundBy: `${name} ${nameOf(value)}`.trim(), max: null, unit };
}

/** `float("inf")`, `math.inf`, `sys.maxsize`, `Infinity`. */
function isInfinite(value: Value): boolean {
  if (value.kind === 'external')
    return /^((builtins|Number|math|numpy|np|sys)\.)?(Infinity|POSITIVE_INFINITY|MAX_SAFE_INTEGER|inf|maxsize)$/.test(
      [value.package, ...value.path].join('.').replace(/^builtins\.(?=\w+\.)/, ''),
    );
  const [first] = value.kind === 'called' ? value.arguments.positional : [];
  return (
    value.kind === 'called' &&
    value.callee.kind === 'external' &&
    value.callee.path.at(-1) === 'float' &&
    first?.kind === 'text' &&
    /^[+]?inf(inity)?$/i.test(first.text)
  );
}

/** `MaxMessageTermination(10) | TextMentionTermination("DONE")`: any of them ends it. */
function alternatives(value: Value): readonly Value[] {
  if (value.kind !== 'called' || value.callee.kind !== 'external' || value.callee.package !== 'operator' || value.callee.path[0] !== '|')
    return [value];
  return value.arguments.positional.flatMap(alternatives);
}

export const byDefault = (row: BoundRow): RunBound =>
  row.default === null
    ? { bound: 'unbounded', boundBy: row.note, max: null, unit: row.unit }
    : { bound: 'bounded', boundBy: row.note, max: row.default, unit: row.unit };

/** Stop conditions: any one that counts bounds the run; the model's word and an empty list do not. */
function ofConditions(row: BoundRow, values: readonly Value[], name: string): RunBound {
  let isUnknown = false;
  for (const value of values) {
    const callee = value.kind === 'called' ? value.callee : value;
    const condition = row.conditions?.find((one) => one.names.includes(nameOf(callee).split('.').at(-1) ?? ''));
    if (!condition) {
      isUnknown = true;
      continue;
    }
    const [first] = value.kind === 'called' ? value.arguments.positional : [];
    if (condition.means === 'bounded') return { bound: 'bounded', boundBy: nameOf(callee), max: null, unit: row.unit };
    if (condition.means !== 'first-argument') continue;
    if (first?.kind !== 'number')
      return { bound: 'bounded', boundBy: `${nameOf(callee)}(${first ? nameOf(first) : ''})`, max: null, unit: row.unit };
    if (first.value > 0 && Number.isInteger(first.value))
      return { bound: 'bounded', boundBy: `${nameOf(callee)}(${first.value})`, max: first.value, unit: row.unit };
  }
  return isUnknown
    ? { bound: 'unknown', boundBy: `${name} of its own`, max: null, unit: row.unit }
    : { bound: 'unbounded', boundBy: `${name} never stops it`, max: null, unit: row.unit };
}
