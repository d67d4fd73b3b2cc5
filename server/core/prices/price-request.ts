import { divideHalfEven, one, parseDecimal, type Ratio } from '../quantity/money.ts';
import { addMoney, type Basis, type MoneyQuantity, type Per, type TokenQuantity } from '../quantity/quantity.ts';
import type { Priced, PriceSet, Service, TokenPrices } from './types.ts';
import { priceVariants } from './windows.ts';

/** One request's tokens in exclusive classes: each token stands in exactly one. */
export interface RequestTokens {
  readonly fresh: TokenQuantity;
  readonly write: readonly CacheWriteTokens[];
  readonly read: TokenQuantity;
  readonly output: TokenQuantity;
}

export interface CacheWriteTokens {
  /** null: the vendor's default lifetime. */
  readonly lifetimeSeconds: number | null;
  readonly tokens: TokenQuantity;
}

export interface PriceOptions {
  /** Only names what the result is for; the tokens are those of one request, because context tiers look at one request. */
  readonly per?: Per;
  readonly service?: Service;
  readonly processing?: 'global' | 'in-region';
}

export type TokenClass = 'fresh' | 'write' | 'read' | 'output' | 'request-fee';

export interface PricedClass {
  readonly class: TokenClass;
  readonly lifetimeSeconds: number | null;
  readonly tokens: TokenQuantity | null;
  /** Picodollars a token, as used for each end of the range; null where none is known. */
  readonly unit: Bounds;
  readonly money: MoneyQuantity;
}

export interface PricedRequest {
  readonly total: MoneyQuantity;
  readonly classes: readonly PricedClass[];
  /** The context tier that the floor and the ceiling fall in, by its threshold; null = the base price. */
  readonly tier: { readonly floor: number | null; readonly ceiling: number | null };
}

interface Bounds {
  readonly floor: bigint;
  readonly likely: bigint | null;
  readonly ceiling: bigint | null;
}

/** The whole request is priced, never part by part: its length decides the tier of every token, output included. */
export function priceTokens(tokens: RequestTokens, priced: Priced, options: PriceOptions = {}): PricedRequest {
  const per = options.per ?? 'call';
  const length = inputLength(tokens);
  const tariff = tariffFor(priced, options, length);
  const row = (kind: TokenClass, count: TokenQuantity, unit: Bounds, lifetimeSeconds: number | null = null): PricedClass => ({
    class: kind,
    lifetimeSeconds,
    tokens: count,
    unit,
    money: multiply(count, unit, per, tariff.basis),
  });
  const classes = [
    row('fresh', tokens.fresh, tariff.unit('input')),
    ...tokens.write.map(({ lifetimeSeconds, tokens: count }) => row('write', count, tariff.writeUnit(lifetimeSeconds), lifetimeSeconds)),
    row('read', tokens.read, tariff.unit('cacheRead')),
    row('output', tokens.output, tariff.unit('output')),
    ...requestFee(priced, per),
  ];
  return {
    total: addMoney(
      classes.map((one) => one.money),
      per,
    ),
    classes,
    tier: { floor: tierAt(priced.prices, length.floor), ceiling: tierAt(priced.prices, length.ceiling ?? Number.POSITIVE_INFINITY) },
  };
}

interface Length {
  readonly floor: number;
  readonly likely: number | null;
  readonly ceiling: number | null;
}

function inputLength(tokens: RequestTokens): Length {
  const counts = [tokens.fresh, ...tokens.write.map((write) => write.tokens), tokens.read];
  const sum = (values: readonly (number | null)[]): number | null =>
    values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
  return {
    floor: counts.reduce((total, count) => total + count.floor, 0),
    likely: sum(counts.map((count) => count.likely)),
    ceiling: sum(counts.map((count) => count.ceiling)),
  };
}

interface Tariff {
  readonly unit: (field: 'input' | 'cacheRead' | 'output') => Bounds;
  readonly writeUnit: (lifetimeSeconds: number | null) => Bounds;
  readonly basis: readonly Basis[];
}

function tariffFor(priced: Priced, options: PriceOptions, length: Length): Tariff {
  const variants = priceVariants(priced.prices);
  const service = serviceRates(priced, options);
  const fallback = priced.cache?.lifetimes[0]?.seconds ?? null;
  const bounds = (read: (prices: TokenPrices) => bigint | null, rate: Rates): Bounds => {
    const at = (inputTokens: number): readonly (bigint | null)[] => variants.map((set) => read(pricesAt(set, inputTokens)));
    return {
      floor: scaled(least(at(length.floor)), rate.floor) ?? 0n,
      likely: scaled(at(length.likely ?? length.floor)[0] ?? null, rate.likely),
      ceiling: scaled(most(at(length.ceiling ?? Number.POSITIVE_INFINITY)), rate.ceiling),
    };
  };
  const undiscounted = service.cache === 'input-price';
  const unit: Tariff['unit'] = (field) => {
    if (field === 'output') return bounds((prices) => prices.output, service.output);
    if (field === 'input' || undiscounted) return bounds((prices) => prices.input, service.input);
    return bounds((prices) => prices.cacheRead ?? prices.input, service.input);
  };
  return {
    unit,
    writeUnit: (lifetime) => (undiscounted ? unit('input') : bounds((prices) => writePrice(prices, lifetime ?? fallback), service.input)),
    basis: [...service.basis, ...(variants.length > 1 ? [timeOfDay] : [])],
  };
}

const timeOfDay: Basis = { kind: 'unknown', note: 'time-of-day prices' };

/** The price of the lifetime asked for, of the next longer one, or of the longest. */
export function writePrice(prices: TokenPrices, lifetimeSeconds: number | null): bigint {
  const writes = prices.cacheWrites;
  const fitting = writes.find(
    (write) => write.lifetimeSeconds === null || lifetimeSeconds === null || write.lifetimeSeconds >= lifetimeSeconds,
  );
  return (fitting ?? writes.at(-1))?.price ?? prices.input;
}

export function pricesAt(set: PriceSet, inputTokens: number): TokenPrices {
  return set.tiers.findLast((tier) => inputTokens > tier.aboveInputTokens)?.prices ?? set;
}

function tierAt(set: PriceSet, inputTokens: number): number | null {
  return set.tiers.findLast((tier) => inputTokens > tier.aboveInputTokens)?.aboveInputTokens ?? null;
}

interface Rates {
  readonly floor: readonly Ratio[];
  readonly likely: readonly Ratio[] | null;
  readonly ceiling: readonly Ratio[] | null;
}

interface ServiceRates {
  readonly input: Rates;
  readonly output: Rates;
  readonly cache: 'stacks' | 'input-price';
  readonly basis: readonly Basis[];
}

function serviceRates(priced: Priced, options: PriceOptions): ServiceRates {
  const residency = options.processing === 'in-region' ? (priced.residency?.multiplier ?? null) : null;
  const base = residency === null ? [] : [ratio(residency)];
  const service = options.service ?? (priced.id.variants.includes('batch') ? 'batch' : 'standard');
  const same = (multiplier: readonly Ratio[]): Rates => ({ floor: multiplier, likely: multiplier, ceiling: multiplier });
  if (service === 'standard') return { input: same(base), output: same(base), cache: 'stacks', basis: [] };
  const rate = priced.services.find((one) => one.service === service);
  if (rate) return { input: same([...base, ratio(rate.input)]), output: same([...base, ratio(rate.output)]), cache: rate.cache, basis: [] };
  // No listed multiple: batch and flex are never dearer than the standard price, fast and priority never cheaper.
  const isCheaper = service === 'batch' || service === 'flex';
  const rates: Rates = isCheaper ? { floor: [nothing], likely: null, ceiling: base } : { floor: base, likely: null, ceiling: null };
  return {
    input: rates,
    output: rates,
    cache: 'stacks',
    basis: [{ kind: 'unknown', note: `no ${service} price listed for ${priced.title}` }],
  };
}

const nothing: Ratio = { numerator: 0n, denominator: 1n };

const ratio = (decimal: string): Ratio => parseDecimal(decimal) ?? one;

/** All multiples first, then one rounding. */
function scaled(price: bigint | null, ratios: readonly Ratio[] | null): bigint | null {
  if (price === null || ratios === null) return null;
  const product = ratios.reduce(
    (sum, next) => ({ numerator: sum.numerator * next.numerator, denominator: sum.denominator * next.denominator }),
    one,
  );
  return divideHalfEven(price * product.numerator, product.denominator);
}

const least = (prices: readonly (bigint | null)[]): bigint | null => extreme(prices, (price, best) => price < best);
const most = (prices: readonly (bigint | null)[]): bigint | null => extreme(prices, (price, best) => price > best);

/** null where any price is unknown. */
function extreme(prices: readonly (bigint | null)[], isBetter: (price: bigint, best: bigint) => boolean): bigint | null {
  let best: bigint | null = null;
  for (const price of prices) {
    if (price === null) return null;
    if (best === null || isBetter(price, best)) best = price;
  }
  return best;
}

function multiply(tokens: TokenQuantity, unit: Bounds, per: Per, basis: readonly Basis[]): MoneyQuantity {
  const amount = (count: number | null, price: bigint | null): bigint | null => {
    if (count === 0) return 0n;
    return count === null || price === null || !Number.isFinite(count) ? null : BigInt(count) * price;
  };
  return {
    unit: 'USD',
    per,
    floor: amount(Math.max(0, Math.floor(tokens.floor)), unit.floor) ?? 0n,
    likely: amount(tokens.likely === null ? null : Math.round(tokens.likely), unit.likely),
    ceiling: amount(tokens.ceiling === null ? null : Math.ceil(tokens.ceiling), unit.ceiling),
    basis: tokens.ceiling === 0 ? [] : [...tokens.basis, ...basis],
  };
}

function requestFee(priced: Priced, per: Per): readonly PricedClass[] {
  const fee = priced.fees.request;
  if (fee === null) return [];
  const unit = { floor: fee, likely: fee, ceiling: fee };
  return [
    {
      class: 'request-fee',
      lifetimeSeconds: null,
      tokens: null,
      unit,
      money: { unit: 'USD', per, ...unit, basis: [{ kind: 'exact', note: 'fee for each request' }] },
    },
  ];
}
