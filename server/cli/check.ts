import { renderJson } from '../reports/json.ts';
import { colourPaint, plainPaint } from '../reports/layout.ts';
import type { Report } from '../reports/report.ts';
import { renderFindings } from '../reports/text-findings.ts';
import type { Environment, ExitCode } from './environment.ts';
import { UsageError } from './errors.ts';
import { readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';
import { chooseRules, type RuleChoice } from './rule-choice.ts';

export interface CheckOptions extends RuleChoice {
  readonly format: 'text' | 'json';
  readonly maxWarnings: number;
  readonly asOf?: number;
  readonly verbose?: boolean;
}

/** Findings of code and prompt files. Exit 1 on an error, or on more warnings than allowed; info and hint never fail. */
export async function check(paths: readonly string[], options: CheckOptions, environment: Environment): Promise<ExitCode> {
  const isChosen = chooseRules(options);
  const places = readPlaces(paths, environment.workingFolder);
  const [request] = places.requests;
  if (request !== undefined) throw new UsageError(`check reads code and prompts; for saved requests use: lineitem bill ${request.name}`);
  const { output, host } = environment;
  const { report: whole, locator } = await reportOn(places, options.asOf ?? host.now(), environment, options.verbose === true);
  const report = { ...whole, findings: whole.findings.filter(({ finding }) => isChosen(finding.code)) };
  const paint = output.hasColour ? colourPaint : plainPaint;
  const answer = options.format === 'json' ? renderJson(report) : renderFindings(report, { sourceLine: locator.sourceLine, paint });
  await output.answer(answer);
  return exitCode(report, options.maxWarnings);
}

function exitCode({ findings }: Report, maxWarnings: number): ExitCode {
  const count = (severity: string): number => findings.filter(({ finding }) => finding.severity === severity).length;
  return count('error') > 0 || count('warning') > maxWarnings ? 1 : 0;
}
