import type { PricedClass, TokenClass } from '../prices/price-request.ts';
import type { Priced, Service } from '../prices/types.ts';
import type { Ratio } from '../quantity/money.ts';
import { addMoney, type MoneyQuantity, type Per } from '../quantity/quantity.ts';
import { scaleQuantity } from '../quantity/ratio.ts';

/** One line of an invoice: tokens of one class, of one model and service, at one price. */
export interface Charge {
  readonly class: TokenClass;
  readonly model: string;
  readonly provider: string;
  readonly service: Service;
  /** Of a cache write; null: the vendor's default. */
  readonly lifetimeSeconds: number | null;
  /** Null for a fee that counts requests. */
  readonly tokens: number | null;
  /** Picodollars a token or request; null where none is known. */
  readonly unit: bigint | null;
  readonly money: MoneyQuantity;
}

/** What a number of requests cost at list prices. */
export interface Lot {
  readonly requests: number;
  readonly charges: readonly Charge[];
  readonly money: MoneyQuantity;
}

/** The class that the vendor's invoice puts tokens in: who charges nothing for filling a cache bills what is written as input. */
export function invoiced(one: PricedClass, { prices }: Priced): Pick<Charge, 'class' | 'lifetimeSeconds'> {
  const hasWrites = [prices, ...prices.tiers.map((tier) => tier.prices)].some(({ cacheWrites }) => cacheWrites.length > 0);
  if (one.class === 'write' && !hasWrites) return { class: 'fresh', lifetimeSeconds: null };
  return { class: one.class, lifetimeSeconds: one.lifetimeSeconds };
}

export function scaleCharge(charge: Charge, per: Per, factor: Ratio): Charge {
  const tokens = charge.tokens === null ? null : (charge.tokens * Number(factor.numerator)) / Number(factor.denominator);
  return { ...charge, tokens, money: scaleQuantity(charge.money, per, factor) };
}

/** Lines that differ in nothing but their amounts become one. */
export function mergeCharges(charges: readonly Charge[]): readonly Charge[] {
  const merged = new Map<string, Charge>();
  for (const charge of charges) {
    const key = [charge.class, charge.model, charge.provider, charge.service, charge.lifetimeSeconds, charge.unit].join('\n');
    const before = merged.get(key);
    merged.set(key, before === undefined ? charge : addCharges(before, charge));
  }
  return [...merged.values()].filter(({ tokens, money }) => tokens !== 0 || money.ceiling !== 0n);
}

function addCharges(a: Charge, b: Charge): Charge {
  const tokens = a.tokens === null || b.tokens === null ? null : a.tokens + b.tokens;
  return { ...a, tokens, money: addMoney([a.money, b.money], a.money.per) };
}
