import type { Unit } from '../../module/module.ts';
import type { ExportStatement } from '../../module/statement.ts';
import type { Queries } from '../queries.ts';
import type { ImportTargets } from '../reading/import-targets.ts';
import type { FileIndex } from '../workspace/file-index.ts';
import type { Files } from '../workspace/files.ts';
import { importsOf, isOfModels, type Reach, reachOf, sameReach } from './reach.ts';

/** Which units may lead to a model, through the whole program, as remembered questions. */
export interface ProgramReach {
  readonly unit: (file: string, id: string) => boolean;
}

export function createReach(
  queries: Queries,
  { index, unit, language, declared }: Files,
  { importTarget, submoduleOf }: Pick<ImportTargets, 'importTarget' | 'submoduleOf'>,
): ProgramReach {
  /** Null where files import each other in a circle, or users declare clients of their own: then anything may be reached. */
  const reach = (file: string): Reach | null =>
    queries.ask<Reach | null>(
      ['reach', file],
      () => {
        const own = index(file);
        if (!own) return NOTHING;
        // What users declare may have any name.
        if (declared().length > 0) return null;
        const isImported = (source: string, name: string | null): boolean => imports(file, source, name);
        return reachOf({ index: own, language: language(file), unit: (id) => unit(file, id), isImported });
      },
      () => null,
      sameReach,
    );

  const imports = (file: string, source: string, name: string | null): boolean => {
    const target = importTarget(file, source, name);
    switch (target.kind) {
      case 'outside':
        return target.isHeld || isOfModels(source, name, language(file));
      case 'module':
        // A package's members are also the files beside it.
        return target.file.endsWith('__init__.py') || exported(target.file, null);
      case 'export':
        return exported(target.file, target.name);
    }
  };

  const exported = (file: string, name: string | null): boolean =>
    queries.ask(
      ['reach-export', file, name ?? WHOLE],
      () => {
        const own = index(file);
        return own !== null && (name === null ? isAny(file, own) : isNamed(file, own, name));
      },
      () => true,
    );

  const isAny = (file: string, own: FileIndex): boolean =>
    reach(file)?.units.size !== 0 || exportsOf(own, file).some(({ source }) => source !== null && imports(file, source, null));

  const isNamed = (file: string, own: FileIndex, name: string): boolean => {
    const statements = exportsOf(own, file);
    for (const { source, names } of statements) {
      const row = names?.find((one) => one.exported === name);
      if (row) return source === null ? isName(file, own, row.local) : imports(file, source, row.local);
    }
    if (own.byName.has(name)) return isName(file, own, name);
    const submodule = submoduleOf(file, name);
    if (submodule) return submodule.endsWith('__init__.py') || exported(submodule, null);
    if (own.stars.some((source) => imports(file, source, name))) return true;
    if (statements.some(({ source, names }) => source !== null && names === null && imports(file, source, name))) return true;
    // A default export, or a member of what is exported whole.
    return statements.some(({ value }) => value !== null) || name === 'default' ? reach(file)?.units.size !== 0 : false;
  };

  /** What is imported to be handed on is used by nothing here. */
  const isName = (file: string, own: FileIndex, name: string): boolean =>
    importsOf(own, (id) => unit(file, id)).some((one) => one.name === name && imports(file, one.source, one.imported)) ||
    reach(file)?.names.has(name) !== false;

  const exportsOf = (own: FileIndex, file: string): readonly ExportStatement[] =>
    own.entries.flatMap((entry) => (entry.kind === 'export' && entry.owner === null ? exportIn(unit(file, entry.id)) : []));

  return { unit: (file, id) => reach(file)?.units.has(id) !== false };
}

const exportIn = (unit: Unit | null): readonly ExportStatement[] => (unit?.statement?.kind === 'export' ? [unit.statement] : []);

const NOTHING: Reach = { units: new Set(), names: new Set() };
/** No name is written like this. */
const WHOLE = '*';
