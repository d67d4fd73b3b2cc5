import type { Linked } from '../create-world.ts';
import { flowLoops } from '../loops/flows.ts';
import { distinct } from '../loops/given-loops.ts';
import { createMutual } from '../loops/mutual.ts';
import { recursionLoop } from '../loops/recursion.ts';
import type { Queries } from '../queries.ts';
import type { CallRecord, GivenLoop, LoopRecord, Summary } from '../summary.ts';
import { choiceOf, functionValue, type ObjectValue, sameValue } from '../value.ts';
import { unitFacts } from '../workspace/facts.ts';
import { functionOf, type IndexEntry, push } from '../workspace/file-index.ts';
import type { Files } from '../workspace/files.ts';
import { PackedUnit } from '../workspace/packed-module.ts';
import { isTestFile } from '../workspace/test-files.ts';
import { functionKey } from '../world.ts';
import { inOrder } from './assemble.ts';
import { createCallers } from './callers.ts';
import { type Mock, mockedModules } from './mocks.ts';
import { patchedNames } from './patches.ts';

/** What was found in one file, before its calls are settled into sites. */
export interface FileRecords {
  readonly calls: readonly CallRecord[];
  readonly loops: readonly LoopRecord[];
}

export interface Records {
  readonly of: (file: string) => FileRecords;
  readonly ofUnit: (file: string, id: string) => readonly CallRecord[];
  /** Reads what a file says by itself, before the files are there that may call it. */
  readonly prepare: (file: string) => void;
  readonly call: (file: string, key: string) => CallRecord | null;
  readonly loop: (file: string, key: string) => LoopRecord | null;
  /** What reading the function at a place told, or what its file does when it is run; null where nothing stands there. */
  readonly summaryOf: (file: string, id: string) => Summary | null;
  /** Whether a unit is read: of what a scan brought, most leads to no model. */
  readonly isRead: (file: string, id: string) => boolean;
}

export function createRecords(queries: Queries, files: Files, { world, flow, reach, resolve }: Linked): Records {
  const { index, unit } = files;

  /** What was typed in is read anyway; of what a scan brought, most leads nowhere. */
  const isRead = (file: string, id: string): boolean => !(unit(file, id) instanceof PackedUnit) || reach.unit(file, id);

  /** What is read at a place: a function, or what the file does when it is run. */
  const summaryOf = (file: string, id: string): { readonly key: string; readonly summary: Summary } | null => {
    const statement = unit(file, id)?.statement;
    const node = functionOf(statement ?? null);
    if (!statement) return null;
    if (!node) return { key: `${file}#`, summary: flow(file) };
    const value = functionValue(file, id, statement, node);
    return { key: functionKey(value), summary: world.summary(value) };
  };
  const mutual = createMutual(queries, world);
  const callers = createCallers(queries, files, { summaryOf, leadsToModel: isRead });

  /** A helper that leads to no model by itself, and repeats what a caller may give it. */
  const mayBeFed = (file: string, entry: IndexEntry): boolean => {
    const own = unit(file, entry.id);
    return own !== null && unitFacts(own).repeatsGiven && entry.name !== null && callers.isNamed(entry.name);
  };

  const withCallers = (file: string, entry: IndexEntry, loop: LoopRecord): LoopRecord => {
    const deadline = loop.bound === 'unbounded' ? callers.deadlineOf(file, entry, loop) : null;
    return deadline === null ? loop : { ...loop, bound: 'bounded', boundBy: `${deadline} in its caller`, modelExits: [] };
  };

  const records = (file: string): FileRecords =>
    queries.ask(
      ['records', file],
      () => {
        const own = index(file);
        if (!own) return { calls: [], loops: [] };
        const main = flow(file);
        const calls = [...main.calls];
        const loops = [...main.loops];
        for (const entry of own.entries) {
          if (entry.kind === 'class') loops.push(...classLoops(file, entry));
          if (entry.kind !== 'function') continue;
          const found = unitRecords(file, entry);
          calls.push(...found.calls);
          loops.push(...found.loops);
        }
        const mocks = calls.length > 0 && isTestFile(file) ? mocksIn(file, own.entries) : [];
        const shown = shownOnly(calls, loops, (call) => !call.pending && !mocks.some((answers) => answers(call)));
        return { calls: uniqueCalls(inOrder(shown.calls, own.entries)), loops: unique(inOrder(shown.loops, own.entries)) };
      },
      () => NO_RECORDS,
      sameRecords,
    );

  const mocksIn = (file: string, entries: readonly IndexEntry[]): readonly Mock[] => {
    const units = entries.map(({ id }) => unit(file, id));
    const resolveHere = (source: string): string | null => resolve(file, source);
    return world.language(file) === 'python'
      ? patchedNames(units, { resolve: resolveHere, binding: world.binding })
      : mockedModules(units, resolveHere);
  };

  const classLoops = (file: string, entry: IndexEntry): readonly LoopRecord[] => {
    if (!isRead(file, entry.id)) return [];
    const statement = unit(file, entry.id)?.statement;
    return statement?.kind === 'class' ? flowLoops(world, file, statement, index(file)?.members.get(entry.id) ?? []) : [];
  };

  /** The unit of reuse: what one function does is asked again only when something that it stands on changed. */
  const unitRecords = (file: string, entry: IndexEntry): FileRecords =>
    queries.ask(
      ['unit-records', file, entry.id],
      () => {
        if (!isRead(file, entry.id) && !mayBeFed(file, entry)) return NO_RECORDS;
        const statement = unit(file, entry.id)?.statement;
        const node = functionOf(statement ?? null);
        if (!statement || !node) return NO_RECORDS;
        const value = functionValue(file, entry.id, statement, node);
        const summary = world.summary(value);
        const { calls, loops: direct, effects } = summary;
        const fed = effects.around.length > 0 ? fedLoops(direct, effects.around, callers.feedsOf(file, entry, functionKey(value))) : direct;
        const loops = fed.filter((loop) => loop.calls.length > 0);
        if (calls.length === 0 && loops.length === 0) return NO_RECORDS;
        const recursion = recursionLoop(entry, node, file, summary) ?? (isRead(file, entry.id) ? mutual.loopOf(file, entry, node) : null);
        return { calls, loops: (recursion ? [...loops, recursion] : loops).map((loop) => withCallers(file, entry, loop)) };
      },
      () => NO_RECORDS,
      sameRecords,
    );

  const byKey = (file: string): RecordsByKey =>
    queries.ask(
      ['records-by-key', file],
      () => {
        const { calls, loops } = records(file);
        const units = new Map<string, CallRecord[]>();
        for (const call of calls) push(units, call.place.unit, call);
        return { calls: new Map(calls.map((one) => [one.key, one])), loops: new Map(loops.map((one) => [one.key, one])), units };
      },
      () => ({ calls: new Map(), loops: new Map(), units: new Map() }),
    );

  const ofUnit = (file: string, id: string): readonly CallRecord[] =>
    queries.ask<readonly CallRecord[]>(
      ['unit-calls', file, id],
      () => byKey(file).units.get(id) ?? [],
      () => [],
      sameValue,
    );

  const record = (file: string, key: string): CallRecord | null =>
    queries.ask(
      ['record', file, key],
      () => byKey(file).calls.get(key) ?? null,
      () => null,
      sameValue,
    );

  const loop = (file: string, key: string): LoopRecord | null =>
    queries.ask(
      ['loop-record', file, key],
      () => byKey(file).loops.get(key) ?? null,
      () => null,
      sameValue,
    );

  const prepare = (file: string): void => {
    flow(file);
    for (const { kind, id } of index(file)?.entries ?? []) if (kind === 'function' && isRead(file, id)) summaryOf(file, id);
  };

  return {
    of: records,
    ofUnit,
    prepare,
    call: record,
    loop,
    summaryOf: (file, id) => summaryOf(file, id)?.summary ?? null,
    isRead,
  };
}

/** Loops of a helper with the calls that its callers give it. */
function fedLoops(own: readonly LoopRecord[], around: readonly GivenLoop[], feeds: readonly string[]): readonly LoopRecord[] {
  const all = new Map(
    [...own, ...distinct(around).filter((loop) => !own.some((one) => one.key === loop.key))].map((loop) => [loop.key, loop]),
  );
  for (const { loop } of around) {
    const before = all.get(loop.key) ?? loop;
    all.set(loop.key, { ...before, calls: [...new Set([...before.calls, ...feeds])] });
  }
  return [...all.values()];
}

interface RecordsByKey {
  readonly calls: ReadonlyMap<string, CallRecord>;
  readonly loops: ReadonlyMap<string, LoopRecord>;
  readonly units: ReadonlyMap<string, readonly CallRecord[]>;
}

const NO_RECORDS: FileRecords = { calls: [], loops: [] };
const sameRecords = (a: unknown, b: unknown): boolean => sameValue(a, b);

/** Without what is no model's request (no caller shows one, or a mock answers), and without the loops that repeat nothing else. */
function shownOnly(calls: readonly CallRecord[], loops: readonly LoopRecord[], isRequest: (call: CallRecord) => boolean): FileRecords {
  const shown = calls.filter(isRequest);
  if (shown.length === calls.length) return { calls, loops };
  const open = new Set(calls.map((call) => call.key));
  for (const call of shown) open.delete(call.key);
  return { calls: shown, loops: loops.filter((loop) => !loop.calls.every((key) => open.has(key))) };
}

/** A call that a branch hands another client on each way is one call, and any of them may be asked. */
function uniqueCalls(calls: readonly CallRecord[]): readonly CallRecord[] {
  const clients = new Map<string, ObjectValue[]>();
  for (const { key, receiver } of calls) if (receiver?.kind === 'object' && receiver.arguments) push(clients, key, receiver);
  return unique(calls).map((call) => {
    const [first, ...others] = clients.get(call.key) ?? [];
    return first && others.length > 0 && call.receiver === first ? { ...call, receiver: choiceOf([first, ...others], first.place) } : call;
  });
}

/** The same call read on two ways through the code is one call. */
function unique<Item extends { readonly key: string }>(items: readonly Item[]): readonly Item[] {
  const seen = new Map<string, Item>();
  for (const item of items) if (!seen.has(item.key)) seen.set(item.key, item);
  return [...seen.values()];
}
