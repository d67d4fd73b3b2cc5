import * as z from 'zod';
import { parseDecimal } from '../quantity/money.ts';

/**
 * What the catalogue lacks or gets wrong, and what a user adds (`custom` prices have the same shape).
 * Every row says where its fact stands and when somebody read it there. Prices are USD per million tokens, as text.
 * `models` are canonical undated names or dated ones; a `*` at the end stands for any rest. The first row that fits counts.
 */
const decimal = z.string().refine((text) => (parseDecimal(text)?.numerator ?? -1n) >= 0n, { error: 'a decimal number, zero or more' });
const evidence = { source: z.string().min(1), verified: z.iso.date() };
const models = z.array(z.string().min(1)).min(1).readonly();
const which = { provider: z.string().min(1), models };
const count = z.number().int().positive();
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const tokenPrices = {
  input: decimal,
  output: decimal.nullable(),
  cacheRead: decimal.optional(),
  cacheWrites: z
    .array(z.strictObject({ lifetimeSeconds: count, price: decimal }))
    .readonly()
    .optional(),
};

export const priceRow = z.strictObject({
  ...which,
  ...evidence,
  /** Where the row prices what a reseller serves. */
  host: z.string().optional(),
  title: z.string().optional(),
  /** In force from this date; earlier the next row or the catalogue speaks. */
  from: z.iso.date().optional(),
  ...tokenPrices,
  tiers: z
    .array(z.strictObject({ aboveInputTokens: count, ...tokenPrices }))
    .readonly()
    .optional(),
  windows: z
    .array(z.strictObject({ from: clock, to: clock, weekdaysOnly: z.boolean(), ...tokenPrices }))
    .readonly()
    .optional(),
  note: z.string().optional(),
});

export const cachePolicyRow = z.strictObject({
  ...which,
  ...evidence,
  host: z.string().optional(),
  mode: z.enum(['explicit', 'automatic']),
  marks: z.boolean(),
  hits: z.enum(['boundary', 'common-prefix']),
  keepsSharedBeginnings: z.boolean().optional(),
  lifetimes: z.array(z.strictObject({ seconds: count, write: decimal })).readonly(),
  lifetimeFrom: z.enum(['request-start', 'last-use']),
  /** When others can read what a request writes. */
  readableFrom: z.enum(['answer']).optional(),
  guaranteed: z.boolean(),
  /** Of the input price, used where no catalogue lists a price for reading. */
  read: decimal.optional(),
  maxBreakpoints: count.nullable(),
  lookbackBlocks: count.nullable(),
  step: count,
  /** USD per million tokens and hour. */
  storage: decimal.optional(),
  note: z.string().optional(),
});

export const cacheMinimumRow = z.strictObject({
  ...which,
  ...evidence,
  host: z.string().optional(),
  tokens: count,
  /** What other sources say. */
  claims: z
    .array(z.strictObject({ tokens: count, source: z.string().min(1) }))
    .readonly()
    .optional(),
});

export const limitsRow = z.strictObject({ ...which, ...evidence, context: count.optional(), maxOutput: count.optional() });

export const lifecycleRow = z.strictObject({
  ...which,
  ...evidence,
  retires: z.iso.date().optional(),
  successor: z.string().optional(),
  /** The newest model of the same line: `sol`, `opus`, `flash`. */
  newer: z.string().optional(),
  promotionEnds: z.iso.date().optional(),
  note: z.string().optional(),
});

export const serviceRow = z.strictObject({
  ...which,
  ...evidence,
  service: z.enum(['batch', 'flex', 'priority', 'fast']),
  input: decimal,
  output: decimal,
  cache: z.enum(['stacks', 'input-price']),
});

export const residencyRow = z.strictObject({ ...which, ...evidence, multiplier: decimal });

/** What a host that passes list prices on multiplies them by in a regional endpoint. */
export const regionalRow = z.strictObject({ ...which, ...evidence, host: z.string(), multiplier: decimal });

/** One name for another, where the catalogue's own reading of it is out of date. */
export const aliasRow = z.strictObject({
  ...evidence,
  provider: z.string(),
  name: z.string(),
  means: z.string(),
  note: z.string().optional(),
});

const rows = <Row extends z.ZodType>(row: Row) => z.array(row).readonly().default([]);

export const overlaySchema = z.strictObject({
  prices: rows(priceRow),
  cachePolicies: rows(cachePolicyRow),
  cacheMinimums: rows(cacheMinimumRow),
  limits: rows(limitsRow),
  lifecycle: rows(lifecycleRow),
  services: rows(serviceRow),
  residency: rows(residencyRow),
  regional: rows(regionalRow),
  aliases: rows(aliasRow),
});

export type Overlay = z.infer<typeof overlaySchema>;
export type PriceRow = z.infer<typeof priceRow>;
export type CachePolicyRow = z.infer<typeof cachePolicyRow>;
export type CacheMinimumRow = z.infer<typeof cacheMinimumRow>;
export type LimitsRow = z.infer<typeof limitsRow>;
export type LifecycleRow = z.infer<typeof lifecycleRow>;
export type ServiceRow = z.infer<typeof serviceRow>;
export type ResidencyRow = z.infer<typeof residencyRow>;
export type RegionalRow = z.infer<typeof regionalRow>;
export type AliasRow = z.infer<typeof aliasRow>;
