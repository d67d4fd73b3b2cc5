/**
 * A number that says how sure it is. `floor` is what the source shows, `ceiling` is null where no bound is known,
 * `likely` is null only where the value depends on what production alone knows.
 * Token amounts are numbers; USD amounts are bigint picodollars (1 USD = 10^12), rounded only for display.
 */
export interface Range<Amount> {
  readonly floor: Amount;
  readonly likely: Amount | null;
  readonly ceiling: Amount | null;
  readonly per: Per;
  readonly basis: readonly Basis[];
}

export type Per = 'call' | 'run' | 'month';
export type TokenQuantity = Range<number> & { readonly unit: 'tokens' };
export type MoneyQuantity = Range<bigint> & { readonly unit: 'USD' };
export type Quantity = TokenQuantity | MoneyQuantity;

/** How a number is known. `error` is a fraction (0.08 = ±8 %). */
export type Basis =
  | { readonly kind: 'exact'; readonly note: string }
  | { readonly kind: 'estimated'; readonly error: number; readonly note: string }
  | { readonly kind: 'declared'; readonly note: string }
  | { readonly kind: 'measured'; readonly note: string }
  | { readonly kind: 'unknown'; readonly note: string };

export function exactTokens(count: number, note: string): TokenQuantity {
  return { unit: 'tokens', per: 'call', floor: count, likely: count, ceiling: count, basis: [{ kind: 'exact', note }] };
}

export const noTokens: TokenQuantity = { unit: 'tokens', per: 'call', floor: 0, likely: 0, ceiling: 0, basis: [] };

/** Floors and ceilings add linearly, because the errors of one tokenizer are fully correlated; null + x = null. */
export function addTokens(quantities: readonly TokenQuantity[], per: Per = 'call'): TokenQuantity {
  return {
    unit: 'tokens',
    per,
    floor: quantities.reduce((sum, one) => sum + one.floor, 0),
    likely: sumOrNull(quantities.map((one) => one.likely)),
    ceiling: sumOrNull(quantities.map((one) => one.ceiling)),
    basis: mergeBasis(quantities),
  };
}

/** The same law for money, in picodollars. */
export function addMoney(quantities: readonly MoneyQuantity[], per: Per = 'call'): MoneyQuantity {
  const sum = (amounts: readonly (bigint | null)[]): bigint | null => {
    let total = 0n;
    for (const amount of amounts) {
      if (amount === null) return null;
      total += amount;
    }
    return total;
  };
  return {
    unit: 'USD',
    per,
    floor: quantities.reduce((total, one) => total + one.floor, 0n),
    likely: sum(quantities.map((one) => one.likely)),
    ceiling: sum(quantities.map((one) => one.ceiling)),
    basis: mergeBasis(quantities),
  };
}

export function isExact(quantity: Quantity): boolean {
  return quantity.likely !== null && quantity.floor === quantity.likely && quantity.likely === quantity.ceiling;
}

function sumOrNull(amounts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    total += amount;
  }
  return total;
}

function mergeBasis(quantities: readonly Quantity[]): readonly Basis[] {
  const seen = new Map<string, Basis>();
  for (const quantity of quantities) for (const basis of quantity.basis) seen.set(`${basis.kind} ${basis.note}`, basis);
  return [...seen.values()];
}
