import type { UsageSum } from '../program/meaning/usage-sums.ts';
import { defineRule, type Report, type RuleContext } from './rule.ts';

export const miscountedUsage = defineRule({
  code: 'LI510',
  name: 'miscounted-usage',
  family: 'price',
  severity: 'warning',
  on: 'usage-sum',
  summary: 'Code that adds up usage counts cached tokens twice, or not at all',
  isPreview: false,

  *check({ sum, calls }, context) {
    if (sum.counts === 'cached-twice') yield twice(sum);
    else if (calls.length > 0 && calls.every((call) => isMarked(call, context))) yield missing(sum);
  },
});

/** Where all that the file asks is asked of Anthropic, with marks: elsewhere `input_tokens` may hold the cached ones. */
function isMarked(id: string, { item }: RuleContext): boolean {
  const request = item(id)?.call.request;
  return request?.provider === 'anthropic' && request.cacheMarks.some(({ kind }) => kind !== 'key');
}

const twice = ({ place, total, part }: UsageSum): Report => ({
  ...plain(place),
  what: `This sum counts cached tokens twice: \`${total}\` holds \`${part}\` already.`,
  costs: 'What it says is too high by every token that a cache served.',
  instead: `Take \`${part}\` off \`${total}\` first, and price each at its own price.`,
});

const missing = ({ place, total }: UsageSum): Report => ({
  ...plain(place),
  what: `This sum leaves out what a cache wrote and served: \`${total}\` holds fresh input only.`,
  costs: 'What it says is too low by every token of the marked prefix.',
  instead: 'Add `cache_creation_input_tokens` and `cache_read_input_tokens`, each at its own price.',
});

const plain = (at: Report['at']): Omit<Report, 'what' | 'costs' | 'instead'> => ({ at, call: null, saving: null, related: [], fixes: [] });
