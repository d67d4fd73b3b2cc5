import type { BillDocument, BillEntryPoint, BillMoney, BillRow } from '../reports/bill-document.ts';

/** Two bills of one project, read with the same prices on the same day, row by row. */
export interface BillDiff {
  readonly rows: readonly RowChange[];
  readonly entryPoints: readonly EntryPointChange[];
  /** Rows that stand on both sides and say the same. */
  readonly unchanged: number;
}

export type RowChange = Change<BillRow>;
export type EntryPointChange = Change<BillEntryPoint>;

/** `before` is null for what is new, `after` for what is gone. */
export interface Change<Subject> {
  readonly before: Subject | null;
  readonly after: Subject | null;
  /** What is different, in a few words each: `model gpt-5 → gpt-5-mini`. */
  readonly what: readonly string[];
}

/** Only what is paid is compared: a wrapper's own call stands on the bill of its callers. */
export function diffBills(before: BillDocument, after: BillDocument): BillDiff {
  const pairs = pairRows(before.rows.filter(isPaid), after.rows.filter(isPaid));
  const rows = pairs.map(rowChange).filter(isChange);
  return {
    rows,
    entryPoints: pairById(before.entryPoints, after.entryPoints).map(entryPointChange).filter(isChange),
    unchanged: pairs.length - rows.length,
  };
}

const isPaid = (row: BillRow): boolean => row.paid === 'here';
const isChange = (change: Change<unknown>): boolean => change.what.length > 0;

interface Pair<Subject> {
  readonly before: Subject | null;
  readonly after: Subject | null;
}

/** By id; then what is left by what it is, so that a call that was moved or renamed around is still the same call. */
function pairRows(before: readonly BillRow[], after: readonly BillRow[]): readonly Pair<BillRow>[] {
  const byId = pairById(before, after);
  const gone = new Map<string, BillRow[]>();
  for (const pair of byId) {
    if (pair.after !== null || pair.before === null) continue;
    const alike = gone.get(likeness(pair.before)) ?? [];
    gone.set(likeness(pair.before), [...alike, pair.before]);
  }
  const moved = new Set<BillRow>();
  const pairs = byId.map((pair): Pair<BillRow> => {
    if (pair.before !== null || pair.after === null) return pair;
    const found = gone.get(likeness(pair.after))?.shift();
    if (found === undefined) return pair;
    moved.add(found);
    return { before: found, after: pair.after };
  });
  return pairs.filter(({ before: old, after: now }) => now !== null || old === null || !moved.has(old));
}

function pairById<Subject extends { readonly id: string }>(
  before: readonly Subject[],
  after: readonly Subject[],
): readonly Pair<Subject>[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = after.map((one): Pair<Subject> => ({ before: old.get(one.id) ?? null, after: one }));
  const ids = new Set(after.map((one) => one.id));
  return [...kept, ...before.filter((one) => !ids.has(one.id)).map((one): Pair<Subject> => ({ before: one, after: null }))];
}

/** What a call keeps when it is moved: where it is sent, and what of it is written down. */
const likeness = (row: BillRow): string =>
  JSON.stringify([row.api, row.model, row.tokens.input.floor, row.parts.map((part) => [part.role, part.tokens.floor, part.holes])]);

function rowChange({ before, after }: Pair<BillRow>): RowChange {
  if (before === null || after === null) return { before, after, what: [before === null ? 'new call' : 'call removed'] };
  const sides: readonly (readonly [string, (row: BillRow) => string])[] = [
    ['model', (row) => row.modelNote],
    ['input', (row) => tokenRange(row.tokens.input)],
    ['output', (row) => tokenRange(row.tokens.output)],
    ['cached', (row) => tokenRange(row.tokens.read)],
    ['repeated by', (row) => row.multipliers.map(({ says }) => says).join(', ') || 'nothing'],
  ];
  const what = sides.flatMap(([name, say]) => (say(before) === say(after) ? [] : [`${name} ${say(before)} → ${say(after)}`]));
  const isSame = isSameMoney(before.perCall, after.perCall) && isSameMoney(before.perMonth.money, after.perMonth.money);
  return { before, after, what: what.length === 0 && !isSame ? ['cost'] : what };
}

function entryPointChange({ before, after }: Pair<BillEntryPoint>): EntryPointChange {
  if (before === null || after === null) return { before, after, what: [before === null ? 'new entry point' : 'entry point removed'] };
  const isSame = isSameMoney(before.perRun, after.perRun) && isSameMoney(before.perMonth.money, after.perMonth.money);
  return { before, after, what: isSame ? [] : ['cost'] };
}

const isSameMoney = (one: BillMoney | null, other: BillMoney | null): boolean =>
  one === other ||
  (one !== null && other !== null && one.floor === other.floor && one.likely === other.likely && one.ceiling === other.ceiling);

function tokenRange({ floor, likely, ceiling }: BillRow['tokens']['input']): string {
  if (floor === ceiling) return `${floor}`;
  const best = likely === null ? '' : ` (likely ${likely})`;
  return ceiling === null ? `≥${floor}${best}` : `${floor}–${ceiling}${best}`;
}
