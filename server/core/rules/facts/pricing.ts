import type { LineItem } from '../../bill/line-item.ts';
import { findPrice } from '../../bill/price-call.ts';
import { pricesAt } from '../../prices/price-request.ts';
import { type SimulatedRequest, simulateCache, simulatedCost, simulationRules } from '../../prices/simulate-cache.ts';
import type { Priced, TokenPrices } from '../../prices/types.ts';
import type { RuleContext } from '../rule.ts';

/** The model that answers, where its price is known. */
export function modelOf({ call }: LineItem, { prices, now }: Pick<RuleContext, 'prices' | 'now'>): Priced | null {
  const found = findPrice(call, call.request.model.id, prices, now);
  return found.kind === 'priced' ? found.priced : null;
}

/** The prices of this request: a context tier moves all of it. */
export const pricesFor = (item: LineItem, model: Priced): TokenPrices => pricesAt(model.prices, item.input.floor);

export const costOf = (tokens: number, pricePerToken: bigint): bigint => BigInt(Math.round(tokens)) * pricePerToken;

/** What a prefix costs a step with and without a mark, in picodollars. */
export interface CacheMoney {
  readonly uncached: bigint;
  readonly write: bigint;
  readonly read: bigint;
  readonly lifetimeSeconds: number;
  /** The step from which marking is cheaper in sum. */
  readonly paysFrom: number;
}

/** Null where a mark never pays. Played against the vendor's own cache: what the first use writes, the next ones read. */
export function cacheMoney(item: LineItem, model: Priced, prefixTokens: number): CacheMoney | null {
  const { cache } = model;
  const lifetimeSeconds = cache?.lifetimes[0]?.seconds;
  if (!cache || lifetimeSeconds === undefined) return null;
  const prices = pricesFor(item, model);
  const tokens = Math.round(prefixTokens);
  const uncached = costOf(tokens, prices.input);
  const use = (at: number): SimulatedRequest => ({ at, blocks: [{ id: 'prefix', tokens }], marks: [{ block: 0 }], isExplicit: true });
  const uses = simulateCache(
    Array.from({ length: mostUses }, (_, at) => use(at)),
    { ...simulationRules(cache), minimumTokens: 0 },
  );
  let marked = 0n;
  for (const [at, billed] of uses.entries()) {
    marked += simulatedCost(billed, prices);
    if (marked >= uncached * BigInt(at + 1)) continue;
    const [write = 0n, read = 0n] = uses.map((one) => simulatedCost(one, prices));
    return { uncached, write, read, lifetimeSeconds, paysFrom: at + 1 };
  }
  return null;
}

/** More uses than any published write premium needs. */
const mostUses = 8;
