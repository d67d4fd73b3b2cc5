import type { Basis, TokenQuantity } from '../../quantity/quantity.ts';

/** An amount that is known to lie in a range, with why. */
export function amount(floor: number, likely: number | null, ceiling: number | null, basis: Basis): TokenQuantity {
  return {
    unit: 'tokens',
    per: 'call',
    floor: Math.max(0, Math.round(floor)),
    likely: rounded(likely),
    ceiling: rounded(ceiling),
    basis: [basis],
  };
}

/** A figure with an error on both sides: a share of it, or a few tokens. */
export function around(likely: number, error: number, few: number, note: string): TokenQuantity {
  const spread = Math.max(few, likely * error);
  return amount(likely - spread, likely, likely + spread, { kind: 'estimated', error, note });
}

/** A constant of the vendor's. It says nothing about itself: the text beside it does. */
export function fixed(tokens: number): TokenQuantity {
  const whole = Math.round(tokens);
  return { unit: 'tokens', per: 'call', floor: whole, likely: whole, ceiling: whole, basis: [] };
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.max(0, Math.round(value)));
