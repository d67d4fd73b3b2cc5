import type { CallSite, EntryPoint, Loop } from '../program/call-site.ts';
import type { Ratio } from '../quantity/money.ts';
import { addMoney, type MoneyQuantity } from '../quantity/quantity.ts';
import { ratioOf, scaleQuantity } from '../quantity/ratio.ts';
import { type CallUsage, type EntryPointUsage, requestsOf } from '../usage/usage.ts';
import { type Charge, scaleCharge } from './charges.ts';
import type { LineItem } from './line-item.ts';
import { type BillLookup, passesOf, repeatersOf } from './run-cost.ts';

export interface MonthLookup extends BillLookup {
  /** Those that reach the call, with what usage says of them. */
  readonly entryPoints: (call: string) => readonly { readonly entryPoint: EntryPoint; readonly usage: EntryPointUsage | null }[];
}

/** How often a call is made in a month. */
export interface Volume {
  readonly calls: number;
  readonly why: string;
}

export interface MonthCost {
  /** What is paid: after the discount. */
  readonly paid: MoneyQuantity | null;
  readonly list: MoneyQuantity | null;
  readonly charges: readonly Charge[];
  readonly volume: Volume | null;
  /** Why there is no amount. */
  readonly why: string | null;
}

export function monthCost(item: LineItem, lookup: MonthLookup): MonthCost {
  const { expected } = item;
  const volume = volumeOf(item, lookup);
  const none = (why: string): MonthCost => ({ paid: null, list: null, charges: [], volume, why });
  if (expected === null || volume === null) return none('volume unknown');
  if (expected.lot === null) return none(item.unpriced ?? 'not priced');
  const { lot, usage } = expected;
  // A report of tokens alone counts no requests: its sums are of so many months.
  const months = usage.measured?.months ?? null;
  const isUncounted = lot.requests === 0 || usage.callsPerMonth === null;
  if (isUncounted && usage.measured !== null && months === null) return none('the log does not say how long it ran');
  const factor = isUncounted && months !== null ? inverseOf(months) : divided(ratioOf(volume.calls), lot.requests);
  const list = scaleQuantity(lot.money, 'month', factor);
  const basis = [...list.basis, { kind: 'declared' as const, note: volume.why }];
  const charges = lot.charges.map((charge) => scaleCharge(charge, 'month', factor));
  const paid = afterDiscount(exactSum(list, charges), usage);
  return { paid: { ...paid, basis }, list: exactSum(list, charges), charges, volume, why: null };
}

/** Where the likely amount is the sum of its charges, so that an invoice by charge adds up to the last digit. */
function exactSum(list: MoneyQuantity, charges: readonly Charge[]): MoneyQuantity {
  if (list.likely === null) return list;
  const { likely } = addMoney(
    charges.map(({ money }) => money),
    'month',
  );
  return { ...list, likely: likely ?? list.likely };
}

export function afterDiscount(money: MoneyQuantity, { discount }: Pick<CallUsage, 'discount'>): MoneyQuantity {
  return discount === null || discount === 0 ? money : scaleQuantity(money, money.per, ratioOf(1 - discount));
}

const inverseOf = (value: number): Ratio => {
  const { numerator, denominator } = ratioOf(value);
  return { numerator: denominator, denominator: numerator };
};

const divided = (ratio: Ratio, by: number): Ratio => ({ numerator: ratio.numerator, denominator: ratio.denominator * BigInt(by) });

/** Its own figure first, then the runs of the entry points that reach it, then the default. */
export function volumeOf({ call, expected }: LineItem, lookup: MonthLookup): Volume | null {
  if (expected === null) return null;
  const { usage } = expected;
  if (usage.from !== 'default' && usage.callsPerMonth !== null) {
    const how = usage.from === 'measured' ? 'measured' : 'declared';
    return { calls: usage.callsPerMonth, why: `${inFull(usage.callsPerMonth)} calls a month, ${how}` };
  }
  const { measured } = usage;
  if (measured?.months !== undefined) {
    const calls = requestsOf(measured) / measured.months;
    return { calls, why: calls === 0 ? 'tokens of a month, measured' : `${inFull(calls)} calls a month, measured` };
  }
  return volumeOfRuns(call, usage, lookup) ?? byDefault(usage);
}

/** `126,000`. */
const inFull = (count: number): string => String(Math.round(count)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const byDefault = ({ callsPerMonth }: CallUsage): Volume | null =>
  callsPerMonth === null ? null : { calls: callsPerMonth, why: `${inFull(callsPerMonth)} calls a month, the default of the usage file` };

function volumeOfRuns(call: CallSite, usage: CallUsage, lookup: MonthLookup): Volume | null {
  const counted = lookup.entryPoints(call.id).filter((one) => one.usage?.runsPerMonth !== null && one.usage !== null);
  const times = expectedTimes(call, usage, lookup);
  if (counted.length === 0 || times === null) return null;
  const runs = counted.reduce((sum, one) => sum + (one.usage?.runsPerMonth ?? 0), 0);
  return { calls: runs * times, why: `${inFull(runs)} runs a month × ${Number(times.toFixed(3))} calls a run` };
}

/** How often one run makes the call; null where neither the source nor usage tells. */
export function expectedTimes(call: CallSite, usage: CallUsage | null, lookup: Pick<BillLookup, 'loop' | 'runOf'>): number | null {
  const { attempts, steps, answers } = expectedRepeats(call, usage, lookup);
  return attempts === null || steps === null || answers === null ? null : attempts * steps * answers;
}

export interface Repeats {
  /** Requests until one step's answer is taken. */
  readonly attempts: number | null;
  /** Steps towards one answer. */
  readonly steps: number | null;
  /** Answers of one run: a walk over data and a chat give one each pass. */
  readonly answers: number | null;
}

export function expectedRepeats(call: CallSite, usage: CallUsage | null, lookup: Pick<BillLookup, 'loop' | 'runOf'>): Repeats {
  const repeaters = repeatersOf(call, lookup);
  const retries = repeaters.filter((loop) => loop?.kind === 'retry' && loop.retries !== 'transport');
  const loops = repeaters.filter((loop) => loop?.kind !== 'retry');
  const walks = loops.filter((loop) => loop !== null && answersEachPass(loop));
  const towards = loops.filter((loop) => !walks.includes(loop));
  const said = usage?.steps ?? null;
  // Steps are those of the loop that works towards an answer; a call that only data repeats takes them for its passes.
  const isWalk = towards.length === 0 && walks.length > 0;
  return {
    attempts: usage?.attempts ?? likelyOf(retries),
    steps: isWalk ? 1 : (said ?? likelyOf(towards)),
    answers: isWalk ? (said ?? likelyOf(walks)) : likelyOf(walks),
  };
}

function answersEachPass(loop: Loop): boolean {
  const isWalk = loop.kind === 'fan-out' || loop.form === 'each' || loop.form === 'comprehension' || loop.form === 'callback';
  return (isWalk && loop.kind !== 'agent-run') || loop.bound === 'user-paced' || loop.bound === 'event-driven';
}

function likelyOf(loops: readonly (Loop | null)[]): number | null {
  return loops.reduce<number | null>((product, loop) => {
    const likely = loop === null ? null : passesOf(loop).likely;
    return product === null || likely === null ? null : product * likely;
  }, 1);
}
