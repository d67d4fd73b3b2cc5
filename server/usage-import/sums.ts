import type { PriceBook } from '../core/prices/types.ts';
import type { MeasuredRow } from '../core/usage/usage-schema.ts';
import type { Join, JoinedBy, Site } from './join.ts';
import type { TokenSums, UsageRecord } from './record.ts';
import { createDistinct, createHistogram, type Distinct, type Histogram } from './sketch.ts';

/** What a log says of one call site. */
export interface SiteSums {
  readonly site: Site;
  readonly rows: readonly MeasuredRow[];
  readonly requests: number;
  readonly runs: number;
  readonly judged: number;
  readonly useful: number;
  readonly input: Histogram;
  readonly output: Histogram;
  /** Requests that read from a cache, of those that read or wrote. */
  readonly hits: number;
  readonly cached: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly joinedBy: ReadonlySet<JoinedBy>;
}

export interface Totals extends TokenSums {
  readonly records: number;
  readonly requests: number;
}

export interface LogSums {
  readonly sites: readonly SiteSums[];
  readonly unmatched: readonly { readonly why: string; readonly totals: Totals }[];
  /** Of everything that was read: what stands in sites and in unmatched adds up to it. */
  readonly all: Totals;
  readonly first: number | null;
  readonly last: number | null;
}

export interface SumsOptions {
  readonly prices: PriceBook;
  readonly now: number;
}

/** Kinds of unmatched records that are told apart; all others are one. */
const mostKinds = 200;

export function createSums(options: SumsOptions): { add(record: UsageRecord, join: Join): void; sums(): LogSums } {
  const sites = new Map<string, Gathered>();
  const unmatched = new Map<string, Totals>();
  const thresholds = createThresholds(options);
  let all = nothing;
  let first: number | null = null;
  let last: number | null = null;

  return {
    add(record, join) {
      all = plus(all, record);
      if (record.at !== null) {
        first = Math.min(first ?? record.at, record.at);
        last = Math.max(last ?? record.at, record.at);
      }
      if (join.site === null) {
        const why = unmatched.has(join.why) || unmatched.size < mostKinds ? join.why : 'others';
        unmatched.set(why, plus(unmatched.get(why) ?? nothing, record));
        return;
      }
      const gathered = sites.get(join.site.id) ?? gather(join.site);
      sites.set(join.site.id, gathered);
      gathered.joinedBy.add(join.by);
      take(gathered, record, thresholds(record));
    },
    sums: () => ({
      sites: [...sites.values()].map((one) => ({ ...one, rows: [...one.rows.values()].map(rowOf), runs: one.runs.count() })),
      unmatched: [...unmatched].map(([why, totals]) => ({ why, totals })).sort((a, b) => b.totals.records - a.totals.records),
      all,
      first,
      last,
    }),
  };
}

interface Gathered
  extends Omit<SiteSums, 'rows' | 'runs' | 'requests' | 'judged' | 'useful' | 'hits' | 'cached' | 'first' | 'last' | 'joinedBy'> {
  readonly rows: Map<string, MeasuredRow>;
  readonly runs: Distinct;
  readonly joinedBy: Set<JoinedBy>;
  requests: number;
  judged: number;
  useful: number;
  hits: number;
  cached: number;
  first: number | null;
  last: number | null;
}

const gather = (site: Site): Gathered => ({
  site,
  rows: new Map(),
  runs: createDistinct(),
  joinedBy: new Set(),
  requests: 0,
  judged: 0,
  useful: 0,
  hits: 0,
  cached: 0,
  first: null,
  last: null,
  input: createHistogram(),
  output: createHistogram(),
});

function take(into: Gathered, record: UsageRecord, above: number | null): void {
  const requests = record.requests ?? 0;
  const model = record.model ?? into.site.model ?? 'unknown';
  const key = [record.provider, model, record.service, above].join('\n');
  const before = into.rows.get(key) ?? { ...emptyRow(record, model), ...(above === null ? {} : { aboveInputTokens: above }) };
  into.rows.set(key, {
    ...before,
    requests: before.requests + requests,
    fresh: before.fresh + record.fresh,
    write: (before.write ?? 0) + record.write,
    writeHour: (before.writeHour ?? 0) + record.writeHour,
    read: (before.read ?? 0) + record.read,
    output: before.output + record.output,
  });
  into.requests += requests;
  if (record.at !== null) {
    into.first = Math.min(into.first ?? record.at, record.at);
    into.last = Math.max(into.last ?? record.at, record.at);
  }
  if (record.run !== null) into.runs.add(record.run);
  if (record.useful !== null) into.judged++;
  if (record.useful === true) into.useful++;
  if (requests !== 1) return;
  const input = inputOf(record);
  into.input.add(input);
  into.output.add(record.output);
  if (record.read + record.write + record.writeHour > 0) into.cached++;
  if (record.read > 0) into.hits++;
}

const emptyRow = ({ provider, service }: UsageRecord, model: string): MeasuredRow => ({
  model,
  ...(provider === null ? {} : { provider }),
  ...(service === 'standard' ? {} : { service }),
  requests: 0,
  fresh: 0,
  output: 0,
});

/** Classes that stayed at nothing are left out. */
function rowOf({ write = 0, writeHour = 0, read = 0, ...row }: MeasuredRow): MeasuredRow {
  return { ...row, ...(write === 0 ? {} : { write }), ...(writeHour === 0 ? {} : { writeHour }), ...(read === 0 ? {} : { read }) };
}

const nothing: Totals = { records: 0, requests: 0, fresh: 0, write: 0, writeHour: 0, read: 0, output: 0 };

const plus = (totals: Totals, record: UsageRecord): Totals => ({
  records: totals.records + 1,
  requests: totals.requests + (record.requests ?? 0),
  fresh: totals.fresh + record.fresh,
  write: totals.write + record.write,
  writeHour: totals.writeHour + record.writeHour,
  read: totals.read + record.read,
  output: totals.output + record.output,
});

const inputOf = ({ fresh, write, writeHour, read }: TokenSums): number => fresh + write + writeHour + read;

/** The price tier that one request falls in, by its threshold: a row holds requests of one tier alone. */
function createThresholds({ prices, now }: SumsOptions): (record: UsageRecord) => number | null {
  const known = new Map<string, readonly number[]>();
  return (record) => {
    const { model, provider } = record;
    if (model === null || record.requests !== 1) return null;
    const key = `${provider ?? ''}/${model}`;
    let tiers = known.get(key);
    if (tiers === undefined) {
      const found = prices.lookup({ model, provider: provider ?? undefined, at: now, names: 'model' });
      tiers = found.kind === 'priced' ? found.prices.tiers.map((tier) => tier.aboveInputTokens) : [];
      known.set(key, tiers);
    }
    const input = inputOf(record);
    return tiers.findLast((threshold) => input > threshold) ?? null;
  };
}
