// Runs cases one after the other, in a thread of its own so that whoever started it can tell when one never ends.
import { parentPort, workerData } from 'node:worker_threads';
import { createGrammars } from '../../server/core/languages/grammars.ts';
import { isAssetName } from '../../server/host/asset-files.ts';
import { assetNamed } from '../rules/lint.ts';
import { type Fuzzed, fuzzOnce, type Tools } from './case.ts';
import { createRandom } from './random.ts';
import { createReadyAnalyzer } from './ready-analyzer.ts';
import { readSubjects } from './subjects.ts';

export interface FuzzOrder {
  readonly seed: number;
  readonly seconds: number;
  /** One case alone, as a fault named it. */
  readonly only: number | null;
  readonly from: readonly string[];
}

export type FuzzMessage =
  | { readonly kind: 'text'; readonly number: number; readonly name: string; readonly text: string }
  | { readonly kind: 'fault'; readonly number: number; readonly fuzzed: Fuzzed }
  | { readonly kind: 'done'; readonly cases: number; readonly subjects: number };

/** An analyzer keeps what it once answered; a new one now and then keeps that from filling the memory. */
const casesAnAnalyzer = 150;

await main();

async function main(): Promise<void> {
  const { seed, seconds, only, from }: FuzzOrder = workerData;
  const say = (message: FuzzMessage): void => parentPort?.postMessage(message);
  const subjects = readSubjects(from);
  const grammars = createGrammars((name) => {
    if (!isAssetName(name)) throw new Error(`There is no asset ${name}.`);
    return assetNamed(name);
  });
  for (const language of ['python', 'typescript', 'tsx', 'javascript'] as const) await grammars.load(language);
  const end = performance.now() + seconds * 1000;
  let number = only ?? 0;
  for (; performance.now() < end && (only === null || number === only); ) {
    const faults: string[] = [];
    const analyzer = await createReadyAnalyzer((what, error) =>
      faults.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    );
    for (let count = 0; count < casesAnAnalyzer && performance.now() < end && (only === null || number === only); count++, number++) {
      const tools: Tools = {
        analyzer,
        grammars,
        takeFaults: () => faults.splice(0),
        worked,
        onText: ({ name }, text) => say({ kind: 'text', number, name, text }),
      };
      const fuzzed = fuzzOnce(createRandom(seed * 1_000_003 + number), subjects, number, tools);
      if (fuzzed.faults.length > 0) say({ kind: 'fault', number, fuzzed });
    }
  }
  say({ kind: 'done', cases: only === null ? number : 1, subjects: subjects.length });
}

/** Milliseconds that this thread worked, whatever else the machine does; a Node that can't tell gives the clock. */
function worked(): number {
  if (!hasThreadUsage(process)) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

interface ThreadUsage {
  threadCpuUsage(): { readonly user: number; readonly system: number };
}

function hasThreadUsage(from: object): from is ThreadUsage {
  return 'threadCpuUsage' in from;
}
