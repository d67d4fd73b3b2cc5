import { tokensOf } from './bill-amounts.ts';
import { centAmount, shortRange } from './bill-currency.ts';
import type { BillCurrency, BillDocument, BillRow, KnownMoney } from './bill-document.ts';
import { formatTokenRange } from './format.ts';

/** Turns a place into a link's target, in the way of whoever shows the text; null leaves plain text. */
export type BillLink = (place: { readonly file: string; readonly cell: number | null; readonly line: number }) => string | null;

/** The bill as Markdown: a table of calls a file, entry points, findings, and a total where one means something. */
export function renderMarkdownBill(document: BillDocument, linkTo: BillLink = () => null): string {
  const { rows, head } = document;
  const hasMonths = document.totals.perMonth !== null;
  const files = [...new Set(rows.map(({ file }) => file))].map((file) => {
    const header = ['Line', 'Call', 'Model', 'In', 'Out', 'A call', ...(hasMonths ? ['A month', 'A useful response'] : [])];
    const aligned = header.map((name) => (name === 'Call' || name === 'Model' ? '---' : '---:'));
    const lines = rows.filter((row) => row.file === file).map((row) => tableRow(cellsOf(row, head.currency, hasMonths, linkTo)));
    return [`## ${plain(file)}`, '', tableRow(header), tableRow(aligned), ...lines].join('\n');
  });
  return `${['# Bill', ...files, ...entryPoints(document, linkTo), ...findings(document, linkTo), totalOf(document), priceLine(head)].join('\n\n')}\n`;
}

function cellsOf(row: BillRow, currency: BillCurrency, hasMonths: boolean, linkTo: BillLink): string[] {
  const isHere = row.paid === 'here';
  const cost = row.paid === 'by its callers' ? 'in its callers' : (range(row.perCall, currency) ?? `not priced: ${row.unpriced ?? ''}`);
  return [
    linked(String(row.line), row, linkTo),
    plain(row.symbol === '' ? row.api : row.symbol),
    plain(row.modelNote),
    formatTokenRange(tokensOf(row.tokens.input)),
    formatTokenRange(tokensOf(row.tokens.output)),
    plain(cost),
    ...(hasMonths ? [isHere ? known(row.perMonth, currency) : plain(row.paid), known(row.perUseful, currency)] : []),
  ];
}

function entryPoints({ entryPoints: all, head }: BillDocument, linkTo: BillLink): string[] {
  if (all.length === 0) return [];
  const hasMonths = all.some(({ perMonth }) => perMonth.money !== null);
  const lines = all.map((one) =>
    tableRow([
      linked(one.name, one, linkTo),
      String(one.calls.length),
      plain(range(one.perRun, head.currency) ?? 'not priced'),
      ...(hasMonths ? [known(one.perMonth, head.currency), known(one.perUseful, head.currency)] : []),
      plain(one.missing.join('; ')),
    ]),
  );
  const header = ['Entry point', 'Calls', 'A run', ...(hasMonths ? ['A month', 'A useful run'] : []), 'Open'];
  const aligned = header.map((name) => (name === 'Entry point' || name === 'Open' ? '---' : '---:'));
  return [['## One run of', '', tableRow(header), tableRow(aligned), ...lines].join('\n')];
}

function findings({ findings: all }: BillDocument, linkTo: BillLink): string[] {
  if (all.length === 0) return [];
  const lines = all.map(
    (one) => `- **${one.rule}** (${one.code}) ${linked(`${one.file}:${one.line}`, one, linkTo)}: ${plain(one.message)}`,
  );
  return [['## Findings', '', ...lines].join('\n')];
}

function totalOf({ totals, wastes, head }: BillDocument): string {
  if (totals.booked === null || totals.perMonth === null) return plain(totals.says);
  const sum = `${totals.perMonth.likely === null ? '≥' : ''}${centAmount(totals.booked, head.currency)}`;
  const shares = wastes.map(
    ({ kind, share, why }) => `- ${kind}: ${share === null ? 'unknown' : `${(share * 100).toFixed(1)} %`} (${plain(why)})`,
  );
  return [
    `**Total a month: ${plain(sum)}.** ${plain(totals.says)}`,
    ...(shares.length === 0 ? [] : ['', 'Of it wasted:', '', ...shares]),
  ].join('\n');
}

function priceLine({ prices, evaluatedAt, currency }: BillDocument['head']): string {
  const { code, perUsd, date } = currency;
  const rate = code === 'USD' ? '' : ` 1 USD = ${perUsd} ${code}${date === null ? '' : ` on ${date}`}, as declared.`;
  return `Prices: ${plain(prices.catalogue)}, checked ${prices.date}, as of ${evaluatedAt.slice(0, 10)}.${rate} ≥ at least, ≤ at most, ~ estimated.`;
}

const range = (money: BillRow['perCall'], currency: BillCurrency): string | null => (money === null ? null : shortRange(money, currency));

const known = ({ money }: KnownMoney, currency: BillCurrency): string => plain(range(money, currency) ?? 'unknown');

function linked(text: string, place: Parameters<BillLink>[0], linkTo: BillLink): string {
  const target = linkTo(place);
  return target === null ? plain(text) : `[${plain(text)}](${target})`;
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Names and prompts come from files: nothing in them may become a table's border, a link or markup. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|~$]/g, '\\$&').replace(/\s+/g, ' ');
