import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface FixtureFile {
  readonly rule: string;
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

const folder = import.meta.dirname;

/** Folders of fixtures are named as their rules. */
export const fixtureFolders: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

export const fixtures: readonly FixtureFile[] = fixtureFolders.flatMap((rule) =>
  readdirSync(path.join(folder, rule))
    .filter((name) => /^[\w-]+\.(py|tsx?|jsx?)$/.test(name))
    .map((name) => ({ rule, name, path: path.join(folder, rule, name), text: readFileSync(path.join(folder, rule, name), 'utf8') })),
);

/** What stands beside every fixture: a long prompt to import, and what is installed. */
export const besideFixtures: ReadonlyMap<string, string> = (() => {
  const handbook = readFileSync(path.join(folder, 'handbook.md'), 'utf8');
  return new Map([
    ['handbook.py', `HANDBOOK = """\\\n${handbook}"""\n`],
    ['handbook.ts', `export const HANDBOOK = \`${handbook}\`;\n`],
    ['package.json', JSON.stringify({ dependencies: { ai: '^6.0.0', openai: '^7.57.0', '@anthropic-ai/sdk': '^1.12.0' } })],
  ]);
})();

/** `costs.py` → `costs.fixed.py`. */
export const fixedPath = (fixture: FixtureFile): string => fixture.path.replace(/\.(\w+)$/, '.fixed.$1');
