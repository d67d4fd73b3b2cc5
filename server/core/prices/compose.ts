import { parseDecimal, scaleMoney } from '../quantity/money.ts';
import { cacheRulesFor } from './cache-facts.ts';
import { type Catalogue, type CatalogueModel, type CataloguePeriod, type CatalogueProvider, readPeriod } from './catalogue.ts';
import type { ModelId } from './model-id/model-id.ts';
import {
  aliasOf,
  catalogueTokenPrices,
  dateMillis,
  dayBefore,
  priceRowAfter,
  rowFor,
  rowPriceSet,
  rowWindows,
  start,
} from './overlay-rows.ts';
import type { CachePolicyRow, Overlay, PriceRow } from './overlay-schema.ts';
import type { DailyWindow, Lifecycle, LookupQuery, Priced, PriceSet, Prices, ServiceRate, TokenPrices } from './types.ts';
import { activeWindow } from './windows.ts';

export type Listing =
  | { readonly kind: 'row'; readonly row: PriceRow }
  | { readonly kind: 'catalogue'; readonly model: CatalogueModel; readonly provider: CatalogueProvider; readonly catalogue: Catalogue };

/** Puts one answer together from a price listing and our own facts. `passedOn` says why a host's price is the vendor's. */
export function composePriced(listing: Listing, id: ModelId, query: LookupQuery, facts: Overlay, passedOn: string | null): Priced {
  const policy = rowFor(facts.cachePolicies, id);
  const quoted = quote(listing, id, query.at, policy, facts);
  const surcharge = passedOn === null ? null : regionalMultiplier(id, facts);
  const set = surcharge === null ? quoted.set : scaleSet(quoted.set, surcharge);
  const prices = settle({ ...set, timeWindows: quoted.windows }, query);
  const limits = rowFor(facts.limits, id);
  const residency = id.host === null ? rowFor(facts.residency, id) : null;
  const lifecycle = lifecycleOf(id, facts, quoted);
  return {
    kind: 'priced',
    id,
    provider: id.provider ?? quoted.provider,
    host: id.host,
    title: quoted.title,
    prices,
    limits: { context: limits?.context ?? quoted.context, maxOutput: limits?.maxOutput ?? null },
    cache: policy && cacheRulesFor(policy, rowFor(facts.cacheMinimums, id)),
    services: servicesOf(id, facts),
    residency: residency && { multiplier: residency.multiplier, source: residency.source },
    fees: quoted.fees,
    lifecycle,
    date: quoted.date,
    source: quoted.source,
    note: notes(quoted, id, passedOn, surcharge, [aliasOf(facts.aliases, id)?.note ?? null, lifecycleNote(id, facts, query.at)]),
  };
}

interface Quote {
  readonly provider: string;
  readonly title: string;
  readonly set: PriceSet;
  readonly windows: readonly DailyWindow[];
  readonly context: number | null;
  readonly fees: Priced['fees'];
  readonly deprecated: boolean;
  readonly next: Lifecycle['next'];
  readonly date: string;
  readonly source: string;
  readonly note: string | null;
}

function quote(listing: Listing, id: ModelId, at: number, policy: CachePolicyRow | null, facts: Overlay): Quote {
  return listing.kind === 'row'
    ? quoteRow(listing.row, priceRowAfter(facts.prices, id, at), policy)
    : quoteCatalogue(listing, id, at, policy);
}

function quoteRow(row: PriceRow, next: PriceRow | null, policy: CachePolicyRow | null): Quote {
  return {
    provider: row.provider,
    title: row.title ?? row.models[0] ?? '',
    set: rowPriceSet(row, policy),
    windows: rowWindows(row, policy),
    context: null,
    fees: { webSearch: null, request: null },
    deprecated: false,
    next: next?.from === undefined ? null : { from: next.from, prices: rowPriceSet(next, policy) },
    date: row.verified,
    source: row.source,
    note: row.note ?? null,
  };
}

function quoteCatalogue(listing: Extract<Listing, { kind: 'catalogue' }>, id: ModelId, at: number, policy: CachePolicyRow | null): Quote {
  const { model, provider, catalogue } = listing;
  const periods = model.periods.map(readPeriod);
  const current = periods.findLast((period) => start(period) <= at) ?? periods[0];
  const next = periods.find((period) => start(period) > at);
  const isFree = current?.prices[0] === 0n && (current.prices[1] ?? 0n) === 0n;
  return {
    provider: provider.id,
    // Some of its titles are the id again, with spaces: then people know the id better.
    title: model.title !== undefined && /^[A-Z]/.test(model.title) ? model.title : model.id || id.hostModel,
    set: periodSet(current, policy),
    windows: (current?.windows ?? []).map((window) => ({
      ...window,
      weekdaysOnly: false,
      prices: { ...catalogueTokenPrices(window.prices, policy), tiers: [] },
    })),
    context: model.context ?? null,
    fees: { webSearch: current?.search ?? null, request: current?.request ?? null },
    deprecated: model.deprecated ?? false,
    next: next?.from === undefined ? null : { from: next.from, prices: periodSet(next, policy) },
    date: catalogue.date,
    source: `${catalogue.name} ${catalogue.version}${provider.url === '' ? '' : ` (${provider.url})`}`,
    note: isFree ? 'listed as free of charge' : null,
  };
}

function periodSet(period: CataloguePeriod | undefined, policy: CachePolicyRow | null): PriceSet {
  if (!period) return { input: 0n, output: null, cacheRead: null, cacheWrites: [], tiers: [] };
  const tiers = period.tiers.map((tier) => ({ ...tier, prices: catalogueTokenPrices(tier.prices, policy) }));
  return { ...catalogueTokenPrices(period.prices, policy), tiers };
}

/** Where the moment is known the window in force becomes the price; else the windows stay and make a range. */
function settle(prices: Prices, query: LookupQuery): Prices {
  if (query.timeOfDay !== 'known' || prices.timeWindows.length === 0) return prices;
  const window = activeWindow(prices.timeWindows, query.at);
  return { ...(window?.prices ?? prices), timeWindows: [] };
}

function regionalMultiplier(id: ModelId, facts: Overlay): string | null {
  if (id.region === 'global' || (id.region === null && id.host !== 'bedrock')) return null;
  const row = rowFor(facts.regional, id);
  return row?.host === id.host ? row.multiplier : null;
}

function scaleSet(set: PriceSet, multiplier: string): PriceSet {
  return { ...scalePrices(set, multiplier), tiers: set.tiers.map((tier) => ({ ...tier, prices: scalePrices(tier.prices, multiplier) })) };
}

function scalePrices(prices: TokenPrices, multiplier: string): TokenPrices {
  const ratio = parseDecimal(multiplier);
  if (!ratio) return prices;
  const scale = (amount: bigint): bigint => scaleMoney(amount, ratio);
  return {
    input: scale(prices.input),
    output: prices.output === null ? null : scale(prices.output),
    cacheRead: prices.cacheRead === null ? null : scale(prices.cacheRead),
    cacheWrites: prices.cacheWrites.map((write) => ({ ...write, price: scale(write.price) })),
  };
}

function servicesOf(id: ModelId, facts: Overlay): readonly ServiceRate[] {
  const names = ['batch', 'flex', 'priority', 'fast'] as const;
  return names.flatMap((service) => {
    const row = rowFor(
      facts.services.filter((one) => one.service === service),
      id,
    );
    return row ? [{ service, input: row.input, output: row.output, cache: row.cache, source: row.source, verified: row.verified }] : [];
  });
}

function lifecycleOf(id: ModelId, facts: Overlay, quoted: Quote): Lifecycle {
  const row = rowFor(facts.lifecycle, id);
  const rises = quoted.next !== null && quoted.next.prices.input > quoted.set.input;
  return {
    deprecated: quoted.deprecated || row?.retires !== undefined,
    retires: row?.retires ?? null,
    successor: row?.successor ?? null,
    newer: row?.newer ?? null,
    promotionEnds: row?.promotionEnds ?? (rises && quoted.next ? dayBefore(quoted.next.from) : null),
    next: quoted.next,
    source: row?.source ?? null,
  };
}

/** Said only while it matters: a promise that has run out, or a model that is going. */
function lifecycleNote(id: ModelId, facts: Overlay, at: number): string | null {
  const row = rowFor(facts.lifecycle, id);
  if (row?.note === undefined) return null;
  const ended = row.promotionEnds !== undefined && dateMillis(row.promotionEnds) < at;
  return ended ? `promotional price: ${row.note}` : row.note;
}

function notes(
  quoted: Quote,
  id: ModelId,
  passedOn: string | null,
  surcharge: string | null,
  facts: readonly (string | null)[],
): string | null {
  const all = [
    quoted.note,
    passedOn,
    surcharge === null ? null : `× ${surcharge} for a regional endpoint`,
    id.variants.some((variant) => variant === 'nitro' || variant === 'floor' || variant === 'exacto')
      ? 'the route changes the price'
      : null,
    quoted.windows.length > 0 ? 'the price depends on the time of day' : null,
    ...facts,
  ].filter((text): text is string => text !== null);
  return all.length === 0 ? null : all.join('; ');
}
