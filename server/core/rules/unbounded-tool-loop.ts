import { boundLoopFix } from './facts/bound-fix.ts';
import { callsOf, isModelWork } from './facts/loop-calls.ts';
import { loopCost } from './facts/loop-cost.ts';
import { defineRule } from './rule.ts';

export const unboundedToolLoop = defineRule({
  code: 'LI301',
  name: 'unbounded-tool-loop',
  family: 'loops',
  severity: 'warning',
  on: 'loop',
  summary: 'Only the model decides when this loop of calls ends',
  isPreview: false,

  *check(loop, context) {
    if (loop.kind !== 'loop' || loop.bound !== 'unbounded') return;
    const items = callsOf(loop, context).filter(isModelWork);
    if (items.length === 0) return;

    yield {
      at: loop.place,
      what: loop.modelExits.length > 0 ? "Only the model's own word ends this loop." : 'Nothing in the code ends this loop of model calls.',
      costs: loopCost(loop, items, context),
      instead: 'Count the steps, or set a deadline or a budget, and stop there.',
      call: items[0]?.call.id ?? null,
      saving: null,
      related: loop.modelExits.map((at) => ({ at, note: 'The model decides here.' })),
      fixes: boundLoopFix(loop),
    };
  },
});
