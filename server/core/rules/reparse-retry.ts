import type { CallSite } from '../program/call-site.ts';
import { originOf } from './facts/loop-calls.ts';
import { isReported } from './facts/repetition.ts';
import { contentRetries } from './facts/retries.ts';
import { usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const reparseRetry = defineRule({
  code: 'LI204',
  name: 'reparse-retry',
  family: 'output',
  severity: 'info',
  on: 'call',
  summary: 'JSON is asked for in words and asked for again when it does not parse, where the vendor can hold the answer to a schema',
  isPreview: true,

  *check(item, context) {
    const { call } = item;
    if (!isReported(item) || call.kind !== 'call' || call.isTemplate || !asksForJson(call) || !hasSchemas(call)) return;
    const [retry] = contentRetries(item, context);
    if (retry === undefined) return;
    const floor = item.cost?.floor ?? 0n;

    yield {
      at: originOf(item, context).call.place,
      what: 'JSON is asked for in words, and the whole request is paid again whenever it does not parse.',
      costs: floor < leastSaid ? null : `Each further try costs at least ${usd(floor)}.`,
      instead: 'Give the schema to the vendor (structured outputs, or a tool with that schema): then it parses the first time.',
      call: call.id,
      saving: null,
      related: [{ at: retry.place, note: 'Asks again.' }],
      fixes: [],
    };
  },
});

/** Below this a sum says nothing to a reader: $0.0001. */
const leastSaid = 100_000_000n;

function asksForJson({ request }: CallSite): boolean {
  if (request.settings.hasOutputSchema || request.settings.toolCount !== 0 || request.unknowns.length > 0) return false;
  return request.parts.some((part) => part.pieces.some((piece) => piece.kind === 'text' && /\bJSON\b/i.test(piece.text)));
}

/** Vendors whose current models hold an answer to a schema. Source: their request types, 2026-11. */
const hasSchemas = ({ request }: CallSite): boolean =>
  request.model.host === 'vendor' && /^(anthropic|openai|google|mistral)$/.test(request.provider ?? '');
