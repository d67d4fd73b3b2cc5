import type { MonthSpending } from '../bill/month-spending.ts';
import type { Place } from '../module/module.ts';

/** A limit that a person declared, in picodollars. */
export interface Budget {
  readonly per: 'call' | 'run' | 'month';
  readonly usd: bigint;
  /** Where it is declared, as people name it: `lineitem.json`. */
  readonly declaredIn: string;
  readonly at: Place;
}

/** A budget a month, and what is spent under it. */
export interface MonthBudget extends MonthSpending {
  readonly id: string;
  readonly budget: Budget;
  /** Whose it is, in words: an id, `This project`. */
  readonly of: string;
}
