import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import { pricesAt } from '../prices/price-request.ts';
import type { Priced, TokenPrices } from '../prices/types.ts';
import { familyOf } from '../tokens/families.ts';
import { isWritten, placeOfModel } from './facts/model.ts';
import { modelOf } from './facts/pricing.ts';
import { isCounted } from './facts/repetition.ts';
import { perMillion } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const supersededModel = defineRule({
  code: 'LI503',
  name: 'superseded-model',
  family: 'price',
  severity: 'info',
  on: 'call',
  summary: 'A newer model of the same line bills this request lower',
  isPreview: false,

  *check(item, context) {
    const { model } = item.call.request;
    if (!isCounted(item) || model.host !== 'vendor' || !isWritten(item)) return;
    const old = modelOf(item, context);
    const id = old?.lifecycle.retires === null ? old.lifecycle.newer : null;
    const next = id === null ? null : context.asModel(item, id);
    const found = next === null ? null : modelOf(next, context);
    if (old === null || id === null || next === null || found === null) return;
    const growth = mostGrowth(old.id.model, found.id.model);
    if (!isLower(item, old, next, found, growth)) return;

    const ends = found.lifecycle.promotionEnds;
    const [before, after] = [pricesAt(old.prices, item.input.floor), pricesAt(found.prices, next.input.floor)];
    yield {
      at: placeOfModel(item),
      what: `${found.title} is newer and bills this request lower than ${old.title}.`,
      costs: `A million tokens of input and output cost ${both(after)} instead of ${both(before)}${caution(growth)}.${ends === null ? '' : ` That price is promotional until ${ends}.`}`,
      instead: `Try \`${id}\` on your own examples.`,
      call: item.call.id,
      saving: null,
      related: [],
      // Where it may cost more soon, a person decides.
      fixes: ends === null ? replaceFix(item, old, id) : [],
    };
  },
});

const caution = (growth: number): string =>
  growth > 1 ? `; even if its tokenizer makes ${growth.toFixed(2)} times as many tokens, that is less` : '';

/** How many times as many tokens the newer model may count for the same text; 1 with the same tokenizer. */
function mostGrowth(old: string, next: string): number {
  const [before, after] = [familyOf(old), familyOf(next)];
  return before.id === after.id || (before.encoding === after.encoding && isExact(before.certainty) && isExact(after.certainty))
    ? 1
    : after.ratios.prose.ceiling / before.ratios.prose.floor;
}

const isExact = (certainty: string): boolean => certainty === 'exact' || certainty === 'assumed';

/** What is known of both requests, and each price at the most tokens that the other tokenizer may make; also once a promotion ends. */
function isLower(item: LineItem, old: Priced, next: LineItem, found: Priced, growth: number): boolean {
  if (item.cost === null || next.cost === null || next.cost.floor >= item.cost.floor) return false;
  if (item.cost.ceiling !== null && (next.cost.ceiling === null || next.cost.ceiling > item.cost.ceiling)) return false;
  if (isCacheDearer(old, found, growth)) return false;
  const before = pricesAt(old.prices, item.input.floor);
  const sets = [found.prices, ...(found.lifecycle.next === null ? [] : [found.lifecycle.next.prices])];
  return sets.every((set) => isBelow(pricesAt(set, next.input.floor), before, growth));
}

function isBelow(next: TokenPrices, old: TokenPrices, growth: number): boolean {
  if (next.output === null || old.output === null) return false;
  const [input, output] = [Number(next.input) * growth, Number(next.output) * growth];
  return input <= Number(old.input) && output <= Number(old.output) && (input < Number(old.input) || output < Number(old.output));
}

const isCacheDearer = (old: Priced, next: Priced, growth: number): boolean =>
  Number(next.prices.cacheRead ?? next.prices.input) * growth > Number(old.prices.cacheRead ?? old.prices.input);

const both = ({ input, output }: TokenPrices): string => `${perMillion(input)} and ${perMillion(output ?? 0n)}`;

/** Offered: another model answers. Only where the id stands in the code as the vendor spells it. */
function replaceFix({ call }: LineItem, { id: { original, model } }: Priced, next: string): readonly Fix[] {
  const { place, source } = call.request.model;
  if (place === null || original !== model || (source !== 'literal' && source !== 'constant')) return [];
  return [{ title: `Use ${next}`, isSafe: false, verbs: [{ verb: 'replace', at: place, value: next }] }];
}
