import type { LineItem } from '../bill/line-item.ts';
import type { Place } from '../module/module.ts';
import type { CallSite } from '../program/call-site.ts';
import { covers } from '../text/span.ts';
import { outlivesCache } from './facts/prefix.ts';
import { isCounted } from './facts/repetition.ts';
import { walkAround } from './facts/walks.ts';
import { usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const repeatedRequest = defineRule({
  code: 'LI107',
  name: 'repeated-request',
  family: 'input',
  severity: 'info',
  on: 'call',
  summary: 'The same request in every pass of a loop: nothing in it changes',
  isPreview: false,

  *check(item, context) {
    if (!isCounted(item) || item.call.kind !== 'call' || !isUnchanging(item)) return;
    const loop = walkAround(item, context);
    if (loop === null) return;

    yield {
      at: item.call.place,
      what: 'Nothing in this request changes from one pass of the loop to the next.',
      costs: item.cost === null ? 'Each pass pays for it in full again.' : `Each pass pays at least ${usd(item.cost.floor)} for it again.`,
      instead: 'Ask once, before the loop. Where several answers are meant, ask for them in one request, which pays for its input once.',
      call: item.call.id,
      saving: null,
      related: [{ at: loop.place, note: 'This loop sends it again.' }],
      fixes: [],
    };
  },
});

/** Everything that is sent stands in the code, and every option is one that we know the meaning of. */
function isUnchanging({ call }: LineItem): boolean {
  const { request, anchor, via } = call;
  if (request.unknowns.length > 0 || request.model.id === null || request.model.alternatives.length > 0) return false;
  if (request.maxOutput.kind === 'unknown') return false;
  if (isFromOutside(call, request.model.place) || (request.maxOutput.kind === 'set' && isFromOutside(call, request.maxOutput.place)))
    return false;
  if (anchor === null || anchor.hasSpread || via.length > 0 || request.parts.length === 0) return false;
  const isFixed = request.parts.every(
    (part) => part.growth === null && part.pieces.every((piece) => piece.kind === 'text' && outlivesCache(piece.stability)),
  );
  return isFixed && anchor.present.every(({ name }) => steadyFields.has(name));
}

/** A value that the function makes outside of the call may be another one in each pass. */
const isFromOutside = ({ anchor, place }: CallSite, value: Place | null): boolean =>
  value !== null && anchor !== null && value.file === place.file && value.unit === place.unit && !covers(anchor.fields.span, value.span);

/** Fields that hold what `parts` show, or that no loop would change to get another answer. */
const steadyFields: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'system',
  'input',
  'instructions',
  'prompt',
  'contents',
  'tools',
  'max_tokens',
  'max_completion_tokens',
  'max_output_tokens',
  'maxTokens',
  'maxOutputTokens',
  'stream',
  'timeout',
]);
