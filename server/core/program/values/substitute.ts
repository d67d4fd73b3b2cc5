import {
  type CallArguments,
  type Closure,
  choiceOf,
  concatOf,
  type FunctionValue,
  type HoleValue,
  hole,
  type ListItem,
  type ParameterValue,
  type Value,
} from '../value.ts';
import { functionKey, type World } from '../world.ts';
import { knownCall } from './known-calls.ts';
import { memberOf } from './members.ts';
import { madeFrom } from './taint.ts';

/** What takes the place of a parameter; null leaves it as it is. */
export type Fill = (parameter: ParameterValue) => Value | null;

/** The arguments of a call as fillings of the callee's parameters. */
export function fillOf(callee: FunctionValue, given: CallArguments, isBound: boolean): Fill {
  const owner = functionKey(callee);
  const filled = new Map<string, Value>();
  const all: CallArguments = callee.given
    ? {
        positional: [...callee.given.positional, ...given.positional],
        named: [...callee.given.named, ...given.named],
        unknowns: [...callee.given.unknowns, ...given.unknowns],
      }
    : given;
  const takesReceiver = isBound && namesReceiver(callee);
  let next = 0;
  for (const [at, parameter] of callee.node.parameters.entries()) {
    const name = parameter.target.kind === 'name' ? parameter.target.name : `(${at})`;
    if (at === 0 && takesReceiver && callee.receiver && parameter.kind === 'positional') {
      filled.set(name, callee.receiver);
      continue;
    }
    const named = all.named.find((one) => one.name === name)?.value;
    if (parameter.kind === 'rest')
      filled.set(name, {
        kind: 'list',
        items: all.positional.slice(next).map((value) => ({ value, count: 'one' as const })),
        place: callee.place,
      });
    else if (parameter.kind === 'named-rest') {
      const taken = new Set(callee.node.parameters.flatMap((one) => (one.target.kind === 'name' ? [one.target.name] : [])));
      filled.set(name, {
        kind: 'record',
        entries: all.named.filter((one) => !taken.has(one.name)).map((one) => ({ key: one.name, value: one.value })),
        unknowns: all.unknowns,
        place: callee.place,
      });
    } else if (named) filled.set(name, named);
    else if (parameter.kind === 'positional') {
      const value = all.positional[next++];
      if (value) filled.set(name, value);
    }
  }
  const isOpen = all.unknowns.length > 0;
  return (parameter) => {
    if (parameter.owner !== owner) return null;
    const value = filled.get(parameter.name);
    if (value) return value;
    if (parameter.name === 'this' && callee.receiver) return callee.receiver;
    if (isOpen) return hole(parameter.name, 'may be given by a spread', parameter.place);
    return parameter.default ?? hole(parameter.name, 'not given by the caller', parameter.place);
  };
}

/** Python's methods take the object before the dot as their first parameter, unless they are static. */
const namesReceiver = (callee: FunctionValue): boolean =>
  /\.(?:pyw?|ipynb)$/.test(callee.file) && !callee.node.decorators.some((one) => one.kind === 'name' && one.name === 'staticmethod');

/** Puts values in the place of parameters; what does not mention one is the same object. */
export function substitute(world: World, value: Value, fill: Fill, depth = 0): Value {
  if (depth > DEEPEST || value.kind === 'text' || value.kind === 'number') return value;
  let done = replaced.get(fill);
  if (!done) {
    done = new Map();
    replaced.set(fill, done);
  }
  const known = done.get(value);
  if (known) return known;
  const result = replace(world, value, fill, depth);
  done.set(value, result);
  return result;
}

/** Values share their parts: each is replaced once for a set of arguments, else the work would grow with every way to it. */
const replaced = new WeakMap<Fill, Map<Value, Value>>();

function replace(world: World, value: Value, fill: Fill, depth: number): Value {
  const again = (one: Value): Value => substitute(world, one, fill, depth + 1);
  switch (value.kind) {
    case 'parameter':
      return fill(value) ?? value;
    case 'hole':
      return refilled(value, again);
    case 'concat': {
      const parts = mapSame(value.parts, again);
      return parts === value.parts ? value : concatOf(parts, value.place);
    }
    case 'choice': {
      const options = mapSame(value.options, again);
      return options === value.options ? value : choiceOf(options, value.place);
    }
    case 'record': {
      const entries = mapSame(value.entries, (entry) => {
        const inner = again(entry.value);
        return inner === entry.value ? entry : { ...entry, value: inner };
      });
      const unknowns = mapSame(value.unknowns, again);
      if (entries === value.entries && unknowns === value.unknowns) return value;
      return openRecord({ ...value, entries, unknowns });
    }
    case 'list': {
      const items = mapSame(value.items, (item) => {
        const inner = again(item.value);
        return inner === item.value ? item : { ...item, value: inner };
      });
      if (items === value.items) return value;
      // A spread of a parameter that turned out to be a list.
      return {
        ...value,
        items: items.flatMap((item) =>
          item.count === 'many' && item.value.kind === 'list' ? item.value.items.map((one) => ({ ...one, ...growthOf(item) })) : [item],
        ),
      };
    }
    case 'member': {
      const object = again(value.object);
      return object === value.object ? value : memberOf(world, object, value.name, value.place);
    }
    case 'object': {
      const made = value.arguments ? substituteArguments(world, value.arguments, fill, depth + 1) : null;
      const from = value.from ? again(value.from) : null;
      return made === value.arguments && from === value.from ? value : { ...value, arguments: made, from };
    }
    case 'instance': {
      const made = value.arguments ? substituteArguments(world, value.arguments, fill, depth + 1) : null;
      return made === value.arguments ? value : { ...value, arguments: made };
    }
    case 'function': {
      const receiver = value.receiver ? again(value.receiver) : null;
      const { closure } = value;
      if (closure) return { ...value, receiver, closure: filledClosure(world, closure, fill) };
      return receiver === value.receiver ? value : { ...value, receiver };
    }
    case 'called': {
      const callee = again(value.callee);
      const given = substituteArguments(world, value.arguments, fill, depth + 1);
      if (callee === value.callee && given === value.arguments) return value;
      return knownCall(world, callee, given, value.place) ?? { ...value, callee, arguments: given };
    }
    default:
      return value;
  }
}

/** What was made from parameters is made from what those are given. */
function refilled(value: HoleValue, again: (one: Value) => Value): HoleValue {
  const before = value.parameters ?? noParameters;
  const sources = mapSame<Value>(before, again);
  if (sources === before) return value;
  const { parameters: _, ...made } = value;
  return madeFrom(made, sources);
}

const noParameters: readonly ParameterValue[] = [];

/** What a function sees around it, with values in the place of the parameters of the function that made it. */
function filledClosure(world: World, closure: Closure, fill: Fill): Closure {
  return {
    lookup(name) {
      const value = closure.lookup(name);
      return value && substitute(world, value, fill);
    },
  };
}

export function substituteArguments(world: World, given: CallArguments, fill: Fill, depth = 0): CallArguments {
  const positional = mapSame(given.positional, (one) => substitute(world, one, fill, depth));
  const named = mapSame(given.named, (one) => {
    const inner = substitute(world, one.value, fill, depth);
    return inner === one.value ? one : { ...one, value: inner };
  });
  const unknowns = mapSame(given.unknowns, (one) => substitute(world, one, fill, depth));
  if (positional === given.positional && named === given.named && unknowns === given.unknowns) return given;
  const known = unknowns.flatMap((one) =>
    one.kind === 'record' ? one.entries.map((entry) => ({ name: entry.key, value: entry.value, place: one.place })) : [],
  );
  const rest = unknowns.flatMap((one) => (one.kind === 'record' ? one.unknowns : [one]));
  return { positional, named: [...named, ...known], unknowns: rest };
}

/** A spread that turned out to be a record becomes its entries. */
function openRecord(record: Extract<Value, { kind: 'record' }>): Value {
  const known = record.unknowns.flatMap((one) => (one.kind === 'record' ? one.entries : []));
  if (known.length === 0 && !record.unknowns.some((one) => one.kind === 'record')) return record;
  const own = new Set(record.entries.map((entry) => entry.key));
  return {
    ...record,
    entries: [...known.filter((entry) => !own.has(entry.key)), ...record.entries],
    unknowns: record.unknowns.flatMap((one) => (one.kind === 'record' ? one.unknowns : [one])),
  };
}

function mapSame<Item>(list: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  let changed: Item[] | null = null;
  for (const [at, item] of list.entries()) {
    const next = change(item);
    if (next !== item) changed ??= list.slice(0, at);
    changed?.push(next);
  }
  return changed ?? list;
}

const growthOf = ({ grows }: ListItem): Pick<ListItem, 'grows'> => (grows ? { grows } : {});

const DEEPEST = 24;
