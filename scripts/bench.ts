// Runs every benchmark, each in a process of its own: `npm run bench`, or `npm run bench -- edit tokens` for some of them.
// Exit code 1 where a line is over its aim. Nothing here is a test: a busy machine may miss an aim that a quiet one meets.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const benches = ['edit', 'tokens', 'scan', 'server', 'page', 'package', 'rules', 'warehouse'] as const;

main(process.argv.slice(2));

function main(names: readonly string[]): void {
  const unknown = names.filter((name) => !benches.some((bench) => bench === name));
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}; there are: ${benches.join(', ')}`);
    process.exit(2);
  }
  if (run('esbuild.mjs') !== 0) process.exit(2);
  const over = benches
    .filter((name) => names.length === 0 || names.includes(name))
    .filter((name) => run(join('test/bench', `${name}.bench.ts`)) !== 0);
  console.log(over.length === 0 ? 'Every line is within its aim.' : `Over an aim, or failed: ${over.join(', ')}`);
  process.exitCode = over.length === 0 ? 0 : 1;
}

function run(script: string): number | null {
  return spawnSync(process.execPath, [join(root, script)], { cwd: root, stdio: 'inherit' }).status;
}
