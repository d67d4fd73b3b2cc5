import type { Place } from '../../module/module.ts';
import { sdkNamed } from '../../sdks/index.ts';
import { choiceOf, hole, holeOf, type Value } from '../value.ts';
import type { World } from '../world.ts';
import { optionOf } from './command-line.ts';
import { originOf } from './origin.ts';
import { fromModel, madeFrom } from './taint.ts';

/** `object.name` or `object["name"]`. */
export function memberOf(world: World, object: Value, name: string, place: Place): Value {
  switch (object.kind) {
    case 'record': {
      const entry = object.entries.findLast((one) => one.key === name);
      // A member of an enumeration whose values are dictionaries.
      if (!entry && name === 'value' && world.language(place.file) === 'python') return object;
      if (!entry && RECORD_METHODS.has(name)) return { kind: 'member', object, name, place };
      return (
        entry?.value ?? (object.unknowns.length > 0 ? { kind: 'member', object, name, place } : hole(name, 'not in the record', place))
      );
    }
    case 'module':
      return world.imported(object.file, '', name, place);
    case 'external':
      return { ...object, path: [...object.path, name], place };
    case 'object':
      return memberOfSdkObject(object, name, place);
    case 'response':
      return { ...object, path: [...object.path, name] };
    case 'instance':
      return world.instanceMember(object, name, place) ?? { kind: 'member', object, name, place };
    case 'class':
      return world.attribute(object, name) ?? { kind: 'member', object, name, place };
    case 'text':
      // A member of an enumeration of texts is told by its text alone.
      return name === 'value' ? object : { kind: 'member', object, name, place };
    case 'called':
    case 'member':
      return optionOf(world, object, name) ?? { kind: 'member', object, name, place };
    case 'choice':
      return choiceOf(
        object.options.map((option) => memberOf(world, option, name, place)),
        place,
      );
    default:
      return { kind: 'member', object, name, place };
  }
}

/** Python's dictionaries have these, whatever their keys. */
const RECORD_METHODS = new Set(['get', 'copy', 'items', 'keys', 'values', 'update', 'setdefault', 'pop']);

function memberOfSdkObject(object: Extract<Value, { kind: 'object' }>, name: string, place: Place): Value {
  const path = [...object.path, name];
  const row = sdkNamed(object.sdk)?.methods.find((one) => one.is && one.on === object.type && one.paths.includes(path.join('.')));
  if (row?.is) return { kind: 'object', sdk: object.sdk, type: row.is, arguments: object.arguments, from: object, path: [], place };
  return { ...object, path };
}

/** One element of what a loop goes through. */
export function elementOf(world: World, iterable: Value, name: string, place: Place): Value {
  if (fromModel(iterable)) return hole(name, 'taken from the model\u2019s answer', place, 'per-call', true);
  if (iterable.kind === 'list') {
    const [only] = iterable.items;
    if (only && iterable.items.length === 1) return only.value;
    const shapes = iterable.items.map((item) => item.value);
    const pairs = tuplesOf(shapes, name, place);
    if (pairs) return pairs;
    // A record's texts change with each pass, whatever else it holds.
    const any = shapes.every(isThing) ? anyOf(shapes, place) : null;
    if (any) return any;
  }
  if (iterable.kind === 'called' && iterable.callee.kind === 'external' && iterable.callee.path.at(-1) === 'enumerate') {
    const inner = iterable.arguments.positional[0];
    const element = inner ? elementOf(world, inner, name, place) : hole(name, 'an element of the loop', place, 'per-call');
    return {
      kind: 'list',
      items: [
        { value: hole('index', 'the position in the loop', place, 'per-call'), count: 'one' },
        { value: element, count: 'one' },
      ],
      place,
    };
  }
  const origin = originOf(iterable);
  const element = hole(name, 'changes with each pass of the loop', place, 'per-call');
  return madeFrom(holeOf(element, origin?.kind === 'retrieval' ? origin : null), [iterable]);
}

/** One of a few things, or of records that hold some, whichever; null for others, and where they are too many to tell. */
export function anyOf(values: readonly Value[], place: Place): Value | null {
  return values.length > 0 && values.length <= MOST_ELEMENTS && values.every((one) => isThing(one) || holdsThing(one))
    ? choiceOf(values, place)
    : null;
}

/** Of `[("fast", client), ("slow", other)]` each pass sees one pair: its things are told apart, its texts change. */
function tuplesOf(shapes: readonly Value[], name: string, place: Place): Value | null {
  const tuples = shapes.flatMap((one) => (one.kind === 'list' && one.items.every((item) => item.count === 'one') ? [one.items] : []));
  const [first] = tuples;
  if (!first || tuples.length !== shapes.length || tuples.length > MOST_ELEMENTS || tuples.some((one) => one.length !== first.length))
    return null;
  const items = first.map((_, at) => {
    const values = tuples.flatMap((one) => one[at]?.value ?? []);
    const value = values.every(isThing)
      ? choiceOf(values, place)
      : madeFrom(hole(name, 'changes with each pass of the loop', place, 'per-call'), values);
    return { value, count: 'one' as const };
  });
  return { kind: 'list', items, place };
}

/** Clients, agents and functions are told apart in a loop; texts that change with each pass are a hole. */
const isThing = (value: Value): boolean =>
  value.kind === 'object' || value.kind === 'function' || value.kind === 'instance' || value.kind === 'class';
const holdsThing = (value: Value): boolean => value.kind === 'record' && value.entries.some((entry) => isThing(entry.value));
const MOST_ELEMENTS = 8;

/** The value at a dotted path of records, SDK objects (the arguments that made them) and instances. */
export function valueAt(world: World, value: Value, path: readonly string[]): Value | null {
  let at: Value | null = value;
  for (const name of path) {
    if (!at) return null;
    at = step(world, at, name);
  }
  return at;
}

function step(world: World, value: Value, name: string): Value | null {
  if (value.kind === 'record') return value.entries.findLast((one) => one.key === name)?.value ?? null;
  if (value.kind === 'object') {
    const made = value.arguments;
    if (!made) return null;
    const index = Number(name);
    if (Number.isInteger(index)) return made.positional[index] ?? null;
    return made.named.find((one) => one.name === name)?.value ?? null;
  }
  if (value.kind === 'instance') return world.instanceMember(value, name, value.place);
  if (value.kind === 'list' && /^\d+$/.test(name)) return value.items[Number(name)]?.value ?? null;
  if (value.kind === 'choice') {
    const found = value.options.flatMap((option) => step(world, option, name) ?? []);
    return found.length > 0 ? choiceOf(found, value.place) : null;
  }
  return null;
}
