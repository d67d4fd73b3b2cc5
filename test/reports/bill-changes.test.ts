import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesSince, withChanges } from '../../server/reports/bill-changes.ts';
import type { BillDocument } from '../../server/reports/bill-document.ts';
import { bill } from './sample-report.ts';

/** Some of the sample's rows, a few of them changed. */
const bills: fc.Arbitrary<BillDocument> = fc
  .array(fc.record({ row: fc.constantFrom(...bill.rows), line: fc.integer({ min: 1, max: 3 }) }), { maxLength: 6 })
  .map((rows) => ({ ...bill, rows: rows.map(({ row, line }) => ({ ...row, line })) }));

describe('what is new in a bill', () => {
  it('gives with the bill before the whole bill again', () => {
    fc.assert(
      fc.property(bills, bills, (before, after) => {
        const { sent } = changesSince(before, null);
        expect(withChanges(changesSince(after, sent).changes, before)).toEqual(after);
      }),
    );
  });

  it('is the whole bill for who has none, and numbers alone for who has it', () => {
    const { changes, sent } = changesSince(bill, null);
    expect(changes).toEqual(bill);
    expect(changesSince(bill, sent).changes.rows).toEqual(bill.rows.map((_, at) => at));
  });
});
