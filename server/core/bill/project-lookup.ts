import type { EntryPoint, Loop } from '../program/call-site.ts';
import type { EntryPointUsage } from '../usage/usage.ts';
import type { LineItem } from './line-item.ts';
import type { MonthLookup } from './month-cost.ts';
import { type PaidWhere, paidWhere } from './paid.ts';

/** What one file holds. */
export interface ProjectFile {
  readonly items: readonly LineItem[];
  readonly loops: readonly Loop[];
  readonly entryPoints: readonly EntryPoint[];
  readonly entryPointUsage?: ReadonlyMap<string, EntryPointUsage>;
}

export interface ProjectLookup extends MonthLookup {
  readonly paid: (call: string) => PaidWhere;
}

/** Calls and loops by their ids, wherever they stand. */
export function lookupIn(project: readonly ProjectFile[]): ProjectLookup {
  const items = new Map(project.flatMap((file) => file.items.map((item) => [item.call.id, item] as const)));
  const loops = new Map(project.flatMap((file) => file.loops.map((loop) => [loop.id, loop] as const)));
  const runs = new Map(
    [...loops.values()].flatMap((loop) => (loop.kind === 'agent-run' ? loop.calls.map((call) => [call, loop] as const) : [])),
  );
  const wrappers = new Set([...items.values()].flatMap(({ call }) => call.via));
  const reached = entryPointsByCall(project);
  let paid: ReadonlyMap<string, PaidWhere> | null = null;
  const lookup: ProjectLookup = {
    item: (call) => items.get(call) ?? null,
    loop: (id) => loops.get(id) ?? null,
    runOf: (call) => runs.get(call) ?? null,
    isPaidElsewhere: (call) => wrappers.has(call),
    entryPoints: (call) => reached.get(call) ?? [],
    paid(call) {
      paid ??= paidWhere([...items.values()], lookup);
      return paid.get(call) ?? 'here';
    },
  };
  return lookup;
}

type Reached = ReturnType<MonthLookup['entryPoints']>;

function entryPointsByCall(project: readonly ProjectFile[]): ReadonlyMap<string, Reached> {
  const found = new Map<string, Reached>();
  for (const { entryPoints, entryPointUsage } of project) {
    for (const entryPoint of entryPoints) {
      const one = { entryPoint, usage: entryPointUsage?.get(entryPoint.id) ?? null };
      for (const call of new Set(entryPoint.calls)) found.set(call, [...(found.get(call) ?? []), one]);
    }
  }
  return found;
}
