import type { LineItem } from '../../bill/line-item.ts';
import type { Priced, TokenPrices } from '../../prices/types.ts';
import type { RuleContext } from '../rule.ts';

/** The model that answers, where its price is known. */
export function modelOf(item: LineItem, { prices, now }: Pick<RuleContext, 'prices' | 'now'>): Priced | null {
  const { model, provider } = item.call.request;
  if (model.id === null || model.host === 'azure' || model.host === 'local') return null;
  const host = model.host === 'bedrock' || model.host === 'vertex' ? model.host : undefined;
  const found = prices.lookup({ model: model.id, provider: provider ?? undefined, host, at: now });
  return found.kind === 'priced' ? found : null;
}

/** The prices of a request of this length: a context tier moves all of it. */
export function pricesAt(model: Priced, inputTokens: number): TokenPrices {
  const reached = model.prices.tiers.filter((tier) => inputTokens > tier.aboveInputTokens);
  return reached.at(-1)?.prices ?? model.prices;
}

export const costOf = (tokens: number, pricePerToken: bigint): bigint => BigInt(Math.round(tokens)) * pricePerToken;
