import type { FileReport } from '../core/api.ts';
import type { Baseline } from '../core/config/baseline.ts';
import { createAnalyzer } from '../core/index.ts';
import { collectReport, placesOf } from '../reports/collect.ts';
import { plural } from '../reports/layout.ts';
import type { Report } from '../reports/report.ts';
import { type AnalyseOptions, type Analysis, analyse } from './analysis.ts';
import { type Environment, loadPrices, reportHead } from './environment.ts';
import { createLocator, type Locator } from './locator.ts';
import type { Places } from './places.ts';

export interface ProjectAnswer {
  readonly report: Report;
  readonly files: readonly FileReport[];
  readonly locator: Locator;
  readonly analysis: Analysis;
}

/** Beside what the configuration says. */
export interface ProjectOptions extends AnalyseOptions {
  readonly preview?: boolean;
  readonly baseline?: Baseline | undefined;
}

/** Reads, links, prices and checks the code and prompts of some places. */
export async function reportOn(places: Places, now: number, environment: Environment, isVerbose: boolean): Promise<ProjectAnswer> {
  const analysis = await readProject(places, now, environment);
  if (isVerbose) remarkOn(analysis, environment.output.remark);
  return reportOf(analysis, now, environment);
}

export function readProject(places: Places, now: number, { host, output }: Environment, options: ProjectOptions = {}): Promise<Analysis> {
  const { preview = false, baseline, ...others } = options;
  const analyzer = createAnalyzer({ now, preview, ...(baseline === undefined ? {} : { baseline }) });
  return analyse(host, analyzer, places, { progress: output.progress, ...others });
}

export async function reportOf(analysis: Analysis, now: number, { host, version }: Environment): Promise<ProjectAnswer> {
  const { analyzer, workspace, files, project } = analysis;
  const locator = await createLocator(analyzer, workspace, placesOf(files));
  const head = reportHead(version, await loadPrices(host), now);
  const report = collectReport({ head, files, project, locate: locator.where });
  return { report, files, locator, analysis };
}

export function remarkOn({ skipped, read }: Analysis, remark: (line: string) => void): void {
  remark(`${plural(read, 'file')} read, ${skipped.length} passed over`);
  for (const { file, why, detail } of skipped) remark(`  ${file}: ${why}${detail === null ? '' : ` (${detail})`}`);
}
