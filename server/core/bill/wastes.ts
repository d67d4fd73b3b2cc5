import { addMoney, type MoneyQuantity } from '../quantity/quantity.ts';
import { ratioOf, scaleQuantity } from '../quantity/ratio.ts';
import type { LineItem } from './line-item.ts';
import { expectedRepeats, type MonthLookup, monthCost } from './month-cost.ts';
import { perRequest } from './useful-cost.ts';

export type WasteKind = 'input not needed' | 'output paid for again' | 'steps beyond what was useful';

/** A part of what a call costs that a useful answer did not need. The three never count the same money twice. */
export interface Waste {
  readonly kind: WasteKind;
  /** Null where usage does not say. */
  readonly share: number | null;
  readonly perMonth: MoneyQuantity | null;
  readonly why: string;
}

/** `savings`: per call, of the findings that name input which need not be sent or paid in full. */
export function wastesOf(item: LineItem, savings: readonly MoneyQuantity[], lookup: MonthLookup): readonly Waste[] {
  const { expected } = item;
  if (expected === null || expected.lot === null) return [];
  const { usefulRate } = expected.usage;
  const { attempts, steps } = expectedRepeats(item.call, expected.usage, lookup);
  const hasSteps = steps === null || steps > 1;
  const first = attempts === null ? null : 1 / attempts;
  const useless = usefulRate === null || first === null ? null : first * (1 - usefulRate);
  const again = first === null ? null : 1 - first + (hasSteps ? 0 : (useless ?? 0));
  const beyond = hasSteps ? useless : 0;
  const input = inputShare(item, savings);
  const needed = 1 - (again ?? 0) - (beyond ?? 0);
  const month = monthCost(item, lookup).paid;
  const waste = (kind: WasteKind, share: number | null, why: string): Waste => ({
    kind,
    share,
    perMonth: share === null || month === null ? null : scaleQuantity(month, 'month', ratioOf(rounded(share))),
    why,
  });
  return [
    waste(
      'input not needed',
      input === null ? null : input * needed,
      input === null ? 'no finding says what it would save' : 'what the findings would save, at most',
    ),
    waste('output paid for again', again, describeAgain(attempts, hasSteps ? null : usefulRate)),
    waste('steps beyond what was useful', beyond, hasSteps ? describeRate(usefulRate, 'runs') : 'one request an answer'),
  ];
}

/** The largest saving alone: two findings may speak of the same tokens. */
function inputShare(item: LineItem, savings: readonly MoneyQuantity[]): number | null {
  const lot = item.expected?.lot;
  if (!lot || savings.length === 0) return null;
  const cost = perRequest(lot);
  const whole = cost.likely ?? cost.floor;
  if (whole === 0n) return null;
  const most = Math.max(...savings.map(({ floor, likely, ceiling }) => Number(likely ?? ceiling ?? floor)));
  return Math.min(1, most / Number(whole));
}

function describeAgain(attempts: number | null, usefulRate: number | null): string {
  if (attempts === null) return 'attempts unknown';
  const tries = attempts === 1 ? 'one attempt an answer' : `${attempts} attempts an answer`;
  return usefulRate === null ? tries : `${tries}, ${describeRate(usefulRate, 'answers')}`;
}

const describeRate = (rate: number | null, of: string): string =>
  rate === null ? `useful ${of} unknown` : `${Math.round(rate * 1000) / 10} % of ${of} useful`;

/** Enough digits for a share, and few enough that its fraction stays small. */
const rounded = (share: number): number => Number(share.toFixed(9));

/** The wastes of many calls: money adds up, and each share is of what all of them cost, so that shares and money agree. */
export function sumWastes(all: readonly { readonly wastes: readonly Waste[]; readonly month: MoneyQuantity | null }[]): readonly Waste[] {
  const kinds: readonly WasteKind[] = ['input not needed', 'output paid for again', 'steps beyond what was useful'];
  const months = all.flatMap(({ month }) => month ?? []);
  const whole = addMoney(months, 'month');
  return kinds.map((kind): Waste => {
    const known = all.flatMap(({ wastes }) => wastes.find((one) => one.kind === kind)?.perMonth ?? []);
    if (known.length === 0) return { kind, share: null, perMonth: null, why: 'usage does not say' };
    const perMonth = addMoney(known, 'month');
    const share = Number(perMonth.likely ?? perMonth.floor) / Number(whole.likely ?? whole.floor);
    const sites = months.length === 1 ? '1 site' : `${months.length} sites`;
    return { kind, share: Number.isFinite(share) ? share : null, perMonth, why: `known of ${known.length} of ${sites}` };
  });
}
