import type { Place } from '../module/module.ts';
import { distributionsOf, sdkNamed } from '../sdks/index.ts';
import { unfinishedSummary } from './loops/nested.ts';
import { globalModel, globalsSetIn } from './meaning/global-models.ts';
import type { Queries } from './queries.ts';
import { fieldsOf } from './reading/class-fields.ts';
import { attributeOf, instanceMember, membershipOf } from './reading/classes.ts';
import { implementedBy, subclassesOf } from './reading/dispatch.ts';
import { exportedValue } from './reading/exports.ts';
import { createImportTargets } from './reading/import-targets.ts';
import { keptIn } from './reading/kept.ts';
import { thingsOf } from './reading/makers.ts';
import { createNames } from './reading/names.ts';
import { optionsOf } from './reading/option-table.ts';
import { readFunction } from './reading/read-function.ts';
import { createReach, type ProgramReach } from './sites/create-reach.ts';
import { type Summary, sameMap, sameSummary } from './summary.ts';
import { type FunctionValue, hole, sameValue, type Value } from './value.ts';
import { importedContent } from './values/data-value.ts';
import { functionOf } from './workspace/facts.ts';
import type { Files } from './workspace/files.ts';
import { createDataReader } from './workspace/layout.ts';
import { createVersions } from './workspace/versions.ts';
import type { World } from './world.ts';

/** The program's names, members and functions as remembered questions, and a file's top-level reading. */
export interface Linked {
  readonly world: World;
  /** What a file does when it is run or imported. */
  readonly flow: (file: string) => Summary;
  readonly reach: ProgramReach;
  /** The file that an import names; null where it is outside the workspace. */
  readonly resolve: (file: string, source: string) => string | null;
}

export function createWorld(queries: Queries, files: Files): Linked {
  const { exists, language, index, unit } = files;
  const targets = createImportTargets(queries, files);
  const { importTarget, submoduleOf } = targets;
  const { definition, binding, flow } = createNames(queries, files, targets, () => world);

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

  const reach = createReach(queries, files, targets);

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
    kept: (file, key) =>
      queries.ask(
        ['kept', file, key],
        () => keptIn(world, files, flow, file, key),
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
  return { world, flow, reach, resolve: targets.resolve };
}
