import type { FileReport } from '../core/api.ts';
import type { MonthLookup } from '../core/bill/month-cost.ts';
import { type PaidWhere, paidWhere } from '../core/bill/paid.ts';
import { runCost } from '../core/bill/run-cost.ts';
import type { Place } from '../core/module/module.ts';
import type { Report, ReportHead, Where } from './report.ts';

export interface CollectOptions {
  readonly head: ReportHead;
  /** What the report speaks of. */
  readonly files: readonly FileReport[];
  /** Everything that was read, for calls and loops that stand elsewhere. */
  readonly project: readonly FileReport[];
  readonly locate: (place: Place) => Where | null;
}

/** Puts every answer of the core at its line. What has no place any more (the file changed since) is left out. */
export function collectReport({ head, files, project, locate }: CollectOptions): Report {
  const lookup = lookupIn(project);
  const calls = files.flatMap(({ items }) =>
    items.flatMap((item) => {
      const where = locate(item.call.place);
      if (where === null || (item.call.operation !== 'generate' && item.call.anchor?.language !== 'request')) return [];
      const parts = item.parts.map((part) => locate(part.place) ?? where);
      return [{ item, where, parts, billed: null, isPaidElsewhere: lookup.isPaidElsewhere(item.call.id) }];
    }),
  );
  return {
    ...head,
    calls: calls.sort(byPlace),
    loops: files.flatMap(({ loops }) => loops.flatMap((loop) => placed(locate(loop.place), (where) => ({ loop, where })))).sort(byPlace),
    entryPoints: files
      .flatMap(({ entryPoints }) =>
        entryPoints.flatMap((entryPoint) =>
          placed(locate(entryPoint.place), (where) => ({ entryPoint, where, cost: runCost(entryPoint, lookup) })),
        ),
      )
      .sort(byPlace),
    findings: files
      .flatMap(({ findings }) => findings.flatMap((finding) => placed(locate(finding.at), (where) => ({ finding, where }))))
      .sort(byPlace),
    prompts: files
      .flatMap(({ prompts }) =>
        prompts.flatMap((count) =>
          count.prompt.place.unit === '' ? placed(locate(count.prompt.place), (where) => ({ count, where })) : [],
        ),
      )
      .sort(byPlace),
    problems: files
      .flatMap(({ problems }) => problems.flatMap(({ at, message }) => placed(locate(at), (where) => ({ message, where }))))
      .sort(byPlace),
  };
}

export interface ProjectLookup extends MonthLookup {
  readonly paid: (call: string) => PaidWhere;
}

/** Calls and loops by their ids, wherever they stand. */
export function lookupIn(project: readonly FileReport[]): ProjectLookup {
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

function entryPointsByCall(project: readonly FileReport[]): ReadonlyMap<string, Reached> {
  const found = new Map<string, Reached>();
  for (const { entryPoints, entryPointUsage } of project) {
    for (const entryPoint of entryPoints) {
      const one = { entryPoint, usage: entryPointUsage?.get(entryPoint.id) ?? null };
      for (const call of new Set(entryPoint.calls)) found.set(call, [...(found.get(call) ?? []), one]);
    }
  }
  return found;
}

/** Every place that a report of these files names. */
export function placesOf(files: readonly FileReport[]): Place[] {
  return files.flatMap(({ items, loops, prompts, entryPoints, findings, problems }) => [
    ...items.flatMap(({ call, parts }) => [call.place, ...parts.map((part) => part.place)]),
    ...loops.map((loop) => loop.place),
    ...prompts.map(({ prompt }) => prompt.place),
    ...entryPoints.map((entryPoint) => entryPoint.place),
    ...findings.flatMap((finding) => [finding.at, ...finding.related.map(({ at }) => at)]),
    ...problems.map(({ at }) => at),
  ]);
}

const placed = <Row>(where: Where | null, make: (where: Where) => Row): Row[] => (where === null ? [] : [make(where)]);

function byPlace(a: { readonly where: Where }, b: { readonly where: Where }): number {
  if (a.where.file !== b.where.file) return a.where.file < b.where.file ? -1 : 1;
  return (a.where.cell ?? 0) - (b.where.cell ?? 0) || a.where.line - b.where.line || a.where.column - b.where.column;
}
