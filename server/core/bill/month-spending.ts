import { addMoney, type MoneyQuantity } from '../quantity/quantity.ts';
import type { LineItem } from './line-item.ts';
import { monthCost } from './month-cost.ts';
import type { ProjectLookup } from './project-lookup.ts';

/** What a month of several calls costs. */
export interface MonthSpending {
  /** Of the calls whose volume and price are known. */
  readonly cost: MoneyQuantity;
  /** How many are not. */
  readonly without: number;
}

/** Nothing is paid twice: a wrapper's own call and the calls that go through it are the same requests. */
export function monthSpending(items: readonly LineItem[], lookup: ProjectLookup): MonthSpending {
  const paid = items.filter(({ call }) => !call.inTest && call.operation !== 'count' && lookup.paid(call.id) === 'here');
  const known = paid.flatMap((item) => monthCost(item, lookup).paid ?? []);
  return { cost: addMoney(known, 'month'), without: paid.length - known.length };
}
