import { placeOf, renderEdits } from '../edits/render-edits.ts';
import type { Fix } from '../edits/verbs.ts';
import type { Unit } from '../module/module.ts';
import type { Sources } from './sources.ts';

/**
 * Whether a fix can be made in the texts as they are. A file that was scanned and not opened has no text here: its fixes are
 * offered, and tried when they are asked for. The answer stands while the units that it edits are the same, wherever they move.
 */
export function appliesIn(sources: Sources, fix: Fix): boolean {
  if (!sources.isOpen(fix)) return true;
  const units = fix.verbs.map((verb) => editedUnit(sources, verb));
  const known = cache.get(fix);
  if (known && units.every((unit, at) => unit !== null && unit === known.units[at])) return known.applies;
  const applies = renderEdits(fix.verbs, sources.sourceOf) !== null;
  cache.set(fix, { units, applies });
  return applies;
}

/** Keyed by the fix itself, which never changes. */
const cache = new WeakMap<Fix, { readonly units: readonly (Unit | null)[]; readonly applies: boolean }>();

function editedUnit(sources: Sources, verb: Fix['verbs'][number]): Unit | null {
  const { file, unit } = placeOf(verb);
  return sources.sourceOf(file) === null ? null : sources.unitOf(file, unit);
}
