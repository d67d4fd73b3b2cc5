import type { Finding } from '../core/rules/rule.ts';
import { isNew } from '../reports/finding-words.ts';
import { plural } from '../reports/layout.ts';
import type { Report } from '../reports/report.ts';
import { readBaselineFile } from './baseline-file.ts';
import { changedSince } from './changed-lines.ts';
import type { Environment, ExitCode } from './environment.ts';
import { UsageError } from './errors.ts';
import type { FindingsFormat } from './findings-format-names.ts';
import { renderCheck } from './findings-formats.ts';
import { describeFixed, type Fixed, fixSafely, renderPatch, writeFixed } from './fix.ts';
import { readPlaces, unsavedPlaces } from './places.ts';
import { type ProjectAnswer, readProject, remarkOn, reportOf } from './project-report.ts';
import { asksForPreview, chooseRules, type RuleChoice } from './rule-choice.ts';
import { readStdin } from './stdin.ts';

export interface CheckOptions extends RuleChoice {
  readonly format: FindingsFormat;
  readonly maxWarnings: number;
  readonly asOf?: number;
  readonly verbose?: boolean;
  readonly preview?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: string;
  readonly baseline?: string;
  readonly stdinFilename?: string;
}

/** Findings of code and prompt files. Exit 1 on an error, or on more warnings than allowed; info and hint never fail. */
export async function check(paths: readonly string[], options: CheckOptions, environment: Environment): Promise<ExitCode> {
  refuseMisuse(paths, options);
  const isChosen = chooseRules(options);
  const { workingFolder, host } = environment;
  const { stdinFilename } = options;
  const places = stdinFilename === undefined ? readPlaces(paths, workingFolder) : unsavedPlaces(stdinFilename, workingFolder);
  const [request] = places.requests;
  if (request !== undefined) throw new UsageError(`check reads code and prompts; for saved requests use: lineitem bill ${request.name}`);
  const [named] = places.files;
  const unsaved = stdinFilename === undefined || named === undefined ? undefined : { file: named, text: await readStdin() };
  const baseline = options.baseline === undefined ? undefined : readBaselineFile(options.baseline, workingFolder);
  const isChanged = options.diff === undefined ? null : await changedSince(options.diff, places.root);
  const now = options.asOf ?? host.now();

  const preview = options.preview === true || asksForPreview(options);
  const analysis = await readProject(places, now, environment, { preview, baseline, unsaved });
  if (options.verbose === true) remarkOn(analysis, environment.output.remark);
  const isWanted = ({ code }: Finding): boolean => isChosen(code);
  const fixed = options.fix === true ? await fixSafely(analysis, isWanted, places, unsaved) : null;
  if (fixed !== null && (options.dryRun === true || unsaved !== undefined)) return showFixed(fixed, unsaved?.file ?? null, environment);
  const said = fixed === null ? [] : await write(fixed, analysis, environment);

  const after = fixed === null ? analysis : { ...analysis, ...(await analysis.reportAgain()) };
  const answer = await reportOf(after, now, environment);
  const isReported = isChanged === null ? null : changedFindings(answer, isChanged);
  const findings = answer.report.findings.filter(({ finding }) => isWanted(finding) && (isReported === null || isReported(finding)));
  return show({ ...answer, report: { ...answer.report, findings } }, said, options, environment);
}

function refuseMisuse(paths: readonly string[], { fix, dryRun, diff, stdinFilename }: CheckOptions): void {
  if (dryRun === true && fix !== true) throw new UsageError('--dry-run shows what --fix would do: say both.');
  if (stdinFilename !== undefined && paths.length > 0)
    throw new UsageError('--stdin-filename names the one file that is read; name no other.');
  if (stdinFilename !== undefined && diff !== undefined)
    throw new UsageError('--diff compares files on the disk, not what comes from standard input.');
}

/** The text that comes from standard input goes to standard output; of files, what would change. */
async function showFixed(fixed: Fixed, unsaved: string | null, { output }: Environment): Promise<ExitCode> {
  for (const [file, reason] of fixed.refused) output.remark(`${file} is left alone: ${reason}`);
  for (const line of describeFixed(fixed, unsaved === null ? 'Would fix' : 'Fixed')) output.remark(line);
  await output.answer(unsaved === null ? renderPatch(fixed) : (fixed.texts.get(unsaved)?.after ?? fixed.unchanged));
  return 0;
}

async function write(fixed: Fixed, analysis: ProjectAnswer['analysis'], { output }: Environment): Promise<readonly string[]> {
  const left = await writeFixed(fixed, analysis);
  for (const [file, reason] of left) output.remark(`${file} is left alone: ${reason}`);
  return describeFixed(fixed, 'Fixed');
}

/** A finding is of a change where its place changed, or the call that it is about. */
function changedFindings(
  { locator, report }: ProjectAnswer,
  isChanged: Awaited<ReturnType<typeof changedSince>>,
): (finding: Finding) => boolean {
  const calls = new Map(report.calls.map(({ item }) => [item.call.id, item.call.whole]));
  return ({ at, call }) => {
    const places = [at, ...(call === null ? [] : [calls.get(call) ?? at])];
    return places.some((place) => {
      const where = locator.where(place);
      return where !== null && isChanged(where);
    });
  };
}

async function show(
  answer: ProjectAnswer,
  said: readonly string[],
  { format, maxWarnings }: CheckOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { output } = environment;
  const { report } = answer;
  const text = await renderCheck(format, answer, environment);
  if (format === 'text' && said.length > 0) await output.answer(`${said.join('\n')}\n\n`);
  else for (const line of said) output.remark(line);
  await output.answer(text);
  const known = report.findings.length - report.findings.filter(isNew).length;
  if (known > 0 && format === 'text') await output.answer(`${plural(known, 'finding')} of the baseline not shown.\n`);
  return exitCode(report, maxWarnings);
}

function exitCode({ findings }: Report, maxWarnings: number): ExitCode {
  const count = (severity: string): number => findings.filter(({ finding }) => finding.severity === severity).length;
  return count('error') > 0 || count('warning') > maxWarnings ? 1 : 0;
}
