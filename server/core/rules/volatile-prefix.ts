import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import type { Priced } from '../prices/types.ts';
import type { Piece } from '../program/call-site.ts';
import type { MoneyQuantity } from '../quantity/quantity.ts';
import type { Prefix } from './facts/prefix.ts';
import { pricesFor } from './facts/pricing.ts';
import { isCounted } from './facts/repetition.ts';
import { type BrokenPrefix, brokenPrefix } from './facts/volatile.ts';
import { point, tokenCount, usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const volatilePrefix = defineRule({
  code: 'LI402',
  name: 'volatile-prefix',
  family: 'cache',
  severity: 'warning',
  on: 'call',
  summary: 'Something that changes on every call stands before text that stays, so no cache can hold it',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    if (!isCounted(item)) return;
    const found = brokenPrefix(item, context);
    if (found === null) return;
    const { prefix, cut, model } = found;

    yield {
      at: cut.piece.place,
      what: `${nameOf(cut.piece)} changes on every call and ends the cacheable prefix here.`,
      costs: lostMoney(item, prefix, model),
      instead: 'Put it behind what stays the same: last in the prompt, or in the newest message.',
      call: call.id,
      saving: savingOf(item, prefix, model),
      related: [{ at: call.place, note: 'This call sends it.' }],
      fixes: moveFix(found),
    };
  },
});

function lostMoney(item: LineItem, prefix: Prefix, model: Priced): string | null {
  const prices = pricesFor(item, model);
  const read = prices.cacheRead ?? prices.input;
  const tokens = point(prefix.behind);
  if (prefix.growsBehind) return 'The whole conversation behind it is paid in full on every step.';
  if (read >= prices.input) return `${tokenCount(prefix.behind)} tokens behind it are never read from a cache.`;
  const amount = BigInt(Math.round(tokens));
  return `${tokenCount(prefix.behind)} tokens behind it cost ${usd(amount * prices.input)} a call instead of ${usd(amount * read)} from the cache.`;
}

/** At most what a hit saves: how many calls find the prefix, only production knows. */
function savingOf(item: LineItem, { behind, growsBehind }: Prefix, model: Priced): MoneyQuantity | null {
  const prices = pricesFor(item, model);
  const read = prices.cacheRead ?? prices.input;
  if (growsBehind || read >= prices.input) return null;
  const ceiling = BigInt(Math.round(point(behind))) * (prices.input - read);
  return { unit: 'USD', per: 'call', floor: 0n, likely: null, ceiling, basis: behind.basis };
}

function nameOf(piece: Piece): string {
  return piece.kind === 'text' ? 'This text' : `\`${piece.name}\``;
}

/**
 * Offered, because the model reads another order of words. Where only a whole stored prefix hits, the end of the same text is no
 * better place: there it needs a block of its own, behind the mark.
 */
function moveFix({ prefix, cut, model }: BrokenPrefix): readonly Fix[] {
  const { part, piece } = cut;
  if (piece.kind !== 'hole') return [];
  if (model.cache?.hits === 'common-prefix')
    return [{ title: `Move \`${piece.name}\` to the end of the prompt`, isSafe: false, verbs: [{ verb: 'move-to-end', at: piece.place }] }];
  if (part.isBlock !== true || part.cacheMark === null || prefix.growsBehind) return [];
  return [
    {
      title: `Move \`${piece.name}\` behind the cache mark`,
      isSafe: false,
      verbs: [{ verb: 'move-to-block', at: piece.place, block: part.place }],
    },
  ];
}
