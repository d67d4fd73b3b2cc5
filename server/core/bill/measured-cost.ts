import { type PricedClass, priceTokens } from '../prices/price-request.ts';
import type { PriceBook, Priced } from '../prices/types.ts';
import { addMoney, exactTokens, type MoneyQuantity } from '../quantity/quantity.ts';
import { requestsOf } from '../usage/usage.ts';
import type { Measured, MeasuredRow } from '../usage/usage-schema.ts';
import { type Charge, invoiced, type Lot, mergeCharges } from './charges.ts';

export interface MeasuredCost {
  readonly lot: Lot | null;
  /** Requests of models that no price is known for. */
  readonly unpriced: readonly { readonly model: string; readonly requests: number }[];
}

export interface MeasuredOptions {
  readonly prices: PriceBook;
  readonly now: number;
  /** Where the log names no vendor. */
  readonly provider: string | null;
  readonly processing: 'global' | 'in-region';
}

/** What a log's sums cost at the prices of now: classes as the vendor billed them, each model by its own price. */
export function measuredCost(measured: Measured, { prices, now, provider, processing }: MeasuredOptions): MeasuredCost {
  const charges: Charge[] = [];
  const unpriced: { model: string; requests: number }[] = [];
  for (const row of measured.rows) {
    const found = prices.lookup({ model: row.model, provider: row.provider ?? provider ?? undefined, at: now, names: 'model' });
    if (found.kind === 'priced') charges.push(...chargesOf(row, found, processing));
    else unpriced.push({ model: row.model, requests: row.requests });
  }
  if (charges.length === 0) return { lot: null, unpriced };
  const merged = mergeCharges(charges);
  const sum = addMoney(
    merged.map(({ money }) => money),
    'month',
  );
  const money: MoneyQuantity = unpriced.length === 0 ? sum : { ...sum, likely: null, ceiling: null };
  return { lot: { requests: requestsOf(measured), charges: merged, money }, unpriced };
}

/** Tiers go by the length of one request: the mean of a row lies on the side of the threshold that all its requests lie on. */
function chargesOf(row: MeasuredRow, priced: Priced, processing: MeasuredOptions['processing']): readonly Charge[] {
  const mean = (tokens = 0) => exactTokens(row.requests === 0 ? 0 : Math.round(tokens / row.requests), '');
  const totals = { fresh: row.fresh, read: row.read ?? 0, output: row.output };
  const service = row.service ?? 'standard';
  const { classes } = priceTokens(
    {
      fresh: mean(row.fresh),
      write: [
        { lifetimeSeconds: null, tokens: mean(row.write) },
        { lifetimeSeconds: hour, tokens: mean(row.writeHour) },
      ],
      read: mean(row.read),
      output: mean(row.output),
    },
    priced,
    { service, processing },
  );
  return classes.map((one) => {
    const tokens = totalOf(one, row, totals);
    return {
      ...invoiced(one, priced),
      model: priced.title,
      provider: priced.provider,
      service,
      tokens: one.class === 'request-fee' ? null : tokens,
      unit: one.unit.likely,
      money: moneyOf(tokens, one),
    };
  });
}

const hour = 3600;

function totalOf(
  one: PricedClass,
  row: MeasuredRow,
  totals: { readonly fresh: number; readonly read: number; readonly output: number },
): number {
  if (one.class === 'request-fee') return row.requests;
  if (one.class === 'write') return (one.lifetimeSeconds === hour ? row.writeHour : row.write) ?? 0;
  return totals[one.class];
}

function moneyOf(tokens: number, { unit }: PricedClass): MoneyQuantity {
  const amount = (price: bigint | null): bigint | null => (tokens === 0 ? 0n : price === null ? null : BigInt(tokens) * price);
  return {
    unit: 'USD',
    per: 'month',
    floor: amount(unit.floor) ?? 0n,
    likely: amount(unit.likely),
    ceiling: amount(unit.ceiling),
    basis: tokens === 0 ? [] : [{ kind: 'measured', note: 'billed tokens of a log' }],
  };
}
