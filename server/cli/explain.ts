import type { Analyzer } from '../core/api.ts';
import { analyzePlan } from '../core/bill/analyze-plan.ts';
import type { ModelComparison } from '../core/bill/compare-models.ts';
import type { LineItem } from '../core/bill/line-item.ts';
import { explain as explainItem } from '../core/bill/plan.ts';
import { lookupIn } from '../core/bill/project-lookup.ts';
import { isNotebookFileName } from '../host/language-of.ts';
import { renderComparisonText } from '../reports/compare-models.ts';
import { renderPlanText } from '../reports/explain-text.ts';
import { colourPaint, plainPaint } from '../reports/layout.ts';
import type { Where } from '../reports/report.ts';
import type { Environment, ExitCode } from './environment.ts';
import { UsageError } from './errors.ts';
import { readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';

export interface ExplainOptions {
  readonly asOf?: number;
  /** Instead of the plan: the same request on other models. */
  readonly compare?: boolean;
}

/** The plan of the call at a line: the one that the line stands in, else the nearest below it. */
export async function explain(place: string, options: ExplainOptions, environment: Environment): Promise<ExitCode> {
  const { file, position } = readPlace(place);
  const { output, host, workingFolder } = environment;
  const places = readPlaces([file], workingFolder);
  const { analysis, locator } = await reportOn(places, options.asOf ?? host.now(), environment, false);
  const items = analysis.files.flatMap(({ items: found }) => found);
  const item = callAt(position, items, locator.where);
  if (item === null) throw new UsageError(`There is no LLM call at ${place}${hint(items, locator.where)}.`);
  if (options.compare === true) {
    await output.answer(renderComparisonText(await compared(item, analysis.analyzer, host)));
    return 0;
  }
  const lookup = lookupIn(analysis.project);
  const plan = explainItem(item, { ...lookup, entryPoints: analysis.project.flatMap(({ entryPoints }) => entryPoints) });
  const paint = output.hasColour ? colourPaint : plainPaint;
  await output.answer(renderPlanText(plan, { locate: locator.where, paint, analysis: analyzePlan(item, lookup) }));
  return 0;
}

/** Other vendors' models may be counted with ranks that nothing asked for so far. */
async function compared(item: LineItem, analyzer: Analyzer, host: Environment['host']): Promise<ModelComparison> {
  for (let round = 0; round < mostRounds; round++) {
    const comparison = analyzer.compareModels(item);
    if (comparison !== null) return comparison;
    for (const name of analyzer.needs()) await analyzer.provide(name, await host.asset(name));
  }
  throw new UsageError('The models could not be compared: a token table is missing.');
}

const mostRounds = 4;

type Locate = (place: LineItem['call']['place']) => Where | null;

interface Position {
  /** Null outside of notebooks. */
  readonly cell: number | null;
  readonly line: number;
}

/** `FILE:LINE`, and a column that is not needed; in a notebook `FILE:CELL:LINE`, also as reports write it: `FILE:cell 3:12`. */
function readPlace(place: string): { readonly file: string; readonly position: Position } {
  const [, file = '', first, second] = /^(.+?):(?:cell )?(\d+)(?::(\d+))?(?::\d+)?$/.exec(place) ?? [];
  if (first === undefined) throw new UsageError('A place looks like FILE:LINE, for example: lineitem explain src/agent.py:12');
  if (!isNotebookFileName(file)) return { file, position: { cell: null, line: Number(first) } };
  if (second === undefined)
    throw new UsageError(`A place in a notebook looks like FILE:CELL:LINE, for example: lineitem explain ${file}:3:12`);
  return { file, position: { cell: Number(first), line: Number(second) } };
}

/** The innermost call whose lines hold the line. */
function callAt({ cell, line }: Position, items: readonly LineItem[], locate: Locate): LineItem | null {
  let best: { readonly item: LineItem; readonly lines: number } | null = null;
  for (const item of items) {
    const whole = locate(item.call.whole);
    if (whole === null || cell !== whole.cell || line < whole.line || line > whole.endLine) continue;
    const lines = whole.endLine - whole.line;
    if (best === null || lines < best.lines) best = { item, lines };
  }
  return best?.item ?? null;
}

function hint(items: readonly LineItem[], locate: Locate): string {
  const found = items.flatMap((item) => locate(item.call.place) ?? []);
  const sorted = found.sort((a, b) => (a.cell ?? 0) - (b.cell ?? 0) || a.line - b.line);
  const noun = sorted.some(({ cell }) => cell !== null) ? 'CELL:LINE' : sorted.length === 1 ? 'line' : 'lines';
  const places = sorted.map(({ cell, line }) => (cell === null ? String(line) : `${cell}:${line}`));
  return places.length === 0 ? '' : `; calls stand at ${noun} ${places.join(', ')}`;
}
