import type { CallRecord } from '../summary.ts';
import { type ClassValue, choiceOf, type FunctionValue, type InstanceValue, type Value } from '../value.ts';
import { basesOf } from '../values/bases.ts';
import type { Files } from '../workspace/files.ts';
import { isStandIn, isTestFile } from '../workspace/test-files.ts';
import { functionKey, type World } from '../world.ts';
import { writtenOut } from './makers.ts';

/** What the workspace's classes make of a member that their base leaves open: a method, or a client that each makes for itself. */
export function implementedBy(world: World, base: ClassValue, name: string): Value | null {
  const subclasses = world.subclasses(base).filter((of) => !isTestFile(of.file) && !isStandIn(of.node.name));
  const clients = subclasses.flatMap((of) => {
    const value = world.attribute(of, name);
    return value && (value.kind === 'choice' ? value.options : [value]).every(isClient) ? [value] : [];
  });
  return methodOf(world, base, subclasses, name) ?? (clients.length > 0 ? choiceOf(clients, base.place) : null);
}

const isClient = (value: Value): boolean => value.kind === 'object' || value.kind === 'instance';

/** Of several that mostly ask a model, the first that does stands for all; with what request, only a caller could tell. */
function methodOf(world: World, base: ClassValue, subclasses: readonly ClassValue[], name: string): Value | null {
  const instance: InstanceValue = { kind: 'instance', of: base, arguments: null, place: base.place };
  const found = new Map<string, FunctionValue>();
  for (const of of subclasses) {
    const value = world.attribute(of, name);
    if (value?.kind !== 'function' || found.has(functionKey(value))) continue;
    found.set(functionKey(value), { ...value, receiver: { kind: 'instance', of, arguments: null, place: base.place } });
  }
  for (const value of writtenOut(world, instance, name)) if (!found.has(functionKey(value))) found.set(functionKey(value), value);
  const all = [...found.values()];
  const [only] = all;
  if (all.length <= 1) return only ?? null;
  if (all.length > MOST_IMPLEMENTERS) return null;
  const asking = all.filter((one) => world.leadsToModel(one.file, one.unit) && world.summary(one).calls.some(isRequest));
  const [first] = asking;
  return first && asking.length * 2 > all.length ? { ...first, isOneOfSeveral: true } : null;
}

/** What calling it means for its caller: of a method that stands for several, that a model is asked, but not how often or with what. */
export function callsOf(callee: FunctionValue, calls: readonly CallRecord[]): readonly CallRecord[] {
  return callee.isOneOfSeveral ? calls.filter(isRequest).slice(0, 1) : calls;
}

const isRequest = (call: CallRecord): boolean => call.spending.operation === 'generate' && !call.pending;

/** An object that is called like a function is its `__call__`, or what its framework calls from there: `forward` of DSPy's modules. */
export function calledObject(world: World, head: Value): Value {
  if (head.kind !== 'instance') return head;
  const methods = ['__call__', 'forward'].map((name) => world.instanceMember(head, name, head.place));
  return methods.find((one) => one?.kind === 'function') ?? head;
}

/** A base with more is no interface to a model. */
const MOST_IMPLEMENTERS = 24;

/** Classes that name this one as a base, and those that name them. */
export function subclassesOf(world: World, files: Files, of: ClassValue): readonly ClassValue[] {
  const { name } = of.node;
  if (!name) return [];
  const direct = files.classesOn(name).flatMap(({ file, unit }): ClassValue[] => {
    const node = files.unit(file, unit)?.statement;
    if (node?.kind !== 'class') return [];
    const value: ClassValue = { kind: 'class', file, unit, node, place: { file, unit, span: node.span } };
    return basesOf(world, value).some((base) => base.kind === 'class' && base.file === of.file && base.unit === of.unit) ? [value] : [];
  });
  return [...direct, ...direct.flatMap((one) => world.subclasses(one))];
}
