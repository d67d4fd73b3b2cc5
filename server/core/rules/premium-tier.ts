import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import type { Place } from '../module/module.ts';
import type { Priced } from '../prices/types.ts';
import { parseDecimal, scaleMoney } from '../quantity/money.ts';
import { modelOf } from './facts/pricing.ts';
import { isReported } from './facts/repetition.ts';
import { perMillion } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const premiumTier = defineRule({
  code: 'LI508',
  name: 'premium-tier',
  family: 'price',
  severity: 'info',
  on: 'call',
  summary: 'A setting that multiplies the price: fast or priority processing, one region',
  isPreview: false,

  *check(item, context) {
    const model = isReported(item) ? modelOf(item, context) : null;
    if (model === null) return;
    for (const premium of premiumsOf(item, model)) {
      const field = fieldOf(item, premium.fields);
      yield {
        at: field?.place ?? item.call.place,
        what: `${premium.title} multiplies the price of ${model.title} by ${premium.multiple}.`,
        costs: `A million tokens of input cost ${perMillion(scaled(model.prices.input, premium.multiple))} instead of ${perMillion(model.prices.input)}.`,
        instead: premium.instead,
        call: item.call.id,
        saving: null,
        related: [],
        fixes: field === null ? [] : removal(item, field.name),
      };
    }
  },
});

interface Premium {
  readonly title: string;
  readonly multiple: string;
  readonly fields: readonly string[];
  readonly instead: string;
}

function premiumsOf({ call }: LineItem, model: Priced): readonly Premium[] {
  const { serviceTier, region } = call.request.settings;
  const rate = model.services.find((one) => one.service === serviceTier && (one.service === 'priority' || one.service === 'fast'));
  const found: Premium[] = [];
  if (rate !== undefined)
    found.push({
      title: rate.service === 'fast' ? 'Fast processing' : 'Priority processing',
      multiple: rate.input,
      fields: ['service_tier', 'serviceTier', 'speed'],
      instead: 'Keep it for calls that somebody waits for.',
    });
  if (region !== undefined && region !== 'global' && model.residency !== null)
    found.push({
      title: `Processing in one region (\`${region}\`)`,
      multiple: model.residency.multiplier,
      fields: ['inference_geo'],
      instead: 'Keep it where a contract or a law asks for it.',
    });
  return found;
}

function scaled(price: bigint, multiple: string): bigint {
  const ratio = parseDecimal(multiple);
  return ratio === null ? price : scaleMoney(price, ratio);
}

function fieldOf({ call }: LineItem, names: readonly string[]): { readonly name: string; readonly place: Place } | null {
  return call.anchor?.present.find((one) => names.includes(one.name)) ?? null;
}

/** Offered: answers may come later, or from elsewhere. */
function removal({ call }: LineItem, name: string): readonly Fix[] {
  if (call.anchor === null) return [];
  return [
    {
      title: `Remove ${name}`,
      isSafe: false,
      verbs: [{ verb: 'remove-field', fields: call.anchor.fields, form: call.anchor.fieldForm, name }],
    },
  ];
}
