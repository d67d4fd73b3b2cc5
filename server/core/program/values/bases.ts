import type { ClassValue, Value } from '../value.ts';
import type { World } from '../world.ts';
import { memberOf } from './members.ts';

/** What a class names as its bases, as far as it is known; never itself. */
export function basesOf(world: World, of: ClassValue): readonly Value[] {
  return of.node.bases.flatMap((base) => {
    const value = baseValue(world, of, base);
    return value && !(value.kind === 'class' && value.unit === of.unit && value.file === of.file) ? [value] : [];
  });
}

function baseValue(world: World, of: ClassValue, base: ClassValue['node']['bases'][number]): Value | null {
  if (base.kind === 'name') return world.binding(of.file, base.name);
  if (base.kind === 'member') {
    const object = baseValue(world, of, base.object);
    return object ? memberOf(world, object, base.name, { file: of.file, unit: of.unit, span: base.span }) : null;
  }
  return base.kind === 'index' ? baseValue(world, of, base.object) : null;
}
