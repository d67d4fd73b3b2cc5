import * as z from 'zod';

/**
 * The catalogue as the build makes it. Rules and periods are short texts, because checking 1,700 models must not be felt
 * when an editor starts; they are taken apart when a model is looked up.
 *
 * A rule: `=exact`, `^start`, `$end`, `*part` or `~regex`; tabs join rules that must all fit, lines are alternatives.
 * A period: parts joined by `;`. `from 2026-08-17` first where it has a beginning, then prices in picodollars a token as
 * `input output cache-read cache-write hour-cache-write`, with `-` for none and cut after the last one known. Further parts:
 * `>271999 prices` a context tier, `@3600-14400 prices` a daily window in UTC seconds, `search n` and `request n` fees.
 */
const prices = '\\d{1,16}(?: (?:\\d{1,16}|-)){1,4}';
const periodText = new RegExp(
  `^(?:from \\d{4}-\\d{2}-\\d{2};)?${prices}(?:;>\\d{1,9} ${prices}|;@\\d{1,5}-\\d{1,5} ${prices}|;(?:search|request) \\d{1,16})*$`,
);
const rule = '[=^$*~][^\\n\\t]+';

const modelSchema = z.strictObject({
  id: z.string(),
  title: z.string().optional(),
  match: z.string().regex(new RegExp(`^${rule}(?:[\\n\\t]${rule})*$`)),
  context: z.number().optional(),
  deprecated: z.literal(true).optional(),
  /** Empty for what is not billed by the token. */
  periods: z.array(z.string().regex(periodText)),
});

export const catalogueSchema = z.strictObject({
  format: z.literal(1),
  name: z.string(),
  version: z.string(),
  date: z.iso.date(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  license: z.string(),
  providers: z.array(z.strictObject({ id: z.string(), title: z.string(), url: z.string(), models: z.array(modelSchema) })),
});

export type Catalogue = z.infer<typeof catalogueSchema>;
export type CatalogueProvider = Catalogue['providers'][number];
export type CatalogueModel = z.infer<typeof modelSchema>;

/** [input, output, cache read, cache write, one-hour cache write] */
export type CatalogueTokenPrices = readonly (bigint | null)[];

export interface CataloguePeriod {
  readonly from: string | undefined;
  readonly prices: CatalogueTokenPrices;
  readonly tiers: readonly { readonly aboveInputTokens: number; readonly prices: CatalogueTokenPrices }[];
  readonly windows: readonly { readonly fromSecond: number; readonly toSecond: number; readonly prices: CatalogueTokenPrices }[];
  readonly search: bigint | null;
  readonly request: bigint | null;
}

export function readPeriod(text: string): CataloguePeriod {
  const parts = text.split(';');
  const from = parts[0]?.startsWith('from ') ? parts.shift()?.slice(5) : undefined;
  const rest = (sign: string): readonly (readonly [string, string])[] =>
    parts
      .filter((part) => part.startsWith(sign))
      .map((part) => [part.slice(sign.length, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]);
  const fee = (name: string): bigint | null => amount(rest(name)[0]?.[1]);
  return {
    from,
    prices: readPrices(parts[0] ?? ''),
    tiers: rest('>').map(([above, texts]) => ({ aboveInputTokens: Number(above), prices: readPrices(texts) })),
    windows: rest('@').map(([span, texts]) => {
      const [fromSecond = 0, toSecond = 0] = span.split('-').map(Number);
      return { fromSecond, toSecond, prices: readPrices(texts) };
    }),
    search: fee('search'),
    request: fee('request'),
  };
}

function readPrices(text: string): CatalogueTokenPrices {
  return text.split(' ').map(amount);
}

function amount(text: string | undefined): bigint | null {
  return text === undefined || text === '-' ? null : BigInt(text);
}

/** The rules of a model: alternatives, each a list of conditions that must all fit. */
export function readRules(match: string): readonly (readonly string[])[] {
  return match.split('\n').map((line) => line.split('\t'));
}
