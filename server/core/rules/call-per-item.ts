import { prefixOf } from './facts/prefix.ts';
import { costOf, modelOf, pricesFor } from './facts/pricing.ts';
import { isCounted } from './facts/repetition.ts';
import { walkAround } from './facts/walks.ts';
import { point, tokenCount, usd } from './facts/wording.ts';
import { defineRule, type RuleOption } from './rule.ts';

/** Shorter instructions are not worth another form of answer. */
const minTokens: RuleOption = { rule: 'LI108', name: 'minTokens', usual: 300, summary: 'Instructions of fewer tokens are not reported.' };

export const callPerItem = defineRule({
  code: 'LI108',
  name: 'call-per-item',
  family: 'input',
  severity: 'info',
  on: 'call',
  summary: 'One call for each item, all of them with the same long instructions',
  isPreview: true,
  options: [minTokens],

  *check(item, context) {
    const { call } = item;
    if (!isCounted(item) || call.kind !== 'call' || call.via.length > 0) return;
    if (call.request.parts.some((part) => part.growth !== null || part.role === 'tools')) return;
    const loop = walkAround(item, context);
    const model = modelOf(item, context);
    const { tokens, cut } = prefixOf(item, context);
    if (loop === null || model === null || cut === null || tokens.floor < context.option(minTokens)) return;
    const cost = costOf(point(tokens), pricesFor(item, model).input);

    yield {
      at: call.place,
      what: `Each item of \`${loop.over[0]?.name ?? 'the list'}\` is a call of its own, which sends the same ${tokenCount(tokens)} tokens again.`,
      costs: `They cost ${usd(cost)} a call: ten items in one request pay that once instead of ten times.`,
      instead: 'Send several items in one request and ask for one answer each, or let a cache hold the instructions.',
      call: call.id,
      saving: null,
      related: [{ at: loop.place, note: 'This loop makes the calls.' }],
      fixes: [],
    };
  },
});
