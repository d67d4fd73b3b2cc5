import type { LineItem } from '../../bill/line-item.ts';
import type { Loop } from '../../program/call-site.ts';
import type { RuleContext } from '../rule.ts';

/** The calls that a loop repeats, each paid once: a wrapper's template is left out where its instances are there. */
export function callsOf(loop: Loop, context: Pick<RuleContext, 'item'>): readonly LineItem[] {
  const items = loop.calls.map(context.item).filter((item) => item !== null);
  const leaves = items.filter((item) => !item.call.isTemplate);
  return leaves.length > 0 ? leaves : items;
}

export const isModelWork = (item: LineItem): boolean => item.call.operation === 'generate';

/** The call of the SDK itself, where this one goes through the user's own wrapper. */
export function originOf(item: LineItem, context: Pick<RuleContext, 'item'>): LineItem {
  const innermost = item.call.via.at(-1);
  return (innermost === undefined ? null : context.item(innermost)) ?? item;
}
