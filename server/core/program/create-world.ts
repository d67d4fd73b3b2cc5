import type { Place } from '../module/module.ts';
import type { Statement } from '../module/statement.ts';
import { distributionsOf, sdkNamed } from '../sdks/index.ts';
import { unfinishedSummary } from './loops/nested.ts';
import { globalModel, globalsSetIn } from './meaning/global-models.ts';
import { isOfSdk, isPackageOfSdk } from './meaning/sdk-meaning.ts';
import type { Queries } from './queries.ts';
import { fieldsOf } from './reading/class-fields.ts';
import { attributeOf, instanceMember, membershipOf } from './reading/classes.ts';
import { implementedBy, subclassesOf } from './reading/dispatch.ts';
import { exportedValue } from './reading/exports.ts';
import { thingsOf } from './reading/makers.ts';
import { optionsOf } from './reading/option-table.ts';
import { readAlone, readFunction, readModule } from './reading/read-function.ts';
import { createReach, type ImportTarget, type ProgramReach } from './sites/create-reach.ts';
import { emptySummary, type Summary, sameMap, sameSummary } from './summary.ts';
import { type FunctionValue, functionValue, hole, sameValue, type Value } from './value.ts';
import { importedContent } from './values/data-value.ts';
import { functionOf, type UnitFacts } from './workspace/facts.ts';
import type { Files } from './workspace/files.ts';
import { join, pythonFolders, resolveImport } from './workspace/imports.ts';
import { createDataReader, createLayout } from './workspace/layout.ts';
import { createVersions } from './workspace/versions.ts';
import type { World } from './world.ts';

/** The program's names, members and functions as remembered questions, and a file's top-level reading. */
export interface Linked {
  readonly world: World;
  /** What a file does when it is run or imported. */
  readonly flow: (file: string) => Summary;
  readonly reach: ProgramReach;
}

export function createWorld(queries: Queries, files: Files): Linked {
  const { exists, language, index, unit } = files;
  const layout = createLayout(queries, files);

  const resolve = (file: string, source: string): string | null =>
    queries.ask(
      ['resolve', file, source],
      () => resolveImport(file, source, language(file), exists, layout),
      () => null,
    );

  const definition = (file: string, name: string): Value | null =>
    queries.ask(
      ['definition', file, name],
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
      const value = target && isHandedOn(target, name) ? world.binding(target, name) : null;
      if (value) return value;
    }
    return null;
  };

  /** A module's `__all__` says what `import *` takes; where it can't be read, everything may be taken. */
  const isHandedOn = (target: string, name: string): boolean => {
    const all = index(target)?.byName.has('__all__') ? world.binding(target, '__all__') : null;
    const names = all?.kind === 'list' ? all.items.map(({ value }) => (value.kind === 'text' ? value.text : null)) : [null];
    return names.includes(null) || names.includes(name);
  };

  const flow = (file: string): Summary =>
    queries.ask(
      ['flow', file],
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
      ['binding', file, name],
      () => (index(file)?.byName.has(name) ? (flow(file).names.get(name) ?? null) : null),
      () => null,
      sameValue,
    );

  const importTarget = (file: string, source: string, name: string | null): ImportTarget => {
    const target = source === '' ? file : resolve(file, source);
    if (!target || isOfSdk(source, name, language(file), (one) => index(target)?.byName.has(one) === true)) {
      const inside = target || language(file) !== 'python' ? null : insideFolder(file, source, name);
      return inside ? { kind: 'module', file: inside } : { kind: 'outside', isHeld: target !== null };
    }
    return name === null ? { kind: 'module', file: target } : { kind: 'export', file: target, name };
  };

  const imported = (file: string, source: string, name: string | null, place: Place): Value => {
    const found = importTarget(file, source, name);
    if (found.kind === 'module') return { kind: 'module', file: found.file, place };
    if (found.kind === 'outside') {
      const content = found.isHeld ? null : importedContent(world, file, source, name, place);
      return content ?? { kind: 'external', package: source, path: name === null ? [] : [name], place };
    }
    return exported(found.file, found.name, place);
  };

  const exported = (target: string, name: string, place: Place): Value => {
    const value = queries.ask(
      ['export', target, name],
      () => exportedValue(world, index(target), unit, target, name),
      () => null,
      sameValue,
    );
    if (value) return value;
    const submodule = submoduleOf(target, name);
    if (submodule) return { kind: 'module', file: submodule, place };
    return hole(name, `not found in ${target}`, place);
  };

  /** `from . import llm`, `import app.llm`: a file or folder of a folder that is no package by itself. */
  const insideFolder = (file: string, source: string, name: string | null): string | null => {
    const whole = name === null ? source : source.endsWith('.') ? source + name : `${source}.${name}`;
    const found = name === null ? null : resolve(file, whole);
    if (found || isPackageOfSdk(source)) return found;
    return queries.ask(
      ['namespace', file, whole],
      () => {
        const folder = pythonFolders(file, whole, layout).find((path) => path !== '' && files.hasFolder(path));
        return folder === undefined ? null : join(folder, '__init__.py');
      },
      () => null,
    );
  };

  const submoduleOf = (target: string, name: string): string | null => {
    if (!target.endsWith('/__init__.py') && target !== '__init__.py') return null;
    const folder = target.slice(0, -'__init__.py'.length).replace(/\/$/, '');
    for (const path of [join(folder, `${name}.py`), join(folder, `${name}/__init__.py`)]) if (exists(path)) return path;
    return files.hasFolder(join(folder, name)) ? join(folder, `${name}/__init__.py`) : null;
  };

  const summary = (of: FunctionValue): Summary =>
    queries.ask(
      ['summary', of.file, `${of.unit}@${of.node.span.start}`],
      () => {
        const statement = unit(of.file, of.unit)?.statement;
        const own = functionOf(statement ?? null);
        const isOwn = own !== null && own.span.start === of.node.span.start;
        const value: FunctionValue = { ...of, node: isOwn ? own : of.node, receiver: null, given: null };
        return readFunction(world, value, isOwn ? membershipOf(index(of.file), unit, of.file, of.unit) : null);
      },
      () => unfinishedSummary(of),
      sameSummary,
    );

  const attribute: World['attribute'] = (of, name) =>
    queries.ask(
      ['attribute', of.file, `${of.unit}@${of.node.span.start}:${name}`],
      () => attributeOf(world, index(of.file), unit, of, name),
      () => null,
      sameValue,
    );

  const findVersion = createVersions(queries, files, createDataReader(queries, files));
  const version: World['version'] = (file, sdk, name) => {
    const row = sdkNamed(sdk);
    const names = name !== null ? [name] : row ? distributionsOf(row, language(file)) : [];
    for (const one of names) {
      const found = findVersion(file, language(file), one);
      if (found) return found;
    }
    return null;
  };

  const setGlobally = (file: string, sdk: string): Value | null =>
    queries.ask(
      ['globals', file, sdk],
      () => globalsSetIn(world, files, flow, file, sdk),
      () => null,
      sameValue,
    );

  const reach = createReach(queries, files, { importTarget, submoduleOf });

  const world: World = {
    leadsToModel: reach.unit,
    language,
    unit,
    binding,
    definition,
    imported,
    attribute,
    instanceMember: (instance, name, place) => instanceMember(world, instance, name, place),
    summary,
    exists,
    version,
    declared: files.declared,
    globalModel: (file, sdk) =>
      queries.ask(
        ['global-model', file, sdk],
        () => globalModel(world, files, (other) => setGlobally(other, sdk), file, sdk),
        () => null,
        sameValue,
      ),
    options: (file) =>
      queries.ask(
        ['options', file],
        () => optionsOf(world, index(file), unit, file),
        () => new Map(),
        sameMap,
      ),
    implemented: (of, name) =>
      queries.ask(
        ['implemented', of.file, `${of.unit}@${of.node.span.start}:${name}`],
        () => implementedBy(world, of, name),
        () => null,
        sameValue,
      ),
    subclasses: (of) =>
      queries.ask(
        ['subclasses', of.file, `${of.unit}@${of.node.span.start}`],
        () => subclassesOf(world, files, of),
        () => [],
        sameValue,
      ),
    things: (of) =>
      queries.ask(
        ['things', of.file, `${of.unit}@${of.node.span.start}`],
        () => thingsOf(world, files, of),
        () => [],
        sameValue,
      ),
    fields: (of) =>
      queries.ask(
        ['fields', of.file, `${of.unit}@${of.node.span.start}`],
        () => fieldsOf(world, index(of.file), unit, of),
        () => [],
        sameValue,
      ),
    text: files.text,
  };
  return { world, flow, reach };
}

const PLAIN = new Set<UnitFacts['kind']>(['function', 'class', 'type', 'import']);
/** Statements whose names can be told without what stood before them. */
const ALONE = new Set<Statement['kind']>(['assign', 'import', 'try', 'if', 'export']);
/** Statements that the top-level reading leaves to questions of their own. */
const SEPARATE = new Set<UnitFacts['kind']>(['function', 'class', 'type', 'none']);
const NOTHING = emptySummary({ kind: 'null', place: { file: '', unit: '', span: { start: 0, end: 0 } } });
