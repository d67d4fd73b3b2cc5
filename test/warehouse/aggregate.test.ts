import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { type AggregateRow, aggregate } from '../../server/warehouse/duckdb.ts';
import { SourceError } from '../../server/warehouse/source.ts';
import { withFolder } from '../host/folder.ts';
import { book } from '../prices/book.ts';
import { log, sites } from './sample.ts';

const thresholds = [100_000, 200_000, 272_000];

async function billOf(files: readonly string[], columns: string | null = null): Promise<AggregateRow[]> {
  const rows: AggregateRow[] = [];
  const options = { prices: book, now: Date.parse('2026-03-05'), sites, thresholds, memory: '200MB', files, columns };
  for await (const row of aggregate(options)) rows.push(row);
  return rows;
}

const inJsonLines = (folder: string, rows: readonly object[] = log): string => {
  const file = path.join(folder, 'log.jsonl');
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
};

const find = (rows: readonly AggregateRow[], site: string | null, day: string): AggregateRow | undefined =>
  rows.find((row) => row.site === site && row.day === day);

describe('the bill of a log', () => {
  it('adds up each call site by model and day, priced to the picodollar', () =>
    withFolder({}, async (folder) => {
      const rows = await billOf([inJsonLines(folder)]);
      // 1,500 fresh × $3/M + 2,000 written × $3.75/M + 2,000 read × $0.30/M + 400 out × $15/M
      expect(find(rows, 'a.py#answer/messages.create~1', '2026-03-01')).toMatchObject({
        joinedBy: 'label',
        model: 'anthropic/claude-sonnet-4-5',
        requests: 2n,
        judged: 2n,
        useful: 1n,
        fresh: 1500n,
        write: 2000n,
        read: 2000n,
        output: 400n,
        picodollars: 1500n * 3_000_000n + 2000n * 3_750_000n + 2000n * 300_000n + 400n * 15_000_000n,
        unpriced: 0n,
      });
    }));

  it('prices by the length of one request, not of a row that stands for many', () =>
    withFolder({}, async (folder) => {
      const rows = await billOf([inJsonLines(folder)]);
      const a = 'a.py#answer/messages.create~1';
      expect(find(rows, a, '2026-03-04')?.picodollars).toBe(250_000n * 6_000_000n + 10n * 22_500_000n);
      expect(find(rows, a, '2026-03-05')?.picodollars).toBe(250_000n * 3_000_000n + 10n * 15_000_000n);
    }));

  it('finds the call site by label, then by prompt, then by the only one of its model', () =>
    withFolder({}, async (folder) => {
      const rows = await billOf([inJsonLines(folder)]);
      const b = rows.filter((row) => row.site?.startsWith('b.py'));
      expect(b.map((row) => [row.joinedBy, row.fresh])).toEqual(
        expect.arrayContaining([
          ['label', 70n],
          ['prompt', 10n],
        ]),
      );
      const c = rows.filter((row) => row.site?.startsWith('c.py'));
      expect(c.map((row) => [row.joinedBy, row.requests, row.picodollars])).toEqual(
        expect.arrayContaining([
          ['model', 3n, 12n * 150_000n + 2n * 600_000n],
          ['label', 1n, 100_000n * 75_000n + 20n * 300_000n],
        ]),
      );
    }));

  it('lists what fits no call site, and never prices what no list prices', () =>
    withFolder({}, async (folder) => {
      const rows = (await billOf([inJsonLines(folder)])).filter((row) => row.site === null);
      expect(rows.map((row) => [row.unknownLabel, row.model, row.fresh, row.picodollars === null, row.unpriced])).toEqual(
        expect.arrayContaining([
          ['gone.py#old/chat.completions.create~1', 'openai/gpt-4o-mini', 14n, false, 0n],
          ['', 'openai/gpt-4o-mini', 13n, false, 0n],
          ['', 'anthropic/claude-sonnet-4-5', 11n, false, 0n],
          ['', 'my-own-model', 1_000_000n, true, 1n],
        ]),
      );
    }));

  it('keeps every request and every token', () =>
    withFolder({}, async (folder) => {
      const rows = await billOf([inJsonLines(folder)]);
      const given = (pick: (row: (typeof log)[number]) => number): bigint => BigInt(log.reduce((sum, row) => sum + pick(row), 0));
      const told = (pick: (row: AggregateRow) => bigint): bigint => rows.reduce((sum, row) => sum + pick(row), 0n);
      expect(told((row) => row.requests)).toBe(given((row) => row.requests ?? 1));
      expect(told((row) => row.fresh + row.write + row.writeHour + row.read)).toBe(
        given((row) => row.fresh + (row.write ?? 0) + (row.write_hour ?? 0) + (row.read ?? 0)),
      );
      expect(told((row) => row.output)).toBe(given((row) => row.output));
    }));

  it('says the same of CSV as of JSON lines, and of two files as of one', () =>
    withFolder({}, async (folder) => {
      const csv = path.join(folder, 'log.csv');
      const columns = [...new Set(log.flatMap((row) => Object.keys(row)))];
      writeFileSync(csv, stringify([...log], { header: true, columns }));
      const whole = await billOf([inJsonLines(folder)]);
      expect(await billOf([csv])).toEqual(whole);
      const half = path.join(folder, 'first.jsonl');
      writeFileSync(
        half,
        log
          .slice(0, 5)
          .map((row) => JSON.stringify(row))
          .join('\n'),
      );
      writeFileSync(csv, stringify(log.slice(5), { header: true, columns }));
      expect(await billOf([half, csv])).toEqual(whole);
    }));

  it('takes columns under other names', () =>
    withFolder({}, async (folder) => {
      const renamed = log.slice(0, 3).map(({ requested_at, ...row }) => ({ ts: requested_at, ...row }));
      const rows = await billOf([inJsonLines(folder, renamed)], 'ts AS requested_at, * EXCLUDE (ts)');
      expect(rows).toEqual(await billOf([inJsonLines(folder, log.slice(0, 3))]));
    }));

  it('says which column is missing, and what there is', () =>
    withFolder({}, async (folder) => {
      const file = inJsonLines(folder, [{ time: '2026-03-01', model: 'x' }]);
      await expect(billOf([file])).rejects.toThrow(
        new SourceError('The rows have no column requested_at. They have: time, model. Name the columns with --columns.'),
      );
      await expect(billOf(['log.txt'])).rejects.toThrow('log.txt is none of .parquet, .csv, .tsv and .jsonl.');
    }));
});
