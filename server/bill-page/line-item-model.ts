import type { BillDocument, BillRow } from '../reports/bill-document.ts';
import { bookedValue, sortValue } from './amounts.ts';

export type Grouping = 'none' | 'entry point' | 'model' | 'folder' | 'waste';
export type SortKey = 'call' | 'model' | 'input' | 'output' | 'from' | 'to' | 'runFrom' | 'runTo' | 'month' | 'useful' | 'findings';

export interface View {
  readonly filter: string;
  readonly grouping: Grouping;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  readonly closedGroups: ReadonlySet<string>;
  /** Ids of rows that show their parts. */
  readonly openRows: ReadonlySet<string>;
}

export type Entry =
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly rows: readonly BillRow[]; readonly isOpen: boolean }
  | { readonly kind: 'row'; readonly row: BillRow; readonly isOpen: boolean };

/** What the table shows, from top to bottom: filtered, sorted, and in groups where they are asked for. */
export function entriesOf(bill: BillDocument, view: View): readonly Entry[] {
  const codes = codesByRow(bill);
  const rows = sorted(
    bill.rows.filter((row) => matches(row, codes.get(row.id) ?? [], view.filter)),
    view.sort,
  );
  const entryOf = (row: BillRow): Entry => ({ kind: 'row', row, isOpen: view.openRows.has(row.id) });
  if (view.grouping === 'none') return rows.map(entryOf);
  return groupsOf(rows, bill, view.grouping, codes).flatMap(([name, members]): Entry[] => {
    const id = `${view.grouping}: ${name}`;
    const isOpen = !view.closedGroups.has(id);
    return [{ kind: 'group', id, name, rows: members, isOpen }, ...(isOpen ? members.map(entryOf) : [])];
  });
}

/** Every word of the filter stands somewhere in what the row says. */
function matches(row: BillRow, codes: readonly string[], filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [row.id, row.file, row.symbol, row.model ?? '', row.modelNote, row.sdk, row.api, row.owner ?? '', ...codes]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function sorted(rows: readonly BillRow[], { key, descending }: View['sort']): readonly BillRow[] {
  const direction = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: sortKeyOf(row, key) }));
  keyed.sort((a, b) => direction * compare(a.value, b.value) || byPlace(a.row, b.row));
  return keyed.map(({ row }) => row);
}

function sortKeyOf(row: BillRow, key: SortKey): string | number {
  switch (key) {
    case 'call':
      return `${row.file}\n${String(row.line).padStart(8, '0')}`;
    case 'model':
      return row.model ?? '';
    case 'input':
      return row.tokens.input.likely ?? row.tokens.input.floor;
    case 'output':
      return row.tokens.output.ceiling ?? Number.POSITIVE_INFINITY;
    case 'from':
      return sortValue(row.perCall, 'floor');
    case 'to':
      return sortValue(row.perCall, 'ceiling');
    case 'runFrom':
      return sortValue(row.perRun.money, 'floor');
    case 'runTo':
      return sortValue(row.perRun.money, 'ceiling');
    case 'month':
      return bookedValue(row.perMonth.money);
    case 'useful':
      return bookedValue(row.perUseful.money);
    case 'findings':
      return row.findings.length;
  }
}

/** Equal infinities differ by NaN, which sorts nothing. */
function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const byPlace = (a: BillRow, b: BillRow): number => compare(a.file, b.file) || (a.cell ?? 0) - (b.cell ?? 0) || a.line - b.line;

/** A call that several entry points reach, or that has several findings, stands in each of their groups. */
function groupsOf(
  rows: readonly BillRow[],
  bill: BillDocument,
  grouping: Exclude<Grouping, 'none'>,
  codes: ReadonlyMap<string, readonly string[]>,
): readonly (readonly [string, readonly BillRow[]])[] {
  const entryPoints = new Map(bill.entryPoints.map((one) => [one.id, one.name]));
  const namesOf = (row: BillRow): readonly string[] => {
    switch (grouping) {
      case 'entry point':
        return orElse(
          row.entryPoints.map((id) => entryPoints.get(id) ?? id),
          'reached by no entry point',
        );
      case 'model':
        return [row.model ?? 'model unknown'];
      case 'folder':
        return [row.file.includes('/') ? row.file.slice(0, row.file.lastIndexOf('/')) : 'top folder'];
      case 'waste':
        return orElse(codes.get(row.id) ?? [], 'no finding');
    }
  };
  const groups = new Map<string, BillRow[]>();
  for (const row of rows) {
    for (const name of new Set(namesOf(row))) {
      const members = groups.get(name) ?? [];
      members.push(row);
      groups.set(name, members);
    }
  }
  return [...groups];
}

const orElse = (names: readonly string[], otherwise: string): readonly string[] => (names.length === 0 ? [otherwise] : names);

export function codesByRow({ findings }: BillDocument): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const { call, code, rule } of findings) {
    if (call === null) continue;
    const known = codes.get(call) ?? [];
    known.push(`${code} ${rule}`);
    codes.set(call, known);
  }
  return codes;
}
