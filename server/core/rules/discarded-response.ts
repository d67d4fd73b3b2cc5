import type { CallSite } from '../program/call-site.ts';
import { sdkNamed } from '../sdks/index.ts';
import { isReported } from './facts/repetition.ts';
import { usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const discardedResponse = defineRule({
  code: 'LI208',
  name: 'discarded-response',
  family: 'output',
  severity: 'warning',
  on: 'call',
  summary: 'An answer is paid for and nothing reads it',
  isPreview: false,

  *check(item) {
    const { call } = item;
    if (!isReported(item) || !call.isDiscarded || call.via.length > 0 || mayDoMore(call) || isProbe(call)) return;
    const most = item.cost?.ceiling ?? null;
    yield {
      at: call.place,
      what: 'Nothing reads this answer.',
      costs: most === null ? 'It is billed all the same.' : `It is billed all the same: up to ${usd(most)} a call.`,
      instead: 'Use it, or leave the call out.',
      call: call.id,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});

/** A framework, tools, a session that remembers, a stored answer: what is asked for may be more than the answer. */
function mayDoMore({ kind, sdk, request, anchor, api }: CallSite): boolean {
  if (kind === 'run' || sdkNamed(sdk)?.provider == null || request.settings.toolCount !== 0 || request.wire === 'openai.assistants')
    return true;
  if (request.parts.some((part) => part.growth !== null || part.name === 'earlier turns') || /send|stream/i.test(api)) return true;
  return (
    anchor === null ||
    anchor.hasSpread ||
    anchor.present.some(({ name }) => /^(store|background|callbacks?|conversation|previous_response_id)$/.test(name))
  );
}

/** A request that asks whether the key, the line or the cache is alive wants no answer. */
function isProbe({ request, symbol }: CallSite): boolean {
  const isShort = request.maxOutput.kind === 'set' && request.maxOutput.tokens <= shortest;
  return isShort || request.cacheMarks.length > 0 || /valid|check|ping|health|warm|test|verify|connect|probe|status|auth/i.test(symbol);
}

/** Tokens of an answer that nobody means to read. */
const shortest = 16;
