import '../host/node/small-heap.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { mentionPattern } from '../core/sdks/mentions.ts';
import { cacheFolder } from '../host/node/cache-folder.ts';
import { createNodeHost } from '../host/node/host.ts';
import type { ExitCode } from './environment.ts';
import { createOutput } from './output.ts';
import { runProgram } from './program.ts';

// No top-level await: the bundle is CommonJS.
main().catch((error: unknown) => {
  process.stderr.write(`lineitem: something went wrong: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});

async function main(): Promise<void> {
  const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
  const output = createOutput(process.stdout, process.stderr, process.env);
  const host = createNodeHost({
    assets: path.join(dist, 'assets'),
    worker: path.join(dist, 'worker', 'scan-worker.cjs'),
    shares: true,
    mentions: mentionPattern(),
    cache: cacheFolder(process.env),
    log: (level, message) => output.remark(`${level}: ${message}`),
  });
  const code: ExitCode = await runProgram(process.argv.slice(2), {
    output,
    host,
    version,
    workingFolder: process.cwd(),
    shipped: (name) => readFile(path.join(dist, 'assets', name), 'utf8').catch(() => null),
  });
  process.exitCode = code;
}
