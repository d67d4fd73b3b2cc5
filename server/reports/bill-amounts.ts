import type { KnownCost } from '../core/bill/useful-cost.ts';
import type { Waste } from '../core/bill/wastes.ts';
import type { Basis, MoneyQuantity, TokenQuantity } from '../core/quantity/quantity.ts';
import type { BillMoney, BillTokens, BillWaste, KnownMoney } from './bill-document.ts';
import type { Where } from './report.ts';

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

export const knownMoney = ({ cost, why }: KnownCost): KnownMoney => ({ money: cost && billMoney(cost), why });

export const wasteOf = ({ kind, share, perMonth, why }: Waste): BillWaste => ({
  kind,
  share,
  perMonth: perMonth && billMoney(perMonth),
  why,
});

export const placeOf = ({ file, cell, line }: Where): { file: string; cell: number | null; line: number } => ({ file, cell, line });

const textOf = (amount: bigint | null): string | null => (amount === null ? null : String(amount));

function describeBasis(basis: Basis): string {
  const note = basis.note === '' ? '' : ` (${basis.note})`;
  return basis.kind === 'estimated' && basis.error > 0 ? `±${Math.round(basis.error * 100)} %${note}` : `${basis.kind}${note}`;
}
