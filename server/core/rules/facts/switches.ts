import type { LineItem } from '../../bill/line-item.ts';
import { findPrice } from '../../bill/price-call.ts';
import { type Invalidation, invalidationBy } from '../../prices/cache-invalidation.ts';
import type { Priced } from '../../prices/types.ts';
import type { Loop, Switch } from '../../program/call-site.ts';
import type { RuleContext } from '../rule.ts';
import { modelOf } from './pricing.ts';
import { isReported, quickLoopOf } from './repetition.ts';

export interface BreakingSwitch {
  readonly change: Switch;
  readonly effect: Invalidation;
  readonly loop: Loop;
  readonly model: Priced;
}

/** What a conversation's own loop changes so that the vendor's cache no longer fits what was said before. */
export function breakingSwitches(item: LineItem, context: RuleContext): readonly BreakingSwitch[] {
  const { call } = item;
  if (!isReported(item) || call.switches.length === 0 || !call.request.parts.some((part) => part.growth !== null)) return [];
  const loop = quickLoopOf(item, context);
  const model = modelOf(item, context) ?? alternativeOf(item, context);
  if (loop === null || model === null || !isCacheInUse(item, model)) return [];
  return call.switches.flatMap((change) => {
    const effect = invalidationBy(change.setting, model.provider);
    return effect === null || effect.keeps.messages ? [] : [{ change, effect, loop, model }];
  });
}

/** Where the model itself is what changes, any of them tells whose cache it is. */
function alternativeOf({ call }: LineItem, { prices, now }: RuleContext): Priced | null {
  for (const id of call.request.model.alternatives) {
    const found = findPrice(call, id, prices, now);
    if (found.kind === 'priced') return found.priced;
  }
  return null;
}

function isCacheInUse({ call }: LineItem, model: Priced): boolean {
  if (model.cache === null || (model.prices.cacheRead ?? model.prices.input) >= model.prices.input) return false;
  return model.cache.mode === 'automatic' || call.request.cacheMarks.some((mark) => mark.kind !== 'key');
}

/** `the tools, the system prompt and all turns so far`. */
export function lostBy({ keeps }: Invalidation): string {
  const lost = [keeps.tools ? [] : ['the tools'], keeps.system ? [] : ['the system prompt'], ['all turns so far']].flat();
  return lost.length === 1 ? lost.join('') : `${lost.slice(0, -1).join(', ')} and ${lost.at(-1)}`;
}

/** Reading costs this share of the price: `10%`. */
export function readShare({ prices }: Priced): string {
  const read = Number(prices.cacheRead ?? prices.input) / Number(prices.input);
  return `${Number((read * 100).toFixed(1))}%`;
}
