import { priceTokens, type TokenClass } from '../core/prices/price-request.ts';
import type { PriceBook, Priced, Service } from '../core/prices/types.ts';
import { exactTokens, noTokens } from '../core/quantity/quantity.ts';
import { promptKeyOf } from '../core/usage/fingerprint.ts';
import type { Report } from '../reports/report.ts';

/** A row of `call_sites`. */
export interface SiteRow {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly symbol: string;
  readonly api: string;
  readonly model: string | null;
  readonly prompt_key: string | null;
  readonly owner: string | null;
}

/** A row of `model_prices`: picodollars a token, null where no one price is known. */
export interface PriceRow {
  readonly provider: string;
  readonly model: string;
  readonly service: string;
  readonly above_input: number;
  readonly catalogue_model: string | null;
  readonly fresh: bigint | null;
  readonly write: bigint | null;
  readonly write_hour: bigint | null;
  readonly read: bigint | null;
  readonly output: bigint | null;
}

/** A model as a log spells it. */
export interface SpelledModel {
  readonly provider: string;
  readonly model: string;
  readonly service: string;
}

export interface FillOptions {
  readonly prices: PriceBook;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Calls that are paid and not in tests; a wrapper's own call is its callers' row. */
export function siteRows(report: Report, options: FillOptions, ownerOf: (file: string) => string | null = () => null): SiteRow[] {
  return report.calls.flatMap(({ item, where, isPaidElsewhere }): SiteRow[] => {
    const { call } = item;
    if (call.inTest || isPaidElsewhere || call.kind === 'run') return [];
    const { id, provider } =
      call.request.model.id === null ? { id: null, provider: null } : { id: call.request.model.id, provider: call.request.provider };
    return [
      {
        id: call.id,
        file: where.file,
        line: where.line,
        symbol: call.symbol,
        api: call.api,
        model: id === null ? null : catalogueName(lookUp({ model: id, provider: provider ?? '' }, options)),
        prompt_key: promptKeyOf(call),
        owner: ownerOf(where.file),
      },
    ];
  });
}

/** Each model once for each threshold, so that a plain equality finds its price. */
export function priceRows(models: readonly SpelledModel[], thresholds: readonly number[], options: FillOptions): PriceRow[] {
  return models.flatMap((model) => {
    const priced = lookUp(model, options);
    return [0, ...thresholds].map((above) => priceRow(model, above, priced));
  });
}

function lookUp({ model, provider }: Pick<SpelledModel, 'model' | 'provider'>, { prices, now }: FillOptions): Priced | null {
  const found = prices.lookup({ model, provider: provider === '' ? undefined : provider, at: now });
  return found.kind === 'priced' ? found : null;
}

const catalogueName = (priced: Priced | null): string | null =>
  priced === null ? null : `${priced.host ?? priced.provider}/${priced.id.undated}`;

const services: readonly Service[] = ['standard', 'batch', 'flex', 'priority', 'fast'];
const hour = 3600;

function priceRow({ provider, model, service }: SpelledModel, above: number, priced: Priced | null): PriceRow {
  const unpriced = { fresh: null, write: null, write_hour: null, read: null, output: null };
  const head = { provider, model, service, above_input: above, catalogue_model: catalogueName(priced) };
  const tier = services.find((one) => one === service);
  if (priced === null || tier === undefined) return { ...head, ...unpriced };
  if (tier !== 'standard' && !priced.services.some((one) => one.service === tier)) return { ...head, ...unpriced };
  // Length alone picks the price, so one request just above the threshold asks for all of them.
  const tokens = {
    fresh: exactTokens(above + 1, ''),
    write: [
      { lifetimeSeconds: null, tokens: noTokens },
      { lifetimeSeconds: hour, tokens: noTokens },
    ],
    read: noTokens,
    output: noTokens,
  };
  const { classes } = priceTokens(tokens, priced, { service: tier });
  const unit = (kind: TokenClass, lifetime: number | null = null): bigint | null => {
    const found = classes.find((one) => one.class === kind && one.lifetimeSeconds === lifetime)?.unit;
    // A price that hangs on the hour of the day is no one price.
    return found !== undefined && found.floor === found.ceiling ? found.floor : null;
  };
  return {
    ...head,
    fresh: unit('fresh'),
    write: unit('write'),
    write_hour: unit('write', hour),
    read: unit('read'),
    output: unit('output'),
  };
}
