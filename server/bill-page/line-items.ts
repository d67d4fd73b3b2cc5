import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { BillDocument } from '../reports/bill-document.ts';
import { cellsOf, columnsOf, detailsCell, type RowContext } from './columns.ts';
import { element } from './dom.ts';
import { type Entry, entriesOf, type SortKey, type View } from './line-item-model.ts';
import { byId, counted } from './sections.ts';

export interface LineItems {
  show(bill: BillDocument, view: View, context: Omit<RowContext, 'columns'>): void;
}

export interface LineItemEvents {
  sorted(key: SortKey): void;
  toggledGroup(id: string): void;
  toggledRow(id: string): void;
}

const rowHeight = 44;
const groupHeight = 36;
const partHeight = 24;
const detailPadding = 16;

/** The table of line items. Only the rows in sight are there, so that thousands scroll as lightly as ten. */
export function createLineItems(events: LineItemEvents): LineItems {
  const scroller = byId('scroller');
  const table = byId('items');
  const [head, body] = [element('thead'), element('tbody')];
  const columns = element('colgroup');
  table.replaceChildren(element('caption', { class: 'spoken' }, 'Line items'), columns, head, body);
  let entries: readonly Entry[] = [];
  let context: RowContext | null = null;
  let drawn = '';
  /** The row that keys moved to, which is there once the table has scrolled. */
  let toFocus: number | null = null;

  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
    count: 0,
    getScrollElement: () => scroller,
    estimateSize: (index) => heightOf(entries[index]),
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: 8,
    onChange: () => draw(),
  });
  virtualizer._didMount();
  virtualizer._willUpdate();

  body.addEventListener('click', ({ target }) => {
    const toggle = target instanceof Element ? target.closest<HTMLElement>('[data-toggle]') : null;
    if (toggle?.dataset.toggle === 'group' && toggle.dataset.id !== undefined) events.toggledGroup(toggle.dataset.id);
    if (toggle?.dataset.toggle === 'row' && toggle.dataset.id !== undefined) events.toggledRow(toggle.dataset.id);
  });
  head.addEventListener('click', ({ target }) => {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-sort]')?.dataset.sort : undefined;
    const column = context?.columns.find((one) => one.key === key);
    if (column !== undefined) events.sorted(column.key);
  });
  body.addEventListener('keydown', (event) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-index]') : null;
    const to = row === null ? null : destination(event.key, Number(row.dataset.index), entries.length);
    if (to === null) return;
    event.preventDefault();
    toFocus = to;
    virtualizer.scrollToIndex(to, { align: 'auto' });
    draw();
  });

  function draw(): void {
    if (context === null) return;
    const { columns: shown } = context;
    const items = virtualizer.getVirtualItems();
    const rows = items.flatMap(({ index }) => {
      const entry = entries[index];
      return entry === undefined || context === null ? [] : entryRows(entry, index, context);
    });
    const before = items[0]?.start ?? 0;
    const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
    const next = element('tbody', {}, spacer(before, shown.length), ...rows, spacer(after, shown.length));
    if (next.innerHTML !== drawn) {
      drawn = next.innerHTML;
      const focused = focusedIn(body);
      body.replaceChildren(...next.childNodes);
      if (focused !== null) body.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
    }
    const reached = toFocus === null ? null : body.querySelector<HTMLElement>(`tr[data-index="${toFocus}"] [data-toggle]`);
    if (reached === null) return;
    toFocus = null;
    reached.focus({ preventScroll: true });
  }

  return {
    show(bill, view, given) {
      const shown = columnsOf(bill);
      context = { ...given, columns: shown };
      entries = entriesOf(bill, view);
      columns.replaceChildren(...shown.map(({ width }) => element('col', { class: width })));
      head.replaceChildren(headRow(shown, view));
      table.setAttribute('aria-rowcount', String(entries.length + 1));
      const rows = entries.filter(({ kind }) => kind === 'row').length;
      byId('shown').textContent =
        rows === bill.rows.length
          ? counted(rows, 'line item')
          : `${rows.toLocaleString('en')} of ${counted(bill.rows.length, 'line item')}`;
      byId('none').hidden = entries.length > 0;
      virtualizer.setOptions({ ...virtualizer.options, count: entries.length });
      virtualizer.measure();
      virtualizer._willUpdate();
      draw();
    },
  };
}

function heightOf(entry: Entry | undefined): number {
  if (entry === undefined) return rowHeight;
  if (entry.kind === 'group') return groupHeight;
  return entry.isOpen ? rowHeight + detailPadding + partHeight * (entry.row.parts.length + 2) : rowHeight;
}

function headRow(columns: RowContext['columns'], { sort }: View): HTMLElement {
  return element(
    'tr',
    { 'aria-rowindex': 1 },
    ...columns.map(({ key, title, hint, isNumber }) => {
      const state = sort.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending';
      const arrow = state === 'none' ? '' : state === 'descending' ? '\u00a0↓' : '\u00a0↑';
      const button = element(
        'button',
        { type: 'button', 'data-sort': key, title: hint },
        title,
        element('span', { 'aria-hidden': 'true' }, arrow),
      );
      return element('th', { scope: 'col', 'aria-sort': state, ...(isNumber ? { class: 'number' } : {}) }, button);
    }),
  );
}

function entryRows(entry: Entry, index: number, context: RowContext): readonly HTMLElement[] {
  const place = { 'data-index': index, 'aria-rowindex': index + 2 };
  const span = context.columns.length;
  if (entry.kind === 'group') {
    const button = element(
      'button',
      { type: 'button', 'data-toggle': 'group', 'data-id': entry.id, 'aria-expanded': String(entry.isOpen) },
      element('span', { class: 'twist', 'aria-hidden': 'true' }, entry.isOpen ? '▾' : '▸'),
      entry.name,
    );
    const cell = element(
      'th',
      { scope: 'rowgroup', colspan: span },
      button,
      element('span', { class: 'quiet' }, ` ${counted(entry.rows.length, 'line item')}`),
    );
    return [element('tr', { class: 'group', ...place }, cell)];
  }
  const row = element('tr', { class: 'item', ...place }, ...cellsOf(entry.row, entry.isOpen, context));
  return entry.isOpen ? [row, element('tr', { class: 'parts' }, detailsCell(entry.row, context))] : [row];
}

/** Stands for the rows above or below those in sight. */
function spacer(height: number, span: number): HTMLElement | null {
  if (height <= 0) return null;
  const cell = element('td', { colspan: span });
  cell.style.height = `${height}px`;
  return element('tr', { class: 'spacer', 'aria-hidden': 'true' }, cell);
}

function destination(key: string, index: number, count: number): number | null {
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1, PageDown: index + 10, PageUp: index - 10 }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** How to find what has the focus again, after the rows were made anew. */
function focusedIn(body: HTMLElement): string | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !body.contains(focused)) return null;
  const index = focused.closest<HTMLElement>('tr[data-index]')?.dataset.index;
  if (index === undefined) return null;
  return `tr[data-index="${index}"] ${focused.dataset.toggle === undefined ? 'button.place' : '[data-toggle]'}`;
}
