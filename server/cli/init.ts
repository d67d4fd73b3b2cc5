import { existsSync } from 'node:fs';
import path from 'node:path';
import { configName } from '../core/config/store.ts';
import { isFolder } from '../host/node/root.ts';
import { plural } from '../reports/layout.ts';
import type { Analysis } from './analysis.ts';
import type { Environment, ExitCode } from './environment.ts';
import { UsageError } from './errors.ts';
import { readPlaces } from './places.ts';
import { readProject } from './project-report.ts';

/** Writes a first `lineitem.json` from what the project uses. Nothing that is there is written over, and no number is invented. */
export async function init(folder: string, environment: Environment): Promise<ExitCode> {
  const { workingFolder, host, output } = environment;
  const target = path.resolve(workingFolder, folder);
  if (!isFolder(target)) throw new UsageError(`There is no folder ${folder}.`);
  const file = path.join(target, configName);
  if (existsSync(file)) throw new UsageError(`${path.join(folder, configName)} is there already.`);
  const analysis = await readProject(readPlaces([folder], workingFolder), host.now(), environment);
  await host.workspace(target).writeText(configName, firstConfig(analysis, existsSync(path.join(target, '.git'))));
  await output.answer(`${path.join(folder, configName)} written. An editor with Lineitem completes its keys.\n`);
  return 0;
}

function firstConfig({ files }: Analysis, isGitRoot: boolean): string {
  const items = files.flatMap((report) => report.items).filter(({ call }) => !call.inTest);
  const sdks = tally(items.map(({ call }) => call.sdk));
  const fired = tally(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const entryPoints = files.flatMap((report) => report.entryPoints).filter(({ calls }) => calls.length > 0);
  const unpriced = tally(items.flatMap(({ call, cost }) => (cost === null ? (call.request.model.id ?? []) : [])));
  const used = sdks.length === 0 ? '' : ` (${sdks.map(([name, count]) => `${name} ${count}`).join(', ')})`;
  return `${[
    '{',
    `  // ${plural(items.length, 'call')} found${used}.`,
    ...(isGitRoot ? [] : ['  // Nothing above this folder is looked at.', '  "root": true,']),
    '',
    '  // How much a rule weighs, by code, name or family: off, hint, info, warning or error.',
    '  "rules": {',
    ...fired.map(([rule, count]) => `    // ${plural(count, 'finding')} now: "${rule}": "info",`),
    '  },',
    '',
    '  // The most that one run may cost, in USD.',
    '  "budgets": {',
    '    "entryPoints": {',
    ...entryPoints.map(({ id }) => `      // ${JSON.stringify(id)}: { "run": … },`),
    '    },',
    '  },',
    ...(unpriced.length === 0
      ? []
      : [
          '',
          '  // Models whose price is not known: USD per million tokens, by vendor/model.',
          '  "prices": {',
          ...unpriced.map(([model]) => `    // ${JSON.stringify(`*/${model}`)}: { "input": …, "output": …, "date": "…", "source": "…" },`),
          '  },',
        ]),
    '}',
  ].join('\n')}\n`;
}

/** Each name once, the most frequent first. */
function tally(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}
