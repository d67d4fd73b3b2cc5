import { noArguments, type ObjectValue, type Value } from '../value.ts';
import type { World } from '../world.ts';
import { madeObject } from './made.ts';
import { meaningOf } from './sdk-meaning.ts';

/** The object of a type that an SDK exports, where nothing tells with what it was made. */
export function madeObjectOfType(world: World, type: Value, file: string, place: Value['place']): ObjectValue | null {
  const meaning = type.kind === 'external' ? meaningOf(type, noArguments, world.language(file)) : null;
  return meaning?.kind === 'makes' ? { ...madeObject(meaning, type, noArguments, place), arguments: null } : null;
}
