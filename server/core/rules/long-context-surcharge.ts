import { pricesAt } from '../prices/price-request.ts';
import type { TokenPrices } from '../prices/types.ts';
import { costOf, modelOf } from './facts/pricing.ts';
import { isCounted } from './facts/repetition.ts';
import { count, perMillion, tokenCount, usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const longContextSurcharge = defineRule({
  code: 'LI505',
  name: 'long-context-surcharge',
  family: 'price',
  severity: 'warning',
  on: 'call',
  summary: 'The request is so long that all of it is billed at a higher price',
  isPreview: false,

  *check(item, context) {
    if (!isCounted(item)) return;
    const model = modelOf(item, context);
    const tier = model?.prices.tiers.findLast((one) => item.input.floor > one.aboveInputTokens) ?? null;
    const below = model?.prices.tiers[0]?.aboveInputTokens ?? null;
    if (model === null || tier === null || below === null || tier.prices.input <= model.prices.input) return;
    const cheap = pricesAt(model.prices, below);
    const tokens = item.input.floor;

    yield {
      at: item.call.place,
      what: `This request has ${tokenCount(item.input)} tokens, and above ${count(tier.aboveInputTokens)} ${model.title} bills all of it at ${inAndOut(tier.prices)} per million tokens instead of ${inAndOut(cheap)}.`,
      costs: `Its input costs ${usd(costOf(tokens, tier.prices.input))} a call; the first ${count(below)} tokens alone would cost ${usd(costOf(below, cheap.input))}.`,
      instead: `Send less than ${count(tier.aboveInputTokens)} tokens, or send it in two requests.`,
      call: item.call.id,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});

/** Input and output, as price lists write them. */
const inAndOut = ({ input, output }: TokenPrices): string =>
  output === null ? perMillion(input) : `${perMillion(input)} / ${perMillion(output)}`;
