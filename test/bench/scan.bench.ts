/**
 * `lineitem check` against one `ast-grep scan` with two rules in two languages, over the same generated trees:
 * `node test/bench/scan.bench.ts [FILES]`. The command line must be built.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mentionPattern } from '../../server/core/sdks/mentions.ts';
import { createNodeHost } from '../../server/host/node/host.ts';
import { generateTree } from './generate-tree.ts';
import { root, startLineitem, type Took } from './measured-process.ts';
import { median, say } from './report.ts';

/** Each in turns, so that a busy machine is busy for both. */
const rounds = 3;

interface Case {
  readonly name: string;
  readonly oneIn: number;
  /** Our time may be so many times the other's. */
  readonly most: number;
  readonly mostMemory: number | null;
}

const cases: readonly Case[] = [
  { name: 'one in ten names an SDK', oneIn: 10, most: 1, mostMemory: 300 },
  { name: 'all name an SDK', oneIn: 1, most: 4, mostMemory: null },
];

const dist = path.join(root, 'dist');
const worker = path.join(dist, 'worker/scan-worker.cjs');

await main(Number(process.argv[2] ?? 8000));

async function main(files: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineitem-bench-'));
  try {
    writeRules(folder);
    for (const one of cases) await measure(one, files, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure({ name, oneIn, most, mostMemory }: Case, files: number, folder: string): Promise<void> {
  const tree = path.join(folder, `tree-${oneIn}`);
  mkdirSync(tree);
  writeFileSync(path.join(tree, 'lineitem.json'), '{"root": true}');
  generateTree(tree, { files, oneIn });
  const ours: { readonly seconds: number; readonly took: Took }[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    theirs.push(runAstGrep(tree, folder));
    const start = performance.now();
    const took = await startLineitem(['check', '.', '--format', 'json'], 'ignore', tree).took();
    ours.push({ seconds: (performance.now() - start) / 1000, took });
  }
  const [seconds, others] = [median(ours.map((one) => one.seconds)), median(theirs)];
  const cpu = median(ours.map(({ took }) => took.cpu)) / 1000;
  const what = `check of ${files} files, ${name}`;
  const note = `${seconds.toFixed(2)} s and ${cpu.toFixed(2)} s of CPU against ${others.toFixed(2)} s`;
  say({ what: `${what}: against ast-grep's time`, value: seconds / others, unit: 'times', bound: 'at most', aim: most, note });
  const memory = Math.max(...ours.map(({ took }) => took.memory));
  if (mostMemory !== null) say({ what: `${what}: memory`, value: memory, unit: 'MB', bound: 'at most', aim: mostMemory });
  else console.log(`      ${what}: memory: ${Math.round(memory)} MB`);
  await measureAgain(tree, path.join(folder, `cache-${oneIn}`), `${files} unchanged files, ${name}`);
}

/** A scan by itself, its Modules unpacked and not linked. */
async function measureAgain(tree: string, cache: string, what: string): Promise<void> {
  const scan = async (): Promise<number> => {
    const log = (_: string, message: string): void => console.error(message);
    const host = createNodeHost({ assets: path.join(dist, 'assets'), worker, shares: true, mentions: mentionPattern(), cache, log });
    const workspace = host.workspace(tree);
    const start = performance.now();
    await workspace.scan({ paths: () => undefined, module: () => undefined, text: () => undefined, skipped: () => undefined });
    const took = performance.now() - start;
    workspace.dispose();
    return took;
  };
  const first = await scan();
  // What was written a moment ago is not trusted yet.
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  await scan();
  const again = median([await scan(), await scan(), await scan()]);
  say({
    what: `second scan of ${what}`,
    value: again,
    unit: 'ms',
    bound: 'at most',
    aim: 1000,
    note: `the first took ${Math.round(first)} ms`,
  });
}

function writeRules(folder: string): void {
  mkdirSync(path.join(folder, 'rules'));
  writeFileSync(path.join(folder, 'sgconfig.yml'), 'ruleDirs: [rules]\n');
  const rule = (language: string, pattern: string): string =>
    `id: call-${language}\nlanguage: ${language}\nseverity: warning\nmessage: a call\nrule: { pattern: ${pattern} }\n`;
  writeFileSync(path.join(folder, 'rules/python.yml'), rule('python', '$CLIENT.messages.create($$$)'));
  writeFileSync(path.join(folder, 'rules/typescript.yml'), rule('typescript', '$CLIENT.chat.completions.create($$$)'));
}

/** Seconds. */
function runAstGrep(tree: string, folder: string): number {
  const home = path.dirname(createRequire(import.meta.url).resolve('@ast-grep/cli/package.json'));
  const binary = path.join(home, process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
  const start = performance.now();
  const { error, status } = spawnSync(binary, ['scan', '-c', path.join(folder, 'sgconfig.yml'), '--json=compact', tree], {
    stdio: 'ignore',
  });
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 1) throw new Error(`ast-grep ended with ${status}`);
  return (performance.now() - start) / 1000;
}
