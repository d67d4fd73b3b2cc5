import type { BillDocument, BillEntryPoint, BillFinding, KnownMoney } from '../reports/bill-document.ts';
import type { Amounts } from './amounts.ts';
import { element, fill } from './dom.ts';
import type { PlaceLink } from './place-link.ts';

export interface SectionsContext {
  readonly amounts: Amounts;
  readonly link: PlaceLink;
}

const mostFindings = 50;

/** What the page says above its table of line items. */
export function showSections(bill: BillDocument, context: SectionsContext): void {
  showHead(bill);
  showTotals(bill, context.amounts);
  showEntryPoints(bill, context);
  showFindings(bill, context);
}

function showHead({ head }: BillDocument): void {
  const { prices, evaluatedAt, currency, tool } = head;
  fill(byId('price-date'), `Prices of ${prices.date}`);
  fill(byId('catalogue'), `${prices.catalogue}, as of ${evaluatedAt.slice(0, 10)}`);
  const rate =
    currency.code === 'USD' ? null : `1 USD = ${currency.perUsd} ${currency.code}${currency.date === null ? '' : ` (${currency.date})`}`;
  fill(byId('tool'), rate === null ? tool : `${rate} · ${tool}`);
}

function showTotals({ totals, rows, findings, wastes }: BillDocument, amounts: Amounts): void {
  const { perMonth, booked, says } = totals;
  const total =
    perMonth === null || booked === null
      ? element('p', { class: 'sentence' }, says)
      : element(
          'p',
          {},
          element('strong', { class: 'figure' }, amounts.cents(booked)),
          ' a month. ',
          element('span', { class: 'quiet' }, `At least ${amounts.cents(perMonth.floor)}. ${says}`),
        );
  const unpriced = totals.unpriced === 0 ? '' : `, ${totals.unpriced} not priced`;
  const tests = totals.inTests === 0 ? '' : `, ${totals.inTests} in tests left out`;
  const facts = element(
    'p',
    { class: 'quiet' },
    `${counted(rows.length, 'line item')}, ${counted(totals.sites, 'paid site')}${unpriced}${tests}, ${counted(findings.length, 'finding')}.`,
  );
  const shares = wastes.filter(({ share }) => share !== null && share > 0);
  const waste = shares.length === 0 ? null : element('ul', { class: 'wastes' }, ...shares.map((one) => wasteLine(one, amounts)));
  fill(byId('totals'), total, waste, facts);
}

function wasteLine({ kind, share, perMonth, why }: BillDocument['wastes'][number], amounts: Amounts): HTMLElement {
  const money = perMonth === null ? '' : `${amounts.range(perMonth, 'cents')} a month`;
  const says = ` ${kind}, ${((share ?? 0) * 100).toFixed(1)} % of the total`;
  return element('li', { title: why }, element('b', {}, money), says);
}

function showEntryPoints({ entryPoints }: BillDocument, { amounts, link }: SectionsContext): void {
  const section = byId('entry-points');
  section.hidden = entryPoints.length === 0;
  const hasMonths = entryPoints.some(({ perMonth }) => perMonth.money !== null);
  const hasUseful = entryPoints.some(({ perUseful }) => perUseful.money !== null);
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, 'Entry point'),
    number('Calls', 'th'),
    number('From', 'th'),
    number('To', 'th'),
    ...(hasUseful ? [number('A useful run', 'th')] : []),
    ...(hasMonths ? [number('A month', 'th')] : []),
    element('th', { scope: 'col' }, 'What is open'),
  );
  const rowOf = (one: BillEntryPoint): HTMLElement =>
    element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        one.name,
        ' ',
        element('span', { class: 'quiet' }, one.kind.replace('-', ' ')),
        element('br'),
        link(one),
      ),
      number(String(one.calls.length)),
      number(one.perRun === null ? 'not priced' : amounts.small(one.perRun.floor)),
      number(one.perRun === null ? '' : one.perRun.ceiling === null ? 'open' : amounts.small(one.perRun.ceiling)),
      ...(hasUseful ? [known(one.perUseful, amounts.small)] : []),
      ...(hasMonths ? [known(one.perMonth, amounts.cents)] : []),
      element('td', { class: 'quiet' }, one.missing.join('; ')),
    );
  const table = part(section, 'table');
  fill(
    table,
    element('caption', { class: 'spoken' }, 'Cost of one run, by entry point'),
    element('thead', {}, head),
    element('tbody', {}, ...entryPoints.map(rowOf)),
  );
}

function showFindings({ findings }: BillDocument, { amounts, link }: SectionsContext): void {
  const section = byId('findings');
  section.hidden = findings.length === 0;
  const saving = ({ saving: money }: BillFinding): number => (money === null ? -1 : Number(money.likely ?? money.ceiling ?? money.floor));
  const sorted = [...findings].sort((a, b) => saving(b) - saving(a) || severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const items = sorted
    .slice(0, mostFindings)
    .map((one) =>
      element(
        'li',
        {},
        element('span', { class: 'saving' }, one.saving === null ? '' : `${amounts.range(one.saving)} a ${one.per ?? 'call'}`),
        element(
          'div',
          {},
          element('b', {}, one.rule),
          element('span', { class: 'quiet' }, ` ${one.code} `),
          link(one),
          element('br'),
          one.message,
        ),
      ),
    );
  const unseen = findings.length - items.length;
  fill(part(section, 'ul'), ...items);
  fill(part(section, '.more'), unseen > 0 ? `and ${unseen} more, by line item below` : '');
}

const severities: readonly BillFinding['severity'][] = ['error', 'warning', 'info', 'hint'];

function known({ money, why }: KnownMoney, write: (picodollars: string) => string): HTMLElement {
  if (money === null) return element('td', { class: 'number quiet', title: why ?? '' }, '–');
  return number(write(money.likely ?? money.floor));
}

function number(text: string, tag: 'td' | 'th' = 'td'): HTMLElement {
  return element(tag, { class: 'number', ...(tag === 'th' ? { scope: 'col' } : {}) }, text);
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page lacks #${id}.`);
  return found;
}

function part(section: HTMLElement, selector: string): HTMLElement {
  const found = section.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page lacks ${selector}.`);
  return found;
}

export const counted = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
