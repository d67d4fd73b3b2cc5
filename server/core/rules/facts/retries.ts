import type { LineItem } from '../../bill/line-item.ts';
import type { Loop } from '../../program/call-site.ts';
import type { RuleContext } from '../rule.ts';

/** Loops and retries around a call, also those around the wrappers that it goes through; the innermost first. */
export function loopsAround({ call }: LineItem, context: Pick<RuleContext, 'item' | 'loop'>): readonly Loop[] {
  const inner = [...call.via].reverse().flatMap((id) => context.item(id)?.call.multipliers ?? []);
  return [...new Set([...inner, ...call.multipliers])].flatMap((id) => context.loop(id) ?? []);
}

/** Those that ask again although an answer came: each try is paid. A request that failed is mostly not. */
export const contentRetries = (item: LineItem, context: Pick<RuleContext, 'item' | 'loop'>): readonly Loop[] =>
  loopsAround(item, context).filter((loop) => loop.kind === 'retry' && loop.retries === 'content' && loop.max !== 1);
