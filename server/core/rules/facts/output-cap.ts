import type { LineItem } from '../../bill/line-item.ts';
import type { Fix } from '../../edits/verbs.ts';
import type { RuleContext } from '../rule.ts';
import { isPlainField, takesCap } from './fields.ts';
import { costOf, modelOf, pricesFor } from './pricing.ts';
import { count, usd } from './wording.ts';

/** `GPT-5.4 may write up to 128,000 tokens, $1.28 a call.` Null where no limit is known. */
export function longestAnswer(item: LineItem, context: RuleContext): string | null {
  const model = modelOf(item, context);
  const most = model?.limits.maxOutput ?? null;
  if (model === null || most === null) return null;
  const price = pricesFor(item, model).output;
  return `${model.title} may write up to ${count(most)} tokens${price === null ? '' : `, ${usd(costOf(most, price))} a call`}.`;
}

/** A framework that talks to this vendor sends a cap of its own, because the vendor requires one. */
export function isCappedByItself(item: LineItem, context: RuleContext): boolean {
  const { provider, wire } = item.call.request;
  return wire !== 'bedrock.converse' && (modelOf(item, context)?.provider ?? provider) === 'anthropic';
}

export function capFix({ call }: LineItem, field: string, tokens: number): readonly Fix[] {
  // A field of a record inside the call, or of its client, can't be written as one of the call's own.
  if (call.anchor === null || call.anchor.hasSpread || !isPlainField(field) || !takesCap(call, field)) return [];
  return [
    {
      title: `Limit the answer to ${count(tokens)} tokens (${field})`,
      isSafe: false,
      verbs: [{ verb: 'set-field', fields: call.anchor.fields, form: call.anchor.fieldForm, name: field, value: { placeholder: tokens } }],
    },
  ];
}
