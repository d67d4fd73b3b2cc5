import type { BillDocument, BillMoney } from '../reports/bill-document.ts';
import { shortMoney } from '../reports/format.ts';

/** A limit that somebody declared: an amount, a rise over the base, or both. */
export interface BudgetCheck {
  readonly on: 'call' | 'entry-point' | 'project';
  /** The id of a call or an entry point; of a project its name in words. */
  readonly of: string;
  readonly per: 'call' | 'run' | 'month';
  /** Picodollars. */
  readonly usd: bigint | null;
  /** 0.1 allows a tenth more than the base. */
  readonly rise: number | null;
}

export interface BudgetState {
  readonly of: string;
  readonly limit: string;
  /** `exceeded` by what is sure or likely; `may exceed` only by its ceiling; `unknown` where there is no number to hold against it. */
  readonly state: 'kept' | 'may exceed' | 'exceeded' | 'unknown';
  readonly says: string;
}

export function budgetState(check: BudgetCheck, before: BillDocument, after: BillDocument): BudgetState {
  const limit = limitWords(check);
  const now = moneyOf(check, after);
  if (now === null) return { of: check.of, limit, state: 'unknown', says: unknownWords(check) };
  const amount = check.usd === null ? null : amountState(now, check.usd);
  const rise = check.rise === null ? null : riseState(now, moneyOf(check, before), check.rise);
  const state = worst([amount, rise]);
  return { of: check.of, limit, state, says: `${moneyWords(now)} a ${check.per}` };
}

function moneyOf({ on, of, per }: BudgetCheck, bill: BillDocument): BillMoney | null {
  if (on === 'project') return per === 'month' ? bill.totals.perMonth : null;
  if (on === 'entry-point') {
    const found = bill.entryPoints.find(({ id }) => id === of);
    return (per === 'month' ? found?.perMonth.money : found?.perRun) ?? null;
  }
  const row = bill.rows.find(({ id }) => id === of);
  if (row === undefined) return null;
  return per === 'call' ? row.perCall : per === 'run' ? row.perRun.money : row.perMonth.money;
}

type State = BudgetState['state'];

const best = (money: BillMoney): bigint => BigInt(money.likely ?? money.floor);

function amountState(money: BillMoney, usd: bigint): State {
  if (best(money) > usd) return 'exceeded';
  return money.ceiling === null || BigInt(money.ceiling) > usd ? 'may exceed' : 'kept';
}

/** Like is held against like: two likely values, else two floors. What is new has no base to rise from. */
function riseState(now: BillMoney, before: BillMoney | null, rise: number): State | null {
  if (before === null) return null;
  const areLikely = now.likely !== null && before.likely !== null;
  const [from, to] = areLikely ? [best(before), best(now)] : [BigInt(before.floor), BigInt(now.floor)];
  return Number(to) > Number(from) * (1 + rise) ? 'exceeded' : 'kept';
}

function worst(states: readonly (State | null)[]): State {
  const order: readonly State[] = ['exceeded', 'may exceed', 'unknown', 'kept'];
  return order.find((state) => states.includes(state)) ?? 'kept';
}

const limitWords = ({ usd, rise, per }: BudgetCheck): string =>
  [
    ...(usd === null ? [] : [`${shortMoney(usd)} a ${per}`]),
    ...(rise === null ? [] : [`+${Math.round(rise * 1000) / 10} % over the base`]),
  ].join(', ');

const unknownWords = ({ on, per }: BudgetCheck): string =>
  per === 'month' ? 'no volume is known: declare it in lineitem.usage.json' : `no price is known, or there is no such ${on}`;

function moneyWords(money: BillMoney): string {
  const sure = money.likely === null ? `at least ${shortMoney(BigInt(money.floor))}` : `about ${shortMoney(BigInt(money.likely))}`;
  return money.ceiling === null || money.ceiling === money.floor ? sure : `${sure}, at most ${shortMoney(BigInt(money.ceiling))}`;
}
