import path from 'node:path';
import { fingerprintOf } from '../core/usage/fingerprint.ts';
import { usageFileName } from '../core/usage/parse-usage.ts';
import { plural } from '../reports/layout.ts';
import { describeModel } from '../reports/plan-words.ts';
import type { Environment, ExitCode } from './environment.ts';
import { UsageError } from './errors.ts';
import { readUsageProject, type UsageProject } from './usage-project.ts';

export interface UsageInitOptions {
  readonly force?: boolean;
}

/** Writes a usage file with every call site and entry point, and not one number: those are yours. */
export async function usageInit(folder: string, { force = false }: UsageInitOptions, environment: Environment): Promise<ExitCode> {
  const project = await readUsageProject(folder, environment, undefined);
  const target = path.posix.join(project.folder, usageFileName);
  if (!force && (await project.workspace.readText(target)) !== null) {
    throw new UsageError(`${target} is there already and was left as it is; --force writes it anew.`);
  }
  const sites = project.items.filter(({ call }) => !call.inTest && call.operation === 'generate');
  if (sites.length === 0) throw new UsageError(`There is no LLM call in ${folder}.`);
  await project.workspace.writeText(target, template(project, sites));
  await environment.output.answer(`Wrote ${target}: ${plural(sites.length, 'call site')}, no figures yet.\n`);
  return 0;
}

const intro = `// What only production knows. A figure that is not here is unknown, never a default.
//   callsPerMonth, cacheHitRate (0 to 1), secondsBetweenCalls, attempts, steps, usefulRate (0 to 1), batchShare (0 to 1),
//   discount (0.1 is a tenth), inputTokens and outputTokens as { "mean": …, "p50": …, "p95": … }
// \`lineitem usage import LOG\` fills it in from a log.`;

function template({ entryPoints, locator }: UsageProject, sites: UsageProject['items']): string {
  const calls = sites.map((item) => {
    const where = locator.where(item.call.place);
    const line = where === null ? '' : `line ${where.line}, `;
    return `    // ${line}${describeModel(item).replace(/\\s+/g, ' ')}\n    ${JSON.stringify(item.call.id)}: { "fingerprint": ${JSON.stringify(fingerprintOf(item.call))} }`;
  });
  const reached = entryPoints.filter((one) => one.calls.length > 0);
  const runs = reached.map(
    (one) => `    // ${one.kind} ${one.name}: runsPerMonth, usefulRate, attempts, steps …\n    ${JSON.stringify(one.id)}: {}`,
  );
  return `${intro}
{
  "defaults": {},
  "calls": {
${calls.join(',\n')}
  },
  "entryPoints": {${runs.length === 0 ? '' : `\n${runs.join(',\n')}\n  `}}
}
`;
}
