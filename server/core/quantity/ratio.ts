import { one, parseDecimal, type Ratio, scaleMoney } from './money.ts';
import type { MoneyQuantity, Per } from './quantity.ts';

/** A number as the exact fraction of the decimal that it prints as: 0.1 is 1/10. */
export const ratioOf = (value: number): Ratio => parseDecimal(String(value)) ?? one;

/** Each end times the factors, rounded once. */
export function scaleQuantity(money: MoneyQuantity, per: Per, ...factors: readonly Ratio[]): MoneyQuantity {
  const scaled = (amount: bigint | null): bigint | null => (amount === null ? null : scaleMoney(amount, ...factors));
  return { ...money, per, floor: scaleMoney(money.floor, ...factors), likely: scaled(money.likely), ceiling: scaled(money.ceiling) };
}
