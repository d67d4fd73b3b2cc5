import { describe, expect, it } from 'vitest';
import { centAmount, exactAmount, inCents, shortRange } from '../../server/reports/bill-currency.ts';
import { billDocumentSchema } from '../../server/reports/bill-document.ts';
import { codeOwners } from '../../server/reports/code-owners.ts';
import { renderCsv } from '../../server/reports/csv.ts';
import { renderFocus } from '../../server/reports/focus.ts';
import { dollars } from '../../server/reports/make-bill-document.ts';
import { bill, billOf, report } from './sample-report.ts';

describe('the bill document', () => {
  it('fits its schema and survives JSON', () => {
    expect(billDocumentSchema.parse(JSON.parse(JSON.stringify(bill)))).toEqual(bill);
    const empty = billOf({ ...report, calls: [], loops: [], entryPoints: [], findings: [], prompts: [] });
    expect(billDocumentSchema.parse(empty).totals).toMatchObject({ perMonth: null, booked: null, says: 'No LLM calls found.' });
  });

  it('has no total where no volume is known', () => {
    expect(bill.totals).toMatchObject({ perMonth: null, says: 'No total: volumes unknown (3 sites; 1 not priced).', sites: 3, inTests: 1 });
    expect(bill.rows.map(({ paid }) => paid)).toEqual(['here', 'here', 'by its callers', 'here']);
    expect(bill.rows[0]).toMatchObject({ perMonth: { money: null, why: 'volume unknown' }, perUseful: { money: null }, usage: null });
  });

  it('names what repeats a call, and its findings', () => {
    expect(bill.rows[0]?.multipliers).toEqual([{ loop: 'agent.py#answer/while', says: "no bound (the model's own word)" }]);
    expect(bill.rows[0]?.findings).toEqual(['LI301 agent.py#answer/while', 'LI301 agent.py#answer/while']);
  });

  it('is a table with a line for each call, and no FOCUS row without a volume', () => {
    expect(renderCsv(bill).trim().split('\n')).toHaveLength(5);
    expect(renderFocus(bill).trim().split('\n')).toHaveLength(1);
  });
});

describe('money in tables', () => {
  const euros = { code: 'EUR', perUsd: '0.5', date: '2026-11-01' };

  it('is exact in exports and rounded once to cents, half to even', () => {
    expect(exactAmount('1', dollars)).toBe('0.000000000001');
    expect(exactAmount('3', euros)).toBe('0.000000000002');
    expect([inCents('1005000000000', dollars), inCents('1015000000000', dollars), inCents('-5000000000', dollars)]).toEqual([
      '1.00',
      '1.02',
      '0.00',
    ]);
    expect(centAmount('1234567890000000', dollars)).toBe('$1,234.57');
    expect(centAmount('1234567890000000', euros)).toBe('€617.28');
  });

  it('shows a range with its ends', () => {
    const range = (floor: string, likely: string | null, ceiling: string | null) =>
      shortRange({ floor, likely, ceiling, basis: [] }, dollars);
    expect([range('1000000000000', '1000000000000', '1000000000000'), range('0', null, null), range('9000000000', null, null)]).toEqual([
      '$1',
      '?',
      '≥$0.009',
    ]);
    expect([range('0', null, '20000000000'), range('9000000000', null, '20000000000'), range('0', '5000000000', null)]).toEqual([
      '≤$0.02',
      '$0.009–0.02',
      '~$0.005',
    ]);
  });
});

describe('CODEOWNERS', () => {
  const ownerOf = codeOwners('# who\n* @all\n/app/ @app @lead # both\n*.md\n[Section]\ndocs/**/*.py docs@example.com\n');

  it.each([
    ['main.py', '@all'],
    ['app/agent.py', '@app @lead'],
    ['lib/app/agent.py', '@all'],
    ['app/README.md', null],
    ['docs/a/b.py', 'docs@example.com'],
  ])('gives %s to %s', (file, owner) => expect(ownerOf(file)).toBe(owner));
});
