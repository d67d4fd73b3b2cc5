import type { LineItem } from '../bill/line-item.ts';
import { addTokens } from '../quantity/quantity.ts';
import { costOf, modelOf, pricesFor } from './facts/pricing.ts';
import { isCounted } from './facts/repetition.ts';
import { count, point, tokenCount, usd } from './facts/wording.ts';
import { defineRule, type RuleContext, type RuleOption } from './rule.ts';

/** The usual is where declarations weigh more than a long prompt does. */
const minTokens: RuleOption = {
  rule: 'LI106',
  name: 'minTokens',
  usual: 1000,
  summary: 'Declarations of fewer tokens, all of a call together, are not reported.',
};

export const heavyTools = defineRule({
  code: 'LI106',
  name: 'heavy-tools',
  family: 'input',
  severity: 'info',
  on: 'call',
  summary: 'The declarations of tools are most of the request, on every call',
  isPreview: false,
  options: [minTokens],

  *check(item, context) {
    if (!isCounted(item)) return;
    const tools = item.parts.filter((part) => part.role === 'tools');
    const [heaviest] = [...tools].sort((a, b) => b.tokens.floor - a.tokens.floor);
    const tokens = addTokens(tools.map((part) => part.tokens));
    if (heaviest === undefined || tokens.floor < context.option(minTokens) || tokens.floor * 2 < item.input.floor) return;

    yield {
      at: item.call.place,
      what: `${tools.length === 1 ? 'One tool declares' : `${tools.length} tools declare`} ${tokenCount(tokens)} tokens, of ${tokenCount(item.input)} that this call is known to send.`,
      costs: costs(item, point(tokens), context),
      instead: `Offer only the tools that this call can use, shorten their descriptions, or let the model search for them.${nameHeaviest(heaviest.name, heaviest.tokens.floor)}`,
      call: item.call.id,
      saving: null,
      related: tools.length > 1 ? [{ at: heaviest.place, note: `The longest declaration: ${tokenCount(heaviest.tokens)} tokens.` }] : [],
      fixes: [],
    };
  },
});

function costs(item: LineItem, tokens: number, context: RuleContext): string | null {
  const model = modelOf(item, context);
  if (model === null) return 'They are paid on every call.';
  const { input, cacheRead } = pricesFor(item, model);
  const read = cacheRead === null ? '' : `, or ${usd(costOf(tokens, cacheRead))} where a cache holds them`;
  return `They cost ${usd(costOf(tokens, input))} on every call${read}.`;
}

const nameHeaviest = (name: string | null, tokens: number): string =>
  name === null ? '' : ` \`${name}\` is the longest, with ${count(tokens)}.`;
