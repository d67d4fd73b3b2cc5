import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type FillOptions, priceRows, type SiteRow, type SpelledModel } from './fill.ts';
import { usageRows } from './source.ts';
import { insertPrices, insertSites, wideInteger } from './sql-text.ts';
import { createView, tablesFor, usageViews } from './views.ts';

export interface AggregateOptions extends FillOptions {
  readonly files: readonly string[];
  /** SQL columns that turn a row of the files into a row of `usage_rows`; null takes the files' columns by their names. */
  readonly columns: string | null;
  readonly sites: readonly SiteRow[];
  readonly thresholds: readonly number[];
  /** As DuckDB writes it: `700MB`. What is larger goes to a temporary folder. */
  readonly memory: string;
}

/** One line of the bill: a call site, a model and a day. */
export interface AggregateRow {
  /** Null where no call site fits; then `unknownLabel` is what the log calls it. */
  readonly site: string | null;
  readonly unknownLabel: string | null;
  readonly joinedBy: string | null;
  readonly model: string;
  readonly day: string;
  readonly requests: bigint;
  readonly judged: bigint;
  readonly useful: bigint;
  readonly fresh: bigint;
  readonly write: bigint;
  readonly writeHour: bigint;
  readonly read: bigint;
  readonly output: bigint;
  /** Of what has a price. */
  readonly picodollars: bigint | null;
  /** Requests without a price. */
  readonly unpriced: bigint;
}

/** Joins and adds up a log of any size in DuckDB, within a bound of memory. Yields rows in order of site, model and day. */
export async function* aggregate(options: AggregateOptions): AsyncGenerator<AggregateRow> {
  const { DuckDBInstance } = await loadDuckDb();
  const spill = await mkdtemp(path.join(tmpdir(), 'lineitem-'));
  const settings = { memory_limit: options.memory, temp_directory: spill, preserve_insertion_order: 'false', ...offline };
  const instance = await DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  try {
    await fill(connection, options);
    yield* readBill(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(spill, { recursive: true, force: true });
  }
}

/** Extensions are neither fetched nor loaded by themselves: nothing leaves the machine. */
const offline = { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false', allow_community_extensions: 'false' };

export class MissingEngineError extends Error {}

async function loadDuckDb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new MissingEngineError('This needs DuckDB. Install it with: npm install @duckdb/node-api');
  }
}

async function fill(connection: DuckDBConnection, options: AggregateOptions): Promise<void> {
  await connection.run(tablesFor(wideInteger.duckdb));
  if (options.sites.length > 0) await connection.run(insertSites(options.sites));
  await connection.run(await usageRows(connection, options.files, options.columns));
  const [daily, ...views] = usageViews(options.thresholds);
  if (daily === undefined) return;
  // The log is read once: what prices and call sites hang on is kept, and is small.
  await connection.run(`CREATE TABLE ${daily.name} AS ${daily.query}`);
  const models = await spelledModels(connection);
  const prices = insertPrices(priceRows(models, options.thresholds, options));
  if (prices !== '') await connection.run(prices);
  for (const view of views) await connection.run(createView(view));
}

async function spelledModels(connection: DuckDBConnection): Promise<SpelledModel[]> {
  const found = await connection.runAndReadAll('SELECT DISTINCT provider, model, service FROM usage_daily');
  return found
    .getRows()
    .map(([provider, model, service]) => ({ provider: String(provider), model: String(model), service: String(service) }));
}

async function* readBill(connection: DuckDBConnection): AsyncGenerator<AggregateRow> {
  const result =
    await connection.stream(`SELECT site, unknown_label, joined_by, model, CAST(day AS VARCHAR) AS day, requests, judged, useful,
  fresh, write, write_hour, read, output, picodollars, unpriced FROM usage_bill ORDER BY site NULLS LAST, unknown_label, joined_by NULLS LAST, model, day`);
  for await (const rows of result.yieldRows()) {
    for (const row of rows) {
      const [site, unknownLabel, joinedBy, model, day, ...amounts] = row;
      const [requests, judged, useful, fresh, write, writeHour, read, output, picodollars, unpriced] = amounts.map(integerOf);
      yield {
        site: textOf(site),
        unknownLabel: textOf(unknownLabel),
        joinedBy: textOf(joinedBy),
        model: textOf(model) ?? '',
        day: textOf(day) ?? '',
        requests: requests ?? 0n,
        judged: judged ?? 0n,
        useful: useful ?? 0n,
        fresh: fresh ?? 0n,
        write: write ?? 0n,
        writeHour: writeHour ?? 0n,
        read: read ?? 0n,
        output: output ?? 0n,
        picodollars: picodollars ?? null,
        unpriced: unpriced ?? 0n,
      };
    }
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const integerOf = (value: unknown): bigint | null => (typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : null);
