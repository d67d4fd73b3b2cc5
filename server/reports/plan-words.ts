import type { LineItem } from '../core/bill/line-item.ts';
import type { PlanPart } from '../core/bill/plan.ts';
import type { Stability } from '../core/program/call-site.ts';

const stabilities: Readonly<Record<Stability, string>> = {
  constant: 'constant',
  'per-process': 'per process',
  'per-day': 'per day',
  'per-user': 'per user',
  'per-call': 'per call',
  unknown: 'unknown',
};

export const describeStability = (stability: Stability): string => stabilities[stability];

export const describeRole = (part: Pick<PlanPart, 'role' | 'name'>): string =>
  part.name === null ? part.role : `${part.role} ${part.name}`;

/** `claude-sonnet-4-5`, `gpt-4.1 if OPENAI_MODEL is unset`, `model unknown (argument model)`. */
export function describeModel(item: LineItem): string {
  const { model } = item.call.request;
  if (model.id === null) return `model unknown${model.note === null ? '' : ` (${model.note})`}`;
  if (model.source === 'env-fallback') return `${model.id} if ${model.note ?? 'the setting'} is unset`;
  return model.id;
}

/** Which price was used, as of when and from where; or why there is none. */
export function describePrice(item: LineItem): string {
  const { price } = item;
  if (price === null) return `Not priced: ${item.unpriced ?? 'no price is known'}.`;
  const note = price.note === null ? '' : ` ${price.note}`;
  return `Price: ${price.model} (${price.provider}), ${price.inputPerMillion} in and ${price.outputPerMillion} out a million tokens, checked ${price.date}, ${price.source}.${note}`;
}
