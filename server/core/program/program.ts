import type { FunctionNode } from '../module/function.ts';
import type { Language, Module, Place, Unit } from '../module/module.ts';
import type { Statement } from '../module/statement.ts';
import { callIds, callSite, inOrder, isTestFile, loopOf, runLoop } from './assemble.ts';
import type { CallSite, FileProgram, Loop } from './call-site.ts';
import { attributeOf, instanceMember, membershipOf } from './classes.ts';
import { entryPoints } from './entry-points.ts';
import { exportedValue } from './exports.ts';
import { type FileIndex, fileIndex, functionOf, type IndexEntry, sameIndex } from './file-index.ts';
import { type Alias, join, resolveImport } from './imports.ts';
import { emptySummary } from './nested.ts';
import { promptTexts } from './prompt-texts.ts';
import { Queries } from './queries.ts';
import { readAlone, readFunction, readModule } from './read-function.ts';
import { recursionLoop } from './recursion.ts';
import { joinLoops, repeatLoops } from './repeats.ts';
import { isOfSdk } from './sdk-meaning.ts';
import type { CallRecord, LoopRecord, Summary } from './summary.ts';
import { importedText } from './text-files.ts';
import { type FunctionValue, hole, sameValue, type Value } from './value.ts';
import { functionKey, type World } from './world.ts';

/**
 * The modules linked. Files come and go by `setModule`; every answer is asked for again and computed only where something
 * that it stands on has changed.
 */
export interface Program {
  readonly setPaths: (paths: readonly string[]) => void;
  readonly setPath: (path: string, exists: boolean) => void;
  readonly setModule: (module: Module) => void;
  readonly removeModule: (file: string) => void;
  readonly setText: (path: string, text: string | null) => void;
  readonly file: (file: string) => FileProgram;
  /** Files that linking asked for and that nobody has brought yet. */
  readonly wanted: () => readonly string[];
  /** How many answers were computed so far: what an edit redid, for tests and benchmarks. */
  readonly computed: () => number;
}

interface FileRecords {
  readonly calls: readonly CallRecord[];
  readonly loops: readonly LoopRecord[];
}

export function createProgram(): Program {
  const queries = new Queries();
  const languages = new Map<string, Language>();
  const known = new Map<string, ReadonlySet<string>>();
  const paths = new Set<string>();
  const wanted = new Set<string>();

  const probe = (path: string): boolean => queries.read(`path:${path}`) === true;
  const index = (file: string): FileIndex | null => {
    const value = queries.read(`index:${file}`);
    if (value === undefined && paths.has(file)) wanted.add(file);
    return isIndex(value) ? value : null;
  };
  const unit = (file: string, id: string): Unit | null => {
    const value = queries.read(`unit:${file}#${id}`);
    return isUnit(value) ? value : null;
  };
  const language = (file: string): Language => languages.get(file) ?? 'python';
  const aliases = (_file: string): readonly Alias[] => [];

  const resolve = (file: string, source: string): string | null =>
    queries.ask(
      `resolve:${file}:${source}`,
      () => resolveImport(file, source, language(file), probe, aliases(file)),
      () => null,
    );

  const definition = (file: string, name: string): Value | null =>
    queries.ask(
      `definition:${file}:${name}`,
      () => defined(file, name),
      () => null,
      sameValue,
    );

  const defined = (file: string, name: string): Value | null => {
    const entries = index(file)?.byName.get(name) ?? [];
    const [first] = entries;
    if (!first) return fromStars(file, name);
    if (
      entries.some((entry) => entry.kind !== first.kind) ||
      (entries.length > 1 && !PLAIN.has(first.kind)) ||
      index(file)?.mutated.has(name)
    )
      return null;
    const last = entries.at(-1) ?? first;
    const statement = unit(file, last.id)?.statement;
    if (!statement) return null;
    return valueOfDefinition(file, last.id, statement, name);
  };

  const valueOfDefinition = (file: string, id: string, statement: Statement, name: string): Value | null => {
    const node = functionOf(statement);
    if (node) return functionValue(file, id, statement, node);
    if (statement.kind === 'class')
      return { kind: 'class', file, unit: id, node: statement, place: { file, unit: id, span: statement.span } };
    if (!ALONE.has(statement.kind)) return null;
    return readAlone(world, file, id, statement).get(name) ?? null;
  };

  const fromStars = (file: string, name: string): Value | null => {
    for (const source of index(file)?.stars ?? []) {
      const target = resolve(file, source);
      const value = target ? world.binding(target, name) : null;
      if (value) return value;
    }
    return null;
  };

  const flow = (file: string): Summary =>
    queries.ask(
      `flow:${file}`,
      () => {
        const statements = (index(file)?.entries ?? []).flatMap((entry) => {
          const statement = entry.owner === null && !SEPARATE.has(entry.kind) ? unit(file, entry.id)?.statement : null;
          return statement ? [{ unit: entry.id, statement }] : [];
        });
        return readModule(world, file, statements);
      },
      () => NOTHING,
      sameSummary,
    );

  const binding = (file: string, name: string): Value | null =>
    definition(file, name) ??
    queries.ask(
      `binding:${file}:${name}`,
      () => (index(file)?.byName.has(name) ? (flow(file).names.get(name) ?? null) : null),
      () => null,
      sameValue,
    );

  const imported = (file: string, source: string, name: string | null, place: Place): Value => {
    const target = source === '' ? file : resolve(file, source);
    if (!target || isOfSdk(source, language(file), (name) => index(target)?.byName.has(name) === true)) {
      // `from . import llm` names a file of a folder that is no package by itself.
      const inside =
        !target && name !== null && language(file) === 'python'
          ? resolve(file, source.endsWith('.') ? source + name : `${source}.${name}`)
          : null;
      if (inside) return { kind: 'module', file: inside, place };
      const text = target || (name !== null && name !== 'default') ? null : importedText(world, file, source, place);
      return text ?? { kind: 'external', package: source, path: name === null ? [] : [name], place };
    }
    if (name === null) return { kind: 'module', file: target, place };
    const value = queries.ask(
      `export:${target}:${name}`,
      () => exportedValue(world, index(target), unit, target, name),
      () => null,
      sameValue,
    );
    if (value) return value;
    const submodule = submoduleOf(target, name);
    if (submodule) return { kind: 'module', file: submodule, place };
    return hole(name, `not found in ${target}`, place);
  };

  const submoduleOf = (target: string, name: string): string | null => {
    if (!target.endsWith('/__init__.py') && target !== '__init__.py') return null;
    const folder = target.slice(0, -'__init__.py'.length).replace(/\/$/, '');
    for (const path of [join(folder, `${name}.py`), join(folder, `${name}/__init__.py`)]) if (probe(path)) return path;
    return null;
  };

  const summary = (of: FunctionValue): Summary =>
    queries.ask(
      `summary:${functionKey(of)}`,
      () => {
        const statement = unit(of.file, of.unit)?.statement;
        const own = functionOf(statement ?? null);
        const isOwn = own !== null && own.span.start === of.node.span.start;
        const value: FunctionValue = { ...of, node: isOwn ? own : of.node, receiver: null, given: null };
        return readFunction(world, value, isOwn ? membershipOf(world, index(of.file), unit, of.file, of.unit) : null);
      },
      () => emptySummary(of),
      sameSummary,
    );

  const attribute: World['attribute'] = (of, name) =>
    queries.ask(
      `attribute:${of.file}#${of.unit}@${of.node.span.start}:${name}`,
      () => attributeOf(world, index(of.file), unit, of, name),
      () => null,
      sameValue,
    );

  const world: World = {
    language,
    unit,
    binding,
    definition,
    imported,
    attribute,
    instanceMember: (instance, name, place) => instanceMember(world, instance, name, place),
    summary,
    exists: probe,
    text: (file) => {
      const value = queries.read(`text:${file}`);
      if (value === undefined && paths.has(file)) wanted.add(file);
      return typeof value === 'string' ? value : null;
    },
  };

  const records = (file: string): FileRecords =>
    queries.ask(
      `records:${file}`,
      () => {
        const own = index(file);
        if (!own) return { calls: [], loops: [] };
        const main = flow(file);
        const calls = [...main.calls];
        const loops = [...main.loops];
        for (const entry of own.entries) {
          if (entry.kind !== 'function') continue;
          const found = unitRecords(file, entry);
          calls.push(...found.calls);
          loops.push(...found.loops);
        }
        const shown = shownOnly(calls, loops);
        return { calls: unique(inOrder(shown.calls, own.entries)), loops: unique(inOrder(shown.loops, own.entries)) };
      },
      () => NO_RECORDS,
      sameRecords,
    );

  /** The unit of reuse: what one function does is asked again only when something that it stands on changed. */
  const unitRecords = (file: string, entry: IndexEntry): FileRecords =>
    queries.ask(
      `records:${file}#${entry.id}`,
      () => {
        const statement = unit(file, entry.id)?.statement;
        const node = functionOf(statement ?? null);
        if (!statement || !node) return NO_RECORDS;
        const { calls, loops } = summary(functionValue(file, entry.id, statement, node));
        if (calls.length === 0 && loops.length === 0) return NO_RECORDS;
        const recursion = recursionLoop(entry, node, file, calls);
        return { calls, loops: recursion ? [...loops, recursion] : loops };
      },
      () => NO_RECORDS,
      sameRecords,
    );

  const record = (file: string, key: string): CallRecord | null =>
    queries.ask(
      `record:${key}`,
      () => records(file).calls.find((one) => one.key === key) ?? null,
      () => null,
      sameValue,
    );

  const ids = (file: string): ReadonlyMap<string, string> =>
    queries.ask(
      `ids:${file}`,
      () => callIds(records(file).calls, (place) => namedBy(unit(place.file, place.unit), place)),
      () => new Map(),
      sameMap,
    );

  const idOf = (key: string): string | null => {
    const file = key.slice(0, key.indexOf('#'));
    return ids(file).get(key) ?? null;
  };

  const fileProgram = (file: string): FileProgram =>
    queries.ask(
      `file:${file}`,
      () => {
        const own = index(file);
        if (!own) return { file, calls: [], loops: [], entryPoints: [], prompts: [] };
        const found = records(file);
        const inTest = isTestFile(file);
        const calls: CallSite[] = found.calls
          .map((record) =>
            queries.ask(
              `site:${record.key}`,
              () => site(file, record.key),
              () => null,
              sameValue,
            ),
          )
          .flatMap((one) => one ?? []);
        const loops: Loop[] = [
          ...found.loops.map((record) => loopOf(record, idOf, inTest, language(file))),
          ...found.calls.flatMap((record) => runLoop(world, record, idOf, inTest) ?? []),
          ...joinLoops(
            found.calls.flatMap((record) => repeatLoops(world, record, idOf, inTest)),
            file,
          ),
        ];
        return {
          file,
          calls,
          loops: inOrder(loops, own.entries),
          entryPoints: entryPoints(own, unit, file, calls),
          prompts: promptTexts(own, unit, file, calls, definition),
        };
      },
      () => ({ file, calls: [], loops: [], entryPoints: [], prompts: [] }),
      sameValue,
    );

  const isTemplate = (file: string, key: string): boolean =>
    queries.ask(
      `template:${key}`,
      () => records(file).calls.some((one) => one.via.includes(key)),
      () => false,
    );

  const site = (file: string, key: string): CallSite | null => {
    const found = record(file, key);
    return found ? callSite(world, found, idOf, { inTest: isTestFile(file), isTemplate: isTemplate(file, key) }) : null;
  };

  return {
    setPaths(all) {
      for (const path of paths) if (!all.includes(path)) queries.set(`path:${path}`, false);
      paths.clear();
      for (const path of all) {
        paths.add(path);
        queries.set(`path:${path}`, true);
      }
    },
    setPath(path, exists) {
      if (exists) paths.add(path);
      else paths.delete(path);
      queries.set(`path:${path}`, exists);
    },
    setModule(module) {
      languages.set(module.file, module.language);
      wanted.delete(module.file);
      const now = new Set(module.units.map((one) => one.id));
      for (const id of known.get(module.file) ?? []) if (!now.has(id)) queries.set(`unit:${module.file}#${id}`, null);
      known.set(module.file, now);
      for (const one of module.units) queries.set(`unit:${module.file}#${one.id}`, one);
      queries.set(`index:${module.file}`, fileIndex(module), sameIndex);
    },
    removeModule(file) {
      for (const id of known.get(file) ?? []) queries.set(`unit:${file}#${id}`, null);
      known.delete(file);
      queries.set(`index:${file}`, undefined);
    },
    setText(path, text) {
      wanted.delete(path);
      queries.set(`text:${path}`, text);
    },
    file: fileProgram,
    wanted: () => [...wanted],
    computed: () => queries.computed,
  };
}

function functionValue(file: string, id: string, statement: Statement, node: FunctionNode): FunctionValue {
  return {
    kind: 'function',
    file,
    unit: id,
    node,
    receiver: null,
    closure: null,
    given: null,
    place: { file, unit: id, span: statement.span },
  };
}

const NO_RECORDS: FileRecords = { calls: [], loops: [] };
const PLAIN = new Set<Statement['kind'] | 'none'>(['function', 'class', 'import']);
/** Statements whose names can be told without what stood before them. */
const ALONE = new Set<Statement['kind']>(['assign', 'import', 'try', 'if', 'export']);
/** Statements that the top-level reading leaves to questions of their own. */
const SEPARATE = new Set<Statement['kind'] | 'none'>(['function', 'class', 'none']);
const NOTHING: Summary = {
  returns: { kind: 'null', place: { file: '', unit: '', span: { start: 0, end: 0 } } },
  calls: [],
  loops: [],
  writes: [],
  waits: null,
  names: new Map(),
};

function sameSummary(a: unknown, b: unknown): boolean {
  return isSummary(a) && isSummary(b) && sameValue({ ...a, names: null }, { ...b, names: null }) && sameMap(a.names, b.names);
}
const isSummary = (value: unknown): value is Summary => typeof value === 'object' && value !== null && 'writes' in value;

function sameMap(a: unknown, b: unknown): boolean {
  if (!(a instanceof Map) || !(b instanceof Map) || a.size !== b.size) return false;
  for (const [key, value] of a) if (!sameValue(value, b.get(key))) return false;
  return true;
}

const sameRecords = (a: unknown, b: unknown): boolean => sameValue(a, b);
const isIndex = (value: unknown): value is FileIndex => typeof value === 'object' && value !== null && 'byName' in value;
const isUnit = (value: unknown): value is Unit => typeof value === 'object' && value !== null && 'statement' in value;

/** The same call read on two ways through the code is one call. */
/** Without the requests that no caller showed to be a model's, and without the loops that repeat nothing else. */
function shownOnly(calls: readonly CallRecord[], loops: readonly LoopRecord[]): FileRecords {
  const pending = calls.filter((call) => call.pending);
  if (pending.length === 0) return { calls, loops };
  const shown = calls.filter((call) => !call.pending);
  const open = new Set(pending.map((call) => call.key));
  for (const call of shown) open.delete(call.key);
  return { calls: shown, loops: loops.filter((loop) => !loop.calls.every((key) => open.has(key))) };
}

function unique<Item extends { readonly key: string }>(items: readonly Item[]): readonly Item[] {
  const seen = new Map<string, Item>();
  for (const item of items) if (!seen.has(item.key)) seen.set(item.key, item);
  return [...seen.values()];
}

/** `lineitem: id=name` on a call's statement gives it that name. */
function namedBy(unit: Unit | null, place: Place): string | null {
  for (const comment of unit?.comments ?? []) {
    const match = /^id=([\w.-]+)/.exec(comment.text);
    if (match?.[1] && comment.span.start <= place.span.end + NEAR && comment.span.end >= place.span.start - NEAR) return match[1];
  }
  return null;
}
const NEAR = 400;
