import type { Lifecycle, Priced } from '../prices/types.ts';
import { isWritten, placeOfModel } from './facts/model.ts';
import { modelOf } from './facts/pricing.ts';
import { isReported } from './facts/repetition.ts';
import { perMillion } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const expiringPrice = defineRule({
  code: 'LI506',
  name: 'expiring-price',
  family: 'price',
  severity: 'info',
  on: 'call',
  summary: 'A promotional price that ends on a known day',
  isPreview: false,

  *check(item, context) {
    const { model } = item.call.request;
    if (!isReported(item) || model.host !== 'vendor' || !isWritten(item)) return;
    const found = modelOf(item, context);
    const ends = found?.lifecycle.promotionEnds ?? null;
    // Of a model that goes soon, another rule says when.
    if (found === null || ends === null || found.lifecycle.retires !== null) return;
    const isOver = Date.parse(ends) + day <= context.now;

    yield {
      at: placeOfModel(item),
      what: isOver
        ? `The promotional price of ${found.title} was promised until ${ends} only.`
        : `The price of ${found.title} is promotional until ${ends}.`,
      costs: laterPrice(found.lifecycle.next, found),
      instead: isOver
        ? "Look at the vendor's price list: from now on it may rise any day."
        : 'Plan with the later price, and look again before that day.',
      call: item.call.id,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});

const day = 86_400_000;

function laterPrice(next: Lifecycle['next'], { prices }: Priced): string | null {
  if (next === null) return null;
  const output =
    next.prices.output === null || prices.output === null
      ? ''
      : ` and output ${perMillion(next.prices.output)} instead of ${perMillion(prices.output)}`;
  return `From ${next.from} on, a million tokens of input cost ${perMillion(next.prices.input)} instead of ${perMillion(prices.input)}${output}.`;
}
