import type { LineItem } from '../bill/line-item.ts';
import { parseDecimal, scaleMoney } from '../quantity/money.ts';
import { modelOf, pricesFor } from './facts/pricing.ts';
import { isCounted } from './facts/repetition.ts';
import { walkAround } from './facts/walks.ts';
import { perMillion } from './facts/wording.ts';
import { defineRule, type RuleContext } from './rule.ts';

export const batchEligible = defineRule({
  code: 'LI504',
  name: 'batch-eligible',
  family: 'price',
  severity: 'info',
  on: 'call',
  summary: 'Many calls that nobody waits for, at the price of calls that somebody waits for',
  isPreview: true,

  *check(item, context) {
    const { call } = item;
    const loop = isCounted(item) && isSingle(item) && isUnattended(item, context) ? walkAround(item, context) : null;
    const model = modelOf(item, context);
    const batch = model?.services.find((one) => one.service === 'batch');
    if (loop === null || model === null || batch === undefined || !batchWires.has(call.request.wire)) return;
    const { input, output } = pricesFor(item, model);

    yield {
      at: call.place,
      what: `Nobody waits for these answers: one for each item of \`${loop.over[0]?.name ?? 'the list'}\`.`,
      costs: `In a batch, a million tokens of input and output cost ${perMillion(scaled(input, batch.input))} and ${perMillion(scaled(output ?? 0n, batch.output))} instead of ${perMillion(input)} and ${perMillion(output ?? 0n)}.`,
      instead: 'Send them as one batch, and collect the answers within a day.',
      call: call.id,
      saving: null,
      related: [{ at: loop.place, note: 'This loop makes the calls.' }],
      fixes: [],
    };
  },
});

/** Whose vendors take the same bodies in a batch. */
const batchWires: ReadonlySet<string> = new Set([
  'anthropic.messages',
  'openai.chat',
  'openai.responses',
  'gemini',
  'gemini.generateContent',
]);

/** One question and one answer: no conversation, no tools to answer in between, nothing streamed to a reader. */
function isSingle({ call }: LineItem): boolean {
  const { parts, settings, model, cacheMarks } = call.request;
  if (call.kind !== 'call' || call.via.length > 0 || model.host !== 'vendor' || cacheMarks.length > 0) return false;
  if (settings.isBatch || settings.stream === true || settings.serviceTier !== null) return false;
  return parts.every((part) => part.growth === null && part.role !== 'tools');
}

/** Started by a clock or from a terminal, and by nothing else. */
function isUnattended({ call }: LineItem, { entryPoints, loop }: RuleContext): boolean {
  const reached = entryPoints(call.id);
  const isStarted = reached.length > 0 && reached.every(({ kind }) => kind === 'main' || kind === 'command' || kind === 'scheduled');
  return isStarted && call.multipliers.map(loop).every((one) => one !== null && one.bound !== 'user-paced' && one.bound !== 'event-driven');
}

function scaled(price: bigint, multiple: string): bigint {
  const ratio = parseDecimal(multiple);
  return ratio === null ? price : scaleMoney(price, ratio);
}
