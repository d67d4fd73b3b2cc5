import type { LineItem } from '../bill/line-item.ts';
import type { Loop } from '../program/call-site.ts';
import { originOf } from './facts/loop-calls.ts';
import { markFix } from './facts/mark-fix.ts';
import { prefixOf, prefixOfRun } from './facts/prefix.ts';
import { cacheMoney, modelOf } from './facts/pricing.ts';
import { isCounted, passWord, quickLoopOf } from './facts/repetition.ts';
import { duration, ordinal, point, tokenCount, usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const uncachedPrefix = defineRule({
  code: 'LI401',
  name: 'uncached-prefix',
  family: 'cache',
  severity: 'warning',
  on: 'call',
  summary: 'A long prefix is paid in full again on every step, where one cache mark would do',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    if (!isCounted(item) || mayBeMarked(item)) return;
    const model = modelOf(item, context);
    const loop = quickLoopOf(item, context);
    if (model?.cache?.mode !== 'explicit' || model.cache.minimum === null || loop === null) return;
    const prefix = loop.kind === 'agent-run' ? prefixOfRun(item, context) : prefixOf(item, context);
    if (prefix.tokens.floor < model.cache.minimum.tokens) return;
    const money = cacheMoney(item, model, point(prefix.tokens));
    if (money === null) return;

    const origin = originOf(item, context);
    const word = passWord(item, loop);
    yield {
      at: origin.call.place,
      what: `${tokenCount(prefix.tokens)}-token prefix sent uncached: ${usd(money.uncached)} a ${word}.`,
      costs: `With a cache mark ${usd(money.write)} to write, then ${usd(money.read)} to read: pays from the ${ordinal(money.paysFrom)} ${word} within ${duration(money.lifetimeSeconds)}, and used only once it costs ${usd(money.write - money.uncached)} more.`,
      instead: 'Mark the end of what stays the same.',
      call: call.id,
      saving: { unit: 'USD', per: 'call', floor: 0n, likely: null, ceiling: money.uncached - money.read, basis: prefix.tokens.basis },
      related: [{ at: loop.place, note: `Sent again on every ${word} of this ${loop.kind === 'agent-run' ? 'run' : 'loop'}.` }],
      fixes: markFix(origin, isPaid(loop, money.paysFrom)),
    };
  },
});

/** A mark in sight, or a place where one may hide: options that are not known, a helper that speaks of caching. */
function mayBeMarked({ call }: LineItem): boolean {
  const { request } = call;
  if (request.cacheMarks.length > 0 || call.anchor?.hasSpread === true || request.unknowns.length > 0) return true;
  const holes = request.parts.flatMap((part) => part.pieces.flatMap((piece) => (piece.kind === 'hole' ? [piece.name] : [])));
  return holes.some((name) => /cach/i.test(name));
}

/** The model's word alone may end the loop before a mark has paid; a bound that is too low surely does. */
const isPaid = (loop: Loop, paysFrom: number): boolean => loop.max === null || loop.max >= paysFrom;
