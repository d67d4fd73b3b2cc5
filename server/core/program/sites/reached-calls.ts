import type { EntryPoint } from '../call-site.ts';
import type { Linked } from '../create-world.ts';
import { LATER } from '../frame.ts';
import type { Queries } from '../queries.ts';
import { readExpression } from '../reading/read-function.ts';
import type { CallRecord } from '../summary.ts';
import { sameValue, type Value } from '../value.ts';
import type { IndexEntry } from '../workspace/file-index.ts';
import type { Files } from '../workspace/files.ts';
import type { CallSites } from './call-sites.ts';
import { type EntryStart, entryStarts } from './entry-points.ts';
import type { Records } from './records.ts';

/** A file's entry points with the calls that each reaches, through functions of other files too. */
export function createEntryPoints(
  queries: Queries,
  files: Files,
  linked: Linked,
  { records, sites }: { readonly records: Records; readonly sites: CallSites },
): (file: string, isTest: (file: string) => boolean) => readonly EntryPoint[] {
  const { world } = linked;

  const calleesOf = (file: string, id: string): readonly string[] =>
    (records.summaryOf(file, id)?.callees ?? []).flatMap((row) => (row.startsWith(`${id}\n`) ? [row.slice(id.length + 1)] : []));

  const handlerUnits = (file: string, start: EntryStart): readonly string[] =>
    start.handlers.flatMap((handler) => functionUnits(readExpression(world, file, start.unit, handler)));

  const reached = (file: string, start: EntryStart): readonly CallRecord[] => {
    const own = `${file}#${start.unit}`;
    const waiting = [own, ...handlerUnits(file, start)];
    const seen = new Set<string>();
    const calls: CallRecord[] = [];
    for (let at = waiting.shift(); at !== undefined && seen.size < MOST_UNITS; at = waiting.shift()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const split = at.indexOf('#');
      const [from, id] = [at.slice(0, split), at.slice(split + 1)];
      // What is only made while a file is run is not run with it.
      const isMain = start.kind === 'main' && at === own;
      // What a user's task registers on its way runs when something else happens.
      const isAside = (call: CallRecord): boolean => call.isRegistered === true && at !== own && start.kind !== 'main';
      calls.push(
        ...records.ofUnit(from, id).filter((call) => call.spending.operation === 'generate' && !(isMain && call.isLater) && !isAside(call)),
      );
      for (const callee of calleesOf(from, id))
        if (!callee.endsWith(LATER)) waiting.push(callee);
        else if (!isMain) waiting.push(callee.slice(0, -LATER.length));
    }
    // A wrapper's own call is made as its callers make it.
    const through = new Set(calls.flatMap((call) => call.via));
    return calls.filter((call) => !through.has(call.key));
  };

  /** A question for each unit, because a letter typed in one is no news to the others. */
  const ofUnit = (file: string, entry: IndexEntry, isTest: (file: string) => boolean): readonly EntryPoint[] =>
    queries.ask(
      ['entries', file, entry.id],
      () => {
        const index = files.index(file);
        if (!index || !records.isRead(file, entry.id)) return [];
        return entryStarts({ index, unit: (one) => files.unit(file, one), file }, entry).flatMap((start): EntryPoint[] => {
          const calls = reached(file, start).flatMap((call) => (isTest(call.place.file) ? [] : (sites.idOf(call.key) ?? [])));
          if (calls.length === 0) return [];
          const place = { file, unit: entry.id, span: start.span };
          return [{ id: `${file}#${start.name}`, kind: start.kind, name: start.name, place, calls: [...new Set(calls)] }];
        });
      },
      () => [],
      sameValue,
    );

  return (file, isTest) => {
    if (isTest(file)) return [];
    const found = new Map<string, EntryPoint>();
    for (const own of files.index(file)?.entries ?? [])
      for (const entry of ofUnit(file, own, isTest)) {
        const known = found.get(entry.name);
        found.set(entry.name, known ? { ...known, calls: [...new Set([...known.calls, ...entry.calls])] } : entry);
      }
    return [...found.values()];
  };
}

function functionUnits(value: Value): readonly string[] {
  if (value.kind === 'function') return [`${value.file}#${value.unit}`];
  return value.kind === 'choice' ? value.options.flatMap(functionUnits) : [];
}

/** A program that reaches more from one place is followed no further. */
const MOST_UNITS = 150;
