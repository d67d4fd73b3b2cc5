import type { EntryPoint } from '../program/call-site.ts';
import { addMoney, type MoneyQuantity } from '../quantity/quantity.ts';
import { ratioOf, scaleQuantity } from '../quantity/ratio.ts';
import type { EntryPointUsage } from '../usage/usage.ts';
import type { LineItem } from './line-item.ts';
import { afterDiscount, expectedRepeats, expectedTimes, type MonthLookup, monthCost } from './month-cost.ts';
import { leafItems } from './run-cost.ts';

/** A cost, or why there is none. */
export interface KnownCost {
  readonly cost: MoneyQuantity | null;
  readonly why: string | null;
}

/** One useful response of a call: every step, attempt and useless answer that it takes. */
export function usefulCost(item: LineItem, lookup: MonthLookup): KnownCost {
  const { expected } = item;
  const rate = expected?.usage.usefulRate ?? null;
  if (expected === null || rate === null) return unknownRate;
  if (expected.lot === null) return { cost: null, why: item.unpriced ?? 'not priced' };
  if (rate === 0) return { cost: null, why: 'no answer was useful' };
  const { attempts, steps } = expectedRepeats(item.call, expected.usage, lookup);
  const perCall = afterDiscount(perRequest(expected.lot), expected.usage);
  const whole = scaleQuantity(perCall, 'run', ratioOf(attempts ?? 1), ratioOf(steps ?? 1), inverse(rate));
  if (attempts !== null && steps !== null) return { cost: whole, why: null };
  // One attempt and one step there are at least.
  return { cost: { ...whole, likely: null, ceiling: null }, why: `${attempts === null ? 'attempts' : 'steps'} unknown` };
}

export function perRequest({ money, requests }: { readonly money: MoneyQuantity; readonly requests: number }): MoneyQuantity {
  return requests === 1 ? money : scaleQuantity(money, 'call', inverse(Math.max(1, requests)));
}

const unknownRate: KnownCost = { cost: null, why: 'how many answers are useful is unknown' };

const inverse = (value: number) => {
  const { numerator, denominator } = ratioOf(value);
  return { numerator: denominator, denominator: numerator };
};

export interface EntryPointCost {
  readonly runsPerMonth: number | null;
  readonly perMonth: KnownCost;
  readonly perUseful: KnownCost;
}

/** What an entry point costs in a month and for each run that was of use, all calls that it reaches included. */
export function entryPointCost(entryPoint: EntryPoint, usage: EntryPointUsage | null, lookup: MonthLookup): EntryPointCost {
  const items = leafItems(entryPoint.calls, lookup);
  const runs = usage?.runsPerMonth ?? null;
  const perMonth = ownMonths(items, lookup) ?? runsMonth(items, runs, lookup);
  return { runsPerMonth: runs, perMonth, perUseful: usefulRun(perMonth, items, usage, lookup) };
}

/** The sum of its calls, where they are reached from here alone and each has a month of its own. */
function ownMonths(items: readonly LineItem[], lookup: MonthLookup): KnownCost | null {
  const months = items.map((item) => (lookup.entryPoints(item.call.id).length === 1 ? monthCost(item, lookup).paid : null));
  const known = months.filter((one) => one !== null);
  return known.length === 0 || known.length < months.length ? null : { cost: addMoney(known, 'month'), why: null };
}

function runsMonth(items: readonly LineItem[], runs: number | null, lookup: MonthLookup): KnownCost {
  if (runs === null) return { cost: null, why: 'volume unknown' };
  const run = expectedRun(items, lookup);
  return run.cost === null ? run : { cost: scaleQuantity(run.cost, 'month', ratioOf(runs)), why: run.why };
}

/** One run as usage says; what it does not cover makes the sum a floor. */
function expectedRun(items: readonly LineItem[], lookup: MonthLookup): KnownCost {
  const missing = new Set<string>();
  const costs = items.flatMap((item) => {
    const { expected } = item;
    const cost = expected?.lot ? afterDiscount(perRequest(expected.lot), expected.usage) : item.cost;
    if (cost === null) missing.add('a call has no price');
    const times = expectedTimes(item.call, expected?.usage ?? null, lookup);
    if (times === null) missing.add('steps or attempts unknown');
    if (cost === null) return [];
    const scaled = scaleQuantity(cost, 'run', ratioOf(times ?? 1));
    return [times === null ? { ...scaled, likely: null, ceiling: null } : scaled];
  });
  if (costs.length === 0) return { cost: null, why: 'not priced' };
  const sum = addMoney(costs, 'run');
  const why = missing.size === 0 ? null : [...missing].join('; ');
  return { cost: missing.has('a call has no price') ? { ...sum, likely: null, ceiling: null } : sum, why };
}

function usefulRun(perMonth: KnownCost, items: readonly LineItem[], usage: EntryPointUsage | null, lookup: MonthLookup): KnownCost {
  const rate = usage?.usefulRate ?? null;
  if (rate === null) return unknownRate;
  if (rate === 0) return { cost: null, why: 'no run was useful' };
  const runs = usage?.runsPerMonth ?? null;
  if (perMonth.cost !== null && runs !== null && runs > 0)
    return { cost: scaleQuantity(perMonth.cost, 'run', inverse(runs), inverse(rate)), why: perMonth.why };
  const run = expectedRun(items, lookup);
  return run.cost === null ? run : { cost: scaleQuantity(run.cost, 'run', inverse(rate)), why: run.why };
}
