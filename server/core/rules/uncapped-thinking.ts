import type { CallSite } from '../program/call-site.ts';
import { isCapRequired, outputCapField } from './facts/fields.ts';
import { originOf } from './facts/loop-calls.ts';
import { capFix, isCappedByItself, longestAnswer } from './facts/output-cap.ts';
import { isReported } from './facts/repetition.ts';
import { thinksUncapped } from './facts/thinking.ts';
import { defineRule } from './rule.ts';

export const uncappedThinking = defineRule({
  code: 'LI206',
  name: 'uncapped-thinking',
  family: 'output',
  severity: 'info',
  on: 'call',
  summary: 'Thinking is on with no budget, and it is billed as output',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    if (!isReported(item) || !thinksUncapped(call)) return;
    if (call.request.model.host === 'local' || isCapRequired(call) || isCappedByItself(item, context)) return;
    const field = outputCapField(call);
    if (field === null) return;

    const origin = originOf(item, context);
    yield {
      at: thinkingField(origin.call)?.place ?? origin.call.place,
      what: `Thinking is on${call.request.settings.effort === null ? '' : ` (${call.request.settings.effort})`}, and nothing limits it: all that the model thinks is billed as output.`,
      costs: longestAnswer(item, context),
      instead: `Set ${field}, which holds thinking and answer together${takesBudget(call) ? ', or a thinking budget' : ', or a lower effort'}.`,
      call: call.id,
      saving: null,
      related: [],
      fixes: capFix(origin, field, usualCap),
    };
  },
});

/** Room to think and to answer. */
const usualCap = 8192;

const takesBudget = ({ request }: CallSite): boolean => request.wire === 'gemini' || request.wire === 'bedrock.converse';

const thinkingField = ({ anchor }: CallSite) => anchor?.present.find(({ name }) => /^(thinking|reasoning|reasoning_?effort)$/i.test(name));
