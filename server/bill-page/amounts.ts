import { divideHalfEven, exactUsd, parseDecimal, picodollarsPerUsd } from '../core/quantity/money.ts';
import type { BillCurrency, BillMoney } from '../reports/bill-document.ts';

/** Writes amounts in the bill's currency, so that decimals stand below each other: cents for months and from a dollar up, a thousandth of that for calls. */
export interface Amounts {
  /** `$0.01230`, `<$0.00001`, `$2,460.16`. */
  readonly small: (picodollars: string) => string;
  /** `$1,204.50`. */
  readonly cents: (picodollars: string) => string;
  /** Every digit, in dollars as prices are. */
  readonly exact: (picodollars: string) => string;
  /** `~$0.0123` where one is likely; `$0.0123 – $0.0456`, `from $0.0123`, `up to $0.0456`, `$0.0123`; `?` where nothing is known. */
  readonly range: (money: BillMoney, write?: 'small' | 'cents') => string;
}

export function createAmounts({ code, perUsd }: BillCurrency): Amounts {
  const rate = parseDecimal(perUsd) ?? { numerator: 1n, denominator: 1n };
  const symbol = symbolOf(code);
  const write = (picodollars: string, decimals: number): string => {
    const amount = BigInt(picodollars);
    const unit = 10n ** BigInt(decimals);
    const scaled = divideHalfEven(amount * rate.numerator * unit, rate.denominator * picodollarsPerUsd);
    if (scaled === 0n && amount !== 0n) return `<${symbol}${decimal(1n, unit, decimals)}`;
    return `${scaled < 0n ? '−' : ''}${symbol}${decimal(scaled < 0n ? -scaled : scaled, unit, decimals)}`;
  };
  const small = (picodollars: string): string => write(picodollars, BigInt(picodollars) < picodollarsPerUsd ? 5 : 2);
  const cents = (picodollars: string): string => write(picodollars, 2);
  return {
    small,
    cents,
    exact: (picodollars) => `USD ${exactUsd(BigInt(picodollars))}`,
    range({ floor, likely, ceiling }, form = 'small') {
      const say = form === 'small' ? small : cents;
      if (likely !== null) return floor === ceiling ? say(likely) : `~${say(likely)}`;
      // From nothing up to anything says nothing.
      if (ceiling === null) return floor === '0' ? '?' : `from ${say(floor)}`;
      if (floor === '0' && ceiling !== '0') return `up to ${say(ceiling)}`;
      return say(floor) === say(ceiling) ? say(floor) : `${say(floor)} – ${say(ceiling)}`;
    },
  };
}

/** For sorting: an open end is dearer than every known one, and what has no price comes last. */
export function sortValue(money: BillMoney | null | undefined, end: 'floor' | 'ceiling'): number {
  if (money === null || money === undefined) return Number.NEGATIVE_INFINITY;
  const amount = money[end];
  return amount === null ? Number.POSITIVE_INFINITY : Number(amount);
}

/** The likely amount, and the floor where none is likely: what the page shows of a month. */
export function bookedValue(money: BillMoney | null): number {
  return money === null ? Number.NEGATIVE_INFINITY : Number(money.likely ?? money.floor);
}

function symbolOf(code: string): string {
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency: code }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? `${code} `;
}

function decimal(scaled: bigint, unit: bigint, decimals: number): string {
  const whole = String(scaled / unit).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${String(scaled % unit).padStart(decimals, '0')}`;
}
