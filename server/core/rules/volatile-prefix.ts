import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import type { Priced } from '../prices/types.ts';
import type { Piece } from '../program/call-site.ts';
import { type Cut, type Prefix, prefixOf } from './facts/prefix.ts';
import { modelOf, pricesFor } from './facts/pricing.ts';
import { isCounted, isOneShot, quickLoopOf } from './facts/repetition.ts';
import { point, tokenCount, usd } from './facts/wording.ts';
import { defineRule, type RuleContext } from './rule.ts';

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
    if (!isCounted(item) || isOneShot(item, context)) return;
    const model = modelOf(item, context);
    const prefix = prefixOf(item, context);
    const { cut } = prefix;
    if (model?.cache == null || cut?.piece.stability !== 'per-call' || !losesCache(item, prefix, model, context)) return;

    yield {
      at: cut.piece.place,
      what: `${nameOf(cut.piece)} changes on every call and ends the cacheable prefix here.`,
      costs: lostMoney(item, prefix, model),
      instead: 'Put it behind what stays the same: last in the prompt, or in the newest message.',
      call: call.id,
      saving: null,
      related: [{ at: call.place, note: 'This call sends it.' }],
      fixes: moveFix(cut, model),
    };
  },
});

/** Enough stays the same behind the piece that a cache would hold it, if only the piece stood last. */
function losesCache(item: LineItem, prefix: Prefix, model: Priced, context: RuleContext): boolean {
  const shortest = model.cache?.minimum?.tokens ?? 0;
  // A conversation that grows behind it passes any minimum sooner or later, and is sent whole on every step.
  if (prefix.growsBehind && prefix.cut?.part.role === 'system') return quickLoopOf(item, context) !== null;
  const isMarked = item.call.request.cacheMarks.some((one) => one.kind !== 'key');
  const isCached = model.cache?.mode === 'automatic' || isMarked || quickLoopOf(item, context) !== null;
  return (
    isCached && prefix.behind.floor > 0 && prefix.tokens.floor + prefix.behind.floor >= shortest && prefix.behind.floor * 4 >= shortest
  );
}

function lostMoney(item: LineItem, prefix: Prefix, model: Priced): string | null {
  const prices = pricesFor(item, model);
  const read = prices.cacheRead ?? prices.input;
  const tokens = point(prefix.behind);
  if (prefix.growsBehind) return 'The whole conversation behind it is paid in full on every step.';
  if (read >= prices.input) return `${tokenCount(prefix.behind)} tokens behind it are never read from a cache.`;
  const amount = BigInt(Math.round(tokens));
  return `${tokenCount(prefix.behind)} tokens behind it cost ${usd(amount * prices.input)} a call instead of ${usd(amount * read)} from the cache.`;
}

function nameOf(piece: Piece): string {
  return piece.kind === 'text' ? 'This text' : `\`${piece.name}\``;
}

/**
 * Offered, because the model reads another order of words. Where only a whole stored prefix hits, the end of the same text
 * is no better place.
 */
function moveFix({ piece }: Cut, model: Priced): readonly Fix[] {
  if (piece.kind !== 'hole' || model.cache?.hits !== 'common-prefix') return [];
  return [{ title: `Move \`${piece.name}\` to the end of the prompt`, isSafe: false, verbs: [{ verb: 'move-to-end', at: piece.place }] }];
}
