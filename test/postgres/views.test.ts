import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type AggregateRow, aggregate } from '../../server/warehouse/duckdb.ts';
import { priceRows, type SpelledModel } from '../../server/warehouse/fill.ts';
import { insertPrices, insertSites, literal, wideInteger } from '../../server/warehouse/sql-text.ts';
import { createView, tablesFor, usageColumns, usageViews } from '../../server/warehouse/views.ts';
import { withFolder } from '../host/folder.ts';
import { book } from '../prices/book.ts';
import { examplesFolder } from '../usage/examples-folder.ts';
import { answer, importedTotals, logLines } from '../warehouse/example-log.ts';
import { type LogRow, log, sites } from '../warehouse/sample.ts';

const thresholds = [100_000, 200_000, 272_000];
const fill = { prices: book, now: Date.parse('2026-03-05') };

const { LINEITEM_POSTGRES_SOCKET: socket = '', LINEITEM_POSTGRES_USER: user = '' } = process.env;
const psql = (sql: string): string =>
  execFileSync('psql', ['-X', '-q', '--csv', '-v', 'ON_ERROR_STOP=1', '-h', socket, '-U', user, '-d', 'postgres'], {
    input: sql,
    encoding: 'utf8',
  });

const models: readonly SpelledModel[] = [...new Map(log.map((row) => [JSON.stringify(spelled(row)), spelled(row)])).values()];
function spelled({ provider, model, service = 'standard' }: LogRow): SpelledModel {
  return { provider, model, service };
}

/** The log as a table of the warehouse. */
const usageTable = (
  rows: readonly LogRow[],
): string => `CREATE TABLE usage_rows (${usageColumns.map(({ name, type }) => `${name} ${type}`).join(', ')});
INSERT INTO usage_rows VALUES ${rows.map((row) => `(${usageColumns.map((column) => sqlOf(row, column.name, column.usual)).join(', ')})`).join(',\n')};`;

function sqlOf(row: LogRow, name: string, usual: string | null): string {
  const value: unknown = Object.entries(row).find(([key]) => key === name)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? literal(value) : (usual ?? 'NULL');
}

describe('the views on PostgreSQL', () => {
  it('say what they say on DuckDB, row by row', async () => {
    const made = [
      usageTable(log),
      tablesFor(wideInteger.postgres),
      insertSites(sites),
      insertPrices(priceRows(models, thresholds, fill)),
      ...usageViews(thresholds).map(createView),
    ];
    const query = 'SELECT * FROM usage_bill';
    const rows: readonly Record<string, string>[] = parse(psql(`${made.join('\n')}\n${query};`), { columns: true });
    const duck = await withFolder({}, async (folder) => {
      const file = path.join(folder, 'log.jsonl');
      writeFileSync(file, log.map((row) => JSON.stringify(row)).join('\n'));
      const found: AggregateRow[] = [];
      for await (const row of aggregate({ ...fill, sites, thresholds, memory: '200MB', files: [file], columns: null })) found.push(row);
      return found;
    });
    const expected = duck.map((row) => [
      row.site ?? '',
      row.unknownLabel ?? '',
      row.joinedBy ?? '',
      row.model,
      row.day,
      ...[row.requests, row.judged, row.useful, row.fresh, row.write, row.writeHour, row.read, row.output].map(String),
      row.picodollars === null ? '' : String(row.picodollars),
      String(row.unpriced),
    ]);
    const sorted = (all: readonly (readonly string[])[]): string[] => all.map((row) => row.join('|')).sort();
    expect(sorted(rows.map((row) => Object.values(row)))).toEqual(sorted(expected));
    expect(expected.length).toBeGreaterThan(8);
  });

  it('say of the examples’ log what the import and the bill say of it', async () => {
    const folder = examplesFolder();
    try {
      const imported = await importedTotals(folder);
      const rows = logLines(folder).map(
        ({ timestamp, model, metadata, usage, resolved }): LogRow => ({
          requested_at: timestamp,
          provider: '',
          model,
          label: metadata.call_site,
          fresh: usage.input_tokens,
          output: usage.output_tokens,
          judged: resolved === undefined ? 0 : 1,
          useful: resolved === true ? 1 : 0,
        }),
      );
      const named = [...new Set(rows.map(({ model }) => model))].flatMap((model) => ['--model', `/${model}`]);
      const views = await answer(['usage', 'sql', '--project', 'examples', '--as-of', '2026-11-23', ...named], folder);
      const query = `SELECT sum(picodollars) FILTER (WHERE site IS NOT NULL) / 1e12 AS usd, sum(requests) FILTER (WHERE site IS NOT NULL) AS requests,
        sum(useful) FILTER (WHERE site IS NOT NULL) AS useful, sum(requests) AS all_requests, sum(fresh + write + write_hour + read + output) AS all_tokens
        FROM usage_bill`;
      const own = `DROP SCHEMA IF EXISTS examples CASCADE; CREATE SCHEMA examples; SET search_path = examples;`;
      const [found = []]: readonly string[][] = parse(psql(`${own}\n${usageTable(rows)}\n${views}\n${query};`), { from_line: 2 });
      expect(found.map(Number)).toEqual(Object.values(imported).map(Number));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
