import type { FileReport } from '../core/api.ts';
import { lookupIn } from '../core/bill/project-lookup.ts';
import { runCost } from '../core/bill/run-cost.ts';
import type { Place } from '../core/module/module.ts';
import type { Report, ReportedFinding, ReportHead, Where } from './report.ts';

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
    findings: withoutTwins(
      files
        .flatMap(({ findings }) => findings.flatMap((finding) => placed(locate(finding.at), (where) => ({ finding, where }))))
        .sort(byPlace),
    ),
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

/** What several files say of one place that they all reach is said once. */
function withoutTwins(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ finding, where }) => {
    const key = [finding.code, where.file, where.cell, where.line, where.column].join('\n');
    return seen.size < seen.add(key).size;
  });
}

function byPlace(a: { readonly where: Where }, b: { readonly where: Where }): number {
  if (a.where.file !== b.where.file) return a.where.file < b.where.file ? -1 : 1;
  return (a.where.cell ?? 0) - (b.where.cell ?? 0) || a.where.line - b.where.line || a.where.column - b.where.column;
}
