import type { MonthSpending } from '../bill/month-spending.ts';
import type { Budget } from './rule.ts';

/** A budget a month, and what is spent under it. */
export interface MonthBudget extends MonthSpending {
  readonly id: string;
  readonly budget: Budget;
  /** Whose it is, in words: an id, `This project`. */
  readonly of: string;
}
