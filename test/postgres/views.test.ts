import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type AggregateRow, aggregate } from '../../server/warehouse/duckdb.ts';
import { priceRows, type SpelledModel } from '../../server/warehouse/fill.ts';
import { insertPrices, insertSites, literal, wideInteger } from '../../server/warehouse/sql-text.ts';
import { createView, tablesFor, usageColumns, usageViews } from '../../server/warehouse/views.ts';
import { withFolder } from '../host/folder.ts';
import { book } from '../prices/book.ts';
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
const usageTable = `CREATE TABLE usage_rows (${usageColumns.map(({ name, type }) => `${name} ${type}`).join(', ')});
INSERT INTO usage_rows VALUES ${log.map((row) => `(${usageColumns.map((column) => sqlOf(row, column.name, column.usual)).join(', ')})`).join(',\n')};`;

function sqlOf(row: LogRow, name: string, usual: string | null): string {
  const value: unknown = Object.entries(row).find(([key]) => key === name)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? literal(value) : (usual ?? 'NULL');
}

describe('the views on PostgreSQL', () => {
  it('say what they say on DuckDB, row by row', async () => {
    const made = [
      usageTable,
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
});
