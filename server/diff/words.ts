import { moneyOf } from '../reports/bill-amounts.ts';
import type { BillMoney } from '../reports/bill-document.ts';
import { formatMoneyRange } from '../reports/format.ts';
import { plural } from '../reports/layout.ts';
import type { DiffDocument } from './diff-document.ts';

/** `+` new, `-` gone, `~` changed. */
export const signOf = ({ before, after }: { readonly before: unknown; readonly after: unknown }): '+' | '-' | '~' =>
  before === null ? '+' : after === null ? '-' : '~';

/** `$0.012 → $0.015 (+25 %)`; a side that isn't there is a dash, one that isn't known says so. */
export function moneyChange(
  before: BillMoney | null | undefined,
  after: BillMoney | null | undefined,
  per: 'call' | 'run' | 'month',
): string {
  return `${side(before, per)} → ${side(after, per)}${percent(before, after)}`;
}

function side(money: BillMoney | null | undefined, per: 'call' | 'run' | 'month'): string {
  if (money === undefined) return '–';
  return money === null ? 'unknown' : formatMoneyRange(moneyOf(money, per));
}

/** Only between two numbers of one kind: two likely ones, else two floors. */
function percent(before: BillMoney | null | undefined, after: BillMoney | null | undefined): string {
  if (!before || !after) return '';
  const areLikely = before.likely !== null && after.likely !== null;
  const from = Number(areLikely ? before.likely : before.floor);
  const to = Number(areLikely ? after.likely : after.floor);
  if (from === 0 || from === to) return '';
  const change = Math.round(((to - from) / from) * 100);
  return ` (${areLikely ? '' : 'floor '}${change > 0 ? '+' : ''}${change} %)`;
}

/** `2 calls changed, 1 new, 1 gone; 40 say the same.` */
export function countWords({ rows, unchanged }: DiffDocument): string {
  const count = (sign: string): number => rows.filter((row) => signOf(row) === sign).length;
  const said = [`${plural(count('~'), 'call')} changed`, `${count('+')} new`, `${count('-')} gone`];
  return `${said.join(', ')}; ${unchanged} ${unchanged === 1 ? 'says' : 'say'} the same.`;
}

/** The month of both sides where volumes are known, else the sentence that says they aren't. */
export function totalWords({ totals }: DiffDocument): string {
  const { before, after } = totals;
  if (before.perMonth === null && after.perMonth === null) return after.says;
  return `Per month: ${moneyChange(before.perMonth, after.perMonth, 'month')}. ${after.says}`;
}

export const placeWords = ({ file, cell, line }: { readonly file: string; readonly cell: number | null; readonly line: number }): string =>
  cell === null ? `${file}:${line}` : `${file} cell ${cell}:${line}`;
