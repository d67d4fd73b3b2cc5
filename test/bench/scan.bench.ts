// Ratio of `lineitem check` to `ast-grep scan` with two rules in two languages, over the same generated trees:
// `node test/bench/scan.bench.ts [FILES]`. The command line must be built.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateTree } from './generate-tree.ts';

const root = path.join(import.meta.dirname, '../..');
const rounds = 3;

interface Case {
  readonly name: string;
  readonly oneIn: number;
  /** Our time may be so many times the other's. */
  readonly most: number;
}

const cases: readonly Case[] = [
  { name: 'one file in ten names an SDK', oneIn: 10, most: 1 },
  { name: 'every file names an SDK', oneIn: 1, most: 4 },
];

export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
  readonly most: number;
}

/** Median seconds of each, both measured in turns so that a busy machine is busy for both. */
export function benchScan(files: number): BenchRow[] {
  const cli = path.join(root, 'dist/cli/lineitem.cjs');
  if (!existsSync(cli)) throw new Error('The command line is not built: npm run build');
  const folder = mkdtempSync(path.join(tmpdir(), 'lineitem-bench-'));
  try {
    writeRules(folder);
    return cases.map(({ name, oneIn, most }) => {
      const tree = path.join(folder, `tree-${oneIn}`);
      mkdirSync(tree);
      writeFileSync(path.join(tree, 'lineitem.json'), '{"root": true}');
      generateTree(tree, { files, oneIn });
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < rounds; round++) {
        theirs.push(seconds(astGrep(), ['scan', '-c', path.join(folder, 'sgconfig.yml'), '--json=compact', tree]));
        ours.push(seconds(process.execPath, [cli, 'check', tree, '--format', 'json']));
      }
      return { name, ours: median(ours), theirs: median(theirs), ratio: median(ours) / median(theirs), most };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeRules(folder: string): void {
  mkdirSync(path.join(folder, 'rules'));
  writeFileSync(path.join(folder, 'sgconfig.yml'), 'ruleDirs: [rules]\n');
  const rule = (language: string, pattern: string): string =>
    `id: call-${language}\nlanguage: ${language}\nseverity: warning\nmessage: a call\nrule: { pattern: ${pattern} }\n`;
  writeFileSync(path.join(folder, 'rules/python.yml'), rule('python', '$CLIENT.messages.create($$$)'));
  writeFileSync(path.join(folder, 'rules/typescript.yml'), rule('typescript', '$CLIENT.chat.completions.create($$$)'));
}

function astGrep(): string {
  const home = path.dirname(createRequire(import.meta.url).resolve('@ast-grep/cli/package.json'));
  return path.join(home, process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
}

function seconds(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { error, status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'] });
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 1) throw new Error(`${command} ended with ${status}`);
  return (performance.now() - start) / 1000;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

if (process.argv[1] === import.meta.filename) {
  for (const { name, ours, theirs, ratio, most } of benchScan(Number(process.argv[2] ?? 8000))) {
    console.log(`${name}: check ${ours.toFixed(2)} s, ast-grep ${theirs.toFixed(2)} s, ratio ${ratio.toFixed(2)} (goal ≤ ${most})`);
  }
}
