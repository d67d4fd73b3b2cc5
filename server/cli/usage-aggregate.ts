import { open } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { exactUsd, formatUsd } from '../core/quantity/money.ts';
import { fullCount } from '../reports/format.ts';
import { padEnd, padStart, plural } from '../reports/layout.ts';
import { type AggregateRow, aggregate, MissingEngineError } from '../warehouse/duckdb.ts';
import { siteRows } from '../warehouse/fill.ts';
import { SourceError } from '../warehouse/source.ts';
import { inputThresholds } from '../warehouse/thresholds.ts';
import { type Environment, type ExitCode, loadPrices } from './environment.ts';
import { UsageError } from './errors.ts';
import { readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';

export interface AggregateCommandOptions {
  readonly format: 'text' | 'csv' | 'json';
  /** The project whose call sites are joined. */
  readonly project: string;
  readonly columns?: string;
  readonly memory: string;
  readonly asOf?: number;
}

/** The bill of a log that outgrows memory, by call site, model and day. */
export async function usageAggregate(
  files: readonly string[],
  options: AggregateCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { host, workingFolder } = environment;
  for (const file of files) await mustBeReadable(file);
  if (!/^\d+(?:\.\d+)? ?[KMG]i?B$/i.test(options.memory)) throw new UsageError('--memory takes an amount like 700MB.');
  const now = options.asOf ?? host.now();
  const { report } = await reportOn(readPlaces([options.project], workingFolder), now, environment, false);
  const prices = await loadPrices(host);
  const thresholds = inputThresholds(JSON.parse(new TextDecoder().decode(await host.asset('prices'))));
  const fill = { prices, now };
  const rows = aggregate({
    ...fill,
    files,
    columns: options.columns ?? null,
    sites: siteRows(report, fill),
    thresholds,
    memory: options.memory.replace(' ', ''),
  });
  try {
    await writers[options.format](rows, environment);
  } catch (error) {
    throw explained(error);
  }
  return 0;
}

/** What the user can mend is said in one line. */
function explained(error: unknown): unknown {
  if (error instanceof MissingEngineError || error instanceof SourceError) return new UsageError(error.message);
  const isEngines =
    error instanceof Error && /^(?:IO|Binder|Parser|Invalid Input|Conversion|Out of Memory|Catalog) Error/.test(error.message);
  return isEngines ? new UsageError(error.message.split('\n')[0] ?? error.message) : error;
}

async function mustBeReadable(file: string): Promise<void> {
  // A pattern of names is DuckDB's to read.
  if (/[*?[]/.test(file)) return;
  const handle = await open(file).catch(() => null);
  if (handle === null) throw new UsageError(`There is no file ${file} that can be read.`);
  await handle.close();
}

type Rows = AsyncIterable<AggregateRow>;

const writers: Readonly<Record<AggregateCommandOptions['format'], (rows: Rows, environment: Environment) => Promise<void>>> = {
  async csv(rows, { output }) {
    await output.answer(stringify([columnNames]));
    for await (const row of rows) {
      if (output.isClosed) return;
      await output.answer(stringify([Object.values(plain(row))]));
    }
  },
  async json(rows, { output }) {
    await output.answer('[');
    let separator = '\n';
    for await (const row of rows) {
      if (output.isClosed) return;
      await output.answer(`${separator}${JSON.stringify(plain(row))}`);
      separator = ',\n';
    }
    await output.answer('\n]\n');
  },
  async text(rows, { output }) {
    const totals = new Map<string, Total>();
    let days = 0;
    for await (const row of rows) {
      days++;
      const name = row.site ?? (row.unknownLabel ? `not a call site: ${row.unknownLabel}` : 'no call site fits');
      const key = `${name}\n${row.model}`;
      const before = totals.get(key) ?? { name, model: row.model, requests: 0n, picodollars: 0n, unpriced: 0n };
      totals.set(key, {
        ...before,
        requests: before.requests + row.requests,
        picodollars: before.picodollars + (row.picodollars ?? 0n),
        unpriced: before.unpriced + row.unpriced,
      });
    }
    await output.answer(renderTotals([...totals.values()], days));
  },
};

interface Total {
  readonly name: string;
  readonly model: string;
  readonly requests: bigint;
  readonly picodollars: bigint;
  readonly unpriced: bigint;
}

function renderTotals(totals: readonly Total[], rows: number): string {
  const sorted = [...totals].sort((a, b) => (a.picodollars > b.picodollars ? -1 : a.picodollars < b.picodollars ? 1 : 0));
  const sum = (pick: (total: Total) => bigint): bigint => sorted.reduce((all, one) => all + pick(one), 0n);
  const unpriced = sum((one) => one.unpriced);
  const lines = sorted.flatMap((one) => [
    one.name,
    `  ${padEnd(one.model, 38)}${padStart(fullCount(Number(one.requests)), 16)} req${padStart(formatUsd(one.picodollars), 18)}`,
    ...(one.unpriced > 0n ? [`  of these ${plural(Number(one.unpriced), 'request')} without a known price`] : []),
  ]);
  const incomplete = unpriced > 0n ? `; incomplete, ${fullCount(Number(unpriced))} requests unpriced` : '';
  return [
    ...lines,
    '',
    `${formatUsd(sum((one) => one.picodollars))} for ${fullCount(Number(sum((one) => one.requests)))} requests${incomplete}`,
    `${plural(rows, 'row')} by call site, model and day: --format csv or json`,
    '',
  ].join('\n');
}

const columnNames = [
  'site',
  'unknownLabel',
  'joinedBy',
  'model',
  'day',
  'requests',
  'judged',
  'useful',
  'fresh',
  'write',
  'writeHour',
  'read',
  'output',
  'usd',
  'unpriced',
] as const satisfies readonly (keyof AggregateRow | 'usd')[];

/** Numbers as text where they may be too large for a double; money exact to the picodollar. */
function plain(row: AggregateRow): Record<(typeof columnNames)[number], string | null> {
  const { site, unknownLabel, joinedBy, model, day, picodollars } = row;
  return {
    site,
    unknownLabel,
    joinedBy,
    model,
    day,
    requests: String(row.requests),
    judged: String(row.judged),
    useful: String(row.useful),
    fresh: String(row.fresh),
    write: String(row.write),
    writeHour: String(row.writeHour),
    read: String(row.read),
    output: String(row.output),
    usd: picodollars === null ? null : exactUsd(picodollars),
    unpriced: String(row.unpriced),
  };
}
