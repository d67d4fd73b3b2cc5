import type { Language, Place, Unit } from '../../module/module.ts';
import type { Spending } from '../../sdks/sdk.ts';
import type { CallAnchor, CallSite, Loop } from '../call-site.ts';
import { repeatLoops } from '../loops/repeats.ts';
import { boundOfRun } from '../loops/runs.ts';
import { ineffectiveOptions } from '../meaning/ineffective.ts';
import { buildRequest } from '../meaning/request.ts';
import type { CallRecord, LoopRecord } from '../summary.ts';
import type { World } from '../world.ts';

/** Stable names of a file's calls: `path#symbol/api~n`, n counted among equal ones of a symbol. */
export function callIds(records: readonly CallRecord[], named: (place: Place) => string | null): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const ids = new Map<string, string>();
  for (const record of records) {
    const own = named(record.place);
    const base = own ?? `${record.place.file}#${symbolOf(record.place.unit)}/${record.via.length > 0 ? 'wrapper:' : ''}${record.api}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    ids.set(record.key, own && count === 1 ? own : `${base}~${count}`);
  }
  return ids;
}

/** A unit's name without its ordinal; a statement without a name is no symbol. */
const symbolOf = (unit: string): string => (unit.startsWith('(') ? '' : unit);

export function callSite(
  world: World,
  record: CallRecord,
  ids: (key: string) => string | null,
  facts: Pick<CallSite, 'inTest' | 'isTemplate' | 'switches' | 'answerUse' | 'storage'>,
): CallSite {
  return {
    id: ids(record.key) ?? record.key,
    kind: record.isRun ? 'run' : 'call',
    operation: record.spending.operation,
    via: record.via.flatMap((key) => ids(key) ?? []),
    ...facts,
    place: record.place,
    whole: record.whole,
    anchor: anchorOf(record, world.language(record.place.file)),
    sdk: record.sdk,
    api: record.api,
    symbol: symbolOf(record.place.unit),
    request: buildRequest(world, record),
    multipliers: [...repeatLoops(world, record, ids, facts.inTest).map((loop) => loop.id), ...record.loops.map(loopId)],
    isDiscarded: record.isDiscarded || facts.answerUse === 'none',
    ineffective: ineffectiveOptions(world, record),
    ...versionOf(world, record),
  };
}

function versionOf(world: World, record: CallRecord): Pick<CallSite, 'package'> {
  const found = world.version(record.place.file, record.sdk, null);
  return found ? { package: found } : {};
}

const loopId = (key: string): string => `loop:${key}`;

export function loopOf(
  record: LoopRecord,
  ids: (key: string) => string | null,
  facts: Pick<Loop, 'inTest' | 'over' | 'isConcurrent'> & { readonly language: Language },
): Loop {
  const { statement } = record;
  const { language, ...walk } = facts;
  return {
    id: loopId(record.key),
    kind: record.kind,
    form: record.form,
    place: record.place,
    whole: record.whole,
    bound: record.bound,
    boundBy: record.boundBy,
    max: record.max,
    maxUnit: record.maxUnit,
    ...walk,
    calls: record.calls.flatMap((key) => ids(key) ?? []),
    anchor: statement
      ? {
          language: language === 'python' ? 'python' : 'typescript',
          keyword: statement.keyword,
          test: statement.test?.span ?? null,
          body: statement.bodySpan,
        }
      : null,
    modelExits: record.modelExits,
    retries: record.retries,
  };
}

/** A run inside a framework is a loop too, and where it stands is its call. */
export function runLoop(world: World, record: CallRecord, ids: (key: string) => string | null, inTest: boolean): Loop | null {
  if (record.via.length > 0 || record.spending.operation !== 'generate') return null;
  const bound = boundOfRun(world, record);
  if (!bound || (!record.isRun && bound.bound === 'bounded' && bound.max === record.spending.bound?.default)) return null;
  return {
    id: `${loopId(record.key)}:run`,
    kind: 'agent-run',
    form: 'framework',
    inTest,
    place: record.place,
    whole: record.whole,
    bound: bound.bound,
    boundBy: bound.boundBy,
    max: bound.max,
    maxUnit: bound.unit,
    calls: [ids(record.key) ?? record.key],
    over: [],
    isConcurrent: false,
    anchor: null,
    modelExits: [],
    retries: null,
  };
}

function anchorOf(record: CallRecord, language: Language): CallAnchor | null {
  const { expression } = record;
  if (!expression) return null;
  const { file, unit } = record.whole;
  const place = (span: { start: number; end: number }): Place => ({ file, unit, span });
  if (language === 'python') {
    const named = expression.arguments.flatMap((argument) =>
      argument.kind === 'named' ? [{ name: argument.name, place: place(argument.value.span) }] : [],
    );
    const hasSpread = expression.arguments.some((argument) => argument.kind === 'named-spread' || argument.kind === 'spread');
    return { language: 'python', fields: place(expression.argumentsSpan), fieldForm: 'arguments', present: named, hasSpread };
  }
  const argument = expression.arguments[fieldIndex(record.spending)];
  if (argument?.kind !== 'positional' || argument.value.kind !== 'record') return null;
  const { value } = argument;
  return {
    language: 'typescript',
    fields: place(value.span),
    fieldForm: 'record',
    present: value.entries.flatMap((entry) => (entry.kind === 'entry' ? [{ name: entry.key, place: place(entry.value.span) }] : [])),
    hasSpread: value.entries.some((entry) => entry.kind === 'spread'),
  };
}

const fieldIndex = (spending: Spending): number => spending.fields.javascript;

/** Reading order: units as they stand in the file, places within them. */
export function inOrder<Item extends { readonly place: Place }>(
  items: readonly Item[],
  units: readonly Unit[] | readonly { readonly id: string }[],
): readonly Item[] {
  const order = new Map(units.map((unit, at) => [unit.id, at]));
  return [...items].sort(
    (a, b) => (order.get(a.place.unit) ?? 0) - (order.get(b.place.unit) ?? 0) || a.place.span.start - b.place.span.start,
  );
}
