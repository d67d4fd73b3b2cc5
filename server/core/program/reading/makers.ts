import { type ClassValue, type FunctionValue, functionValue, type InstanceValue, type Value } from '../value.ts';
import { memberOf } from '../values/members.ts';
import { functionOf } from '../workspace/facts.ts';
import type { Files } from '../workspace/files.ts';
import { isTestFile } from '../workspace/test-files.ts';
import type { World } from '../world.ts';

/** Things that the workspace says are of a type: what its factories give back, and its constants. */
export function thingsOf(world: World, files: Files, of: ClassValue): readonly Value[] {
  const { name } = of.node;
  if (!name || !of.node.isType) return [];
  return files.givers(name).flatMap(({ file, unit }): readonly Value[] => {
    const type = isTestFile(file) ? null : world.binding(file, name);
    if (type?.kind !== 'class' || type.file !== of.file || type.unit !== of.unit) return [];
    const statement = files.unit(file, unit)?.statement ?? null;
    const node = functionOf(statement);
    if (statement && node) return [world.summary(functionValue(file, unit, statement, node)).returns];
    const constant = statement?.kind === 'assign' ? world.definition(file, unit) : null;
    return constant ? [constant] : [];
  });
}

/** What object literals of a type have under a name. */
export function writtenOut(world: World, instance: InstanceValue, name: string): readonly FunctionValue[] {
  return world
    .things(instance.of)
    .flatMap((thing) => (thing.kind === 'choice' ? thing.options : [thing]))
    .flatMap((thing) => {
      const value = thing.kind === 'record' ? memberOf(world, thing, name, instance.place) : null;
      return value?.kind === 'function' ? [value] : [];
    });
}
