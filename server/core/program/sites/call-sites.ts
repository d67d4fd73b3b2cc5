import type { Place, Unit } from '../../module/module.ts';
import type { CallSite } from '../call-site.ts';
import type { Linked } from '../create-world.ts';
import { answerUse } from '../meaning/answer-use.ts';
import { storageOf } from '../meaning/storage.ts';
import { switchesOf } from '../meaning/switches.ts';
import type { Queries } from '../queries.ts';
import { sameMap } from '../summary.ts';
import { sameValue } from '../value.ts';
import type { Files } from '../workspace/files.ts';
import { isTestFile } from '../workspace/test-files.ts';
import { callIds, callSite } from './assemble.ts';
import type { Records } from './records.ts';

/** Calls as the bill speaks of them, made of what was found in the files. */
export interface CallSites {
  /** The id of a call by its key, in any file. */
  readonly idOf: (key: string) => string | null;
  readonly site: (file: string, key: string) => CallSite | null;
}

export function createCallSites(queries: Queries, { index, unit }: Files, { world }: Linked, records: Records): CallSites {
  const ids = (file: string): ReadonlyMap<string, string> =>
    queries.ask(
      ['ids', file],
      () => callIds(records.of(file).calls, (place) => namedBy(unit(place.file, place.unit), place)),
      () => new Map(),
      sameMap,
    );

  /** A question for each call, because a letter typed before one call is no news to the others. */
  const idOf = (key: string): string | null => {
    const file = key.slice(0, key.indexOf('#'));
    return queries.ask(
      ['id', file, key],
      () => ids(file).get(key) ?? null,
      () => null,
    );
  };

  const templates = (file: string): ReadonlySet<string> =>
    queries.ask(
      ['templates', file],
      () => new Set(records.of(file).calls.flatMap((one) => one.via)),
      () => new Set(),
      sameSet,
    );

  const isTemplate = (file: string, key: string): boolean =>
    queries.ask(
      ['template', file, key],
      () => templates(file).has(key),
      () => false,
    );

  const settled = (file: string, key: string): CallSite | null => {
    const found = records.call(file, key);
    if (!found) return null;
    const own = unit(found.whole.file, found.whole.unit);
    return callSite(world, found, idOf, {
      inTest: isTestFile(file),
      isTemplate: isTemplate(file, key),
      switches: switchesOf(own, found),
      answerUse: answerUse(own, found),
      storage: storageOf(world, found, () => index(file)?.entries.flatMap((entry) => unit(file, entry.id) ?? []) ?? []),
    });
  };

  const site = (file: string, key: string): CallSite | null =>
    queries.ask(
      ['site', file, key],
      () => settled(file, key),
      () => null,
      sameValue,
    );

  return { idOf, site };
}

const sameSet = (a: unknown, b: unknown): boolean =>
  a instanceof Set && b instanceof Set && a.size === b.size && [...a].every((one) => b.has(one));

/** `lineitem: id=name` on a call's statement gives it that name. */
function namedBy(unit: Unit | null, place: Place): string | null {
  for (const comment of unit?.comments ?? []) {
    const match = /^id=([\w.-]+)/.exec(comment.text);
    if (match?.[1] && comment.span.start <= place.span.end + NEAR && comment.span.end >= place.span.start - NEAR) return match[1];
  }
  return null;
}
const NEAR = 400;
