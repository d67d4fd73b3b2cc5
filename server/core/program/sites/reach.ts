import type { Language, Unit } from '../../module/module.ts';
import { evidentPaths, globalNames, globalPaths, mayBeKnown, sdkOfPackage } from '../../sdks/index.ts';
import { isPackageOfSdk } from '../meaning/sdk-meaning.ts';
import { unitFacts } from '../workspace/facts.ts';
import type { FileIndex, IndexEntry } from '../workspace/file-index.ts';
import { callsGiven, unseen, wordsOf } from '../workspace/words.ts';

/** What of a file may lead to a model, told by names alone and never too little: the rest need not be read. */
export interface Reach {
  readonly units: ReadonlySet<string>;
  /** Names at the top level. */
  readonly names: ReadonlySet<string>;
}

export function sameReach(a: unknown, b: unknown): boolean {
  return isReach(a) && isReach(b) && sameSet(a.units, b.units) && sameSet(a.names, b.names);
}

const isReach = (value: unknown): value is Reach => typeof value === 'object' && value !== null && 'units' in value && 'names' in value;
const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((one) => b.has(one));

/** What following names asks about the program. */
export interface ReachQuestions {
  readonly language: Language;
  readonly index: FileIndex;
  readonly unit: (id: string) => Unit | null;
  /** Whether what is imported may lead to a model; a null name is the whole module. */
  readonly isImported: (source: string, name: string | null) => boolean;
}

export function reachOf(questions: ReachQuestions): Reach {
  const { index, isImported } = questions;
  const spread = createSpread(questions);
  for (const entry of index.entries) if (spread.isTold(entry)) spread.reaches(entry);
  // Only what is not known to lead anywhere asks where its names come from: each question may have a file read.
  for (const { name, source, imported } of importsOf(index, questions.unit)) {
    if (spread.isOpen(name) && isImported(source, imported)) spread.reachesName(name);
  }
  for (const source of index.stars) {
    for (const name of spread.openNames()) if (isImported(source, name)) spread.reachesName(name);
  }
  return spread.reach;
}

interface Spread {
  readonly reach: Reach;
  /** Whether its own words lead to a model. */
  readonly isTold: (entry: IndexEntry) => boolean;
  readonly reaches: (entry: IndexEntry) => void;
  readonly reachesName: (name: string) => void;
  /** Whether a name is used by something that is not known to lead to a model. */
  readonly isOpen: (name: string) => boolean;
  /** Names that nothing here binds, of what is not known to lead to a model. */
  readonly openNames: () => readonly string[];
}

/** Goes from what leads to a model to what names it, members through their class. */
function createSpread({ index, unit, language }: ReachQuestions): Spread {
  const units = new Set<string>();
  const names = new Set<string>();
  const words = new Map(index.entries.map((entry) => [entry.id, wordsOfEntry(unit(entry.id))]));
  const users = new Map<string, IndexEntry[]>();
  for (const entry of index.entries)
    for (const word of words.get(entry.id) ?? NONE) {
      const list = users.get(word);
      if (list) list.push(entry);
      else users.set(word, [entry]);
    }
  const given = new Map<string, string[]>();
  const give = (id: string, name: string): void => void given.set(id, [...(given.get(id) ?? []), name]);
  for (const [name, entries] of index.byName) for (const { id } of entries) give(id, name);
  // What a statement at the top changes in place may lead where that statement does.
  for (const { id, owner, kind } of index.entries)
    if (owner === null && kind !== 'function' && kind !== 'class') for (const name of changedBy(unit(id))) give(id, name);

  const reaches = (entry: IndexEntry): void => {
    if (units.has(entry.id)) return;
    units.add(entry.id);
    for (const name of given.get(entry.id) ?? []) reachesName(name);
    for (const key of entry.keeps) for (const user of users.get(key.slice(key.indexOf('.'))) ?? NOBODY) reaches(user);
    // What a class's head leads to, each of its members may inherit.
    for (const member of index.members.get(entry.id) ?? []) if (entry.kind === 'class') reaches(member);
    if (entry.owner === null) return;
    for (const name of given.get(entry.owner) ?? []) reachesName(name);
    for (const name of [entry.name ?? '', ...entry.writes])
      for (const user of [...(users.get(`.${name}`) ?? NOBODY), ...(users.get(name) ?? NOBODY)])
        if (user.owner === entry.owner) reaches(user);
  };
  const reachesName = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    for (const user of users.get(name) ?? []) reaches(user);
  };
  const open = (): readonly IndexEntry[] => index.entries.filter((entry) => !units.has(entry.id));

  return {
    reach: { units, names },
    isTold: ({ id, kind }) => {
      const own = words.get(id) ?? NONE;
      return own.has(unseen) || callsGiven(own) || (kind !== 'import' && isTold(own, language, index));
    },
    reaches,
    reachesName,
    isOpen: (name) => users.get(name)?.some((entry) => !units.has(entry.id)) === true,
    openNames: () => [
      ...new Set(open().flatMap(({ id }) => [...(words.get(id) ?? NONE)].filter((word) => /^[\w$]/.test(word) && !index.byName.has(word)))),
    ],
  };
}

const NONE: ReadonlySet<string> = new Set();
const NOBODY: readonly IndexEntry[] = [];

const changedBy = (unit: Unit | null): readonly string[] => (unit === null ? [] : unitFacts(unit).mutates);

const wordsOfEntry = (unit: Unit | null): ReadonlySet<string> => (unit === null ? NONE : wordsOf(unit));

/** A path that no other library has, or a name that is there without an import. */
function isTold(words: ReadonlySet<string>, language: Language, index: FileIndex): boolean {
  const isThere = (step: string): boolean => words.has(`.${step}`) || words.has(step);
  for (const word of words) {
    if (word.startsWith('.')) {
      if (evidentPaths(word.slice(1)).some((path) => path.every(isThere))) return true;
    } else if (
      /^[\w$]/.test(word) &&
      !index.byName.has(word) &&
      (language === 'python' ? isOfModels(word, null, language) : globalNames.has(word))
    )
      return true;
  }
  return language !== 'python' && globalPaths.some((path) => path.every(isThere));
}

interface ImportedName {
  readonly name: string;
  readonly source: string;
  readonly imported: string | null;
}

/** Names that statements of their own import at the top level. */
export function importsOf(index: FileIndex, unit: ReachQuestions['unit']): readonly ImportedName[] {
  return index.entries.flatMap((entry): ImportedName[] => {
    const statement = entry.kind === 'import' && entry.owner === null ? unit(entry.id)?.statement : null;
    if (statement?.kind !== 'import') return [];
    return statement.bindings.flatMap((binding): ImportedName[] => {
      if (binding.kind === 'everything') return [];
      return binding.kind === 'named'
        ? [{ name: binding.local, source: statement.source, imported: binding.imported }]
        : [{ name: binding.local, source: binding.source, imported: null }];
    });
  });
}

/** Whether a package from outside the workspace may lead to a model. A Python name in small letters may be a module. */
export function isOfModels(source: string, name: string | null, language: Language): boolean {
  const rows = sdkOfPackage(source, language, name === null ? [] : [name]);
  const isWhole = name === null || (language === 'python' && !/^[A-Z]/.test(name));
  return rows.some(({ sdk }) => isWhole || mayBeKnown(sdk, name)) || (isWhole && language === 'python' && isPackageOfSdk(source));
}
