import { priceTokens } from '../prices/price-request.ts';
import type { CacheRules, PriceBook, Priced, Service } from '../prices/types.ts';
import type { Ratio } from '../quantity/money.ts';
import { addMoney, type Basis, type TokenQuantity } from '../quantity/quantity.ts';
import { ratioOf } from '../quantity/ratio.ts';
import { type CallUsage, usual } from '../usage/usage.ts';
import type { MeasuredRow } from '../usage/usage-schema.ts';
import { type CacheCase, cacheCases } from './cache-classes.ts';
import { type Charge, invoiced, type Lot, mergeCharges, scaleCharge } from './charges.ts';
import type { ExpectedCall, LineItem } from './line-item.ts';
import { measuredCost } from './measured-cost.ts';
import { findPrice, processingOf, serviceOf } from './price-call.ts';
import { spanMoney } from './span-quantities.ts';

export interface ExpectOptions {
  readonly prices: PriceBook;
  readonly now: number;
}

/** Measured sums are priced as they are; declared figures take the place of what the source leaves open. */
export function expectedCall(item: LineItem, usage: CallUsage, options: ExpectOptions): ExpectedCall {
  const { measured } = usage;
  if (measured === null) return declaredCall(item, usage, options);
  const { lot, unpriced } = measuredCost(measured, {
    ...options,
    provider: item.call.request.provider,
    processing: processingOf(item.call),
  });
  const { rows } = measured;
  const sum = (read: (row: MeasuredRow) => number): number => rows.reduce((total, row) => total + read(row), 0);
  const requests = sum((row) => row.requests);
  const read = sum((row) => row.read ?? 0);
  const input = read + sum((row) => row.fresh + (row.write ?? 0) + (row.writeHour ?? 0));
  return {
    usage,
    lot,
    input: requests === 0 ? null : input / requests,
    output: requests === 0 ? null : sum((row) => row.output) / requests,
    hitRate: usage.cacheHitRate,
    notes: unpriced.map((one) => `${one.requests} requests of ${one.model} have no price`),
  };
}

function declaredCall(item: LineItem, usage: CallUsage, { prices, now }: ExpectOptions): ExpectedCall {
  const { call } = item;
  const { id, alternatives } = call.request.model;
  const ids = usage.model !== null ? [usage.model] : id === null ? [null] : [...new Set([id, ...alternatives])];
  const notes: string[] = [];
  let hitRate: number | null = null;
  const lots = ids.map((one): Lot | null => {
    const found = findPrice(call, one, prices, now);
    if (found.kind === 'unpriced') return null;
    const mix = mixOf(item, usage, found.priced);
    notes.push(...mix.notes.filter((note) => !notes.includes(note)));
    hitRate = mix.hitRate;
    return mix.lot;
  });
  const [first] = lots.filter((lot) => lot !== null).sort((a, b) => (a.money.floor < b.money.floor ? -1 : 1));
  const money = spanMoney(lots.map((lot) => lot?.money ?? null));
  return {
    usage,
    lot: first && money ? { ...first, money } : null,
    input: usual(usage.inputTokens) ?? item.input.likely,
    output: usual(usage.outputTokens) ?? item.output.likely,
    hitRate,
    notes,
  };
}

interface Mix {
  readonly lot: Lot;
  readonly hitRate: number | null;
  readonly notes: readonly string[];
}

/** One request, as the average of those that hit the cache and those that miss, of those in a batch and those not. */
function mixOf(item: LineItem, usage: CallUsage, priced: Priced): Mix {
  const { call } = item;
  const input = declared(item.input, usual(usage.inputTokens));
  const output = declared(item.output, usual(usage.outputTokens));
  const counted = { parts: item.parts.map(({ tokens }) => tokens), input, pending: [] };
  const { cases } = cacheCases(call.request, counted, output, priced.cache);
  const { rate, note } = hitRateOf(cases, usage, priced.cache);
  const own = serviceOf(call);
  const services = own === 'standard' ? shares(usage.batchShare, 'batch', 'standard') : [{ service: own, share: ratioOf(1) }];
  const notes = note === null ? [] : [note];
  const bill = (one: CacheCase, weight: Ratio): readonly Charge[] =>
    services.flatMap(({ service, share }) =>
      priceTokens(one, priced, { service, processing: processingOf(call) }).classes.map((priceClass) =>
        scaleCharge(
          {
            ...invoiced(priceClass, priced),
            model: priced.title,
            provider: priced.provider,
            service,
            tokens: priceClass.tokens === null ? null : (priceClass.tokens.likely ?? priceClass.tokens.floor),
            unit: priceClass.unit.likely,
            money: priceClass.money,
          },
          'call',
          product(weight, share),
        ),
      ),
    );
  const lotOf = (charges: readonly Charge[]): Lot => ({ requests: 1, charges, money: addMoney(charges.map(({ money }) => money)) });
  if (rate === null && cases.length > 1) {
    const lots = cases.map((one) => lotOf(mergeCharges(bill(one, ratioOf(1)))));
    const [cheapest = lotOf([])] = [...lots].sort((a, b) => (a.money.floor < b.money.floor ? -1 : 1));
    const money = spanMoney(lots.map((lot) => lot.money)) ?? cheapest.money;
    return { lot: { ...cheapest, money }, hitRate: null, notes };
  }
  const hit = cases.find(({ cache }) => cache === 'read');
  const [miss] = cases;
  const hits = hit === undefined ? 0 : (rate ?? 0);
  // What never happens is not priced: its size may be unknown.
  const charges = [
    ...(hit === undefined || hits === 0 ? [] : bill(hit, ratioOf(hits))),
    ...(miss === undefined || hits === 1 ? [] : bill(miss, ratioOf(1 - hits))),
  ];
  return { lot: lotOf(mergeCharges(charges)), hitRate: hit === undefined ? null : rate, notes };
}

function shares(
  share: number | null,
  service: Service,
  otherwise: Service,
): readonly { readonly service: Service; readonly share: Ratio }[] {
  const part = share ?? 0;
  return [
    { service: otherwise, share: ratioOf(1 - part) },
    { service, share: ratioOf(part) },
  ].filter((one) => one.share.numerator !== 0n);
}

/** Where usage says how often a prefix is found, or how far apart the calls are. */
function hitRateOf(
  cases: readonly CacheCase[],
  usage: CallUsage,
  rules: CacheRules | null,
): { readonly rate: number | null; readonly note: string | null } {
  const { cacheHitRate: rate, secondsBetweenCalls: gap } = usage;
  const hit = cases.find(({ cache }) => cache === 'read');
  const isSaid = rate !== null && rate > 0 && usage.from !== 'default';
  if (hit === undefined) {
    const plays = cases.some(({ cache }) => cache === 'write');
    const why = plays
      ? 'the start of this request changes from call to call'
      : 'this call asks for no cache, or its prefix is too short for one';
    return { rate: plays ? 0 : null, note: isSaid ? `cacheHitRate is not applied: ${why}` : null };
  }
  if (rate !== null) return { rate, note: null };
  const lifetime = hit.lifetimeSeconds ?? rules?.lifetimes[0]?.seconds ?? null;
  if (gap === null || lifetime === null) return { rate: null, note: null };
  if (gap > lifetime) return { rate: 0, note: `a call every ${gap} s: the cache lives ${lifetime} s, so nothing hits` };
  return rules?.guaranteed === true
    ? { rate: 1, note: `a call every ${gap} s keeps the cache of ${lifetime} s alive` }
    : { rate: null, note: null };
}

function declared(source: TokenQuantity, said: number | null): TokenQuantity {
  if (said === null) return source;
  const basis: Basis = { kind: 'declared', note: 'usage file' };
  const ceiling = source.ceiling === null ? null : Math.max(source.ceiling, Math.ceil(said));
  // Tokens are whole: the invoice's quantity times its price is then its amount.
  return { ...source, floor: Math.min(source.floor, Math.floor(said)), likely: Math.round(said), ceiling, basis: [...source.basis, basis] };
}

const product = (a: Ratio, b: Ratio): Ratio => ({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator });
