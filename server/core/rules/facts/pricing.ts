import type { LineItem } from '../../bill/line-item.ts';
import { findPrice } from '../../bill/price-call.ts';
import { breakEvenUses, unitPrices } from '../../prices/cache-rules.ts';
import { pricesAt } from '../../prices/price-request.ts';
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

/** Null where a mark never pays. */
export function cacheMoney(item: LineItem, model: Priced, prefixTokens: number): CacheMoney | null {
  const lifetimeSeconds = model.cache?.lifetimes[0]?.seconds;
  if (lifetimeSeconds === undefined) return null;
  const plan = { prices: pricesFor(item, model), lifetimeSeconds };
  const paysFrom = breakEvenUses(plan);
  if (paysFrom === null) return null;
  const { input, write, read } = unitPrices(plan);
  const cost = (price: bigint): bigint => costOf(prefixTokens, price);
  return { uncached: cost(input), write: cost(write), read: cost(read), lifetimeSeconds, paysFrom };
}
