import type { LineItem } from '../../bill/line-item.ts';
import { pricesAt } from '../../prices/price-request.ts';
import type { PriceSet } from '../../prices/types.ts';
import type { Loop } from '../../program/call-site.ts';
import { addMoney } from '../../quantity/quantity.ts';
import type { RuleContext } from '../rule.ts';
import { costOf, modelOf } from './pricing.ts';
import { count, point, usd } from './wording.ts';

/** What a loop without a bound may cost, said only from what is known; null where nothing is. */
export function loopCost(loop: Loop, items: readonly LineItem[], context: RuleContext): string | null {
  return untilContextIsFull(loop, items, context) ?? stepCost(items, 'step', 'steps');
}

/** `Each step costs at least $0.0093: n steps cost n times that.` Where that is next to nothing, its output alone. */
export function stepCost(items: readonly LineItem[], one: string, many: string): string | null {
  const priced = items.flatMap((item) => (item.cost === null ? [] : [item.cost]));
  if (priced.length === 0) return null;
  const { floor, ceiling } = addMoney(priced);
  const isWhole = priced.length === items.length;
  if (isWhole && floor === ceiling) return `Each ${one} costs ${usd(floor)}: n ${many} cost n × ${usd(floor)}.`;
  const most = ceiling === null || !isWhole ? '' : ` and at most ${usd(ceiling)}`;
  if (floor < leastSaid && most === '') return `Each ${one} is paid in full again: n ${many} cost n times as much.`;
  return `Each ${one} costs at least ${usd(floor)}${most}: n ${many} cost n times that.`;
}

/** Below this a sum says nothing to a reader: $0.0001. */
const leastSaid = 100_000_000n;

/**
 * A conversation that grows ends at the model's context window at the latest. How fast it grows is known only where the
 * answer is capped: then the sum over all steps is a number.
 */
function untilContextIsFull(loop: Loop, items: readonly LineItem[], context: RuleContext): string | null {
  const [item] = items;
  if (item === undefined || items.length !== 1) return null;
  const model = modelOf(item, context);
  const window = model?.limits.context ?? null;
  const cap = item.call.request.maxOutput;
  const grows = loop.kind === 'agent-run' || item.call.request.parts.some((part) => part.growth === 'per-turn');
  if (model === null || window === null || cap.kind !== 'set' || cap.tokens <= 0 || !grows) return null;
  const first = point(item.input);
  const steps = Math.floor((window - first - cap.tokens) / cap.tokens) + 1;
  if (steps < 2) return null;
  const total = totalOf({ first, cap: cap.tokens, steps }, model.prices);
  if (total === null) return null;
  return `If each step adds its cap of ${count(cap.tokens)} tokens, the context of ${count(window)} is full after ${count(steps)} steps and ${usd(total)}.`;
}

interface Growth {
  readonly first: number;
  readonly cap: number;
  readonly steps: number;
}

/** The sum over all steps, tier by tier and not step by step: a large window has thousands. Null where output has no price. */
function totalOf({ first, cap, steps }: Growth, prices: PriceSet): bigint | null {
  let total = 0n;
  for (let from = 0; from < steps; ) {
    const { input, output } = pricesAt(prices, first + from * cap);
    if (output === null) return null;
    const to = Math.min(
      steps,
      ...prices.tiers.map((tier) => firstStepAbove(tier.aboveInputTokens, first, cap)).filter((step) => step > from),
    );
    const count = to - from;
    const inputs = count * (Math.round(first) + from * cap) + (cap * count * (count - 1)) / 2;
    total += costOf(inputs, input) + costOf(cap * count, output);
    from = to;
  }
  return total;
}

const firstStepAbove = (tokens: number, first: number, cap: number): number => Math.floor((tokens - first) / cap) + 1;
