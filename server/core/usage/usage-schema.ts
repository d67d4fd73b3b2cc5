import { z } from 'zod';

/** `lineitem.usage.json`: what only production knows of the calls. Comments are allowed. What is absent is unknown, never a default. */

const rate = z.number().min(0).max(1);
const count = z.int().min(0);
const date = z.iso.date();

const spreadSchema = z
  .strictObject({
    mean: z.number().min(0).optional(),
    p50: z.number().min(0).optional().describe('The median: stands for the mean where no mean is given.'),
    p95: z.number().min(0).optional().describe('One call in twenty has more.'),
  })
  .refine(({ p50, p95 }) => p50 === undefined || p95 === undefined || p50 <= p95, 'p50 is above p95');

const numbers = {
  cacheHitRate: rate.optional().describe('Of the calls: the share that finds its marked or repeated prefix in the cache.'),
  secondsBetweenCalls: z
    .number()
    .positive()
    .optional()
    .describe('From one call to the next; longer than the cache lives, and nothing hits.'),
  attempts: z.number().min(1).optional().describe('Requests until an answer is taken, the first one included, as an average.'),
  steps: z.number().min(1).optional().describe('Passes of the loop around the call, or of an agent run, until it ends, as an average.'),
  inputTokens: spreadSchema.optional().describe('Of one request, whatever was read from a cache included.'),
  outputTokens: spreadSchema.optional().describe('Of one answer, thinking included.'),
  usefulRate: rate.optional().describe('Of the answers that a user or the next step got: the share that was of use.'),
  batchShare: rate.optional().describe("Of the calls: the share sent through the vendor's batch service."),
  discount: z.number().min(0).lt(1).optional().describe('Off the list price, as your contract says: 0.1 is a tenth.'),
};

const callsPerMonth = z.number().min(0).optional().describe('Requests sent in a month, attempts and steps included.');

export const services = ['standard', 'batch', 'flex', 'priority', 'fast'] as const;

const measuredRowSchema = z.strictObject({
  model: z.string().min(1),
  provider: z.string().optional(),
  service: z.enum(services).optional(),
  aboveInputTokens: count.optional().describe('Only requests longer than this, which a vendor prices higher.'),
  requests: count,
  fresh: count.describe('Input tokens that were neither written to a cache nor read from one.'),
  write: count.optional().describe("Written to a cache, for the vendor's shortest lifetime."),
  writeHour: count.optional().describe('Written to a cache for an hour or longer.'),
  read: count.optional(),
  output: count,
});

export const measuredSchema = z
  .strictObject({
    from: date.optional(),
    to: date.optional(),
    rows: z.array(measuredRowSchema).min(1),
    months: z.number().positive().optional().describe('How many months these sums are of; absent where the log does not tell.'),
    runs: count.optional().describe('Distinct runs (traces, conversations) that these requests belong to.'),
    judged: count.optional().describe('Requests whose answer the log judges.'),
    useful: count.optional().describe('Of those: the useful ones.'),
  })
  .refine(({ judged, useful }) => useful === undefined || (judged !== undefined && useful <= judged), 'useful is above judged');

export const callEntrySchema = z.strictObject({
  fingerprint: z.string().optional().describe('Model and first literal text of the call that this entry was made for.'),
  model: z.string().min(1).optional().describe('The model that answers, where the source does not say it.'),
  callsPerMonth,
  ...numbers,
  measured: measuredSchema.optional().describe('Sums of a log, written by `lineitem usage import`.'),
});

export const entryPointEntrySchema = z.strictObject({
  runsPerMonth: z.number().min(0).optional(),
  ...numbers,
});

export const defaultsSchema = z.strictObject({ callsPerMonth, ...numbers });

export const usageFileSchema = z.strictObject({
  $schema: z.string().optional(),
  asOf: date.optional().describe('The last day that the figures speak of.'),
  defaults: defaultsSchema.optional().describe('For every call that has no figure of its own.'),
  calls: z.record(z.string(), callEntrySchema).optional().describe('By call id, as `lineitem bill --format json` prints it.'),
  entryPoints: z.record(z.string(), entryPointEntrySchema).optional().describe('By the id of an entry point.'),
});

export type CallEntry = z.infer<typeof callEntrySchema>;
export type EntryPointEntry = z.infer<typeof entryPointEntrySchema>;
export type UsageDefaults = z.infer<typeof defaultsSchema>;
export type Measured = z.infer<typeof measuredSchema>;
export type MeasuredRow = z.infer<typeof measuredRowSchema>;
export type Spread = z.infer<typeof spreadSchema>;
