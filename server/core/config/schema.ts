import * as z from 'zod';
import { rules as allRules } from '../rules/index.ts';
import { type AnyRule, type Family, families } from '../rules/rule.ts';
import { DECLARED_SLOTS } from '../sdks/declared.ts';

/**
 * `lineitem.json`, as a person writes it: comments and trailing commas are allowed. The published JSON Schema is made from
 * this, so every `describe` is what an editor shows.
 */

const rules: readonly AnyRule[] = allRules;

const severity = z.enum(['off', 'error', 'warning', 'info', 'hint']).meta({ id: 'severity' });
const usd = z.number().min(0);
const patterns = (text: string) => z.array(z.string().min(1)).describe(`${text} Written as in .gitignore, from the folder of this file.`);

const about: Readonly<Record<Family, string>> = {
  input: 'All rules on input that need not be sent',
  output: 'All rules on output that is paid for again',
  loops: 'All rules on calls that do not end',
  cache: 'All rules on prompt caches',
  price: 'All rules on models, tiers and budgets',
  house: 'All rules on Lineitem\u2019s own files and comments',
};

function ruleSetting(rule: AnyRule) {
  const options = Object.fromEntries(
    (rule.options ?? []).map((one) => [one.name, z.number().min(0).describe(`${one.summary} Usually ${one.usual}.`).optional()]),
  );
  return z
    .union([severity, z.strictObject({ severity: severity.optional(), ...options })])
    .describe(`${rule.code} ${rule.name}: ${rule.summary}. Usually ${rule.isPreview ? 'off (preview)' : rule.severity}.`);
}

const ruleSettings = z
  .strictObject({
    ...Object.fromEntries(rules.flatMap((rule) => [rule.code, rule.name].map((key) => [key, ruleSetting(rule).optional()]))),
    ...Object.fromEntries(families.map((family) => [family, severity.describe(`${about[family]}.`).optional()])),
  })
  .meta({
    id: 'rules',
    description: 'How much a rule weighs, by its code or name, or by family. A rule\u2019s own entry goes before its family\u2019s.',
  });

const perCall = usd.describe('USD a call.').optional();
const perRun = usd.describe('USD a run.').optional();
const perMonth = usd.describe('USD a month, where volumes are declared.').optional();

const budgets = z
  .strictObject({
    callSites: z
      .record(z.string().min(1), z.strictObject({ call: perCall, month: perMonth }))
      .describe('By the id of a call, as reports print it; `*` stands for anything.')
      .optional(),
    entryPoints: z
      .record(z.string().min(1), z.strictObject({ run: perRun, month: perMonth }))
      .describe('By the id of an entry point; `*` stands for anything.')
      .optional(),
    project: z.strictObject({ month: perMonth }).describe('All calls below the folder of this file.').optional(),
  })
  .meta({ id: 'budgets', description: 'The most that something may cost, in USD.' });

const minSaving = z
  .strictObject({ call: perCall, run: perRun, month: perMonth })
  .describe('Findings that surely save less than this, in USD, are not shown. One whose saving is unknown is.');

const perMillion = z.number().min(0);
const price = z
  .strictObject({
    input: perMillion.describe('USD per million tokens.'),
    output: perMillion.describe('USD per million tokens; null for a model without output.').nullable(),
    cacheRead: perMillion.describe('USD per million tokens read from a cache.').optional(),
    cacheWrites: z
      .array(z.strictObject({ lifetimeSeconds: z.int().min(1), price: perMillion }))
      .describe('USD per million tokens written, by how long the entry lives.')
      .optional(),
    host: z.string().min(1).describe('Only where this host serves the model: `azure`, `bedrock`, `openrouter`.').optional(),
    from: z.iso.date().describe('In force from this day on.').optional(),
    date: z.iso.date().describe('The day on which somebody read or agreed these prices; shown beside each number.'),
    source: z.string().min(1).describe('Where they stand: a contract, a page.'),
  })
  .meta({ id: 'price', description: 'What one model costs you.' });

const layer = {
  rules: ruleSettings.optional(),
  budgets: budgets.optional(),
  minSaving: minSaving.optional(),
  preview: z.boolean().describe('Also run rules that are still in preview.').optional(),
  prices: z
    .record(z.string().regex(/^[^/\s]+\/\S+$/, { error: 'Name the vendor too: `openai/gpt-5.4`, or `*/my-model`.' }), price)
    .describe('Prices of your own, by `vendor/model`; a `*` at the end stands for any rest.')
    .optional(),
};

const argument = z.union([z.string().min(1), z.int().min(0)]);
const declared = z
  .strictObject({
    import: z
      .string()
      .regex(/^[^#\s]+(?:#[\w$.]+|\.\w+)$/, { error: 'Name what is imported: `myco.llm.ask`, `@myco/llm#ask` or `./lib/llm#ask`.' })
      .describe(
        'As code imports it: `myco.llm.ask` in Python, `@myco/llm#ask` or, from the folder of this file, `./lib/llm#ask` in JavaScript.',
      ),
    role: z.enum(['call', 'run', 'embed']).describe('`call` asks a model once, `run` starts a loop of calls, `embed` makes vectors.'),
    provider: z.string().min(1).describe('The vendor whose model answers.').optional(),
    wire: z.string().min(1).describe('How the request is counted; else as the vendor counts.').optional(),
    model: z.string().min(1).describe('The model, where no argument says it.').optional(),
    arguments: z
      .strictObject(Object.fromEntries(DECLARED_SLOTS.map((slot) => [slot, z.union([argument, z.array(argument)]).optional()])))
      .describe('Where each part of the request stands: an argument\u2019s name, its place from 0, or a path into it: `0.model`.'),
  })
  .meta({ id: 'declared', description: 'A function of your own that asks a model.' });

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  root: z.boolean().describe('This folder is the root: nothing above it is looked at.').optional(),
  extends: z
    .union([z.string().min(1), z.array(z.string().min(1))])
    .describe('Other files to start from, by path from this one; the last wins. Their patterns count from the folder of this file.')
    .optional(),
  ...layer,
  ignore: patterns('Files about which nothing is said. What other files use of them is still read.').optional(),
  overrides: z
    .array(z.strictObject({ files: patterns('Where these settings hold.').min(1), ...layer }))
    .describe('Other settings for some files; the last that fits wins.')
    .optional(),
  declared: z.array(declared).describe('Functions and methods of your own that ask a model, where their code does not show it.').optional(),
  currency: z
    .strictObject({
      code: z.string().regex(/^[A-Z]{3}$/, { error: 'A currency is three capital letters: `EUR`.' }),
      rate: z.number().gt(0).describe('How much of it one USD is.'),
      date: z.iso.date().describe('The day of that rate.'),
    })
    .describe('What amounts are shown in, beside USD.')
    .optional(),
  diff: z
    .strictObject({
      maxRise: z
        .number()
        .min(0)
        .describe('The most that a call or an entry point may cost more than in the base: 0.1 is a tenth.')
        .optional(),
      blockUnknownModel: z.boolean().describe('A new or changed call without a known price fails.').optional(),
    })
    .describe('What `lineitem diff` lets pass, beside the budgets.')
    .optional(),
  owners: z.record(z.string().min(1), z.string().min(1)).describe('Who pays, by pattern of files; the last that fits wins.').optional(),
  baseline: z.string().min(1).describe('The file of findings that were there before, by path from this one.').optional(),
});

export type ConfigValue = z.infer<typeof configSchema>;
export type LayerValue = Pick<ConfigValue, keyof typeof layer>;
