// Throws broken files at the analyzer: `npm run fuzz -- [--seconds 60] [--seed N] [--only CASE] [--from FOLDER]...`.
// Exit code 1 where something failed, took long, or was said differently after edits than from scratch.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { FuzzMessage, FuzzOrder } from '../test/fuzz/worker.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'out', 'fuzz');
/** A case that says nothing for so long hangs. */
const patience = 60_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    from: { type: 'string', multiple: true, default: [] },
  },
});
const order: FuzzOrder = {
  seed: Number(values.seed),
  seconds: Number(values.seconds),
  only: values.only === undefined ? null : Number(values.only),
  from: values.from,
};

main();

function main(): void {
  console.log(`seed ${order.seed}, ${order.seconds} s`);
  const worker = new Worker(join(root, 'test/fuzz/worker.ts'), { workerData: order });
  let last: Extract<FuzzMessage, { kind: 'text' }> | null = null;
  let heard = Date.now();
  let faulty = 0;
  const watch = setInterval(() => {
    if (Date.now() - heard < patience || last === null) return;
    report(last.number, last.name, last.text, [`nothing heard for ${patience / 1000} s`]);
    process.exit(1);
  }, 1_000);

  worker.on('message', (message: FuzzMessage) => {
    heard = Date.now();
    if (message.kind === 'text') last = message;
    else if (message.kind === 'fault') {
      faulty++;
      report(message.number, message.fuzzed.subject.name, message.fuzzed.text, message.fuzzed.faults);
    } else {
      clearInterval(watch);
      console.log(`${message.cases} cases of ${message.subjects} files, ${faulty} faulty`);
      process.exitCode = faulty === 0 && message.cases > 0 ? 0 : 1;
    }
  });
  worker.on('error', (error) => {
    clearInterval(watch);
    if (last !== null) report(last.number, last.name, last.text, [String(error)]);
    console.error(error);
    process.exitCode = 1;
  });
}

function report(number: number, name: string, text: string, faults: readonly string[]): void {
  mkdirSync(output, { recursive: true });
  const file = join(output, `${order.seed}-${number}-${name.replace(/[\\/]/g, '_')}`);
  writeFileSync(file, text);
  console.log(`case ${number} (${name}, kept as ${file}; again: --seed ${order.seed} --only ${number}):`);
  for (const fault of faults) console.log(`  ${fault.replaceAll('\n', '\n  ')}`);
}
