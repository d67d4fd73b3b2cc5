import type { MoneyQuantity, TokenQuantity } from '../quantity/quantity.ts';
import type { LineItem } from './line-item.ts';
import { afterDiscount, expectedRepeats, type MonthLookup, monthCost } from './month-cost.ts';
import { passesOf, repeatersOf } from './run-cost.ts';
import { type KnownCost, perRequest, usefulCost } from './useful-cost.ts';

/** EXPLAIN ANALYZE: what the source lets expect beside what production says. */
export interface PlanAnalysis {
  readonly basis: 'measured' | 'declared' | 'default';
  readonly source: string;
  readonly rows: readonly AnalysedRow[];
  /** The row where both part most, and what of the source is open there. */
  readonly worst: { readonly what: string; readonly why: string } | null;
  readonly perMonth: KnownCost;
  readonly perUseful: KnownCost;
  readonly volume: string | null;
  readonly notes: readonly string[];
}

export interface AnalysedRow {
  readonly what: string;
  readonly estimate: Estimate;
  readonly actual: Actual;
  /** Actual through estimate; null where the source gives nothing to divide by. */
  readonly ratio: number | null;
}

export type Estimate = TokenQuantity | MoneyQuantity | { readonly unit: 'times'; readonly floor: number; readonly ceiling: number | null };
export type Actual =
  | { readonly unit: 'tokens' | 'times'; readonly amount: number }
  | { readonly unit: 'USD'; readonly amount: MoneyQuantity };

/** Null where usage says nothing of the call. */
export function analyzePlan(item: LineItem, lookup: MonthLookup): PlanAnalysis | null {
  const { expected } = item;
  if (expected === null) return null;
  const rows = [...tokenRows(item), ...repeatRows(item, lookup), ...costRow(item)];
  const month = monthCost(item, lookup);
  return {
    basis: expected.usage.from,
    source: expected.usage.source,
    rows,
    worst: worstOf(rows, item),
    perMonth: { cost: month.paid, why: month.why },
    perUseful: usefulCost(item, lookup),
    volume: month.volume?.why ?? null,
    notes: expected.notes,
  };
}

function tokenRows(item: LineItem): readonly AnalysedRow[] {
  const { expected, input, output } = item;
  const row = (what: string, estimate: TokenQuantity, amount: number | null): readonly AnalysedRow[] =>
    amount === null
      ? []
      : [{ what, estimate, actual: { unit: 'tokens', amount }, ratio: ratio(amount, estimate.likely ?? estimate.floor) }];
  return [...row('input', input, expected?.input ?? null), ...row('output', output, expected?.output ?? null)];
}

function repeatRows(item: LineItem, lookup: MonthLookup): readonly AnalysedRow[] {
  const usage = item.expected?.usage ?? null;
  const { attempts, steps } = expectedRepeats(item.call, usage, lookup);
  const bounds = (isRetry: boolean): number | null =>
    repeatersOf(item.call, lookup).reduce<number | null>((most, loop) => {
      if ((loop?.kind === 'retry') !== isRetry) return most;
      const ceiling = loop === null ? null : passesOf(loop).ceiling;
      return most === null || ceiling === null ? null : most * ceiling;
    }, 1);
  const row = (what: string, amount: number | null, ceiling: number | null): AnalysedRow[] =>
    amount === null || (amount === 1 && ceiling === 1)
      ? []
      : [{ what, estimate: { unit: 'times', floor: 1, ceiling }, actual: { unit: 'times', amount }, ratio: null }];
  return [...row('steps', steps, bounds(false)), ...row('attempts', attempts, bounds(true))];
}

function costRow({ cost, expected }: LineItem): readonly AnalysedRow[] {
  if (cost === null || !expected?.lot) return [];
  const actual = afterDiscount(perRequest(expected.lot), expected.usage);
  const points = [actual.likely ?? actual.floor, cost.likely ?? cost.floor].map(Number);
  return [{ what: 'a call', estimate: cost, actual: { unit: 'USD', amount: actual }, ratio: ratio(points[0] ?? 0, points[1] ?? 0) }];
}

const ratio = (actual: number, estimate: number): number | null => (estimate <= 0 ? null : actual / estimate);

/** The cost follows from the others, so that it is never the reason. */
function worstOf(rows: readonly AnalysedRow[], item: LineItem): PlanAnalysis['worst'] {
  const apart = (row: AnalysedRow): number => (row.ratio === null || row.ratio <= 0 ? 0 : Math.abs(Math.log(row.ratio)));
  const [worst] = rows.filter(({ actual }) => actual.unit === 'tokens').sort((a, b) => apart(b) - apart(a));
  if (worst === undefined || apart(worst) < Math.log(1.2)) return null;
  return { what: worst.what, why: worst.what === 'input' ? whyInput(item) : 'how long answers are, only production tells' };
}

function whyInput(item: LineItem): string {
  const holes = [...new Set(item.parts.flatMap((part) => part.holes))].map((name) => `{${name}}`);
  const grows = item.call.request.parts.some((part) => part.growth !== null) ? 'it grows each turn' : null;
  const open = holes.length === 0 ? null : `${holes.slice(0, 4).join(', ')} ${holes.length === 1 ? 'is' : 'are'} filled in when it runs`;
  return (
    [open, grows].filter((one) => one !== null).join(', and ') ||
    'the source shows it whole: another text is sent, or another model counts it'
  );
}
