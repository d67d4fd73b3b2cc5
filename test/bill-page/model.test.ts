import { describe, expect, it } from 'vitest';
import { createAmounts } from '../../server/bill-page/amounts.ts';
import { type Entry, entriesOf, type View } from '../../server/bill-page/line-item-model.ts';
import { tilesOf } from '../../server/bill-page/treemap-data.ts';
import { largeBill } from '../web/large-bill.ts';

const bill = largeBill(6);
const plain: View = {
  filter: '',
  grouping: 'none',
  sort: { key: 'call', descending: false },
  closedGroups: new Set(),
  openRows: new Set(),
};
const entries = (view: Partial<View>) => entriesOf(bill, { ...plain, ...view }).map(said);
const said = (entry: Entry): string => (entry.kind === 'group' ? `[${entry.name}]` : `${entry.row.symbol}${entry.isOpen ? ' open' : ''}`);

describe('the line items of the page', () => {
  it('stand in the order that is asked for, an open end above every known one', () => {
    expect(entries({ sort: { key: 'from', descending: true } }).slice(0, 2)).toEqual(['answer_5', 'answer_4']);
    expect(entries({ sort: { key: 'to', descending: true } }).slice(0, 3)).toEqual(['answer_0', 'answer_5', 'answer_4']);
  });

  it('are those that hold every word of the filter', () => {
    expect(entries({ filter: 'GPT-5.4 module1' })).toEqual(['answer_1']);
    expect(entries({ filter: 'uncached-prefix' })).toEqual(['answer_0', 'answer_3']);
    expect(entries({ filter: 'nothing like it' })).toEqual([]);
  });

  it('stand in each of their groups, and in none that is closed', () => {
    expect(entries({ grouping: 'waste' })).toEqual([
      '[LI401 uncached-prefix]',
      'answer_0',
      'answer_3',
      '[no finding]',
      'answer_1',
      'answer_2',
      'answer_4',
      'answer_5',
    ]);
    expect(entries({ grouping: 'waste', closedGroups: new Set(['waste: no finding']) }).at(-1)).toBe('[no finding]');
    expect(entries({ grouping: 'entry point' })[0]).toBe('[answer <b>now</b>]');
    expect(entries({ grouping: 'folder' })[0]).toBe('[area0]');
  });

  it('show their parts where they are opened', () => {
    expect(entries({ openRows: new Set(['call-1']) })[1]).toBe('answer_1 open');
  });
});

describe('amounts on the page', () => {
  const dollars = createAmounts({ code: 'USD', perUsd: '1', date: null });
  const money = (floor: string, ceiling: string | null) => ({ floor, likely: null, ceiling, basis: [] });

  it('have as many decimals as their column', () => {
    expect(dollars.small('12345678900')).toBe('$0.01235');
    expect(dollars.small('1')).toBe('<$0.00001');
    expect(dollars.small('0')).toBe('$0.00000');
    expect(dollars.small('2460160000000000')).toBe('$2,460.16');
    expect(dollars.cents('1204500000000000')).toBe('$1,204.50');
  });

  it('are told from end to end', () => {
    expect(dollars.range(money('10000000000', '20000000000'))).toBe('$0.01000 – $0.02000');
    expect(dollars.range(money('10000000000', null))).toBe('from $0.01000');
    expect(dollars.range(money('0', '20000000000'))).toBe('up to $0.02000');
    expect(dollars.range(money('0', null))).toBe('?');
    expect(dollars.range(money('10000000000', '10000000000'))).toBe('$0.01000');
    expect(dollars.range({ ...money('10000000000', null), likely: '20000000000' })).toBe('~$0.02000');
  });

  it('are converted by the declared rate', () => {
    expect(createAmounts({ code: 'EUR', perUsd: '0.9', date: '2026-11-01' }).cents('10000000000000')).toBe('€9.00');
  });
});

describe('the picture of the tokens', () => {
  it('holds what is paid, once, by file, call and part', () => {
    const tiles = tilesOf({
      ...bill,
      rows: bill.rows.map((row, index) => (index === 0 ? { ...row, paid: 'by its callers' as const } : row)),
    });
    expect(tiles).toHaveLength(5);
    expect(tiles[0]).toMatchObject({
      name: 'area5/module5.py',
      children: [{ name: 'answer_5', children: [{ name: 'system' }, { name: 'user' }] }],
    });
  });
});
