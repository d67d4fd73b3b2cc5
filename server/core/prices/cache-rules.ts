import { writePrice } from './price-request.ts';
import type { MinimumLength, TokenPrices } from './types.ts';

/** What rules ask about caching one prefix. Amounts are picodollars; a lifetime of null is the vendor's default. */
export interface CachePlan {
  readonly prices: TokenPrices;
  readonly lifetimeSeconds: number | null;
}

interface UnitPrices {
  readonly input: bigint;
  readonly write: bigint;
  readonly read: bigint;
}

export function unitPrices({ prices, lifetimeSeconds }: CachePlan): UnitPrices {
  return { input: prices.input, write: writePrice(prices, lifetimeSeconds), read: prices.cacheRead ?? prices.input };
}

/** How many requests must share a prefix within its lifetime before caching is cheaper: N > (w - r) / (1 - r). null: never. */
export function breakEvenUses(plan: CachePlan): number | null {
  const { input, write, read } = unitPrices(plan);
  if (input <= read) return null;
  return write <= read ? 1 : Number((write - read) / (input - read)) + 1;
}

/** The share of requests that must hit before a mark stops losing money: (w - 1) / (w - r). null: no hit is cheaper. */
export function breakEvenHitRate(plan: CachePlan): number | null {
  const { input, write, read } = unitPrices(plan);
  if (input <= read) return null;
  return write <= input ? 0 : Number(write - input) / Number(write - read);
}

/** The first request writes the prefix, every later one reads it. */
export function cachedCost(plan: CachePlan, prefixTokens: number, uses: number): bigint {
  const { write, read } = unitPrices(plan);
  return uses < 1 ? 0n : BigInt(prefixTokens) * (write + BigInt(uses - 1) * read);
}

export function uncachedCost(plan: CachePlan, prefixTokens: number, uses: number): bigint {
  return BigInt(prefixTokens) * BigInt(Math.max(0, uses)) * plan.prices.input;
}

/** Negative where the mark costs more than it saves. */
export function cacheSaving(plan: CachePlan, prefixTokens: number, uses: number): bigint {
  return uncachedCost(plan, prefixTokens, uses) - cachedCost(plan, prefixTokens, uses);
}

/** What each further request saves once the prefix is in the cache. */
export function savingPerHit(plan: CachePlan, prefixTokens: number): bigint {
  const { input, read } = unitPrices(plan);
  return BigInt(prefixTokens) * (input - read);
}

/** What writing costs beyond sending the prefix plain: lost when nothing reads it. */
export function writePremium(plan: CachePlan, prefixTokens: number): bigint {
  const { input, write } = unitPrices(plan);
  return BigInt(prefixTokens) * (write - input);
}

/** `between`: sources contradict each other there. */
export type MinimumVerdict = 'cached' | 'too-short' | 'between' | 'unknown';

/** Whether a prefix of this length (a range where tokens are estimated) is long enough to be cached at all. */
export function minimumVerdict(
  minimum: MinimumLength | null,
  tokens: { readonly floor: number; readonly ceiling: number | null },
): MinimumVerdict {
  if (!minimum) return 'unknown';
  if (tokens.floor >= minimum.highest) return 'cached';
  if (tokens.ceiling !== null && tokens.ceiling < minimum.lowest) return 'too-short';
  return 'between';
}

/**
 * A prefix below the minimum can be lengthened until it is cached: that pays from this many tokens on,
 * L > M × (r + (w - r) / N). Smaller prefixes are cheaper sent plain.
 */
export function worthLengtheningFrom(plan: CachePlan, minimumTokens: number, uses: number): number | null {
  const { input, write, read } = unitPrices(plan);
  if (uses < 1 || input === 0n) return null;
  const count = BigInt(uses);
  const numerator = BigInt(minimumTokens) * (read * count + (write - read));
  return Number(numerator / (input * count)) + 1;
}
