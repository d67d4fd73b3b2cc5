import type { LineItem } from '../core/bill/line-item.ts';
import { explain as explainItem } from '../core/bill/plan.ts';
import { lookupIn } from '../reports/collect.ts';
import { renderPlanText } from '../reports/explain-text.ts';
import { colourPaint, plainPaint } from '../reports/layout.ts';
import type { Where } from '../reports/report.ts';
import type { Environment, ExitCode } from './environment.ts';
import { UsageError } from './errors.ts';
import { readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';

export interface ExplainOptions {
  readonly asOf?: number;
}

/** The plan of the call at a line: the one that the line stands in, else the nearest below it. */
export async function explain(place: string, options: ExplainOptions, environment: Environment): Promise<ExitCode> {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(place);
  const [, file = '', lineText = ''] = match ?? [];
  if (match === null) throw new UsageError('A place looks like FILE:LINE, for example: lineitem explain src/agent.py:12');
  const { output, host, workingFolder } = environment;
  const places = readPlaces([file], workingFolder);
  const { analysis, locator } = await reportOn(places, options.asOf ?? host.now(), environment, false);
  const line = Number(lineText);
  const items = analysis.files.flatMap(({ items: found }) => found);
  const item = callAt(line, items, locator.where);
  if (item === null) throw new UsageError(`There is no LLM call at ${place}${hint(items, locator.where)}.`);
  const lookup = lookupIn(analysis.project);
  const plan = explainItem(item, { ...lookup, entryPoints: analysis.project.flatMap(({ entryPoints }) => entryPoints) });
  await output.answer(renderPlanText(plan, { locate: locator.where, paint: output.hasColour ? colourPaint : plainPaint }));
  return 0;
}

type Locate = (place: LineItem['call']['place']) => Where | null;

/** The innermost call whose lines hold the line. */
function callAt(line: number, items: readonly LineItem[], locate: Locate): LineItem | null {
  let best: { readonly item: LineItem; readonly lines: number } | null = null;
  for (const item of items) {
    const whole = locate(item.call.whole);
    if (whole === null || line < whole.line || line > whole.endLine) continue;
    const lines = whole.endLine - whole.line;
    if (best === null || lines < best.lines) best = { item, lines };
  }
  return best?.item ?? null;
}

function hint(items: readonly LineItem[], locate: Locate): string {
  const lines = items.flatMap((item) => locate(item.call.place)?.line ?? []);
  return lines.length === 0 ? '' : `; calls stand at ${lines.length === 1 ? 'line' : 'lines'} ${lines.sort((a, b) => a - b).join(', ')}`;
}
