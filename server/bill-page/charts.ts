import { LineChart, TreemapChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BillDocument, BillLoop } from '../reports/bill-document.ts';
import type { Amounts } from './amounts.ts';
import { readColours } from './chart-style.ts';
import { element, fill } from './dom.ts';
import { drawSteps } from './draw-steps.ts';
import { drawTokens } from './draw-tokens.ts';
import { tilesOf } from './treemap-data.ts';

use([TreemapChart, LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export interface Charts {
  show(bill: BillDocument, amounts: Amounts): void;
  /** The colours of the editor changed. */
  repaint(): void;
}

/** Pictures that a loop's curve and the tokens are drawn as; each says the same in words for who does not see it. */
export function createCharts(tokens: HTMLElement, steps: HTMLElement): Charts {
  const drawn = new Map<string, EChartsType>();
  let last: { readonly bill: BillDocument; readonly amounts: Amounts } | null = null;
  let chosen = '';

  const chartIn = (holder: HTMLElement, name: string): EChartsType => {
    const known = drawn.get(name);
    if (known !== undefined && !known.isDisposed() && known.getDom() === holder) return known;
    known?.dispose();
    const made = init(holder, null, { renderer: 'svg' });
    drawn.set(name, made);
    return made;
  };

  const show: Charts['show'] = (bill, amounts) => {
    last = { bill, amounts };
    const colours = readColours();
    const tiles = tilesOf(bill);
    tokens.hidden = tiles.length === 0;
    if (tiles.length > 0) drawTokens(chartIn(plot(tokens), 'tokens'), tiles, colours);
    const curved = bill.loops.filter(({ curve }) => curve !== null && curve.points.length > 1);
    const loop = curved.find(({ id }) => id === chosen) ?? curved[0];
    steps.hidden = loop === undefined;
    if (loop === undefined) return;
    const pick = (id: string): void => {
      chosen = id;
      show(bill, amounts);
    };
    fillPicker(part(steps, '.picker'), curved, loop, pick);
    fill(part(steps, '.assumes'), `Assumes ${loop.curve?.assumes ?? ''}. Its end: ${loop.says}.`);
    drawSteps(chartIn(plot(steps), 'steps'), loop, amounts, colours);
  };

  new ResizeObserver(() => {
    for (const chart of drawn.values()) chart.resize();
  }).observe(document.body);

  return {
    show,
    repaint() {
      if (last !== null) show(last.bill, last.amounts);
    },
  };
}

function fillPicker(holder: HTMLElement, loops: readonly BillLoop[], chosen: BillLoop, pick: (id: string) => void): void {
  const options = loops.map((loop) =>
    element('option', { value: loop.id, selected: loop === chosen }, `${kinds[loop.kind]} at ${loop.file}:${loop.line}`),
  );
  const select = element('select', { 'aria-label': 'Loop', change: () => pick(select.value) }, ...options);
  if (holder.firstElementChild instanceof HTMLSelectElement && holder.firstElementChild.innerHTML === select.innerHTML) return;
  holder.replaceChildren(select);
}

const kinds: Readonly<Record<BillLoop['kind'], string>> = { loop: 'Loop', 'agent-run': 'Agent run', retry: 'Retry', 'fan-out': 'Fan-out' };

const plot = (section: HTMLElement): HTMLElement => part(section, '.plot');

function part(section: HTMLElement, selector: string): HTMLElement {
  const found = section.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page lacks ${selector}.`);
  return found;
}
