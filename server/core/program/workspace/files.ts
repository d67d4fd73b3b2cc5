import type { Expression } from '../../module/expression.ts';
import type { Language, Module, Unit } from '../../module/module.ts';
import type { DeclaredSdk } from '../../sdks/declared.ts';
import { sdks } from '../../sdks/index.ts';
import type { Key, Queries } from '../queries.ts';
import { type UnitFacts, unitFacts } from './facts.ts';
import { type FileIndex, fileIndex, sameIndex } from './file-index.ts';

/** What came from outside: paths, Modules unit by unit, and plain texts. Reading one is a question that is remembered. */
export interface Files {
  readonly exists: (path: string) => boolean;
  readonly language: (file: string) => Language;
  readonly index: (file: string) => FileIndex | null;
  readonly unit: (file: string, id: string) => Unit | null;
  readonly text: (file: string) => string | null;
  readonly declared: () => readonly DeclaredSdk[];
  readonly setDeclared: (declared: readonly DeclaredSdk[]) => void;
  /** Every path with this last name, in order: where packages lie that name themselves in a manifest. */
  readonly named: (name: Manifest) => readonly string[];
  /** Classes that name a base so, as `file` and `unit`: what the name means is theirs to say. */
  readonly classesOn: (base: string) => readonly UnitPlace[];
  /** Functions and constants that say they give a thing of a type of this name. */
  readonly givers: (type: string) => readonly UnitPlace[];
  /** Files that bind one of these names, which SDKs set their models under. */
  readonly declaring: (names: readonly string[]) => readonly string[];
  readonly hasFolder: (path: string) => boolean;
  /** Files that have a Module. */
  readonly modules: () => readonly string[];
  readonly setPaths: (paths: readonly string[]) => void;
  readonly setPath: (path: string, exists: boolean) => void;
  readonly setModule: (module: Module) => void;
  readonly removeModule: (file: string) => void;
  readonly setText: (path: string, text: string | null) => void;
  /** Files that exist, were asked for, and that nobody has brought yet. */
  readonly wanted: () => readonly string[];
}

interface UnitPlace {
  readonly file: string;
  readonly unit: string;
}

export const MANIFESTS = ['package.json', 'pyproject.toml', 'setup.py', 'setup.cfg'] as const;
export type Manifest = (typeof MANIFESTS)[number];

export function createFiles(queries: Queries): Files {
  const languages = new Map<string, Language>();
  const known = new Map<string, ReadonlySet<string>>();
  const paths = new Set<string>();
  const wanted = new Set<string>();
  const tree = createTree(queries);
  const bases = createNaming(queries, 'classes-on', basesNamed);
  const givers = createNaming(queries, 'givers', ({ gives }) => (gives ? [gives] : []));
  const setters = createSetters(queries);
  let changes = 0;

  const ask = (key: Key, file: string): unknown => {
    const value = queries.read(key);
    if (value === undefined && paths.has(file)) wanted.add(file);
    return value;
  };

  return {
    exists: (path) => queries.read(['path', '', path]) === true,
    language: (file) => languages.get(file) ?? 'python',
    index(file) {
      const value = ask(['index', file], file);
      return isIndex(value) ? value : null;
    },
    unit(file, id) {
      const value = queries.read(['unit', file, id]);
      return isUnit(value) ? value : null;
    },
    text(file) {
      const value = ask(['text', '', file], file);
      return typeof value === 'string' ? value : null;
    },
    declared() {
      const value = queries.read(['declared', '']);
      return isDeclared(value) ? value : [];
    },
    setDeclared: (declared) => queries.set(['declared', ''], declared, (a, b) => JSON.stringify(a) === JSON.stringify(b)),
    named: tree.named,
    hasFolder: tree.hasFolder,
    declaring: setters.declaring,
    classesOn: bases.naming,
    givers: givers.naming,
    modules() {
      queries.read(['modules', '', '']);
      return [...known.keys()];
    },
    setPaths(all) {
      const now = new Set(all);
      for (const path of paths) if (!now.has(path)) queries.set(['path', '', path], false);
      tree.change(
        [...now].filter((path) => !paths.has(path)),
        [...paths].filter((path) => !now.has(path)),
      );
      paths.clear();
      for (const path of now) {
        paths.add(path);
        queries.set(['path', '', path], true);
      }
    },
    setPath(path, exists) {
      if (exists !== paths.has(path)) tree.change(exists ? [path] : [], exists ? [] : [path]);
      if (exists) paths.add(path);
      else paths.delete(path);
      queries.set(['path', '', path], exists);
    },
    setModule(module) {
      languages.set(module.file, module.language);
      if (!known.has(module.file)) queries.set(['modules', '', ''], ++changes);
      wanted.delete(module.file);
      const now = new Set(module.units.map((one) => one.id));
      for (const id of known.get(module.file) ?? []) if (!now.has(id)) queries.set(['unit', module.file, id], null);
      known.set(module.file, now);
      for (const one of module.units) queries.set(['unit', module.file, one.id], one);
      const own = fileIndex(module);
      queries.set(['index', module.file], own, sameIndex);
      setters.change(module.file, own);
      bases.change(module.file, module.units);
      givers.change(module.file, module.units);
    },
    removeModule(file) {
      for (const id of known.get(file) ?? []) queries.set(['unit', file, id], null);
      known.delete(file);
      bases.change(file, []);
      givers.change(file, []);
      setters.change(file, null);
      queries.set(['index', file], undefined);
      queries.set(['modules', '', ''], ++changes);
    },
    setText(path, text) {
      wanted.delete(path);
      queries.set(['text', '', path], text);
    },
    wanted: () => [...wanted],
  };
}

/** Folders and manifests, kept up as paths come and go. */
function createTree(queries: Queries) {
  const folders = new Map<string, number>();
  const manifests = new Map<string, Set<string>>(MANIFESTS.map((name) => [name, new Set()]));

  const count = (path: string, by: number): void => {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      const now = (folders.get(folder) ?? 0) + by;
      if (now > 0) folders.set(folder, now);
      else folders.delete(folder);
      queries.set(['folder', '', folder], now > 0);
    }
  };

  return {
    hasFolder: (path: string): boolean => queries.read(['folder', '', path]) === true,
    named(name: Manifest): readonly string[] {
      const value = queries.read(['named', '', name]);
      return typeof value === 'string' && value !== '' ? value.split('\n') : [];
    },
    change(added: readonly string[], removed: readonly string[]): void {
      for (const path of added) count(path, 1);
      for (const path of removed) count(path, -1);
      for (const [name, known] of manifests) {
        for (const path of added) if (isNamed(path, name)) known.add(path);
        for (const path of removed) known.delete(path);
        queries.set(['named', '', name], [...known].sort().join('\n'));
      }
    },
  };
}

/** Which files may set a model for all calls of an SDK. */
function createSetters(queries: Queries) {
  const byName = new Map<string, Set<string>>(GLOBAL_NAMES.map((name) => [name, new Set()]));
  return {
    declaring: (names: readonly string[]): readonly string[] => [
      ...new Set(
        names.flatMap((name) => {
          const value = queries.read(['setters', '', name]);
          return typeof value === 'string' && value !== '' ? value.split('\n') : [];
        }),
      ),
    ],
    change(file: string, index: FileIndex | null): void {
      for (const [name, files] of byName) {
        const has = index?.byName.has(name) === true;
        if (has === files.has(file)) continue;
        if (has) files.add(file);
        else files.delete(file);
        queries.set(['setters', '', name], [...files].sort().join('\n'));
      }
    },
  };
}

const GLOBAL_NAMES: readonly string[] = [...new Set(sdks.flatMap((sdk) => sdk.globalModel?.names ?? []))];

/** Most units are no classes, and stay packed. */
function basesNamed({ kind }: UnitFacts, unit: Unit): readonly string[] {
  const statement = kind === 'class' || kind === 'type' ? unit.statement : null;
  return statement?.kind === 'class' ? statement.bases.flatMap((base) => lastName(base) ?? []) : [];
}

/** Which units name something in some way, kept up module by module, in the order of their places whatever came first. */
function createNaming(queries: Queries, key: 'classes-on' | 'givers', namesOf: (facts: UnitFacts, unit: Unit) => readonly string[]) {
  const byName = new Map<string, readonly UnitPlace[]>();
  const byFile = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

  const say = (name: string, places: readonly UnitPlace[]): void => {
    byName.set(name, places);
    queries.set([key, '', name], places);
  };

  return {
    naming(name: string): readonly UnitPlace[] {
      queries.read([key, '', name]);
      return byName.get(name) ?? [];
    },
    change(file: string, units: readonly Unit[]): void {
      const now = new Map<string, Set<string>>();
      for (const unit of units) for (const name of namesOf(unitFacts(unit), unit)) now.set(name, (now.get(name) ?? new Set()).add(unit.id));
      const before = byFile.get(file) ?? new Map<string, ReadonlySet<string>>();
      byFile.set(file, now);
      for (const name of new Set([...before.keys(), ...now.keys()])) {
        const [ids, idsBefore] = [now.get(name) ?? NO_IDS, before.get(name) ?? NO_IDS];
        if (ids.size === idsBefore.size && [...ids].every((id) => idsBefore.has(id))) continue;
        const own = [...ids].sort().map((unit) => ({ file, unit }));
        say(name, withOwn(byName.get(name) ?? [], file, own));
      }
    },
  };
}

const NO_IDS: ReadonlySet<string> = new Set();

/** The places of one file exchanged, found by halving: to sort all of them for each file that comes took longer than reading it. */
function withOwn(places: readonly UnitPlace[], file: string, own: readonly UnitPlace[]): readonly UnitPlace[] {
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle]?.file ?? '') < file) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (places[end]?.file === file) end++;
  return places.toSpliced(from, end - from, ...own);
}

const lastName = (base: Expression): string | null =>
  base.kind === 'name' || base.kind === 'member' ? base.name : base.kind === 'index' ? lastName(base.object) : null;

const isNamed = (path: string, name: string): boolean => path === name || path.endsWith(`/${name}`);

const isDeclared = (value: unknown): value is readonly DeclaredSdk[] => Array.isArray(value);
const isIndex = (value: unknown): value is FileIndex => typeof value === 'object' && value !== null && 'byName' in value;
const isUnit = (value: unknown): value is Unit => typeof value === 'object' && value !== null && 'statement' in value;
