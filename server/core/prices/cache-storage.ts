import { type CachePlan, unitPrices } from './cache-rules.ts';
import type { CacheRules } from './types.ts';

/** What keeping a prefix costs, where the vendor bills storage by the hour; null where it does not. */
export function storageCost(rules: Pick<CacheRules, 'storagePerTokenHour'>, tokens: number, seconds: number): bigint | null {
  const { storagePerTokenHour } = rules;
  return storagePerTokenHour === null ? null : (BigInt(tokens) * storagePerTokenHour * BigInt(Math.round(seconds))) / 3600n;
}

/**
 * How often a stored prefix must be used in each hour that it is kept, to cost less than sending it: u × (1 - r) × b > storage.
 * null: never, or there is nothing to pay for.
 */
export function usesToPayStorage(plan: CachePlan, rules: Pick<CacheRules, 'storagePerTokenHour'>): number | null {
  const { input, read } = unitPrices(plan);
  if (rules.storagePerTokenHour === null || input <= read) return null;
  return Number(rules.storagePerTokenHour / (input - read)) + 1;
}
