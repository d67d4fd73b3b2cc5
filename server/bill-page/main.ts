import { type BillChanges, withChanges } from '../reports/bill-changes.ts';
import type { BillDocument } from '../reports/bill-document.ts';
import { createAmounts } from './amounts.ts';
import { createCharts } from './charts.ts';
import { element } from './dom.ts';
import { codesByRow, type Grouping, type View } from './line-item-model.ts';
import { createLineItems } from './line-items.ts';
import { onPlaceClick, placeButton, plainPlace } from './place-link.ts';
import { byId, showSections } from './sections.ts';
import { buildSkeleton } from './skeleton.ts';

/** What an editor gives to the pages that it shows. */
declare const acquireVsCodeApi: undefined | (() => { postMessage(message: unknown): void; setState(state: unknown): void });

interface FolderBill {
  readonly name: string;
  readonly folder: string | null;
  readonly bill: BillDocument;
}

interface FromEditor {
  readonly kind: string;
  readonly bills: readonly (Omit<FolderBill, 'bill'> & { readonly bill: BillChanges })[];
}

const groupings: readonly Grouping[] = ['none', 'entry point', 'model', 'folder', 'waste'];

main();

function main(): void {
  buildSkeleton();
  const editor = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : null;
  let bills: readonly FolderBill[] = [];
  let bill: BillDocument | null = null;
  let chosen: string | null = null;
  /** Until someone sorts it, a bill begins with what costs most. */
  let isSorted = false;
  let view: View = {
    filter: '',
    grouping: 'none',
    sort: { key: 'from', descending: true },
    closedGroups: new Set(),
    openRows: new Set(),
  };
  const link = editor === null ? plainPlace : placeButton;
  const charts = createCharts(byId('tokens'), byId('steps'));
  const items = createLineItems({
    sorted(key) {
      isSorted = true;
      change({ sort: { key, descending: view.sort.key === key ? !view.sort.descending : key !== 'call' && key !== 'model' } });
    },
    toggledGroup: (id) => change({ closedGroups: toggled(view.closedGroups, id) }),
    toggledRow: (id) => change({ openRows: toggled(view.openRows, id) }),
  });
  fillTools(change);
  if (editor !== null)
    onPlaceClick((place) =>
      editor.postMessage({ kind: 'open', folder: (bills.find(({ folder }) => folder === chosen) ?? bills[0])?.folder ?? null, ...place }),
    );

  function change(part: Partial<View>): void {
    view = { ...view, ...part };
    if (bill !== null) showItems(bill);
  }
  function showItems(shown: BillDocument): void {
    items.show(shown, view, { amounts: createAmounts(shown.head.currency), link, codes: codesByRow(shown) });
  }
  function show(next: BillDocument): void {
    bill = next;
    if (!isSorted) view = { ...view, sort: { key: next.totals.perMonth === null ? 'from' : 'month', descending: true } };
    const amounts = createAmounts(next.head.currency);
    byId('waiting').hidden = true;
    byId('bill').hidden = false;
    showSections(next, { amounts, link });
    showItems(next);
    charts.show(next, amounts);
  }
  function showChosen(): void {
    const shown = bills.find(({ folder }) => folder === chosen) ?? bills[0];
    fillFolders(bills, shown, (folder) => {
      chosen = folder;
      showChosen();
    });
    if (shown !== undefined) show(shown.bill);
  }

  window.addEventListener('message', ({ data }: MessageEvent<FromEditor>) => {
    if (data.kind !== 'bills') return;
    const billOf = (folder: string | null): BillDocument | null => bills.find((one) => one.folder === folder)?.bill ?? null;
    bills = data.bills.map((one) => ({ ...one, bill: withChanges(one.bill, billOf(one.folder)) }));
    showChosen();
  });
  followTheme(() => charts.repaint());
  const written = document.getElementById('data')?.textContent ?? '';
  if (written !== '') show(JSON.parse(written));
  editor?.postMessage({ kind: 'ready' });
}

/** Where an editor shows several folders, each has a bill of its own. */
function fillFolders(bills: readonly FolderBill[], shown: FolderBill | undefined, choose: (folder: string | null) => void): void {
  const holder = byId('folders');
  holder.hidden = bills.length < 2;
  if (holder.hidden) return;
  const options = bills.map(({ name, folder }, index) => element('option', { value: index, selected: folder === shown?.folder }, name));
  const select = element('select', { 'aria-label': 'Folder' }, ...options);
  select.addEventListener('change', () => choose(bills[Number(select.value)]?.folder ?? null));
  if (holder.innerHTML !== select.outerHTML) holder.replaceChildren(select);
}

function fillTools(change: (part: Partial<View>) => void): void {
  const filter = element('input', {
    type: 'search',
    id: 'filter',
    placeholder: 'Filter: file, function, model, finding',
    'aria-controls': 'items',
  });
  filter.addEventListener('input', () => change({ filter: filter.value }));
  const select = element(
    'select',
    { id: 'grouping', 'aria-controls': 'items' },
    ...groupings.map((one) => element('option', { value: one }, one)),
  );
  select.addEventListener('change', () => change({ grouping: groupings.find((one) => one === select.value) ?? 'none' }));
  byId('tools').prepend(
    element('label', { for: 'filter', class: 'spoken' }, 'Filter line items'),
    filter,
    element('label', { for: 'grouping' }, 'Group by'),
    select,
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Editors change classes of the body, browsers the preferred scheme. */
function followTheme(changed: () => void): void {
  new MutationObserver(changed).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) matchMedia(query).addEventListener('change', changed);
}
