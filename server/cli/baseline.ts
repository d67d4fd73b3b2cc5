import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Baseline, baselineName, writeBaseline } from '../core/config/baseline.ts';
import { configName } from '../core/config/store.ts';
import { plural } from '../reports/layout.ts';
import type { Analysis } from './analysis.ts';
import { readBaselineFile } from './baseline-file.ts';
import type { Environment, ExitCode } from './environment.ts';
import { isSelected, type Places, readPlaces } from './places.ts';
import { readProject } from './project-report.ts';

export interface BaselineOptions {
  readonly file?: string;
  readonly asOf?: number;
}

/** Takes every finding of the named places down as seen. What stands elsewhere keeps its entries. */
export async function baselineWrite(paths: readonly string[], options: BaselineOptions, environment: Environment): Promise<ExitCode> {
  const { analysis, places, file, before } = await read(paths, options, environment);
  const found = keysOf(analysis);
  const elsewhere = [...before].filter(([, place]) => !isSelected(places, place));
  await save(file, new Map([...elsewhere, ...found]), environment, analysis, places);
  return 0;
}

/** Takes out what is found no more, and adds nothing. */
export async function baselinePrune(paths: readonly string[], options: BaselineOptions, environment: Environment): Promise<ExitCode> {
  const { analysis, places, file, before } = await read(paths, options, environment);
  const found = keysOf(analysis);
  const left = [...before].filter(([key, place]) => !isSelected(places, place) || found.has(key));
  if (left.length < before.size) await save(file, new Map(left), environment, analysis, places);
  await environment.output.answer(`${plural(before.size - left.length, 'finding')} taken out, ${left.length} left.\n`);
  return 0;
}

interface Before {
  readonly analysis: Analysis;
  readonly places: Places;
  /** Absolute. */
  readonly file: string;
  readonly before: Baseline;
}

async function read(paths: readonly string[], { file: named, asOf }: BaselineOptions, environment: Environment): Promise<Before> {
  const { workingFolder, host } = environment;
  const places = readPlaces(paths, workingFolder);
  const analysis = await readProject(places, asOf ?? host.now(), environment);
  const declared = analysis.analyzer.configurationOf(configName).baseline;
  const file = named === undefined ? path.join(places.root, declared ?? baselineName) : path.resolve(workingFolder, named);
  return { analysis, places, file, before: existsSync(file) ? readBaselineFile(file, workingFolder) : new Map() };
}

/** Settings that do not hold, and comments that ignore nothing, are put right and not put off. */
function keysOf({ files }: Analysis): Baseline {
  const findings = files.flatMap((report) => report.findings).filter(({ code }) => !code.startsWith('LI0'));
  return new Map(findings.map(({ key, at }) => [key, at.file]));
}

async function save(
  file: string,
  baseline: Baseline,
  { output }: Environment,
  { workspace, analyzer }: Analysis,
  { root }: Places,
): Promise<void> {
  await workspace.writeText(path.relative(root, file), writeBaseline(baseline));
  const name = path.relative(root, file).split(path.sep).join('/');
  await output.answer(`${name}: ${plural(baseline.size, 'finding')}\n`);
  if (analyzer.configurationOf(configName).baseline !== name)
    output.remark(`To use it everywhere, add to ${configName}: "baseline": "${name}"`);
}
