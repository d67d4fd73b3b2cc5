import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { exactUsd, parseUsd } from '../../server/core/quantity/money.ts';
import { examplesFolder } from '../usage/examples-folder.ts';
import { answer, exampleColumns, exampleLog, importedTotals } from './example-log.ts';

const folder = examplesFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = Readonly<Record<string, string | null>>;

it('DuckDB says of the examples’ log what the import and the bill say of it', async () => {
  const args = ['usage', 'aggregate', exampleLog, '--project', 'examples', '--as-of', '2026-11-23', '--columns', exampleColumns];
  const rows: readonly Row[] = JSON.parse(await answer([...args, '--format', 'json'], folder));
  const joined = rows.filter(({ site }) => site !== null);
  const sum = (of: readonly Row[], name: string): number => of.reduce((total, row) => total + Number(row[name]), 0);
  expect({
    usd: exactUsd(joined.reduce((total, { usd }) => total + (parseUsd(usd ?? '') ?? 0n), 0n)),
    requests: sum(joined, 'requests'),
    useful: sum(joined, 'useful'),
    allRequests: sum(rows, 'requests'),
    allTokens: ['fresh', 'write', 'writeHour', 'read', 'output'].reduce((total, name) => total + sum(rows, name), 0),
  }).toEqual(await importedTotals(folder));
});
