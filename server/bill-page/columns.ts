import { tokensOf } from '../reports/bill-amounts.ts';
import type { BillDocument, BillMoney, BillPart, BillRow, KnownMoney } from '../reports/bill-document.ts';
import { formatTokenRange, formatTokensInFull } from '../reports/format.ts';
import type { Amounts } from './amounts.ts';
import { element } from './dom.ts';
import type { SortKey } from './line-item-model.ts';
import type { PlaceLink } from './place-link.ts';

export interface Column {
  readonly key: SortKey;
  readonly title: string;
  readonly hint: string;
  readonly isNumber: boolean;
  /** A class that the style sheet gives a width. */
  readonly width: 'wide' | 'medium' | 'amount' | 'narrow';
}

export interface RowContext {
  readonly columns: readonly Column[];
  readonly amounts: Amounts;
  readonly link: PlaceLink;
  readonly codes: ReadonlyMap<string, readonly string[]>;
}

const ofSite: readonly Column[] = [
  { key: 'call', title: 'Call', hint: 'By file and line', isNumber: false, width: 'wide' },
  { key: 'model', title: 'Model', hint: 'Which model answers', isNumber: false, width: 'medium' },
];
const ofCall: readonly Column[] = [
  { key: 'input', title: 'Tokens in', hint: 'What one call sends', isNumber: true, width: 'narrow' },
  { key: 'output', title: 'Tokens out', hint: 'What one call may get back', isNumber: true, width: 'narrow' },
  { key: 'from', title: 'A call from', hint: 'What the source shows, at least', isNumber: true, width: 'narrow' },
  { key: 'to', title: 'to', hint: 'At most; open where no bound is known', isNumber: true, width: 'narrow' },
  { key: 'runFrom', title: 'A run from', hint: 'With the loops and retries around it, at least', isNumber: true, width: 'narrow' },
  { key: 'runTo', title: 'to', hint: 'At most; open where no bound is known', isNumber: true, width: 'narrow' },
];
const ofUse: Column = {
  key: 'useful',
  title: 'A useful answer',
  hint: 'What one useful response costs, with the attempts, steps and useless answers it takes',
  isNumber: true,
  width: 'narrow',
};
const ofMonth: Column = { key: 'month', title: 'A month', hint: 'By your own volumes', isNumber: true, width: 'amount' };
const ofFindings: Column = { key: 'findings', title: 'Findings', hint: 'How many', isNumber: false, width: 'medium' };

/** Columns that would be empty throughout are left out. What is paid comes first, so that it is seen where there is little room. */
export function columnsOf({ rows, findings }: BillDocument): readonly Column[] {
  return [
    ...ofSite,
    ...(rows.some(({ perMonth }) => perMonth.money !== null) ? [ofMonth] : []),
    ...(rows.some(({ perUseful }) => perUseful.money !== null) ? [ofUse] : []),
    ...ofCall,
    ...(findings.length > 0 ? [ofFindings] : []),
  ];
}

export function cellsOf(row: BillRow, isOpen: boolean, context: RowContext): readonly HTMLElement[] {
  return context.columns.map((column) => cellOf(column.key, row, isOpen, context));
}

function cellOf(key: SortKey, row: BillRow, isOpen: boolean, context: RowContext): HTMLElement {
  const { amounts, codes } = context;
  switch (key) {
    case 'call':
      return callCell(row, isOpen, context);
    case 'model':
      return element(
        'td',
        {},
        element('div', { class: 'cut', title: row.modelNote }, row.model ?? 'model unknown'),
        element('div', { class: 'quiet cut', title: row.unpriced ?? row.price?.source }, row.unpriced ?? row.price?.provider ?? ''),
      );
    case 'input':
      return number(formatTokenRange(tokensOf(row.tokens.input)), formatTokensInFull(tokensOf(row.tokens.input)));
    case 'output':
      return number(formatTokenRange(tokensOf(row.tokens.output)), formatTokensInFull(tokensOf(row.tokens.output)));
    case 'from':
      return fromCell(row.perCall, row.unpriced, amounts);
    case 'to':
      return toCell(row.perCall, amounts);
    case 'runFrom':
      return fromCell(row.perRun.money, row.perRun.why, amounts);
    case 'runTo':
      return toCell(row.perRun.money, amounts, row.perRun.why ?? undefined);
    case 'month':
      return knownCell(row.perMonth, amounts.cents, amounts);
    case 'useful':
      return knownCell(row.perUseful, amounts.small, amounts);
    case 'findings': {
      const found = codes.get(row.id) ?? [];
      return element(
        'td',
        { class: 'codes' },
        ...found.slice(0, 4).map((code) => element('span', { class: 'code', title: code }, `${code.split(' ')[0]} `)),
      );
    }
  }
}

function callCell(row: BillRow, isOpen: boolean, { link }: RowContext): HTMLElement {
  const name = row.symbol === '' ? row.api : row.symbol;
  const repeated = row.multipliers.map(({ says }) => says).join(', ');
  const button = element(
    'button',
    {
      type: 'button',
      class: 'name cut',
      'data-toggle': 'row',
      'data-id': row.id,
      'aria-expanded': String(isOpen),
      title: `${row.sdk} ${row.api}`,
    },
    element('span', { class: 'twist', 'aria-hidden': 'true' }, isOpen ? '▾' : '▸'),
    name,
  );
  const notes = [row.paid === 'here' ? '' : `paid ${row.paid}`, repeated].filter((note) => note !== '').join(' · ');
  return element(
    'th',
    { scope: 'row' },
    button,
    element('div', { class: 'where cut' }, link(row), notes === '' ? null : element('span', { class: 'quiet' }, ` ${notes}`)),
  );
}

/** The parts of the request, in the vendor's order. */
export function detailsCell(row: BillRow, { link, amounts, columns }: RowContext): HTMLElement {
  const line = (part: BillPart): HTMLElement =>
    element(
      'li',
      {},
      element('span', { class: 'cut' }, part.name === null ? part.role : `${part.role} ${part.name}`),
      element('span', { class: 'number' }, formatTokensInFull(tokensOf(part.tokens))),
      element('span', { class: 'number' }, part.cost === null ? '' : amounts.range(part.cost)),
      element(
        'span',
        { class: 'quiet cut' },
        [part.stability, part.cached ? 'cached' : '', ...part.holes.map((hole) => `+ {${hole}}`)].filter(Boolean).join(', '),
      ),
      link(part),
    );
  const price =
    row.price === null
      ? ''
      : `${row.price.inputPerMillion} in, ${row.price.outputPerMillion} out a million tokens, checked ${row.price.date}`;
  return element(
    'td',
    { colspan: columns.length },
    element('ul', {}, ...row.parts.map(line)),
    element('p', { class: 'quiet cut' }, [price, row.owner === null ? '' : `owner ${row.owner}`].filter(Boolean).join(' · ')),
  );
}

function fromCell(money: BillMoney | null, why: string | null, amounts: Amounts): HTMLElement {
  if (money === null) return element('td', { class: 'number quiet', title: why ?? '' }, 'unknown');
  return number(amounts.small(money.floor), amounts.exact(money.floor));
}

function toCell(money: BillMoney | null, amounts: Amounts, why?: string): HTMLElement {
  if (money === null) return number('');
  if (money.ceiling === null) return element('td', { class: 'number quiet', title: why ?? 'no bound is known' }, 'open');
  return number(amounts.small(money.ceiling), amounts.exact(money.ceiling));
}

function knownCell({ money, why }: KnownMoney, write: (picodollars: string) => string, amounts: Amounts): HTMLElement {
  if (money === null) return element('td', { class: 'number quiet', title: why ?? '' }, '–');
  return number(write(money.likely ?? money.floor), amounts.range(money));
}

const number = (text: string, title = ''): HTMLElement => element('td', { class: 'number', ...(title === '' ? {} : { title }) }, text);
