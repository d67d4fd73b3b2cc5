import type { Place } from '../module/module.ts';
import type { MoneyQuantity } from '../quantity/quantity.ts';
import type { Budget } from './budget.ts';
import { isCounted } from './facts/repetition.ts';
import { usd } from './facts/wording.ts';
import { defineRule, type Report, type RuleContext } from './rule.ts';

export const overBudget = defineRule({
  code: 'LI507',
  name: 'over-budget',
  family: 'price',
  severity: 'error',
  on: 'call',
  summary: 'A call, a run or a month costs more than its declared budget',
  isPreview: false,

  *check(item, context) {
    // A call through a wrapper is paid by its caller, for which budgets are declared too.
    if (!isCounted(item) || item.cost === null || item.call.isTemplate) return;
    const { id, place } = item.call;
    yield* reports({ id, per: 'call', at: place, cost: item.cost, call: id }, context);
  },

  also: [
    {
      on: 'entry-point',
      *check(entryPoint, context) {
        const { id, place, calls } = entryPoint;
        if (context.budgets(id).length === 0 || calls.some((call) => (context.item(call)?.pending.length ?? 0) > 0)) return;
        const { cost } = context.runCost(entryPoint);
        if (cost !== null) yield* reports({ id, per: 'run', at: place, cost, call: null }, context);
      },
    },
    {
      on: 'budget',
      *check({ budget, of, cost, without }) {
        const least = cost.likely ?? cost.floor;
        if (least <= budget.usd) return;
        const also = without === 0 ? '' : ` and ${without} more whose volume or price is unknown`;
        yield {
          at: budget.at,
          what: `${of}: ${usd(least)} a month${also}, and the budget is ${usd(budget.usd)}.`,
          costs: null,
          instead: 'Send less, choose a cheaper model, or raise the budget.',
          call: null,
          saving: null,
          related: [],
          fixes: [],
        };
      },
    },
  ],
});

interface Spent {
  readonly id: string;
  readonly per: Budget['per'];
  readonly at: Place;
  readonly cost: MoneyQuantity;
  readonly call: string | null;
}

/** Surely above it is an error; what may be above it, because nothing caps it lower, is only said. */
function* reports({ id, per, at, cost, call }: Spent, { budgets }: RuleContext): Iterable<Report> {
  const least = cost.likely ?? cost.floor;
  for (const budget of budgets(id)) {
    if (budget.per !== per) continue;
    const isSure = least > budget.usd;
    // What the loops of a run may add up to is said of the loop.
    if (!isSure && (per !== 'call' || cost.ceiling === null || cost.ceiling <= budget.usd)) continue;
    yield {
      at,
      what: isSure
        ? `This ${per} costs ${cost.likely === null ? 'at least ' : ''}${usd(least)}, and its budget is ${usd(budget.usd)}.`
        : `This ${per} may cost ${usd(cost.ceiling ?? least)}, and its budget is ${usd(budget.usd)}.`,
      costs: null,
      instead: isSure ? 'Send less, choose a cheaper model, or raise the budget.' : 'Cap the answer, send less, or raise the budget.',
      call,
      saving: null,
      related: [{ at: budget.at, note: `Declared in ${budget.declaredIn}.` }],
      fixes: [],
      ...(isSure ? {} : { severity: 'info' as const }),
    };
  }
}
