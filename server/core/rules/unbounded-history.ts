import type { LineItem } from '../bill/line-item.ts';
import type { Loop } from '../program/call-site.ts';
import { isOwnDoing, uncutPieces } from './facts/origins.ts';
import { modelOf } from './facts/pricing.ts';
import { isReported } from './facts/repetition.ts';
import { defineRule, type Report, type RuleContext } from './rule.ts';

export const unboundedHistory = defineRule({
  code: 'LI102',
  name: 'unbounded-history',
  family: 'input',
  severity: 'info',
  on: 'call',
  summary: 'The whole conversation is sent again on every turn, without a limit',
  isPreview: false,

  *check(item, context) {
    if (!isReported(item) || item.call.kind !== 'call') return;
    const { place } = item.call;
    const part = item.call.request.parts.find((one) => one.growth === 'per-turn' && isOwnDoing(item, one.place));
    const loop = part === undefined ? null : conversationAround(item, context);
    if (part !== undefined && loop !== null) {
      yield { ...report(item, context), related: [{ at: loop.place, note: 'One turn a pass of this loop.' }] };
      return;
    }
    const [stored] = uncutPieces(item, ['history']);
    if (stored !== undefined) yield { ...report(item, context), at: stored.origin.place.file === place.file ? stored.origin.place : place };
  },
});

/** A loop that waits for somebody on each pass has no end that bounds its conversation; other loops have rules of their own. */
function conversationAround({ call }: LineItem, { loop }: RuleContext): Loop | null {
  const loops = call.multipliers.map(loop);
  return loops.find((one) => one?.bound === 'user-paced' || one?.bound === 'event-driven') ?? null;
}

function report(item: LineItem, context: RuleContext): Report {
  const isCached = modelOf(item, context)?.cache?.mode === 'automatic';
  return {
    at: item.call.place,
    what: 'The conversation grows with every turn and is sent in full each time.',
    costs: `n turns send some n²/2 times what one turn adds${isCached ? '; a cache makes old turns cheaper, but not fewer' : ''}.`,
    instead: 'Keep the last turns, or sum up older ones.',
    call: item.call.id,
    saving: null,
    related: [],
    fixes: [],
  };
}
