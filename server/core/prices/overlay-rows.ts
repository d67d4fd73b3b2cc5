import { parseDecimal, parsePricePerMillion, scaleMoney } from '../quantity/money.ts';
import type { CatalogueTokenPrices } from './catalogue.ts';
import type { ModelId } from './model-id/model-id.ts';
import type { AliasRow, CachePolicyRow, Overlay, PriceRow } from './overlay-schema.ts';
import type { CacheWritePrice, DailyWindow, PriceSet, TokenPrices } from './types.ts';

interface Selector {
  readonly provider: string;
  readonly models: readonly string[];
  readonly host?: string | undefined;
}

/** The first row for this model: a row that names the host goes before rows that name none. */
export function rowFor<Row extends Selector>(rows: readonly Row[], id: ModelId): Row | null {
  const fitting = rows.filter((row) => fits(row, id));
  return fitting.find((row) => row.host !== undefined && row.host === id.host) ?? fitting.find((row) => row.host === undefined) ?? null;
}

export function fits(row: Selector, id: ModelId): boolean {
  if (row.provider !== '*' && row.provider !== id.provider) return false;
  return row.models.some((pattern) => named(pattern, id.model) || named(pattern, id.undated));
}

function named(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Prices in force at `at` from rows that may each begin at a date. */
export function priceRowAt(rows: readonly PriceRow[], id: ModelId, at: number): PriceRow | null {
  let newest: PriceRow | null = null;
  for (const row of rows) {
    if (!fits(row, id) || (row.host !== undefined && row.host !== id.host) || start(row) > at) continue;
    if (newest === null || start(row) > start(newest)) newest = row;
  }
  return newest;
}

/** The row that comes into force next. */
export function priceRowAfter(rows: readonly PriceRow[], id: ModelId, at: number): PriceRow | null {
  const later = rows.filter((row) => fits(row, id) && (row.host === undefined || row.host === id.host) && start(row) > at);
  return later.sort((a, b) => start(a) - start(b))[0] ?? null;
}

export const start = (row: { readonly from?: string | undefined }): number =>
  row.from === undefined ? Number.NEGATIVE_INFINITY : dateMillis(row.from);

export function dateMillis(isoDate: string): number {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
}

export function dayBefore(isoDate: string): string {
  return new Date(dateMillis(isoDate) - 86_400_000).toISOString().slice(0, 10);
}

/** A catalogue's tuple with the vendor's cache rules: what the tuple leaves out follows from the input price. */
export function catalogueTokenPrices(tuple: CatalogueTokenPrices, policy: CachePolicyRow | null): TokenPrices {
  const [input = null, output = null, cacheRead = null, write = null, hourWrite = null] = tuple;
  const cacheWrites: CacheWritePrice[] = [];
  if (write !== null) cacheWrites.push({ lifetimeSeconds: policy?.lifetimes[0]?.seconds ?? null, price: write });
  if (hourWrite !== null) cacheWrites.push({ lifetimeSeconds: 3600, price: hourWrite });
  return complete({ input: input ?? 0n, output, cacheRead, cacheWrites }, policy);
}

type TextPrices = Pick<PriceRow, 'input' | 'output' | 'cacheRead' | 'cacheWrites'>;

export function rowTokenPrices(row: TextPrices, policy: CachePolicyRow | null): TokenPrices {
  return complete(
    {
      input: price(row.input),
      output: row.output === null ? null : price(row.output),
      cacheRead: row.cacheRead === undefined ? null : price(row.cacheRead),
      cacheWrites: (row.cacheWrites ?? []).map((write) => ({ lifetimeSeconds: write.lifetimeSeconds, price: price(write.price) })),
    },
    policy,
  );
}

export function rowPriceSet(row: PriceRow, policy: CachePolicyRow | null): PriceSet {
  const tiers = (row.tiers ?? []).map((tier) => ({ aboveInputTokens: tier.aboveInputTokens, prices: rowTokenPrices(tier, policy) }));
  return { ...rowTokenPrices(row, policy), tiers };
}

export function rowWindows(row: PriceRow, policy: CachePolicyRow | null): readonly DailyWindow[] {
  return (row.windows ?? []).map((window) => ({
    fromSecond: clockSeconds(window.from),
    toSecond: clockSeconds(window.to),
    weekdaysOnly: window.weekdaysOnly,
    prices: { ...rowTokenPrices(window, policy), tiers: [] },
  }));
}

/** Adds the lifetimes and the reading discount that the vendor states as multiples of the input price. */
function complete(listed: TokenPrices, policy: CachePolicyRow | null): TokenPrices {
  if (!policy) return listed;
  const stated = policy.lifetimes.filter((lifetime) => !isOne(lifetime.write));
  const missing = stated.filter((lifetime) => !listed.cacheWrites.some((write) => write.lifetimeSeconds === lifetime.seconds));
  const writes = [
    ...listed.cacheWrites,
    ...missing.map((lifetime) => ({ lifetimeSeconds: lifetime.seconds, price: multiple(listed.input, lifetime.write) })),
  ];
  return {
    ...listed,
    cacheRead: listed.cacheRead ?? (policy.read === undefined ? null : multiple(listed.input, policy.read)),
    cacheWrites: writes.sort((a, b) => (a.lifetimeSeconds ?? 0) - (b.lifetimeSeconds ?? 0)),
  };
}

function isOne(decimal: string): boolean {
  const ratio = parseDecimal(decimal);
  return ratio === null || ratio.numerator === ratio.denominator;
}

function multiple(amount: bigint, decimal: string): bigint {
  const ratio = parseDecimal(decimal);
  return ratio ? scaleMoney(amount, ratio) : amount;
}

/** The schema has checked that it is a decimal. */
function price(text: string): bigint {
  return parsePricePerMillion(text) ?? 0n;
}

function clockSeconds(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 3600 + minute * 60;
}

export function aliasOf(rows: readonly AliasRow[], id: ModelId): AliasRow | null {
  return rows.find((row) => row.provider === id.provider && row.name === id.model) ?? null;
}

/** The user's rows come first, so that they win. */
export function mergeOverlays(first: Overlay, second: Overlay): Overlay {
  return {
    prices: withoutShadowed(first.prices, second.prices),
    cachePolicies: [...first.cachePolicies, ...second.cachePolicies],
    cacheMinimums: [...first.cacheMinimums, ...second.cacheMinimums],
    limits: [...first.limits, ...second.limits],
    lifecycle: [...first.lifecycle, ...second.lifecycle],
    services: [...first.services, ...second.services],
    residency: [...first.residency, ...second.residency],
    regional: [...first.regional, ...second.regional],
    aliases: [...first.aliases, ...second.aliases],
  };
}

/** A user's undated price row is in force always, whatever dates our own rows for that model bear. */
function withoutShadowed(first: readonly PriceRow[], second: readonly PriceRow[]): readonly PriceRow[] {
  const own = new Set(first.flatMap((row) => row.models.map((model) => `${row.provider} ${model}`)));
  return [...first, ...second.filter((row) => !row.models.some((model) => own.has(`${row.provider} ${model}`)))];
}
