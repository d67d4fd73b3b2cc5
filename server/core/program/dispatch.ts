import type { Statement } from '../module/statement.ts';
import { basesOf } from './bases.ts';
import type { Files } from './files.ts';
import { writtenOut } from './makers.ts';
import { isTestFile } from './test-files.ts';
import type { ClassValue, FunctionValue, InstanceValue, Value } from './value.ts';
import { functionKey, type World } from './world.ts';

/** A method that says nothing but that subclasses have it: `...`, `pass`, `raise NotImplementedError`, `abstract`. */
export function isAbstract(statement: Statement | null): boolean {
  if (statement?.kind !== 'function') return false;
  const { body, decorators } = statement.function;
  if (decorators.some((one) => (one.kind === 'name' || one.kind === 'member') && one.name === 'abstractmethod')) return true;
  const real = body.filter((one) => !(one.kind === 'expression' && SILENT.has(one.value.kind)));
  const [only] = real;
  if (real.length === 0)
    return statement.role === 'method' && body.some((one) => one.kind === 'expression' && one.value.kind === 'unknown');
  return real.length === 1 && only?.kind === 'throw' && only.value !== null && isNotImplemented(only.value);
}

const SILENT = new Set(['text', 'unknown', 'null']);

function isNotImplemented(thrown: NonNullable<Extract<Statement, { kind: 'throw' }>['value']>): boolean {
  if (thrown.kind === 'call') {
    const [first] = thrown.arguments;
    return (
      isNotImplemented(thrown.callee) ||
      (first?.value.kind === 'text' &&
        /not\s+(?:yet\s+)?(?:be\s+)?implement|must\s+(?:be\s+)?(?:override|implement)/i.test(first.value.text))
    );
  }
  return (thrown.kind === 'name' || thrown.kind === 'member') && /NotImplemented/.test(thrown.name);
}

/**
 * What the workspace's classes make of a method that their base leaves open. Of several that mostly ask a model, the first
 * that does stands for all; with what request, only a caller could tell.
 */
export function implementedBy(world: World, instance: InstanceValue, name: string): Value | null {
  if (instance.arguments) return null;
  const found = new Map<string, FunctionValue>();
  for (const of of world.subclasses(instance.of)) {
    const value = isTestFile(of.file) ? null : world.attribute(of, name);
    if (value?.kind !== 'function' || found.has(functionKey(value))) continue;
    found.set(functionKey(value), { ...value, receiver: { kind: 'instance', of, arguments: null, place: instance.place } });
  }
  for (const value of writtenOut(world, instance, name)) if (!found.has(functionKey(value))) found.set(functionKey(value), value);
  const all = [...found.values()];
  const [only] = all;
  if (all.length <= 1) return only ?? null;
  if (all.length > MOST_IMPLEMENTERS) return null;
  const asking = all.filter((one) => world.summary(one).calls.some((call) => call.spending.operation === 'generate' && !call.pending));
  const [first] = asking;
  return first && asking.length * 2 > all.length ? { ...first, isOneOfSeveral: true } : null;
}

/** An object that is called like a function is its `__call__`. */
export function calledObject(world: World, head: Value): Value {
  const method = head.kind === 'instance' ? world.instanceMember(head, '__call__', head.place) : null;
  return method?.kind === 'function' ? method : head;
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
