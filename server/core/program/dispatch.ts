import type { Statement } from '../module/statement.ts';
import { basesOf } from './bases.ts';
import type { Files } from './files.ts';
import type { ClassValue, InstanceValue, Value } from './value.ts';
import type { World } from './world.ts';

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

/** The one class of the workspace that has what its base leaves open. With several, only a caller can tell which is meant. */
export function implementedBy(world: World, instance: InstanceValue, name: string): Value | null {
  if (instance.arguments) return null;
  const found = world.subclasses(instance.of).flatMap((of): Value[] => {
    const value = world.attribute(of, name);
    return value?.kind === 'function' ? [{ ...value, receiver: { kind: 'instance', of, arguments: null, place: instance.place } }] : [];
  });
  const [only] = found;
  return only && found.length === 1 ? only : null;
}

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
