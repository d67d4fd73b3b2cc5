import type { ConfigProblem } from '../rules/config-problem.ts';
import type { DeclaredSdk } from '../sdks/declared.ts';
import { type Baseline, readBaseline } from './baseline.ts';
import { type Configuration, usualConfiguration } from './configuration.ts';
import { declaredIn } from './declared.ts';
import { folderOf, foldersAbove, joinPath } from './paths.ts';
import { type ConfigFile, readConfig } from './read.ts';
import { resolve, type Source } from './resolve.ts';

/** Every `lineitem.json` that was brought, and what they mean together. */
export interface ConfigStore {
  /** Whether a file is one of ours: by its name, or because another one extends it. */
  readonly takes: (file: string) => boolean;
  readonly has: (file: string) => boolean;
  /** Null: the file is gone. */
  readonly set: (file: string, text: string | null) => void;
  readonly of: (file: string) => Configuration;
  /** The findings that were there before, of a file; the same object until they change. */
  readonly baselineOf: (file: string) => Baseline;
  readonly files: () => readonly string[];
  readonly problems: (file: string) => readonly ConfigProblem[];
  /** Wrappers and clients of all files; the same list until one of them changes. */
  readonly declared: () => readonly DeclaredSdk[];
  /** Files that are named and that nobody has brought. */
  readonly wanted: () => readonly string[];
}

export const configName = 'lineitem.json';
export const isConfigName = (file: string): boolean => file === configName || file.endsWith(`/${configName}`);

export interface StoreOptions {
  /** Whether a path is known not to exist. */
  readonly isMissing: (file: string) => boolean;
  /** Preview rules run, whatever the files say. */
  readonly preview: boolean;
  /** Holds in place of what the files name. */
  readonly baseline?: Baseline | undefined;
}

export function createConfigStore({ isMissing, preview, baseline }: StoreOptions): ConfigStore {
  const configs = new Map<string, ConfigFile>();
  const baselines = new Map<string, Baseline>();
  let declared: readonly DeclaredSdk[] = [];
  const answers = new Map<string, Configuration>();
  const shared = createInterner();
  const usual = { ...usualConfiguration, preview };

  /** What a file says: what it extends first, each file once. */
  const chain = (config: ConfigFile, folder: string, seen: ReadonlySet<string>): readonly Source[] => {
    if (seen.has(config.file)) return [];
    const inside = new Set([...seen, config.file]);
    const bases = extendedBy(config).flatMap(({ file }) => (file === null ? [] : (configs.get(file) ?? [])));
    return [...bases.flatMap((base) => chain(base, folder, inside)), { config, folder }];
  };

  const sourcesOf = (file: string): readonly Source[] => {
    const named = foldersAbove(file).flatMap((folder) => configs.get(`${folder}${configName}`) ?? []);
    const root = named.findLastIndex((config) => config.value.root === true);
    return named.slice(Math.max(0, root)).flatMap((config) => chain(config, folderOf(config.file), new Set()));
  };

  const missing = (config: ConfigFile): readonly ConfigProblem[] =>
    extendedBy(config).flatMap(({ file, text, path }): ConfigProblem[] => {
      const say = (message: string, instead: string): ConfigProblem[] => [
        { id: `${config.file}#${path.join('.')}`, at: { file: config.file, unit: '', span: config.spanAt(path) }, message, instead },
      ];
      if (file === null) return say(`\`${text}\` leads out of the project.`, 'Name a file below its root.');
      if (chainFiles(file).has(config.file)) return say(`\`${text}\` extends this file in turn.`, 'Take one of the two away.');
      if (!configs.has(file) && isMissing(file)) return say(`There is no file \`${text}\`.`, 'Name it by its path from this file.');
      return [];
    });

  const missingBaseline = (config: ConfigFile): readonly ConfigProblem[] => {
    const file = baselineFile(config);
    if (file === null || baselines.has(file) || !isMissing(file)) return [];
    const at = { file: config.file, unit: '', span: config.spanAt(['baseline']) };
    return [
      { id: `${config.file}#baseline`, at, message: `There is no file \`${file}\`.`, instead: 'Write it: `lineitem baseline write`.' },
    ];
  };

  /** Every file that one leads to by `extends`, itself included. */
  const chainFiles = (file: string, seen: Set<string> = new Set()): Set<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    const config = configs.get(file);
    for (const one of config === undefined ? [] : extendedBy(config)) if (one.file !== null) chainFiles(one.file, seen);
    return seen;
  };

  const withPreview = (found: Configuration): Configuration => (preview && !found.preview ? { ...found, preview } : found);

  const configOf = (file: string): Configuration => {
    if (configs.size === 0) return usual;
    const known = answers.get(file);
    if (known !== undefined) return known;
    const sources = sourcesOf(file);
    const made = sources.length === 0 ? usual : shared(withPreview(resolve(file, sources)));
    answers.set(file, made);
    return made;
  };

  const namesBaseline = (file: string): boolean => [...configs.values()].some((config) => baselineFile(config) === file);

  return {
    takes: (file) =>
      isConfigName(file) ||
      namesBaseline(file) ||
      [...configs.values()].some((config) => extendedBy(config).some((one) => one.file === file)),
    has: (file) => configs.has(file),
    baselineOf: (file) => baseline ?? baselines.get(configOf(file).baseline ?? '') ?? nothingKnown,
    set(file, text) {
      if (namesBaseline(file)) {
        const read = text === null ? null : readBaseline(text);
        if (read === null) baselines.delete(file);
        else baselines.set(file, read);
        return;
      }
      if (text === null && !configs.delete(file)) return;
      if (text !== null) configs.set(file, readConfig(file, text));
      answers.clear();
      const all = [...configs.values()].flatMap(declaredIn);
      if (JSON.stringify(all) !== JSON.stringify(declared)) declared = all;
    },
    of: configOf,
    files: () => [...configs.keys()].sort(),
    problems(file) {
      const config = configs.get(file);
      return config === undefined ? [] : [...config.problems, ...missing(config), ...missingBaseline(config)];
    },
    declared: () => declared,
    wanted: () => [...new Set([...configs.values()].flatMap(named))].filter((file) => !configs.has(file) && !baselines.has(file)),
  };
}

/** The files that one leads to. */
function named(config: ConfigFile): readonly string[] {
  return [...extendedBy(config).map(({ file }) => file), baselineFile(config)].filter((file) => file !== null);
}

const nothingKnown: Baseline = new Map();

const baselineFile = ({ file, value }: ConfigFile): string | null =>
  value.baseline === undefined ? null : joinPath(folderOf(file), value.baseline);

interface Extended {
  readonly text: string;
  /** From the root; null where the path leaves it. */
  readonly file: string | null;
  readonly path: readonly (string | number)[];
}

function extendedBy({ file, value }: ConfigFile): readonly Extended[] {
  const named = value.extends ?? [];
  if (typeof named === 'string') return [{ text: named, file: joinPath(folderOf(file), named), path: ['extends'] }];
  return named.map((text, index) => ({ text, file: joinPath(folderOf(file), text), path: ['extends', index] }));
}

/** Gives equal things the same object, so that what stands on them still holds after an edit that changed nothing of it. */
function createInterner(): (made: Configuration) => Configuration {
  const whole = createPool<Configuration>();
  const rules = createPool<Configuration['rules']>();
  const prices = createPool<Configuration['prices']>();
  const budgets = createPool<Configuration['budgets'][number]>();
  return (made) => whole({ ...made, budgets: made.budgets.map(budgets), prices: prices(made.prices), rules: rules(made.rules) });
}

/** Each keystroke in a file of settings may make new ones; those of long ago are asked for no more. */
const mostKept = 500;

function createPool<Value>(): (value: Value) => Value {
  const known = new Map<string, Value>();
  return (value) => {
    const key = JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one));
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= mostKept) known.clear();
    known.set(key, value);
    return value;
  };
}
