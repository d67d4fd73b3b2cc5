import { boundLoopFix } from './facts/bound-fix.ts';
import { callsOf, isModelWork } from './facts/loop-calls.ts';
import { stepCost } from './facts/loop-cost.ts';
import { defineRule } from './rule.ts';

export const unboundedRetry = defineRule({
  code: 'LI202',
  name: 'unbounded-retry',
  family: 'output',
  severity: 'warning',
  on: 'loop',
  summary: 'A failing call is tried again without a limit on tries or time',
  isPreview: false,

  *check(loop, context) {
    if (loop.kind !== 'retry' || loop.bound !== 'unbounded') return;
    const items = callsOf(loop, context).filter(isModelWork);
    if (items.length === 0) return;

    yield {
      at: loop.place,
      what: 'A failure is tried again without a limit on tries or time.',
      costs: stepCost(items, 'try', 'tries'),
      instead: 'Give up after a few tries, or after a time.',
      call: items[0]?.call.id ?? null,
      saving: null,
      related: [],
      fixes: boundLoopFix(loop),
    };
  },
});
