// Puts what the commands print into README.md: as they print it behind `<!-- output: … -->` marks, and behind
// `<!-- finance: … -->` marks as the table and sum that a spreadsheet makes of it. `--check` fails where it is stale.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '..');
const file = path.join(root, 'README.md');
/** Prices are read at one date, so that the text does not change with the calendar. */
const asOf = '2026-11-23';

const focusSchema = z.object({
  ServiceName: z.string(),
  ResourceName: z.string(),
  SkuMeter: z.string(),
  x_ServiceTier: z.string(),
  ConsumedQuantity: z.string(),
  ListCost: z.string(),
  BilledCost: z.string(),
});

const before = readFileSync(file, 'utf8');
const after = before
  .replace(
    /(<!-- output: (.+?) -->\n)```text\n[\s\S]*?```/g,
    (_, mark: string, command: string) => `${mark}\`\`\`text\n${output(command)}\`\`\``,
  )
  .replace(/(<!-- finance: (.+?) -->\n\n)(?:\|.*\n)*/g, (_, mark: string, command: string) => `${mark}${financeTable(output(command))}`);

if (!process.argv.includes('--check')) {
  writeFileSync(file, after);
} else if (after !== before) {
  console.error('README.md is stale: npm run generate');
  process.exitCode = 1;
}

function financeTable(focus: string): string {
  const rows = parse(focus, { columns: true }).map((row) => focusSchema.parse(row));
  const sum = (column: 'ListCost' | 'BilledCost'): string => dollars(rows.reduce((total, row) => total + Number(row[column]), 0));
  const lines = rows.map((row) => [
    row.ServiceName,
    row.ResourceName,
    row.SkuMeter,
    row.x_ServiceTier,
    Number(row.ConsumedQuantity).toLocaleString('en-US'),
    dollars(Number(row.ListCost)),
    dollars(Number(row.BilledCost)),
  ]);
  const table = [
    ['ServiceName', 'ResourceName', 'SkuMeter', 'x_ServiceTier', 'ConsumedQuantity', 'ListCost', 'BilledCost'],
    ['---', '---', '---', '---', '---:', '---:', '---:'],
    ...lines,
    ['**Sum**', '', '', '', '', `**${sum('ListCost')}**`, `**${sum('BilledCost')}**`],
  ];
  return table.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function dollars(usd: number): string {
  return usd.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
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
