import { type MonthCost, monthCost } from '../core/bill/month-cost.ts';
import { describeLoop } from '../core/bill/plan.ts';
import type { ProjectLookup } from '../core/bill/project-lookup.ts';
import { repeatCost, repeatersOf, timesOf } from '../core/bill/run-cost.ts';
import { perRequest, usefulCost } from '../core/bill/useful-cost.ts';
import { type Waste, wastesOf } from '../core/bill/wastes.ts';
import { scaleMoney } from '../core/quantity/money.ts';
import type { MoneyQuantity } from '../core/quantity/quantity.ts';
import { ratioOf } from '../core/quantity/ratio.ts';
import type { Finding } from '../core/rules/rule.ts';
import { billMoney, billTokens, knownMoney, placeOf, wasteOf } from './bill-amounts.ts';
import type { BillCharge, BillRow, BillUsage, KnownMoney } from './bill-document.ts';
import { describeModel } from './plan-words.ts';
import type { ReportedCall } from './report.ts';

export interface BillRowOptions {
  /** Of the whole project: loops and wrappers may stand in files that the report does not speak of. */
  readonly lookup: ProjectLookup;
  readonly ownerOf?: (file: string) => string | null;
}

/** A row, and the amounts that sums are made of. */
export interface CalledRow {
  readonly row: BillRow;
  /** Null where the volume is unknown, or the row is paid elsewhere. */
  readonly month: MoneyQuantity | null;
  readonly wastes: readonly Waste[];
}

/** `findings` are those of this call. */
export function billRowOf(reported: ReportedCall, findings: readonly Finding[], { lookup, ownerOf }: BillRowOptions): CalledRow {
  const { item, where, parts } = reported;
  const { call, classes, expected } = item;
  const paid = lookup.paid(call.id);
  const month = paid === 'here' ? monthCost(item, lookup) : null;
  const savings = findings.flatMap(({ code, saving }) => (saving?.per === 'call' && savesInput(code) ? [saving] : []));
  const wastes = paid === 'here' ? wastesOf(item, savings, lookup) : [];
  const row: BillRow = {
    ...placeOf(where),
    column: where.column,
    endLine: where.endLine,
    id: call.id,
    kind: call.kind,
    symbol: call.symbol,
    entryPoints: lookup.entryPoints(call.id).map(({ entryPoint }) => entryPoint.id),
    sdk: call.sdk,
    api: call.api,
    model: call.request.model.id,
    modelNote: describeModel(item),
    price: item.price && { ...item.price },
    unpriced: item.unpriced,
    paid,
    tokens: {
      input: billTokens(item.input),
      fresh: billTokens(classes.fresh),
      write: billTokens(classes.write),
      read: billTokens(classes.read),
      output: billTokens(item.output),
    },
    parts: item.parts.map((part, index) => ({
      ...placeOf(parts[index] ?? where),
      role: part.role,
      name: part.name,
      tokens: billTokens(part.tokens),
      cost: part.cost && billMoney(part.cost),
      stability: part.stability,
      cached: part.cached,
      grows: call.request.parts[index]?.growth === 'per-turn',
      holes: [...part.holes],
    })),
    perCall: item.cost && billMoney(item.cost),
    multipliers: repeatersOf(call, lookup).flatMap((loop) => (loop === null ? [] : [{ loop: loop.id, says: describeLoop(loop) }])),
    perRun: perRunOf(reported, lookup),
    perMonth: month === null ? { money: null, why: paid } : knownMoney({ cost: month.paid, why: month.why }),
    listPerMonth: month?.list ? billMoney(month.list) : null,
    charges: month === null ? [] : chargesOf(month, expected?.usage.discount ?? 0),
    perUseful: knownMoney(usefulCost(item, lookup)),
    usage: usageOf(reported, month),
    wastes: wastes.map(wasteOf),
    owner: ownerOf?.(where.file) ?? null,
    findings: findings.map(({ id }) => id),
  };
  return { row, month: month?.paid ?? null, wastes };
}

/** Findings of the input and cache families say what need not be sent, or not be paid in full. */
const savesInput = (code: string): boolean => /^LI[14]/.test(code);

function perRunOf({ item }: ReportedCall, lookup: ProjectLookup): KnownMoney {
  if (item.cost === null) return { money: null, why: item.unpriced ?? 'not priced' };
  const unknown = new Set<string>();
  const times = timesOf(item.call, lookup, unknown);
  return { money: billMoney(repeatCost(item.cost, times)), why: unknown.size === 0 ? null : [...unknown].join('; ') };
}

function usageOf({ item: { expected } }: ReportedCall, month: MonthCost | null): BillUsage | null {
  if (expected === null) return null;
  const { usage, lot, input, output, hitRate, notes } = expected;
  return {
    basis: usage.from,
    source: usage.source,
    callsPerMonth: month?.volume?.calls ?? usage.callsPerMonth,
    cacheHitRate: hitRate,
    attempts: usage.attempts,
    steps: usage.steps,
    usefulRate: usage.usefulRate,
    batchShare: usage.batchShare,
    discount: usage.discount,
    secondsBetweenCalls: usage.secondsBetweenCalls,
    input,
    output,
    perCall: lot && billMoney(perRequest(lot)),
    notes: [...notes],
  };
}

/** The lines of an invoice; their paid amounts add up to the month's to the last digit. */
function chargesOf({ charges, paid }: MonthCost, discount: number): BillCharge[] {
  if (paid === null) return [];
  const factor = ratioOf(1 - discount);
  const lists = charges.map(({ money }) => (paid.likely === null ? money.floor : (money.likely ?? money.floor)));
  const amounts = lists.map((list) => scaleMoney(list, factor));
  const rest = (paid.likely ?? paid.floor) - amounts.reduce((sum, one) => sum + one, 0n);
  return charges.map((charge, index) => ({
    class: charge.class,
    model: charge.model,
    provider: charge.provider,
    service: charge.service,
    lifetimeSeconds: charge.lifetimeSeconds,
    quantity: paid.likely === null ? throughPrice(lists[index] ?? 0n, charge) : charge.tokens,
    unit: charge.unit === null ? null : String(charge.unit),
    list: String(lists[index] ?? 0n),
    // Rounding each line may leave a few picodollars, which the first line takes.
    paid: String((amounts[index] ?? 0n) + (index === 0 ? rest : 0n)),
  }));
}

/** Of a floor: as many tokens as it pays for. */
const throughPrice = (list: bigint, { tokens, unit }: MonthCost['charges'][number]): number | null =>
  tokens === null ? null : unit === null || unit === 0n ? 0 : Number(list) / Number(unit);
