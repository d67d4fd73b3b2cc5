import { exactUsd, one, parseDecimal, scaleMoney } from '../core/quantity/money.ts';
import type { BillCurrency, BillMoney } from './bill-document.ts';
import { shortMoney } from './format.ts';

/** Picodollars → millionths of a millionth of the document's currency, rounded once. */
export const converted = (picodollars: string | bigint, { perUsd }: BillCurrency): bigint =>
  scaleMoney(BigInt(picodollars), parseDecimal(perUsd) ?? one);

/** Every digit, for tables and exports: `0.0000000025`. */
export const exactAmount = (picodollars: string | bigint, currency: BillCurrency): string => exactUsd(converted(picodollars, currency));

/** `$1.24`, `€1.24`, `CHF 1.24`: two digits that matter, cents from one up. */
export function shortAmount(picodollars: string | bigint, currency: BillCurrency): string {
  return `${signOf(currency.code)}${shortMoney(converted(picodollars, currency)).slice(1)}`;
}

/** Whole cents, for totals that somebody checks: `$1,204.50`. */
export function centAmount(picodollars: string | bigint, currency: BillCurrency): string {
  return `${signOf(currency.code)}${inCents(picodollars, currency).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}

/** `1204.50`, rounded half to even. */
export function inCents(picodollars: string | bigint, { perUsd }: BillCurrency): string {
  const { numerator, denominator } = parseDecimal(perUsd) ?? one;
  const cents = scaleMoney(BigInt(picodollars), { numerator, denominator: denominator * picodollarsPerCent });
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const picodollarsPerCent = 10_000_000_000n;

export function shortRange(money: BillMoney, currency: BillCurrency): string {
  const write = (amount: string): string => shortAmount(amount, currency);
  const { floor, likely, ceiling } = money;
  if (likely !== null && floor === likely && likely === ceiling) return write(likely);
  if (likely !== null) return `~${write(likely)}`;
  if (ceiling !== null)
    return BigInt(floor) === 0n ? `≤${write(ceiling)}` : `${write(floor)}–${write(ceiling).replace(signOf(currency.code), '')}`;
  return BigInt(floor) === 0n ? '?' : `≥${write(floor)}`;
}

const signs: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const signOf = (code: string): string => signs[code] ?? `${code} `;
