import type { LineItem } from '../bill/line-item.ts';
import type { Loop } from '../program/call-site.ts';
import { originOf } from './facts/loop-calls.ts';
import { isReported } from './facts/repetition.ts';
import { contentRetries } from './facts/retries.ts';
import { usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const stackedRetries = defineRule({
  code: 'LI203',
  name: 'stacked-retries',
  family: 'output',
  severity: 'info',
  on: 'call',
  summary: 'Retries of an answer stand inside of each other, so their tries multiply',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    if (!isReported(item) || call.isTemplate) return;
    const retries = contentRetries(item, context);
    if (retries.length < 2) return;

    yield {
      at: originOf(item, context).call.place,
      what: `An answer that fails is asked for again on ${retries.length} levels: ${timesOf(retries)}.`,
      costs: costOf(item, retries),
      instead: 'Keep one of them: the one that knows what was wrong with the answer.',
      call: call.id,
      saving: null,
      related: retries.map((loop) => ({ at: loop.place, note: `${loop.max === null ? 'Tries' : `${loop.max} tries`} here.` })),
      fixes: [],
    };
  },
});

const productOf = (retries: readonly Loop[]): number | null =>
  retries.reduce<number | null>((product, { max }) => (product === null || max === null ? null : product * max), 1);

function timesOf(retries: readonly Loop[]): string {
  const product = productOf(retries);
  return product === null ? 'their tries multiply' : `up to ${retries.map(({ max }) => max).join(' × ')} = ${product} answers for one`;
}

function costOf({ cost }: LineItem, retries: readonly Loop[]): string {
  const product = productOf(retries);
  if (cost === null || product === null || cost.ceiling === null) return 'Each of them is billed.';
  return `Each of them is billed: up to ${usd(cost.ceiling * BigInt(product))} instead of ${usd(cost.ceiling)}.`;
}
