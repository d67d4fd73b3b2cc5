import type { Expression } from '../../module/expression.ts';
import type { Unit } from '../../module/module.ts';
import type { Statement } from '../../module/statement.ts';
import type { Queries } from '../queries.ts';
import type { Application, LoopRecord, Summary } from '../summary.ts';
import { sameValue } from '../value.ts';
import { type IndexEntry, push } from '../workspace/file-index.ts';
import type { Files } from '../workspace/files.ts';
import { childExpressions, childStatements, functionsOf } from '../workspace/walk.ts';

/** Asks what stands around a loop in the functions that call its own. */
export interface Callers {
  /** The deadline under which every caller seen in the program reaches a function; null where one reaches it freely, or none is seen. */
  readonly deadlineOf: (file: string, entry: IndexEntry, loop: LoopRecord) => string | null;
  /** Whether something that leads to a model calls something of this name, or hands it over. */
  readonly isNamed: (name: string) => boolean;
  /** Calls that callers give to the loops of a function. */
  readonly feedsOf: (file: string, entry: IndexEntry, of: string) => readonly string[];
}

export interface CallerQuestions {
  /** Of a function its summary, of any other unit what the file does when it is run; with the key of the one or the other. */
  readonly summaryOf: (file: string, unit: string) => { readonly key: string; readonly summary: Summary } | null;
  /** False for a unit that leads to no model. */
  readonly leadsToModel: (file: string, unit: string) => boolean;
}

interface UnitPlace {
  readonly file: string;
  readonly unit: string;
}

export function createCallers(queries: Queries, files: Files, { summaryOf, leadsToModel }: CallerQuestions): Callers {
  const mentions = createMentions(queries, files, leadsToModel);

  const applications = (place: UnitPlace): readonly (Application & { readonly by: string })[] => {
    const found = summaryOf(place.file, place.unit);
    return found ? found.summary.effects.applies.map((one) => ({ ...one, by: found.key })) : [];
  };

  const deadline = (own: UnitPlace, of: string, name: string | null, seen: ReadonlySet<string>): string | null => {
    let found: string | null = null;
    for (const place of unique([own, ...(name === null ? [] : mentions(name))])) {
      for (const caller of applications(place)) {
        if (caller.of !== of || caller.by === of) continue;
        const above = caller.deadline ?? (seen.has(caller.by) ? null : ofCaller(place, caller.by, seen));
        if (above === null) return null;
        found ??= above;
      }
    }
    return found;
  };

  const ofCaller = (place: UnitPlace, by: string, seen: ReadonlySet<string>): string | null => {
    const entry = files.index(place.file)?.entries.find((one) => one.id === place.unit);
    return entry?.kind === 'function' && seen.size < DEEPEST ? deadline(place, by, entry.name, new Set([...seen, by])) : null;
  };

  return {
    isNamed: (name) => mentions(name).length > 0,
    feedsOf: (file, entry, of) =>
      queries.ask(
        ['feeds', file, entry.id],
        () => {
          const places = unique([{ file, unit: entry.id }, ...(entry.name === null ? [] : mentions(entry.name))]);
          return [...new Set(places.flatMap(applications).flatMap((one) => (one.of === of ? one.feeds : [])))];
        },
        () => [],
        sameValue,
      ),
    deadlineOf: (file, entry, loop) =>
      queries.ask(
        ['deadline', file, `${entry.id} ${loop.owner}`],
        () => {
          const isWhole = loop.owner.startsWith(`${file}#${entry.id}@`);
          return deadline({ file, unit: entry.id }, loop.owner, isWhole ? entry.name : null, new Set([loop.owner]));
        },
        () => null,
      ),
  };
}

function unique(places: readonly UnitPlace[]): readonly UnitPlace[] {
  return [...new Map(places.map((place) => [`${place.file}\t${place.unit}`, place])).values()];
}

const DEEPEST = 6;

/** Where something of a name is called or handed over, as remembered questions: one a file, one for all, one a name. */
function createMentions(
  queries: Queries,
  files: Files,
  leadsToModel: CallerQuestions['leadsToModel'],
): (name: string) => readonly UnitPlace[] {
  const inFile = (file: string): string =>
    queries.ask(
      ['called-names', file],
      () =>
        (files.index(file)?.entries ?? [])
          .flatMap((entry) => {
            const unit = leadsToModel(file, entry.id) ? files.unit(file, entry.id) : null;
            return unit ? [`${entry.id}\t${calledNames(unit)}`] : [];
          })
          .join('\n'),
      () => '',
    );

  const everywhere = (): ReadonlyMap<string, readonly UnitPlace[]> =>
    queries.ask(
      ['called-names-of-all', ''],
      () => {
        const found = new Map<string, UnitPlace[]>();
        for (const file of files.modules())
          for (const line of inFile(file).split('\n')) {
            const [unit = '', names = ''] = line.split('\t');
            for (const name of names.split(' ')) push(found, name, { file, unit });
          }
        return found;
      },
      () => new Map(),
    );

  return (name) => {
    const lines = queries.ask(
      ['callers', '', name],
      () => (everywhere().get(name) ?? []).map(({ file, unit }) => `${file}\t${unit}`).join('\n'),
      () => '',
    );
    return lines === '' ? [] : lines.split('\n').map((line) => ({ file: line.split('\t')[0] ?? '', unit: line.split('\t')[1] ?? '' }));
  };
}

function calledNames(unit: Unit): string {
  const before = cache.get(unit);
  if (before !== undefined) return before;
  const names = new Set<string>();
  if (unit.statement) inStatements([unit.statement], names);
  const joined = [...names].join(' ');
  cache.set(unit, joined);
  return joined;
}

/** Keyed by the immutable unit itself: a pure function's memory, not state. */
const cache = new WeakMap<Unit, string>();

function inStatements(statements: readonly Statement[], names: Set<string>): void {
  for (const statement of statements) {
    for (const expression of childExpressions(statement)) inExpression(expression, names);
    for (const inner of functionsOf(statement)) {
      for (const decorator of inner.decorators) nameCalled(decorator.kind === 'call' ? decorator.callee : decorator, names);
      inStatements(inner.body, names);
    }
    inStatements(childStatements(statement), names);
  }
}

function nameCalled(expression: Expression, names: Set<string>): void {
  if (expression.kind === 'name' || expression.kind === 'member') names.add(expression.name);
}

function inExpression(expression: Expression, names: Set<string>): void {
  if (expression.kind === 'call')
    for (const one of [expression.callee, ...expression.arguments.map((argument) => argument.value)]) nameCalled(one, names);
  for (const child of childExpressions(expression)) inExpression(child, names);
}
