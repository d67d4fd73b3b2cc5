import { type PricedClass, priceTokens, type RequestTokens } from '../prices/price-request.ts';
import type { PriceBook, Priced, Service } from '../prices/types.ts';
import type { CallSite, ModelReference } from '../program/call-site.ts';
import { formatPricePerMillion } from '../quantity/money.ts';
import { addTokens, type MoneyQuantity, noTokens, type TokenQuantity } from '../quantity/quantity.ts';
import { cacheCases } from './cache-classes.ts';
import type { CountedRequest } from './count.ts';
import type { CallRates, PriceNote, TokenClasses } from './line-item.ts';
import { spanMoney, spanTokens } from './span-quantities.ts';

export type FoundPrice = { readonly kind: 'priced'; readonly priced: Priced } | { readonly kind: 'unpriced'; readonly why: string };

/** What one call costs with one model. */
export interface CallPrice {
  readonly cost: MoneyQuantity | null;
  readonly unpriced: string | null;
  readonly note: PriceNote | null;
  readonly rates: CallRates | null;
  readonly parts: readonly (MoneyQuantity | null)[];
  readonly classes: TokenClasses;
  readonly markedParts: number;
}

export function findPrice(call: CallSite, id: string | null, prices: PriceBook, now: number): FoundPrice {
  const { model, provider } = call.request;
  if (id === null) return { kind: 'unpriced', why: whyUnknown(model) };
  if (model.host === 'local') return { kind: 'unpriced', why: 'the model runs on a server of your own' };
  if (model.host === 'other') return { kind: 'unpriced', why: 'the request goes to a server that no price list covers' };
  const host = model.host === 'vendor' || model.host === 'unknown' ? undefined : model.host;
  const found = prices.lookup({ model: id, provider: provider ?? undefined, host, at: now });
  switch (found.kind) {
    case 'priced':
      return { kind: 'priced', priced: found };
    case 'local':
      return { kind: 'unpriced', why: 'the model runs on a server of your own' };
    case 'unknown':
      return { kind: 'unpriced', why: found.why };
  }
}

function whyUnknown(model: ModelReference): string {
  return model.note === null ? 'the source does not say which model answers' : `which model answers is set by ${model.note}`;
}

export function priceCall(call: CallSite, counted: CountedRequest, output: TokenQuantity, found: FoundPrice): CallPrice {
  const priced = found.kind === 'priced' ? found.priced : null;
  const { cases, markedParts } = cacheCases(call.request, counted, output, priced?.cache ?? null);
  const classes = classesOf(cases);
  if (priced === null) {
    const why = found.kind === 'unpriced' ? found.why : null;
    return { cost: null, unpriced: why, note: null, rates: null, parts: counted.parts.map(() => null), classes, markedParts };
  }
  if (call.operation === 'count')
    return { ...free, note: noteOf(priced), rates: null, parts: counted.parts.map(() => free.cost), classes, markedParts };
  const options = { service: serviceOf(call), processing: processingOf(call) };
  const bills = cases.map((tokens) => priceTokens(tokens, priced, options));
  const plain = priceTokens({ fresh: counted.input, write: [], read: noTokens, output }, priced, options);
  const fresh = plain.classes.find((one) => one.class === 'fresh');
  return {
    cost: spanMoney(bills.map((bill) => bill.total)),
    unpriced: null,
    note: noteOf(priced),
    rates: { prices: priced.prices, minimumTokens: priced.cache === null ? null : (priced.cache.minimum?.tokens ?? 0) },
    parts: counted.parts.map((tokens) => (fresh === undefined ? null : atUnit(tokens, fresh))),
    classes,
    markedParts,
  };
}

const free: Pick<CallPrice, 'cost' | 'unpriced'> = {
  cost: { unit: 'USD', per: 'call', floor: 0n, likely: 0n, ceiling: 0n, basis: [{ kind: 'exact', note: 'counting is free' }] },
  unpriced: null,
};

function classesOf(cases: readonly RequestTokens[]): TokenClasses {
  return {
    fresh: spanTokens(cases.map((one) => one.fresh)),
    write: spanTokens(cases.map((one) => addTokens(one.write.map(({ tokens }) => tokens)))),
    read: spanTokens(cases.map((one) => one.read)),
  };
}

/** A part's share at the price of fresh input; the call's own cost is never a sum of these. */
function atUnit(tokens: TokenQuantity, { unit }: PricedClass): MoneyQuantity {
  const amount = (count: number | null, price: bigint | null): bigint | null =>
    count === null || price === null ? null : BigInt(Math.round(count)) * price;
  return {
    unit: 'USD',
    per: 'call',
    floor: amount(tokens.floor, unit.floor) ?? 0n,
    likely: amount(tokens.likely, unit.likely),
    ceiling: amount(tokens.ceiling, unit.ceiling),
    basis: tokens.basis,
  };
}

const services: Readonly<Record<string, Service>> = { batch: 'batch', flex: 'flex', priority: 'priority', fast: 'fast' };

/** A region that the request names; the vendors' default is to answer from anywhere. */
export const processingOf = ({ request }: CallSite): 'global' | 'in-region' =>
  request.settings.region === undefined || request.settings.region === 'global' ? 'global' : 'in-region';

export function serviceOf(call: CallSite): Service {
  const { isBatch, serviceTier } = call.request.settings;
  if (isBatch) return 'batch';
  return serviceTier === null ? 'standard' : (services[serviceTier] ?? 'standard');
}

function noteOf(priced: Priced): PriceNote {
  const { title, provider, date, source, note, prices } = priced;
  return {
    model: title,
    provider,
    date,
    source,
    inputPerMillion: formatPricePerMillion(prices.input),
    outputPerMillion: prices.output === null ? 'no price' : formatPricePerMillion(prices.output),
    note,
  };
}
