import type { CallAnchor, CallSite } from '../program/call-site.ts';
import { isCapRequired, outputCapField } from './facts/fields.ts';
import { originOf } from './facts/loop-calls.ts';
import { capFix, isCappedByItself, longestAnswer } from './facts/output-cap.ts';
import { isReported } from './facts/repetition.ts';
import { thinksUncapped } from './facts/thinking.ts';
import { defineRule, type RuleContext } from './rule.ts';

const usualCap = 1024;

export const missingOutputCap = defineRule({
  code: 'LI201',
  name: 'missing-output-cap',
  family: 'output',
  severity: 'info',
  on: 'call',
  summary: 'No limit on the answer: the model alone decides how long it is',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    if (call.kind !== 'call' || !isReported(item)) return;
    if (isResumed(call) || call.request.maxOutput.kind !== 'absent' || isCapRequired(call) || call.request.model.host === 'local') return;
    // What thinking costs is said by its own rule.
    if (thinksUncapped(call)) return;
    // Where the model can't be known, neither can its vendor's need for a cap or its framework's default for one.
    const field = outputCapField(call);
    const { provider, model } = call.request;
    if (field === null || provider === 'anthropic' || isCappedByItself(item, context) || (provider === null && model.id === null)) return;

    // A wrapper says it once for all its callers; one of them may multiply it.
    const isRepeated = call.multipliers.some((id) => multipliesFreely(id, context));
    if (call.via.length > 0 && !isRepeated) return;
    const origin = originOf(item, context);
    yield {
      at: origin.call.place,
      what: 'Nothing limits the length of this answer.',
      costs: longestAnswer(item, context),
      instead: `Set ${field} to the longest answer that you would use.`,
      call: call.id,
      saving: null,
      related: [],
      fixes: capFix(origin, field, usualCap),
    };
  },
});

/** A request that surely names no model takes up an answer that was asked for before. */
function isResumed({ anchor, request }: CallSite): boolean {
  return (
    request.model.id === null &&
    request.model.place === null &&
    anchor !== null &&
    !anchor.hasSpread &&
    request.unknowns.length === 0 &&
    !isPresent(anchor)
  );
}

const isPresent = (anchor: CallAnchor): boolean => anchor.present.some(({ name }) => name === 'model' || name === 'engine');

function multipliesFreely(id: string, context: RuleContext): boolean {
  const loop = context.loop(id);
  return loop !== null && (loop.bound === 'unbounded' || loop.kind === 'fan-out');
}
