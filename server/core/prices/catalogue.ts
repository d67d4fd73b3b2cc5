import { z } from 'zod';

/**
 * The catalogue as the build makes it: integers of picodollars a token. `prices` is
 * [input, output, cache read, cache write, one-hour cache write], cut after the last one known.
 */
const amount = z.number().int().nonnegative();
const tokenPrices = z.tuple([amount, amount.nullable()]).rest(amount.nullable());
const tier = z.tuple([z.number().int().positive(), tokenPrices]);

const periodSchema = z.strictObject({
  from: z.iso.date().optional(),
  prices: tokenPrices,
  tiers: z.array(tier).optional(),
  windows: z
    .array(z.strictObject({ from: z.number().int().min(0).max(86_400), to: z.number().int().min(0).max(86_400), prices: tokenPrices }))
    .optional(),
  /** Picodollars for one web search, and for one request. */
  search: amount.optional(),
  request: amount.optional(),
});

/** `=exact`, `^start`, `$end`, `*part`, `~regex`; an array is "all of these". */
const condition = z.string().regex(/^[=^$*~]./);

const modelSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().optional(),
  match: z.array(z.union([condition, z.array(condition)])).min(1),
  context: z.number().int().positive().optional(),
  deprecated: z.literal(true).optional(),
  periods: z.array(periodSchema).min(1),
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
export type CataloguePeriod = z.infer<typeof periodSchema>;
export type CatalogueTokenPrices = z.infer<typeof tokenPrices>;
