import type { LineItem } from '../bill/line-item.ts';
import { storageCost, usesToPayStorage } from '../prices/cache-storage.ts';
import type { Priced } from '../prices/types.ts';
import { modelOf, pricesFor } from './facts/pricing.ts';
import { count, duration, point, tokenCount, usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const leakedCacheStorage = defineRule({
  code: 'LI408',
  name: 'leaked-cache-storage',
  family: 'cache',
  severity: 'info',
  on: 'call',
  summary: 'A stored prefix is billed by the hour, with no lifetime set and nothing that deletes it',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    if (call.inTest || call.storage?.lifetime !== 'default' || call.storage.isDeleted) return;
    const model = modelOf(item, context);
    const seconds = model?.cache?.lifetimes[0]?.seconds;
    if (model?.cache == null || model.cache.storagePerTokenHour === null || seconds === undefined) return;
    yield {
      at: call.place,
      what: `What is stored here is kept for ${duration(seconds)}, the vendor's default, whether it is used or not.`,
      costs: keeping(item, model, seconds),
      instead: 'Set a ttl that fits the work, and delete it when the work is done.',
      call: call.id,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});

/** In money where the tokens are known, else by the million; and how often it has to be used. */
function keeping(item: LineItem, model: Priced, seconds: number): string | null {
  const { cache } = model;
  if (cache === null) return null;
  const isKnown = item.pending.length === 0 && item.input.floor > 0;
  const tokens = isKnown ? point(item.input) : 1_000_000;
  const cost = storageCost(cache, Math.round(tokens), seconds);
  const uses = usesToPayStorage({ prices: pricesFor(item, model), lifetimeSeconds: null }, cache);
  const often = uses === null ? '' : ` It pays from ${uses === 1 ? 'one use' : `${count(uses)} uses`} in each hour.`;
  return cost === null ? null : `Keeping ${isKnown ? tokenCount(item.input) : 'a million'} tokens so long costs ${usd(cost)}.${often}`;
}
