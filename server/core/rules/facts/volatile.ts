import type { LineItem } from '../../bill/line-item.ts';
import type { Priced } from '../../prices/types.ts';
import type { RuleContext } from '../rule.ts';
import { type Cut, type Prefix, prefixOf } from './prefix.ts';
import { modelOf } from './pricing.ts';
import { isOneShot, quickLoopOf } from './repetition.ts';

export interface BrokenPrefix {
  readonly prefix: Prefix;
  readonly cut: Cut;
  readonly model: Priced;
}

/** A request whose prefix ends at something that changes on every call, so that a cache which would hold the rest cannot. */
export function brokenPrefix(item: LineItem, context: RuleContext): BrokenPrefix | null {
  if (isOneShot(item, context)) return null;
  const model = modelOf(item, context);
  const prefix = prefixOf(item, context);
  const { cut } = prefix;
  if (model?.cache == null || cut?.piece.stability !== 'per-call' || !losesCache(item, prefix, model, context)) return null;
  return { prefix, cut, model };
}

/** Enough stays the same behind the piece that a cache would hold it, if only the piece stood last. */
function losesCache(item: LineItem, prefix: Prefix, model: Priced, context: RuleContext): boolean {
  const shortest = model.cache?.minimum?.tokens ?? unknownMinimum;
  // A conversation that grows behind it passes any minimum sooner or later, and is sent whole on every step.
  if (prefix.growsBehind && prefix.cut?.part.role === 'system') return quickLoopOf(item, context) !== null;
  const isMarked = item.call.request.cacheMarks.some((one) => one.kind !== 'key');
  const isCached = model.cache?.mode === 'automatic' || isMarked || quickLoopOf(item, context) !== null;
  return (
    isCached && prefix.behind.floor > 0 && prefix.tokens.floor + prefix.behind.floor >= shortest && prefix.behind.floor * 4 >= shortest
  );
}

/** Where no source says how short a cached prefix may be: the most that is common. */
const unknownMinimum = 1024;
