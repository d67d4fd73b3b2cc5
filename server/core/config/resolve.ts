import ignore, { type Ignore } from 'ignore';
import type { Overlay, PriceRow } from '../prices/overlay-schema.ts';
import { parseUsd } from '../quantity/money.ts';
import { rules } from '../rules/index.ts';
import type { Configuration, RuleSetting, ScopedBudget } from './configuration.ts';
import { folderOf, joinPath } from './paths.ts';
import type { ConfigFile } from './read.ts';
import type { LayerValue } from './schema.ts';

/** One file's settings as they hold below a folder. A file that is extended counts from the folder of the one that extends it. */
export interface Source {
  readonly config: ConfigFile;
  readonly folder: string;
}

/** Lays the sources over each other, the farthest first: what comes later wins, key by key. */
export function resolve(file: string, sources: readonly Source[]): Configuration {
  const layers = sources.flatMap((source) => layersOf(file, source));
  const nearest = <Value>(pick: (source: Source) => Value | undefined): Value | null =>
    sources.map(pick).findLast((value) => value !== undefined) ?? null;
  const smallest = (per: 'call' | 'run' | 'month'): bigint | null => {
    const set = layers.map(({ value }) => value.minSaving?.[per]).findLast((one) => one !== undefined);
    return set === undefined ? null : picodollars(set);
  };
  return {
    files: sources.map(({ config }) => config.file).toReversed(),
    isIgnored: sources.some(({ config, folder }) => matches(config.value.ignore ?? [], folder, file)),
    preview: layers.map(({ value }) => value.preview).findLast((one) => one !== undefined) ?? false,
    rules: Object.assign({}, ...layers.map(({ value }) => ruleSettings(value))),
    minSaving: { call: smallest('call'), run: smallest('run'), month: smallest('month') },
    budgets: nearestBudgets(layers.flatMap(budgetsOf)),
    prices: pricesOf(layers),
    currency: nearest(({ config }) => config.value.currency),
    diff: {
      maxRise: nearest(({ config }) => config.value.diff?.maxRise),
      blockUnknownModel: nearest(({ config }) => config.value.diff?.blockUnknownModel) ?? false,
    },
    owner: nearest((source) => ownerOf(file, source)),
    baseline: nearest(({ config }) =>
      config.value.baseline === undefined ? undefined : joinPath(folderOf(config.file), config.value.baseline),
    ),
  };
}

interface Layer {
  readonly value: LayerValue;
  readonly source: Source;
  /** Where in the file it stands. */
  readonly path: readonly PropertyKey[];
}

function layersOf(file: string, source: Source): readonly Layer[] {
  const { overrides = [] } = source.config.value;
  const fitting = overrides.flatMap((value, index): Layer[] =>
    matches(value.files, source.folder, file) ? [{ value, source, path: ['overrides', index] }] : [],
  );
  return [{ value: source.config.value, source, path: [] }, ...fitting];
}

function ruleSettings({ rules: settings = {} }: LayerValue): Readonly<Record<string, RuleSetting>> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, setting]): [string, RuleSetting][] => {
      if (setting === undefined) return [];
      const code = rules.find((rule) => rule.name === key)?.code ?? key;
      if (typeof setting === 'string') return [[code, { severity: setting, options: {} }]];
      const { severity = null, ...rest } = setting;
      const options = Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
      return [[code, { severity, options }]];
    }),
  );
}

function budgetsOf({ value, source, path }: Layer): readonly ScopedBudget[] {
  const { callSites = {}, entryPoints = {}, project = {} } = value.budgets ?? {};
  const budget = (
    scope: ScopedBudget['scope'],
    of: string,
    per: ScopedBudget['per'],
    usd: number | undefined,
    keys: readonly string[],
  ): ScopedBudget[] => {
    if (usd === undefined) return [];
    const { file, spanAt } = source.config;
    const at = { file, unit: '', span: spanAt([...path, 'budgets', ...keys, per]) };
    return [{ scope, of, per, usd: picodollars(usd), declaredIn: file, at }];
  };
  return [
    ...Object.entries(callSites).flatMap(([id, set]) => [
      ...budget('call-site', id, 'call', set.call, ['callSites', id]),
      ...budget('call-site', id, 'month', set.month, ['callSites', id]),
    ]),
    ...Object.entries(entryPoints).flatMap(([id, set]) => [
      ...budget('entry-point', id, 'run', set.run, ['entryPoints', id]),
      ...budget('entry-point', id, 'month', set.month, ['entryPoints', id]),
    ]),
    ...budget('project', source.folder, 'month', project.month, ['project']),
  ];
}

/** Of two budgets for the same thing the later one holds. */
const nearestBudgets = (budgets: readonly ScopedBudget[]): readonly ScopedBudget[] => [
  ...new Map(budgets.map((one) => [`${one.scope} ${one.of} ${one.per}`, one])).values(),
];

function pricesOf(layers: readonly Layer[]): Overlay | null {
  const rows = new Map(
    layers.flatMap(({ value }) => Object.entries(value.prices ?? {}).map(([key, price]) => [key, priceRow(key, price)] as const)),
  );
  if (rows.size === 0) return null;
  const nothing = {
    cachePolicies: [],
    cacheMinimums: [],
    limits: [],
    lifecycle: [],
    services: [],
    residency: [],
    regional: [],
    aliases: [],
  };
  return { ...nothing, prices: [...rows.values()] };
}

function priceRow(key: string, price: NonNullable<LayerValue['prices']>[string]): PriceRow {
  const slash = key.indexOf('/');
  return {
    provider: key.slice(0, slash),
    models: [key.slice(slash + 1)],
    input: String(price.input),
    output: price.output === null ? null : String(price.output),
    source: price.source,
    verified: price.date,
    ...(price.cacheRead === undefined ? {} : { cacheRead: String(price.cacheRead) }),
    ...(price.cacheWrites === undefined
      ? {}
      : { cacheWrites: price.cacheWrites.map((one) => ({ lifetimeSeconds: one.lifetimeSeconds, price: String(one.price) })) }),
    ...(price.host === undefined ? {} : { host: price.host }),
    ...(price.from === undefined ? {} : { from: price.from }),
  };
}

function ownerOf(file: string, { config, folder }: Source): string | undefined {
  return Object.entries(config.value.owners ?? {}).findLast(([pattern]) => matches([pattern], folder, file))?.[1];
}

/** Patterns as in .gitignore, counted from a folder. */
function matches(patterns: readonly string[], folder: string, file: string): boolean {
  if (patterns.length === 0 || !file.startsWith(folder)) return false;
  const below = file.slice(folder.length);
  return ignore.isPathValid(below) && matcherOf(patterns).ignores(below);
}

const matchers = new WeakMap<readonly string[], Ignore>();

function matcherOf(patterns: readonly string[]): Ignore {
  const known = matchers.get(patterns) ?? ignore().add(patterns.map((one) => one.replace(/^\.\//, '')));
  matchers.set(patterns, known);
  return known;
}

/** The schema lets no other numbers in. */
const picodollars = (usd: number): bigint => parseUsd(String(usd)) ?? 0n;
