import type { LineItem } from '../../bill/line-item.ts';
import type { RuleContext } from '../rule.ts';
import { costOf, modelOf, pricesFor } from './pricing.ts';
import { usd } from './wording.ts';

/** What tokens of a text cost each time: with the call that sends it, or with the model that its file names. */
export function textMoney(tokens: number, item: LineItem, context: RuleContext): string | null {
  const model = modelOf(item, context);
  return model === null ? null : `${usd(costOf(tokens, pricesFor(item, model).input))} on every call.`;
}

export function promptMoney(tokens: number, id: string | null, { prices, now }: RuleContext): string | null {
  const found = id === null ? null : prices.lookup({ model: id, at: now });
  return found?.kind === 'priced' ? `${usd(costOf(tokens, found.prices.input))} each time it is sent.` : null;
}
