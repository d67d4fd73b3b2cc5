import { addMoney } from '../quantity/quantity.ts';
import type { Budget } from './budget.ts';
import { callsOf, isModelWork } from './facts/loop-calls.ts';
import { count, usd } from './facts/wording.ts';
import { defineRule, type RuleContext } from './rule.ts';

export const expensiveBound = defineRule({
  code: 'LI303',
  name: 'expensive-bound',
  family: 'loops',
  severity: 'warning',
  on: 'loop',
  summary: 'What a loop may cost until its limit stops it is more than a declared budget',
  isPreview: false,

  *check(loop, context) {
    const { max } = loop;
    if (loop.bound !== 'bounded' || max === null || max < 2) return;
    const items = callsOf(loop, context).filter(isModelWork);
    const costs = items.flatMap((item) => (item.cost === null ? [] : [item.cost]));
    if (items.length === 0 || costs.length < items.length) return;
    const { ceiling } = addMoney(costs);
    const budget =
      ceiling === null
        ? null
        : tightest(
            items.map((item) => item.call.id),
            context,
          );
    if (ceiling === null || budget === null || ceiling * BigInt(max) <= budget.usd || ceiling === 0n) return;

    const fitting = Number(budget.usd / ceiling);
    yield {
      at: loop.place,
      what: `Up to ${count(max)} ${loop.maxUnit === 'tool-calls' ? 'tool calls' : loop.maxUnit} of at most ${usd(ceiling)} make ${usd(ceiling * BigInt(max))}.`,
      costs: `The budget of a run is ${usd(budget.usd)} (${budget.declaredIn}).`,
      instead:
        fitting === 0
          ? 'Not even one fits: cap the answer, send less, or raise the budget.'
          : `Stop after ${count(fitting)}, cap the answer, or raise the budget.`,
      call: items[0]?.call.id ?? null,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});

/** The smallest budget for one run of what reaches these calls, or of a call that is itself a run. */
function tightest(calls: readonly string[], context: RuleContext): Budget | null {
  const ids = [...calls, ...calls.flatMap((id) => context.entryPoints(id).map((one) => one.id))];
  const budgets = ids.flatMap(context.budgets).filter(({ per }) => per === 'run');
  return budgets.reduce<Budget | null>((least, one) => (least === null || one.usd < least.usd ? one : least), null);
}
