import type { Statement } from '../../module/statement.ts';
import type { Queries } from '../queries.ts';
import { emptySummary, type Summary, sameSummary } from '../summary.ts';
import { functionValue, sameValue, type Value } from '../value.ts';
import { functionOf, type UnitFacts } from '../workspace/facts.ts';
import type { Files } from '../workspace/files.ts';
import type { World } from '../world.ts';
import type { ImportTargets } from './import-targets.ts';
import { readAlone, readModule } from './read-function.ts';

/** What names at the top level of a file are worth, as remembered questions. */
export interface Names {
  readonly definition: World['definition'];
  readonly binding: World['binding'];
  /** What a file does when it is run or imported. */
  readonly flow: (file: string) => Summary;
}

export function createNames(
  queries: Queries,
  { index, unit }: Files,
  { resolve }: Pick<ImportTargets, 'resolve'>,
  world: () => World,
): Names {
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
    return readAlone(world(), file, id, statement).get(name) ?? null;
  };

  const fromStars = (file: string, name: string): Value | null => {
    for (const source of index(file)?.stars ?? []) {
      const target = resolve(file, source);
      const value = target && isHandedOn(target, name) ? binding(target, name) : null;
      if (value) return value;
    }
    return null;
  };

  /** A module's `__all__` says what `import *` takes; where it can't be read, everything may be taken. */
  const isHandedOn = (target: string, name: string): boolean => {
    const all = index(target)?.byName.has('__all__') ? binding(target, '__all__') : null;
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
        return readModule(world(), file, statements);
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

  return { definition, binding, flow };
}

const PLAIN = new Set<UnitFacts['kind']>(['function', 'class', 'type', 'import']);
/** Statements whose names can be told without what stood before them. */
const ALONE = new Set<Statement['kind']>(['assign', 'import', 'try', 'if', 'export']);
/** Statements that the top-level reading leaves to questions of their own. */
const SEPARATE = new Set<UnitFacts['kind']>(['function', 'class', 'type', 'none']);
const NOTHING = emptySummary({ kind: 'null', place: { file: '', unit: '', span: { start: 0, end: 0 } } });
