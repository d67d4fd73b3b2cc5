import type { CallSite, EntryPoint, FileProgram, Loop } from '../program/call-site.ts';

/** What was found in a file, by id: rules ask for each call many times, and a long file has many calls. */
export interface Found {
  readonly call: (id: string) => CallSite | null;
  readonly loop: (id: string) => Loop | null;
  /** The agent run that a call is. */
  readonly runOf: (call: string) => Loop | null;
  readonly entryPoints: (call: string) => readonly EntryPoint[];
}

export function foundIn(file: FileProgram): Found {
  const known = cache.get(file);
  if (known) return known;
  const calls = new Map(file.calls.map((one) => [one.id, one]));
  const loops = new Map(file.loops.map((one) => [one.id, one]));
  const runs = new Map<string, Loop>();
  for (const loop of file.loops) if (loop.kind === 'agent-run') for (const call of loop.calls) if (!runs.has(call)) runs.set(call, loop);
  const entryPoints = new Map<string, EntryPoint[]>();
  for (const one of file.entryPoints) for (const call of new Set(one.calls)) entryPoints.set(call, [...(entryPoints.get(call) ?? []), one]);
  const found: Found = {
    call: (id) => calls.get(id) ?? null,
    loop: (id) => loops.get(id) ?? null,
    runOf: (call) => runs.get(call) ?? null,
    entryPoints: (call) => entryPoints.get(call) ?? [],
  };
  cache.set(file, found);
  return found;
}

/** Keyed by what was found itself, which never changes. */
const cache = new WeakMap<FileProgram, Found>();
