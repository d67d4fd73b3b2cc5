import { addMoney, addTokens, type MoneyQuantity, noTokens, type TokenQuantity } from '../core/quantity/quantity.ts';
import { formatMoneyRange, formatTokenRange, fullCount } from './format.ts';
import { plural, reportWidth, wrap } from './layout.ts';
import type { ReportedCall } from './report.ts';

/** The sum of a file of requests: each stands there once, so that the file as it is sent is one run. */
export interface RequestSum {
  readonly requests: number;
  readonly unpriced: number;
  readonly input: TokenQuantity;
  readonly cost: MoneyQuantity | null;
  /** Input tokens that were billed, for how many requests, and what was counted for the same ones. */
  readonly billed: { readonly requests: number; readonly tokens: number; readonly counted: TokenQuantity };
}

export function createRequestTotal(): { add(call: ReportedCall): void; sum(): RequestSum } {
  let requests = 0;
  let unpriced = 0;
  let input = withoutBasis(noTokens);
  let cost: MoneyQuantity | null = null;
  let billed = { requests: 0, tokens: 0, counted: withoutBasis(noTokens) };
  return {
    add({ item, billed: usage }) {
      requests++;
      input = withoutBasis(addTokens([input, item.input], 'run'));
      if (item.cost === null) unpriced++;
      else cost = { ...addMoney(cost === null ? [item.cost] : [cost, item.cost], 'run'), basis: [] };
      if (usage === null) return;
      const tokens = billed.tokens + usage.fresh + usage.write + usage.read;
      billed = { requests: billed.requests + 1, tokens, counted: withoutBasis(addTokens([billed.counted, item.input], 'run')) };
    },
    sum: () => ({ requests, unpriced, input, cost, billed }),
  };
}

export function renderRequestTotal({ requests, unpriced, input, cost, billed }: RequestSum): string[] {
  const incomplete = unpriced === 0 ? '' : ` (incomplete, ${unpriced} unpriced)`;
  const price =
    cost === null
      ? 'not priced'
      : `${unpriced === 0 ? formatMoneyRange(cost) : `≥${formatMoneyRange({ ...cost, likely: cost.floor, ceiling: cost.floor })}`}${incomplete}`;
  const lines = wrap(
    `All of it, sent once: ${plural(requests, 'request')}, ${formatTokenRange(input)} tok in, ${price}`,
    reportWidth,
    '',
    '  ',
  );
  if (billed.requests === 0) return ['', ...lines];
  const share = `Billed before: ${fullCount(billed.tokens)} tok in for ${plural(billed.requests, 'request')}, counted ${formatTokenRange(billed.counted)}`;
  return ['', ...lines, ...wrap(share, reportWidth, '', '  ')];
}

/** A sum over many requests would otherwise gather the notes of every one. */
const withoutBasis = (quantity: TokenQuantity): TokenQuantity => ({ ...quantity, basis: [] });
