import { z } from 'zod';

/**
 * The document that `check` and `bill` print with `--format json`: stable, versioned. Lines and columns count from 1,
 * columns in UTF-16 code units. USD are decimal numbers, exact to the picodollar.
 */

const basis = z.strictObject({
  kind: z.enum(['exact', 'estimated', 'declared', 'measured', 'unknown']),
  note: z.string(),
  error: z.number().optional().describe('Of an estimate, as a fraction: 0.08 is ±8 %.'),
});

export const quantitySchema = z.strictObject({
  floor: z.number().describe('What the source shows.'),
  likely: z.number().nullable().describe('The best point; null where it depends on what production alone knows.'),
  ceiling: z.number().nullable().describe('Null where no bound is known.'),
  unit: z.enum(['tokens', 'USD']),
  per: z.enum(['call', 'run', 'month']),
  basis: z.array(basis),
});

const line = z.int().min(1);
const cell = z.int().min(0).optional().describe('Of a notebook, counted from 0; lines count within the cell.');
const callId = z.string();

export const callSchema = z.strictObject({
  id: callId,
  kind: z.enum(['call', 'run']),
  operation: z.enum(['generate', 'embed', 'count']),
  via: z.array(callId).describe('The calls inside wrappers that this call goes through. Totals count only calls that no other names here.'),
  inTest: z.boolean(),
  file: z.string(),
  cell,
  line: line.describe('Where the callee starts.'),
  column: line,
  endLine: line,
  sdk: z.string(),
  api: z.string(),
  model: z.string().nullable(),
  modelSource: z.enum(['literal', 'constant', 'argument', 'default', 'config', 'import', 'env', 'env-fallback', 'sdk-default', 'unknown']),
  maxOutputTokens: z.number().nullable(),
  input: quantitySchema,
  output: quantitySchema,
  cost: quantitySchema.nullable().describe('Null where no price is known.'),
  parts: z.array(
    z.strictObject({
      role: z.string(),
      tokens: quantitySchema,
      stability: z.enum(['constant', 'per-process', 'per-day', 'per-user', 'per-call', 'unknown']),
      cached: z.boolean(),
      file: z.string(),
      cell,
      line,
    }),
  ),
  multipliers: z.array(z.string()).describe('Ids of the loops and retries around it, the innermost first.'),
  paid: z.enum(['here', 'by its callers', 'by its wrapper']).optional().describe('Of a bill: sums count only calls that are paid here.'),
  costPerMonth: quantitySchema.nullable().optional().describe('Of a bill; null where usage does not give a volume.'),
  costPerUsefulResponse: quantitySchema.nullable().optional(),
  owner: z.string().nullable().optional().describe('From CODEOWNERS.'),
});

export const loopSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  cell,
  line: line.describe("The loop's keyword; of an agent run, its call."),
  kind: z.enum(['loop', 'agent-run', 'retry']),
  bound: z.enum(['bounded', 'unbounded', 'user-paced', 'event-driven', 'unknown']),
  boundBy: z.string().nullable(),
  max: z.number().nullable(),
  calls: z.array(callId),
});

export const entryPointSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  cell,
  line,
  name: z.string(),
  calls: z.array(callId),
  cost: quantitySchema.nullable(),
  costPerMonth: quantitySchema.nullable().optional(),
  costPerUsefulResponse: quantitySchema.nullable().optional(),
});

export const totalSchema = z.strictObject({
  costPerMonth: quantitySchema.nullable().describe('Of the sites whose volume is known.'),
  booked: z.string().nullable().describe('The one number for tables, in `currency`: likely amounts, and floors where none is likely.'),
  currency: z.strictObject({ code: z.string(), perUsd: z.string(), date: z.string().nullable() }),
  says: z.string(),
  wastes: z.array(z.strictObject({ kind: z.string(), share: z.number().nullable(), why: z.string() })),
});

export const findingSchema = z.strictObject({
  code: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  file: z.string(),
  cell,
  line,
  column: line,
  endLine: line,
  endColumn: line,
  message: z.string(),
  call: callId.nullable(),
  saving: quantitySchema.nullable(),
  fixes: z.array(z.strictObject({ title: z.string(), safe: z.boolean() })),
  known: z.literal(true).optional().describe('The baseline names it.'),
});

export const promptSchema = z.strictObject({
  file: z.string(),
  line,
  model: z.string().nullable().describe('Of the prompt\u2019s own settings.'),
  tokens: quantitySchema,
  holes: z.array(z.string()).describe('What is filled in when the prompt is used, and not counted.'),
});

export const machineOutputSchema = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({ name: z.literal('lineitem'), version: z.string() }),
  prices: z.strictObject({
    catalogue: z.string(),
    date: z.string().describe('ISO date of the newest price in the catalogue.'),
    hash: z.string(),
  }),
  evaluatedAt: z.iso.datetime().describe('The moment at which dated prices were read.'),
  calls: z.array(callSchema),
  loops: z.array(loopSchema),
  entryPoints: z.array(entryPointSchema),
  findings: z.array(findingSchema),
  total: totalSchema.optional().describe('Of a bill.'),
  prompts: z.array(promptSchema).describe('Prompt files. What one costs depends on the calls that send it.'),
});

export type MachineOutput = z.infer<typeof machineOutputSchema>;
export type MachineHeader = Omit<MachineOutput, 'calls' | 'loops' | 'entryPoints' | 'findings' | 'prompts' | 'total'>;
export type MachineCall = z.infer<typeof callSchema>;
export type MachineTotal = z.infer<typeof totalSchema>;
export type MachineLoop = z.infer<typeof loopSchema>;
export type MachineEntryPoint = z.infer<typeof entryPointSchema>;
export type MachineFinding = z.infer<typeof findingSchema>;
export type MachinePrompt = z.infer<typeof promptSchema>;
export type MachineQuantity = z.infer<typeof quantitySchema>;
