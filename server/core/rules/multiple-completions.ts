import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import { modelOf, pricesFor } from './facts/pricing.ts';
import { isReported } from './facts/repetition.ts';
import { usd } from './facts/wording.ts';
import { defineRule, type RuleContext } from './rule.ts';

export const multipleCompletions = defineRule({
  code: 'LI205',
  name: 'multiple-completions',
  family: 'output',
  severity: 'warning',
  on: 'call',
  summary: 'Several answers are asked for and only the first is used',
  isPreview: true,

  *check(item, context) {
    const { call } = item;
    const { completions } = call.request.settings;
    if (!isReported(item) || completions === null || completions < 2 || call.answerUse !== 'first') return;
    const place = call.anchor?.present.find(({ name }) => names.test(name))?.place;
    yield {
      at: place ?? call.place,
      what: `${completions} answers are asked for, and only the first is used.`,
      costs: `${completions - 1} of ${completions} are billed for nothing${waste(item, completions, context)}.`,
      instead: 'Ask for one.',
      call: call.id,
      saving: null,
      related: [],
      fixes: oneFix(item),
    };
  },
});

const names = /^(n|candidate_?count)$/i;

function waste(item: LineItem, completions: number, context: RuleContext): string {
  const { maxOutput } = item.call.request;
  const model = modelOf(item, context);
  const output = model === null ? null : pricesFor(item, model).output;
  return output === null || maxOutput.kind !== 'set' ? '' : `, up to ${usd(output * BigInt(maxOutput.tokens * (completions - 1)))} a call`;
}

function oneFix({ call }: LineItem): readonly Fix[] {
  const field = call.anchor?.present.find(({ name }) => names.test(name));
  if (call.anchor === null || field === undefined || call.via.length > 0) return [];
  const { fields, fieldForm } = call.anchor;
  return [{ title: 'Ask for one answer', isSafe: false, verbs: [{ verb: 'remove-field', fields, form: fieldForm, name: field.name }] }];
}
