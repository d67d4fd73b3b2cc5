import { choiceOf, type Value } from '../value.ts';
import { readTextFile } from '../workspace/text-files.ts';
import type { World } from '../world.ts';
import { readDataFile } from './data-value.ts';
import { knownCall } from './known-calls.ts';
import { memberOf } from './members.ts';
import { pipedObject } from './piped.ts';

/**
 * A value as the function's own source shows it: a parameter becomes what its annotation or default says, and a member
 * is looked up again in what its object became. What stays unknown stays as it is.
 */
export function settleHead(world: World, value: Value, depth = 0): Value {
  if (depth > DEEPEST) return value;
  switch (value.kind) {
    case 'parameter': {
      const fallback = value.default && value.default.kind !== 'null' ? value.default : null;
      // A default that was made says with what; the annotation says only of which class.
      const known = fallback && isMade(fallback) ? fallback : (value.typed ?? fallback);
      return known ? settleHead(world, known, depth + 1) : value;
    }
    case 'member': {
      const object = settleHead(world, value.object, depth + 1);
      if (object === value.object && !OPEN.has(object.kind)) return value;
      const found = memberOf(world, object, value.name, value.place);
      const isSame = found.kind === 'member' && found.name === value.name && found.object === value.object;
      return isSame || (found.kind === 'member' && found.object === object) ? found : settleHead(world, found, depth + 1);
    }
    case 'choice': {
      // Choices inside of choices grow fast and say little.
      const options = value.options.slice(0, depth > 2 ? 2 : 8).map((option) => settleHead(world, option, depth + 1));
      const things = options.filter((option) => THINGS.has(option.kind));
      return choiceOf(things.length > 0 ? things : options, value.place);
    }
    case 'called': {
      const resolve = (one: Value): Value => settleHead(world, one, depth + 1);
      return (
        pipedObject(value, world.language(value.place.file), resolve) ??
        readDataFile(world, value.callee, value.arguments, value.place, resolve) ??
        value
      );
    }
    default:
      return value;
  }
}

const isMade = (value: Value): boolean => (value.kind === 'object' || value.kind === 'instance') && value.arguments !== null;

/** What a loop goes through, where that is a list kept in a member: `for client in self.clients`, also behind `enumerate`. */
export function settledIterable(world: World, value: Value): Value {
  if (value.kind === 'member') {
    const settled = settleHead(world, value);
    return settled.kind === 'list' ? settled : value;
  }
  const [first, ...rest] = value.kind === 'called' && value.callee.kind === 'external' ? value.arguments.positional : [];
  if (value.kind !== 'called' || first?.kind !== 'member') return value;
  const inner = settledIterable(world, first);
  return inner === first ? value : { ...value, arguments: { ...value.arguments, positional: [inner, ...rest] } };
}

/** Kinds whose members can be looked up. */
const OPEN = new Set<Value['kind']>(['instance', 'class', 'module', 'object', 'record', 'external', 'choice']);
/** Kinds that can be called or sent requests; where one is possible, an absent value beside it says nothing. */
const THINGS = new Set<Value['kind']>(['object', 'function', 'class', 'instance', 'external']);
const DEEPEST = 8;

/** Settles a value all the way down: what the reader of this file alone can know. */
export function settle(world: World, value: Value, depth = 0): Value {
  if (depth > DEEPEST * 2) return value;
  const again = (one: Value): Value => settle(world, one, depth + 1);
  switch (value.kind) {
    case 'parameter':
    case 'member': {
      const head = settleHead(world, value);
      return head === value ? value : again(head);
    }
    case 'choice':
      return choiceOf(value.options.map(again), value.place);
    case 'concat': {
      const parts = value.parts.map(again);
      return parts.every((part, at) => part === value.parts[at])
        ? value
        : { ...value, parts: parts.flatMap((part) => (part.kind === 'concat' ? part.parts : [part])) };
    }
    case 'record':
      return {
        ...value,
        entries: value.entries.map((entry) => ({ key: entry.key, value: again(entry.value) })),
        unknowns: value.unknowns.map(again),
      };
    case 'list':
      return { ...value, items: value.items.map((item) => ({ ...item, value: again(item.value) })) };
    case 'called':
      return settleCall(world, value, again);
    default:
      return value;
  }
}

/** A file whose path, or a template whose text, is known only from the object that holds it. */
function settleCall(world: World, value: Extract<Value, { kind: 'called' }>, again: (value: Value) => Value): Value {
  const { callee, arguments: given, place } = value;
  const resolve = (one: Value): Value => settleHead(world, one);
  const file = readTextFile(world, callee, given, place, resolve) ?? readDataFile(world, callee, given, place, resolve);
  if (file || callee.kind !== 'member') return file ?? value;
  const object = again(callee.object);
  if (object === callee.object || (object.kind !== 'text' && object.kind !== 'concat')) return value;
  return knownCall(world, { ...callee, object }, given, place) ?? value;
}
