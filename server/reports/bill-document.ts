import { z } from 'zod';

/**
 * The bill as one plain document: every bill format and the bill page are made of it, so that all of them say the same.
 * Money is integer picodollars (10⁻¹² USD) as text, exact; only displays convert and round. Lines and columns count from 1.
 */

const picodollars = z.string().regex(/^-?\d+$/);

const basis = z.enum(['exact', 'estimated', 'declared', 'measured', 'unknown']);

const moneySchema = z.strictObject({
  floor: picodollars,
  likely: picodollars.nullable().describe('Null where it depends on what production alone knows.'),
  ceiling: picodollars.nullable().describe('Null where no bound is known.'),
  basis: z.array(basis),
});

const tokensSchema = z.strictObject({
  floor: z.number(),
  likely: z.number().nullable(),
  ceiling: z.number().nullable(),
  basis: z.array(z.string()).describe('How each part of the count is known, in words.'),
});

/** A number that may be unknown; then `why` says so in a few words. */
const knownMoneySchema = z.strictObject({ money: moneySchema.nullable(), why: z.string().nullable() });

const line = z.int().min(1);
const place = {
  file: z.string(),
  cell: z.int().min(0).nullable().describe('Of a notebook, counted from 0; lines count within the cell.'),
  line,
};

const partSchema = z.strictObject({
  ...place,
  role: z.string(),
  name: z.string().nullable(),
  tokens: tokensSchema,
  cost: moneySchema.nullable(),
  stability: z.enum(['constant', 'per-process', 'per-day', 'per-user', 'per-call', 'unknown']),
  cached: z.boolean().describe('Inside a prefix that the request marks for caching.'),
  grows: z.boolean().describe('A loop appends to it before the next call.'),
  holes: z.array(z.string()),
});

const priceSchema = z.strictObject({
  model: z.string(),
  provider: z.string(),
  date: z.string(),
  source: z.string(),
  inputPerMillion: z.string(),
  outputPerMillion: z.string(),
  note: z.string().nullable(),
});

const usageSchema = z.strictObject({
  basis: z.enum(['declared', 'measured', 'default']),
  source: z.string().describe('The usage file, and the entry in it.'),
  callsPerMonth: z.number().nullable(),
  cacheHitRate: z.number().nullable(),
  attempts: z.number().nullable(),
  steps: z.number().nullable(),
  usefulRate: z.number().nullable(),
  batchShare: z.number().nullable(),
  discount: z.number().nullable(),
  secondsBetweenCalls: z.number().nullable(),
  input: z.number().nullable().describe('Tokens of a usual request.'),
  output: z.number().nullable(),
  perCall: moneySchema.nullable().describe('Of one request, at list prices.'),
  notes: z.array(z.string()).describe('What of it could not be applied, and why.'),
});

/** One line of an invoice: a month of one token class, at list prices before the discount. */
const chargeSchema = z.strictObject({
  class: z.enum(['fresh', 'write', 'read', 'output', 'request-fee']),
  model: z.string(),
  provider: z.string(),
  service: z.enum(['standard', 'batch', 'flex', 'priority', 'fast']),
  lifetimeSeconds: z.number().nullable(),
  quantity: z.number().nullable().describe('Tokens; null for a fee, which counts requests.'),
  unit: picodollars.nullable().describe('A token.'),
  list: picodollars,
  paid: picodollars.describe('After the discount.'),
});

const wasteShareSchema = z.strictObject({
  kind: z.enum(['input not needed', 'output paid for again', 'steps beyond what was useful']),
  share: z.number().nullable().describe('Of the cost that usage covers, from 0 to 1; null where usage does not say.'),
  perMonth: moneySchema.nullable(),
  why: z.string(),
});

const rowSchema = z.strictObject({
  ...place,
  column: line,
  endLine: line,
  id: z.string(),
  kind: z.enum(['call', 'run']),
  symbol: z.string().describe('The function it stands in; empty at the top level.'),
  entryPoints: z.array(z.string()).describe('Ids of the entry points that reach it.'),
  sdk: z.string(),
  api: z.string(),
  model: z.string().nullable(),
  modelNote: z.string().describe('The model as a reader is told of it, with what is unknown.'),
  price: priceSchema.nullable(),
  unpriced: z.string().nullable().describe('Why there is no price.'),
  paid: z
    .enum(['here', 'by its callers', 'by its wrapper'])
    .describe('Sums count only rows that are paid here; the others are the same requests, seen from the other side.'),
  tokens: z.strictObject({
    input: tokensSchema,
    fresh: tokensSchema,
    write: tokensSchema,
    read: tokensSchema,
    output: tokensSchema,
  }),
  parts: z.array(partSchema),
  perCall: moneySchema.nullable(),
  multipliers: z.array(z.strictObject({ loop: z.string(), says: z.string() })).describe('What repeats it, the innermost first.'),
  perRun: knownMoneySchema,
  perMonth: knownMoneySchema.describe('What is paid, after the discount.'),
  listPerMonth: moneySchema.nullable(),
  charges: z.array(chargeSchema),
  perUseful: knownMoneySchema.describe('One useful response, with the attempts, steps and useless answers that it takes.'),
  usage: usageSchema.nullable(),
  wastes: z.array(wasteShareSchema),
  owner: z.string().nullable().describe('From CODEOWNERS.'),
  findings: z.array(z.string()).describe('Ids.'),
});

const entryPointSchema = z.strictObject({
  ...place,
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  calls: z.array(z.string()),
  perRun: moneySchema.nullable(),
  missing: z.array(z.string()).describe('Bounds and prices that are unknown.'),
  runsPerMonth: z.number().nullable(),
  perMonth: knownMoneySchema,
  perUseful: knownMoneySchema,
});

const curveSchema = z.strictObject({
  assumes: z.string(),
  points: z.array(
    z.strictObject({
      step: z.int().min(1),
      withoutCache: picodollars.describe('Of all steps up to this one.'),
      withCache: picodollars.nullable().describe('Null where the vendor offers no cache discount.'),
    }),
  ),
});

const loopSchema = z.strictObject({
  ...place,
  id: z.string(),
  kind: z.enum(['loop', 'agent-run', 'retry', 'fan-out']),
  says: z.string(),
  bound: z.enum(['bounded', 'unbounded', 'user-paced', 'event-driven', 'unknown']),
  max: z.number().nullable(),
  calls: z.array(z.string()),
  curve: curveSchema.nullable(),
});

const findingSchema = z.strictObject({
  ...place,
  id: z.string(),
  code: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string(),
  call: z.string().nullable(),
  saving: moneySchema.nullable(),
  per: z.enum(['call', 'run', 'month']).nullable().describe('What the saving is for.'),
});

export const billDocumentSchema = z.strictObject({
  version: z.literal(1),
  head: z.strictObject({
    tool: z.string(),
    prices: z.strictObject({ catalogue: z.string(), date: z.string(), hash: z.string() }),
    evaluatedAt: z.iso.datetime(),
    currency: z
      .strictObject({ code: z.string(), perUsd: z.string().describe('A decimal.'), date: z.string().nullable() })
      .describe('What displays and tables convert to; amounts in this document stay picodollars.'),
  }),
  rows: z.array(rowSchema),
  entryPoints: z.array(entryPointSchema),
  loops: z.array(loopSchema),
  findings: z.array(findingSchema),
  prompts: z.array(z.strictObject({ ...place, model: z.string().nullable(), tokens: tokensSchema, holes: z.array(z.string()) })),
  totals: z.strictObject({
    perMonth: moneySchema.nullable().describe('Of the sites whose volume is known.'),
    booked: picodollars.nullable().describe('The one number for tables: likely amounts, and floors where none is likely.'),
    says: z.string().describe('The total as one sentence, with what it leaves out.'),
    sites: z.int(),
    unpriced: z.int(),
    withoutVolume: z.int(),
    inTests: z.int(),
  }),
  wastes: z.array(wasteShareSchema),
  problems: z.array(z.strictObject({ ...place, message: z.string() })),
});

export type BillDocument = z.infer<typeof billDocumentSchema>;
export type BillRow = BillDocument['rows'][number];
export type BillEntryPoint = BillDocument['entryPoints'][number];
export type BillLoop = BillDocument['loops'][number];
export type BillFinding = BillDocument['findings'][number];
export type BillPart = z.infer<typeof partSchema>;
export type BillMoney = z.infer<typeof moneySchema>;
export type BillTokens = z.infer<typeof tokensSchema>;
export type BillWaste = z.infer<typeof wasteShareSchema>;
export type BillCharge = z.infer<typeof chargeSchema>;
export type BillUsage = z.infer<typeof usageSchema>;
export type BillCurrency = BillDocument['head']['currency'];
export type KnownMoney = z.infer<typeof knownMoneySchema>;
