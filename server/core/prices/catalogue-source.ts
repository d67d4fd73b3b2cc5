import { z } from 'zod';
import { parsePricePerMillion, parseUsd } from '../quantity/money.ts';
import { type Catalogue, type CatalogueModel, catalogueSchema } from './catalogue.ts';

/** What a catalogue says of itself beside its prices. */
export interface CatalogueHead {
  readonly version: string;
  readonly date: string;
  readonly sha256: string;
  readonly license: string;
}

const tiered = z.strictObject({ base: z.number(), tiers: z.array(z.strictObject({ start: z.number(), price: z.number() })) });
const priceMap = z.record(z.string(), z.union([z.number(), tiered]).optional());
const constraint = z.union([
  z.strictObject({ type: z.literal('start_date'), start_date: z.iso.date() }),
  z.strictObject({ type: z.literal('time_of_date'), start_time: z.string(), end_time: z.string() }),
]);

type SourceMatch =
  | { readonly or: readonly SourceMatch[] }
  | { readonly and: readonly SourceMatch[] }
  | { readonly [Kind in 'equals' | 'starts_with' | 'ends_with' | 'contains' | 'regex']?: string | undefined };
const sourceMatch: z.ZodType<SourceMatch> = z.lazy(() =>
  z.union([
    z.strictObject({ or: z.array(sourceMatch) }),
    z.strictObject({ and: z.array(sourceMatch) }),
    z.strictObject({
      equals: z.string().optional(),
      starts_with: z.string().optional(),
      ends_with: z.string().optional(),
      contains: z.string().optional(),
      regex: z.string().optional(),
    }),
  ]),
);

const sourceModel = z.object({
  id: z.string(),
  name: z.string().optional(),
  match: sourceMatch,
  context_window: z.number().optional(),
  deprecated: z.boolean().optional(),
  prices: z.union([z.array(z.strictObject({ constraint: constraint.optional(), prices: priceMap })), priceMap]),
});
const sourceCatalogue = z.array(
  z.object({ id: z.string(), name: z.string(), pricing_urls: z.array(z.string()).optional(), models: z.array(sourceModel) }),
);
type SourcePrices = z.infer<typeof priceMap>;

export type CatalogueSource = z.infer<typeof sourceCatalogue>;

/** Throws what is wrong with it. */
export const readCatalogueSource = (source: unknown): CatalogueSource => sourceCatalogue.parse(source);

/** The data of genai-prices, in integers of picodollars a token, checked by the schema that every price list is checked by. */
export function catalogueFrom(source: CatalogueSource, head: CatalogueHead): Catalogue {
  return catalogueSchema.parse({
    format: 1,
    name: 'genai-prices',
    ...head,
    providers: source.map((provider) => ({
      id: provider.id,
      title: provider.name,
      url: provider.pricing_urls?.[0] ?? '',
      models: provider.models.map(convertModel),
    })),
  });
}

/** The newest day that the data itself speaks of, up to a given one; null where it names none. */
export function newestDayIn(source: unknown, today: string): string | null {
  const days = JSON.stringify(source).match(/"(?:start_date|prices_checked)":"\d{4}-\d\d-\d\d"/g) ?? [];
  return (
    days
      .map((day) => day.slice(-11, -1))
      .filter((day) => day <= today)
      .sort()
      .at(-1) ?? null
  );
}

function convertModel(model: z.infer<typeof sourceModel>): CatalogueModel {
  return {
    id: model.id,
    ...(model.name === undefined || model.name === model.id ? {} : { title: model.name }),
    match: convertMatch(model.match).join('\n'),
    ...(model.context_window === undefined ? {} : { context: model.context_window }),
    ...(model.deprecated ? { deprecated: true as const } : {}),
    periods: convertPeriods(model.prices, model.id),
  };
}

/** Start dates open a period; daily windows belong to the period that they follow. */
function convertPeriods(prices: z.infer<typeof sourceModel>['prices'], model: string): string[] {
  const periods: string[] = [];
  for (const entry of Array.isArray(prices) ? prices : [{ prices }]) {
    const converted = convertPrices(entry.prices, model);
    if (converted === null) continue;
    const rule = 'constraint' in entry ? entry.constraint : undefined;
    if (rule?.type !== 'time_of_date') {
      periods.push(`${rule ? `from ${rule.start_date};` : ''}${converted}`);
      continue;
    }
    const period = periods.pop();
    if (period === undefined || converted.includes(';'))
      throw new Error(`${model}: a daily window without a base price, or with more than prices`);
    periods.push(`${period};@${seconds(rule.start_time)}-${seconds(rule.end_time)} ${converted}`);
  }
  return periods;
}

const tokenKeys = ['input_mtok', 'output_mtok', 'cache_read_mtok', 'cache_write_mtok', 'cache_write_1h_mtok'];

function convertPrices(prices: SourcePrices, model: string): string | null {
  const isFree = Object.keys(prices).length === 0 && model.endsWith(':free');
  if (prices.input_mtok === undefined && !isFree) return null;
  const starts = [...new Set(tokenKeys.flatMap((key) => tierStarts(prices[key])))].sort((a, b) => a - b);
  return [
    isFree ? '0 0' : pricesAt(prices, 0),
    ...starts.map((start) => `>${start} ${pricesAt(prices, start + 1)}`),
    ...fee('search', prices.web_searches_kcount),
    ...fee('request', prices.requests_kcount),
  ].join(';');
}

function pricesAt(prices: SourcePrices, inputTokens: number): string {
  const values = tokenKeys.map((key) => {
    const price = prices[key];
    if (price === undefined) return '-';
    const usd = typeof price === 'number' ? price : (price.tiers.findLast((tier) => inputTokens > tier.start)?.price ?? price.base);
    return String(known(parsePricePerMillion(String(usd))));
  });
  while (values.length > 2 && values.at(-1) === '-') values.pop();
  return values.join(' ');
}

function tierStarts(price: SourcePrices[string]): number[] {
  return typeof price === 'object' ? price.tiers.map((tier) => tier.start) : [];
}

function fee(name: string, usdPerThousand: SourcePrices[string]): string[] {
  return typeof usdPerThousand === 'number' ? [`${name} ${known(parseUsd(String(usdPerThousand))) / 1000n}`] : [];
}

function known(amount: bigint | null): bigint {
  if (amount === null) throw new Error('the catalogue holds a price that is no number');
  return amount;
}

function seconds(time: string): number {
  const match = /^(\d{2}):(\d{2}):(\d{2})Z$/.exec(time);
  if (!match) throw new Error(`not a UTC time: ${time}`);
  return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}

const signs: Readonly<Record<string, string>> = { equals: '=', starts_with: '^', ends_with: '$', contains: '*', regex: '~' };

function convertMatch(match: SourceMatch): string[] {
  if ('or' in match && Array.isArray(match.or)) return match.or.flatMap(convertMatch);
  if ('and' in match && Array.isArray(match.and)) return [match.and.flatMap(convertMatch).join('\t')];
  return Object.entries(match).flatMap(([kind, text]) => (typeof text === 'string' ? [`${signs[kind] ?? '?'}${text}`] : []));
}
