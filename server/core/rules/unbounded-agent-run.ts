import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import { runLimitField } from './facts/fields.ts';
import { callsOf, isModelWork } from './facts/loop-calls.ts';
import { loopCost } from './facts/loop-cost.ts';
import { defineRule } from './rule.ts';

export const unboundedAgentRun = defineRule({
  code: 'LI302',
  name: 'unbounded-agent-run',
  family: 'loops',
  severity: 'warning',
  on: 'loop',
  summary: 'A framework runs the agent until the model stops, with no limit set',
  isPreview: false,

  *check(loop, context) {
    if (loop.kind !== 'agent-run' || loop.bound !== 'unbounded') return;
    const items = callsOf(loop, context).filter(isModelWork);
    const run = items[0];
    // Without tools there is nothing to come back from: the run is one call.
    if (run === undefined || run.call.request.settings.toolCount === 0) return;

    yield {
      at: loop.place,
      what: `This run goes on until the model stops${loop.boundBy === null ? '' : `: ${loop.boundBy}`}.`,
      costs: loopCost(loop, items, context),
      instead: 'Set the limit of the run to the steps that a good answer needs.',
      call: run.call.id,
      saving: null,
      related: [],
      fixes: limitFix(run),
    };
  },
});

function limitFix({ call }: LineItem): readonly Fix[] {
  const field = runLimitField(call);
  if (field === null || call.anchor === null || call.anchor.hasSpread || call.via.length > 0) return [];
  return [
    {
      title: `Stop after 10 steps (${field})`,
      isSafe: false,
      verbs: [{ verb: 'set-field', fields: call.anchor.fields, form: call.anchor.fieldForm, name: field, value: { placeholder: 10 } }],
    },
  ];
}
