// Puts what the commands print into README.md behind `<!-- output: … -->` marks; `--check` fails where it is stale.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const file = path.join(root, 'README.md');
/** Prices are read at one date, so that the text does not change with the calendar. */
const asOf = '2026-11-23';

const before = readFileSync(file, 'utf8');
const after = before.replace(
  /(<!-- output: (.+?) -->\n)```text\n[\s\S]*?```/g,
  (_, mark: string, command: string) => `${mark}\`\`\`text\n${output(command)}\`\`\``,
);

if (!process.argv.includes('--check')) {
  writeFileSync(file, after);
} else if (after !== before) {
  console.error('README.md is stale: npm run generate');
  process.exitCode = 1;
}

function output(command: string): string {
  const run = spawnSync(process.execPath, ['dist/cli/lineitem.cjs', ...command.split(' '), '--as-of', asOf], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (run.status === null || run.status > 1) throw new Error(`lineitem ${command}: ${run.stderr}`);
  return `${run.stdout.trimEnd()}\n`;
}
