import type { FileReport } from '../core/api.ts';
import { createAnalyzer } from '../core/index.ts';
import { collectReport, placesOf } from '../reports/collect.ts';
import { plural } from '../reports/layout.ts';
import type { Report } from '../reports/report.ts';
import { type Analysis, analyse } from './analysis.ts';
import { type Environment, loadPrices, reportHead } from './environment.ts';
import { createLocator, type Locator } from './locator.ts';
import type { Places } from './places.ts';

export interface ProjectAnswer {
  readonly report: Report;
  readonly files: readonly FileReport[];
  readonly locator: Locator;
  readonly analysis: Analysis;
}

/** Reads, links, prices and checks the code and prompts of some places. */
export async function reportOn(places: Places, now: number, environment: Environment, isVerbose: boolean): Promise<ProjectAnswer> {
  const { host, output, version } = environment;
  const analyzer = createAnalyzer({ now });
  const analysis = await analyse(host, analyzer, places);
  const locator = await createLocator(analyzer, analysis.workspace, placesOf(analysis.files));
  const head = reportHead(version, await loadPrices(host), now);
  const report = collectReport({ head, files: analysis.files, project: analysis.project, locate: locator.where });
  if (isVerbose) remarkOn(analysis, output.remark);
  return { report, files: analysis.files, locator, analysis };
}

function remarkOn({ skipped, read }: Analysis, remark: (line: string) => void): void {
  remark(`${plural(read, 'file')} read, ${skipped.length} passed over`);
  for (const { file, why, detail } of skipped) remark(`  ${file}: ${why}${detail === null ? '' : ` (${detail})`}`);
}
