import type { CallSite, EntryPoint, Loop } from '../program/call-site.ts';
import { addMoney, type MoneyQuantity } from '../quantity/quantity.ts';
import type { LineItem } from './line-item.ts';

/** The cost of one run of an entry point. `missing` says, in a few words each, which bounds and prices are unknown. */
export interface RunCost {
  readonly cost: MoneyQuantity | null;
  readonly missing: readonly string[];
}

export interface BillLookup {
  readonly item: (call: string) => LineItem | null;
  readonly loop: (id: string) => Loop | null;
  /** The loop that a call is by itself: a framework's run. */
  readonly runOf: (call: string) => Loop | null;
  /** Whether other calls go through this one, so that they are paid and it is not. */
  readonly isPaidElsewhere: (call: string) => boolean;
}

/** How often something happens in one run. */
export interface Times {
  readonly floor: number;
  readonly likely: number | null;
  readonly ceiling: number | null;
}

/** Adds the calls that one run makes, each as often as the loops around it let it; null where no call has a price. */
export function runCost(entryPoint: EntryPoint, lookup: BillLookup): RunCost {
  const items = leafItems(entryPoint.calls, lookup);
  const missing = new Set<string>();
  const priced: MoneyQuantity[] = [];
  let unpriced = 0;
  for (const item of items) {
    if (item.cost === null) {
      unpriced++;
      continue;
    }
    priced.push(repeatCost(item.cost, timesOf(item.call, lookup, missing)));
  }
  if (priced.length === 0) return { cost: null, missing: unpriced > 0 ? [`${unpriced} unpriced`] : [...missing] };
  const sum = addMoney(priced, 'run');
  if (unpriced === 0) return { cost: sum, missing: [...missing] };
  return { cost: { ...sum, likely: null, ceiling: null }, missing: [`incomplete, ${unpriced} unpriced`, ...missing] };
}

/** The calls that are paid: never a wrapper's own call beside the calls that go through it, never a test. */
export function leafItems(calls: readonly string[], lookup: BillLookup): LineItem[] {
  const found: LineItem[] = [];
  for (const id of new Set(calls)) {
    const item = lookup.item(id);
    if (item !== null && !lookup.isPaidElsewhere(id) && item.call.operation !== 'count') found.push(item);
  }
  return found;
}

/** What repeats a call: its own run first, then the loops and retries around it, from the inside out. */
export function repeatersOf(call: CallSite, lookup: Pick<BillLookup, 'loop' | 'runOf'>): readonly (Loop | null)[] {
  const run = lookup.runOf(call.id);
  return [...(run === null ? [] : [run]), ...call.multipliers.filter((id) => id !== run?.id).map(lookup.loop)];
}

/** How often a call is made in one run, and why that is unknown where it is. */
export function timesOf(call: CallSite, lookup: Pick<BillLookup, 'loop' | 'runOf'>, unknown: Set<string> = new Set()): Times {
  let times: Times = { floor: 1, likely: 1, ceiling: 1 };
  for (const loop of repeatersOf(call, lookup)) {
    const passes = loop === null ? noBound : passesOf(loop);
    if (passes.ceiling === null) unknown.add(loop === null ? 'a loop of unknown length' : describeUnknown(loop));
    times = {
      floor: times.floor * passes.floor,
      likely: product(times.likely, passes.likely),
      ceiling: product(times.ceiling, passes.ceiling),
    };
  }
  return times;
}

const noBound: Times = { floor: 1, likely: null, ceiling: null };

/** Once at least, since the source shows the call; what the model or an error decides has no likely value. */
export function passesOf(loop: Loop): Times {
  if (loop.bound !== 'bounded' || loop.max === null) return noBound;
  const most = Math.max(1, loop.maxUnit === 'tool-calls' ? loop.max + 1 : loop.max);
  const runsThrough =
    loop.kind !== 'agent-run' && loop.kind !== 'retry' && (loop.form === 'each' || loop.form === 'count' || loop.form === 'comprehension');
  return { floor: 1, likely: runsThrough || most === 1 ? most : null, ceiling: most };
}

function describeUnknown(loop: Loop): string {
  const name = loop.kind === 'agent-run' ? 'agent run' : loop.kind;
  if (loop.bound === 'user-paced') return 'turns of a user';
  if (loop.bound === 'event-driven') return 'number of events';
  return loop.bound === 'unbounded' ? `${name} without a bound` : `${name} of unknown length`;
}

/** A cost as often as it is paid in one run. */
export function repeatCost(cost: MoneyQuantity, times: Times): MoneyQuantity {
  return {
    ...cost,
    per: 'run',
    floor: cost.floor * BigInt(times.floor),
    likely: cost.likely === null || times.likely === null ? null : cost.likely * BigInt(times.likely),
    ceiling: cost.ceiling === null || times.ceiling === null ? null : cost.ceiling * BigInt(times.ceiling),
  };
}

function product(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}
