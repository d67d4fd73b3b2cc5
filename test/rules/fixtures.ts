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
    .filter((name) => /^[\w-]+\.(py|tsx?|jsx?|prompt\.md|md|json)$/.test(name))
    .map((name) => ({ rule, name, path: path.join(folder, rule, name), text: textOf(path.join(folder, rule, name)) })),
);

/** Prompt files can't import: the long prompt stands in them where they name it. */
function textOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.md') ? text.replace('{{ handbook }}\n', handbook()) : text;
}

function handbook(): string {
  return readFileSync(path.join(folder, 'handbook.md'), 'utf8');
}

/** What stands beside every fixture: a long prompt to import, and what is installed. */
export const besideFixtures: ReadonlyMap<string, string> = (() => {
  const text = handbook();
  return new Map([
    ['handbook.py', `HANDBOOK = """\\\n${text}"""\n`],
    ['handbook.ts', `export const HANDBOOK = \`${text}\`;\n`],
    ['ledger.txt', ledger()],
    // Whatever is called budgeted may cost five cents a run; a call in what is called planned, a fifth of a cent.
    [
      'lineitem.json',
      JSON.stringify({ budgets: { entryPoints: { '*udgeted*': { run: 0.05 } }, callSites: { '*lanned*': { call: 0.002 } } } }),
    ],
    ['package.json', JSON.stringify({ dependencies: { ai: '^6.0.0', openai: '^7.57.0', '@anthropic-ai/sdk': '^1.12.0' } })],
  ]);
})();

/** A text of some 130,000 tokens in which nothing repeats. */
function ledger(): string {
  const line = (_: unknown, at: number): string =>
    `${at + 1}. Invoice LL${(at * 7919) % 1_000_003} over ${(at * 37) % 911}.${10 + (at % 90)} euros`;
  return Array.from({ length: 7_000 }, line).join('\n');
}

/** `costs.py` → `costs.fixed.py`. */
export const fixedPath = (fixture: FixtureFile): string => fixture.path.replace(/\.(\w+)$/, '.fixed.$1');
