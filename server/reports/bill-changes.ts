import type { BillDocument } from './bill-document.ts';

/** A bill in which an element of a long list may be its number in the bill before: most of a bill stays when a line is edited. */
export type BillChanges = Omit<BillDocument, LongList> & {
  readonly [List in LongList]: readonly (number | BillDocument[List][number])[];
};

type LongList = 'rows' | 'entryPoints' | 'loops' | 'findings';

/** What was sent of a bill: the text of each element, and its number. */
export type SentBill = { readonly [List in LongList]: ReadonlyMap<string, number> };

/** The bill as it is to be sent to who has `before`, and what has been sent then. */
export function changesSince(bill: BillDocument, before: SentBill | null): { readonly changes: BillChanges; readonly sent: SentBill } {
  const rows = namedByNumber(bill.rows, before?.rows);
  const entryPoints = namedByNumber(bill.entryPoints, before?.entryPoints);
  const loops = namedByNumber(bill.loops, before?.loops);
  const findings = namedByNumber(bill.findings, before?.findings);
  return {
    changes: { ...bill, rows: rows.list, entryPoints: entryPoints.list, loops: loops.list, findings: findings.list },
    sent: { rows: rows.sent, entryPoints: entryPoints.sent, loops: loops.sent, findings: findings.sent },
  };
}

/** The whole bill again. */
export function withChanges(changes: BillChanges, before: BillDocument | null): BillDocument {
  return {
    ...changes,
    rows: restored(changes.rows, before?.rows),
    entryPoints: restored(changes.entryPoints, before?.entryPoints),
    loops: restored(changes.loops, before?.loops),
    findings: restored(changes.findings, before?.findings),
  };
}

function namedByNumber<Element extends object>(all: readonly Element[], before: ReadonlyMap<string, number> = new Map()) {
  const texts = all.map((one) => JSON.stringify(one));
  return {
    list: all.map((one, at) => before.get(texts[at] ?? '') ?? one),
    sent: new Map(texts.map((text, at) => [text, at])),
  };
}

const restored = <Element extends object>(list: readonly (number | Element)[], before: readonly Element[] = []): Element[] =>
  list.flatMap((one) => (typeof one === 'number' ? (before[one] ?? []) : [one]));
