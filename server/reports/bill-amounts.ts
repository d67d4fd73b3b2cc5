import type { Basis, MoneyQuantity, TokenQuantity } from '../core/quantity/quantity.ts';
import type { BillMoney, BillTokens } from './bill-document.ts';

/** Quantities as the bill document writes them: money as text, because JSON has no integers of that size. */
export function billMoney({ floor, likely, ceiling, basis }: MoneyQuantity): BillMoney {
  return { floor: String(floor), likely: textOf(likely), ceiling: textOf(ceiling), basis: [...new Set(basis.map(({ kind }) => kind))] };
}

export function billTokens({ floor, likely, ceiling, basis }: TokenQuantity): BillTokens {
  return { floor, likely, ceiling, basis: [...new Set(basis.map(describeBasis))] };
}

/** Back to a quantity, for displays that write ranges. */
export function moneyOf({ floor, likely, ceiling, basis }: BillMoney, per: MoneyQuantity['per']): MoneyQuantity {
  return {
    unit: 'USD',
    per,
    floor: BigInt(floor),
    likely: likely === null ? null : BigInt(likely),
    ceiling: ceiling === null ? null : BigInt(ceiling),
    basis: basis.map((kind) => (kind === 'estimated' ? { kind, error: 0, note: '' } : { kind, note: '' })),
  };
}

/** Basis words are for people, who read them beside the number. */
export function tokensOf({ floor, likely, ceiling }: BillTokens): TokenQuantity {
  return { unit: 'tokens', per: 'call', floor, likely, ceiling, basis: [] };
}

const textOf = (amount: bigint | null): string | null => (amount === null ? null : String(amount));

function describeBasis(basis: Basis): string {
  const note = basis.note === '' ? '' : ` (${basis.note})`;
  return basis.kind === 'estimated' && basis.error > 0 ? `±${Math.round(basis.error * 100)} %${note}` : `${basis.kind}${note}`;
}
