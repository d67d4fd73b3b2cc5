import { type Basis, type MoneyQuantity, noTokens, type TokenQuantity } from '../quantity/quantity.ts';

/** One of several amounts, and nothing says which: from the lowest floor to the highest ceiling. */
export function spanTokens(quantities: readonly TokenQuantity[]): TokenQuantity {
  const [first, ...others] = quantities;
  return first === undefined ? noTokens : others.reduce(spanTwo, first);
}

/** The same for money; null where no amount is known, and open where one of them is not. */
export function spanMoney(quantities: readonly (MoneyQuantity | null)[]): MoneyQuantity | null {
  const known = quantities.filter((one) => one !== null);
  const [first, ...others] = known;
  if (first === undefined) return null;
  const span = others.reduce(spanTwoAmounts, first);
  return known.length === quantities.length ? span : { ...span, floor: 0n, likely: null, ceiling: null };
}

function spanTwo(a: TokenQuantity, b: TokenQuantity): TokenQuantity {
  return {
    unit: 'tokens',
    per: a.per,
    floor: Math.min(a.floor, b.floor),
    likely: a.likely === b.likely ? a.likely : null,
    ceiling: a.ceiling === null || b.ceiling === null ? null : Math.max(a.ceiling, b.ceiling),
    basis: joinBasis(a.basis, b.basis),
  };
}

function spanTwoAmounts(a: MoneyQuantity, b: MoneyQuantity): MoneyQuantity {
  return {
    unit: 'USD',
    per: a.per,
    floor: lower(a.floor, b.floor),
    likely: a.likely === b.likely ? a.likely : null,
    ceiling: a.ceiling === null || b.ceiling === null ? null : higher(a.ceiling, b.ceiling),
    basis: joinBasis(a.basis, b.basis),
  };
}

function joinBasis(a: readonly Basis[], b: readonly Basis[]): readonly Basis[] {
  return [...a, ...b.filter((one) => !a.some((known) => known.kind === one.kind && known.note === one.note))];
}

function lower(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

function higher(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
