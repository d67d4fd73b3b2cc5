import type { Place, Unit } from '../../module/module.ts';
import type { ClassStatement } from '../../module/statement.ts';
import { movedIn, pathOf } from '../loops/counters.ts';
import { trimmedIn } from '../loops/trims.ts';
import { madeObjectOfType } from '../meaning/made-types.ts';
import { type ClassValue, choiceOf, type FunctionValue, type InstanceValue, type Value } from '../value.ts';
import { basesOf } from '../values/bases.ts';
import { memberOf } from '../values/members.ts';
import { fillOf, substitute } from '../values/substitute.ts';
import { isAbstract } from '../workspace/abstract-methods.ts';
import { type FileIndex, functionOf, type IndexEntry } from '../workspace/file-index.ts';
import type { World } from '../world.ts';
import { bodyField, givenByOrder, typeField } from './class-fields.ts';
import type { Membership } from './read-function.ts';

type UnitOf = (file: string, id: string) => Unit | null;

/** The class that a unit is a member of, and how it is reached. */
export function membershipOf(index: FileIndex | null, unit: UnitOf, file: string, id: string): Membership | null {
  const entry = index?.entries.find((one) => one.id === id);
  if (!entry?.owner) return null;
  const of = classValue(unit, file, entry.owner);
  const statement = unit(file, id)?.statement;
  if (!of || !statement) return null;
  const role = statement.kind === 'function' ? statement.role : 'method';
  return { of, role: role === 'static' ? 'static' : role === 'class-method' ? 'class-method' : 'method' };
}

export function classValue(unit: UnitOf, file: string, id: string): ClassValue | null {
  const statement = unit(file, id)?.statement;
  return statement?.kind === 'class'
    ? { kind: 'class', file, unit: id, node: statement, place: { file, unit: id, span: statement.span } }
    : null;
}

/**
 * A member of a class: what its constructor gives it, else what stands in the class body, what other methods give it, what
 * its annotation says, and what its bases have. In terms of the constructor's parameters.
 */
export function attributeOf(world: World, index: FileIndex | null, unit: UnitOf, of: ClassValue, name: string): Value | null {
  const members = index?.members.get(of.unit) ?? nestedMembers(of.node);
  const own = members.filter((member) => member.name === name);
  const method = own.find((member) => member.kind === 'function');
  // What a class leaves to its subclasses is none of its own.
  if (method && isAbstract(unit(of.file, method.id)?.statement ?? null)) return null;
  if (method) return methodValue(world, unit, of, method);
  const place: Place = { file: of.file, unit: of.unit, span: of.node.span };
  const written = writtenBy(world, unit, of, members, name, place);
  if (written) return isCounted(written) && isCounter(unit, of, members, name) ? null : written;
  return fieldOf(world, unit, of, members, name) ?? typeField(world, of, name) ?? fromBases(world, index, unit, of, name, place);
}

/** Classes inside functions are seldom and small: their members are not followed. */
const nestedMembers = (_node: ClassStatement): readonly IndexEntry[] => [];

function methodValue(world: World, unit: UnitOf, of: ClassValue, member: IndexEntry): Value | null {
  const statement = unit(of.file, member.id)?.statement;
  const node = statement ? functionOf(statement) : null;
  if (!statement || !node) return null;
  const value: FunctionValue = {
    kind: 'function',
    file: of.file,
    unit: member.id,
    node,
    receiver: null,
    closure: null,
    given: null,
    place: { file: of.file, unit: member.id, span: statement.span },
  };
  return statement.kind === 'function' && statement.role === 'getter' ? world.summary(value).returns : value;
}

const CONSTRUCTORS = new Set(['__init__', 'constructor', '__post_init__', '__new__', 'setup']);

function writtenBy(world: World, unit: UnitOf, of: ClassValue, members: readonly IndexEntry[], name: string, place: Place): Value | null {
  const writers = members.filter((member) => member.writes.includes(name));
  const first = writers.filter((member) => CONSTRUCTORS.has(member.name ?? ''));
  const early = setBy(world, unit, of, first, name, place);
  const isKnown =
    early !== null && early.kind !== 'null' && !(early.kind === 'choice' && early.options.every((option) => option.kind === 'null'));
  const others = writers.filter((member) => !first.includes(member));
  const grown = others.some((member) => member.grows.includes(name));
  if (isKnown)
    return grown && early.kind === 'list'
      ? {
          ...early,
          items: [
            ...early.items,
            {
              value: { kind: 'hole', name, why: 'grows with each turn', stability: 'per-call', fromModel: true, place },
              count: 'many',
              grows: isTrimmed(unit, of, members, name) ? 'cut' : 'uncut',
            },
          ],
        }
      : early;
  const late = setBy(world, unit, of, others, name, place);
  return late ?? early;
}

/** Whether some method cuts the list down. */
function isTrimmed(unit: UnitOf, of: ClassValue, members: readonly IndexEntry[], name: string): boolean {
  return members.some((member) => {
    if (!member.writes.includes(name) && !member.grows.includes(name)) return false;
    const node = functionOf(unit(of.file, member.id)?.statement ?? null);
    if (!node || CONSTRUCTORS.has(member.name ?? '')) return false;
    const self = node.parameters[0]?.target.kind === 'name' ? node.parameters[0].target.name : 'this';
    const trimmed = trimmedIn(node.body);
    return trimmed.has(`${self}.${name}`) || trimmed.has(`this.${name}`);
  });
}

/** A number that other methods move is worth none. */
function isCounter(unit: UnitOf, of: ClassValue, members: readonly IndexEntry[], name: string): boolean {
  return members.some((member) => {
    if (!member.writes.includes(name) || CONSTRUCTORS.has(member.name ?? '')) return false;
    const node = functionOf(unit(of.file, member.id)?.statement ?? null);
    if (!node) return false;
    const self = node.parameters[0]?.target.kind === 'name' ? node.parameters[0].target.name : 'this';
    return movedIn(node.body, []).some(({ target, isLength }) => {
      const path = isLength ? null : pathOf(target);
      return path === `${self}.${name}` || path === `this.${name}`;
    });
  });
}

const isCounted = (value: Value): boolean => value.kind === 'number' || (value.kind === 'hole' && value.why === 'computed');

/** What stands in the class body. */
function fieldOf(world: World, unit: UnitOf, of: ClassValue, members: readonly IndexEntry[], name: string): Value | null {
  for (const member of members) {
    const statement = member.name === name ? unit(of.file, member.id)?.statement : null;
    if (statement?.kind !== 'assign') continue;
    const value = bodyField(world, of, name, member.id, statement);
    if (value) return value;
  }
  return null;
}

function setBy(world: World, unit: UnitOf, of: ClassValue, writers: readonly IndexEntry[], name: string, place: Place): Value | null {
  const values: Value[] = [];
  for (const writer of writers) {
    const value = methodValue(world, unit, of, writer);
    if (value?.kind !== 'function') continue;
    values.push(...world.summary(value).writes.flatMap((write) => (write.name === name && !write.grows ? [write.value] : [])));
  }
  return values.length > 0 ? choiceOf(values, place) : null;
}

function fromBases(world: World, index: FileIndex | null, unit: UnitOf, of: ClassValue, name: string, place: Place): Value | null {
  for (const base of basesOf(world, of)) {
    if (base.kind === 'class') {
      const found = world.attribute(base, name);
      if (found) return found.kind === 'function' ? found : throughBase(world, index, unit, of, base, found);
    }
    const object = madeObjectOfType(world, base, of.file, place);
    if (object) return memberOf(world, object, name, place);
  }
  return null;
}

/** What the base's constructor makes of it, with what the class's own constructor hands on in the place of parameters. */
function throughBase(world: World, index: FileIndex | null, unit: UnitOf, of: ClassValue, base: ClassValue, found: Value): Value {
  const own = index?.members.get(of.unit)?.find((member) => member.name === '__init__' || member.name === 'constructor');
  const initialiser = own ? methodValue(world, unit, of, own) : null;
  const given = initialiser?.kind === 'function' ? world.summary(initialiser).baseArguments : null;
  const inherited = given ? (world.attribute(base, '__init__') ?? world.attribute(base, 'constructor')) : null;
  if (!given || inherited?.kind !== 'function') return found;
  const receiver: Value = { kind: 'instance', of: base, arguments: null, place: found.place };
  return substitute(world, found, fillOf({ ...inherited, receiver }, given, true));
}

/** A member of an object, with what the object was made with in the place of its constructor's parameters. */
export function instanceMember(world: World, instance: InstanceValue, name: string, _place: Place): Value | null {
  const value = world.attribute(instance.of, name) ?? (instance.arguments ? null : world.implemented(instance.of, name));
  const made = instance.arguments;
  if (value?.kind === 'function') return value.receiver ? value : { ...value, receiver: instance };
  if (!made) return value;
  // Fields of dataclasses and models are given by name, or by their order.
  const given = made.named.find((one) => one.name === name)?.value ?? null;
  const initialiser = world.attribute(instance.of, '__init__') ?? world.attribute(instance.of, 'constructor');
  if (initialiser?.kind !== 'function') return given ?? givenByOrder(world, instance.of, made, name) ?? value;
  if (!value) return given;
  const { node } = instance.of;
  const asked = asking.get(node) ?? new Set();
  const key = `${instance.place.file}#${instance.place.unit}@${instance.place.span.start}.${name}`;
  // A member that is made from itself: of an object that was made from one made at the same place.
  if (asked.has(key)) return value;
  asking.set(node, asked.add(key));
  try {
    return substitute(world, value, fillOf({ ...initialiser, receiver: instance }, made, true));
  } finally {
    asked.delete(key);
  }
}

/** Members that are being worked out, by their class: emptied again by whoever filled it. */
const asking = new WeakMap<ClassStatement, Set<string>>();
