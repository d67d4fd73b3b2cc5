import { LineChart, TreemapChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BillDocument, BillLoop } from '../reports/bill-document.ts';
import { fullCount } from '../reports/format.ts';
import type { Amounts } from './amounts.ts';
import { element, fill } from './dom.ts';
import { type Tile, tilesOf } from './treemap-data.ts';

use([TreemapChart, LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export interface Charts {
  show(bill: BillDocument, amounts: Amounts): void;
  /** The colours of the editor changed. */
  repaint(): void;
}

interface Colours {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly page: string;
  readonly series: readonly string[];
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
    fill(part(steps, '.assumes'), loop.curve?.assumes ?? '');
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

function drawTokens(chart: EChartsType, tiles: readonly Tile[], colours: Colours): void {
  const described = tiles.slice(0, 8).map(({ name, value }) => `${name} ${fullCount(value)}`);
  chart.setOption(
    {
      animation: false,
      aria: { enabled: true, label: { description: `Input tokens of one call each, by file: ${described.join(', ')}.` } },
      color: [...colours.series],
      tooltip: {
        ...tooltipStyle(colours),
        formatter: (one: unknown) => tileText(one),
      },
      series: [
        {
          type: 'treemap',
          data: tiles.map((tile) => ({ ...tile })),
          left: 0,
          right: 0,
          top: 0,
          bottom: 0,
          roam: false,
          nodeClick: false,
          breadcrumb: { show: false },
          label: { show: true, color: '#ffffff', overflow: 'truncate', fontSize: 11 },
          upperLabel: { show: true, height: 20, color: colours.text, backgroundColor: 'transparent', fontSize: 11 },
          itemStyle: { borderColor: colours.page, borderWidth: 1, gapWidth: 1 },
          levels: [
            { itemStyle: { borderColor: colours.page, borderWidth: 0, gapWidth: 3 }, upperLabel: { show: false } },
            { itemStyle: { borderColor: colours.line, borderWidth: 1, gapWidth: 1 } },
            {
              itemStyle: { borderColorSaturation: 0.25, gapWidth: 1, borderWidth: 1 },
              upperLabel: { color: '#ffffff' },
            },
          ],
        },
      ],
    },
    { notMerge: true },
  );
}

function tileText(one: unknown): string {
  if (typeof one !== 'object' || one === null || !('treePathInfo' in one) || !Array.isArray(one.treePathInfo)) return '';
  const names = one.treePathInfo.slice(1).map((step: { name: unknown }) => String(step.name));
  const value = 'value' in one ? Number(one.value) : 0;
  return `${names.join(' / ')}\n${fullCount(value)} tokens`;
}

function drawSteps(chart: EChartsType, { curve, says }: BillLoop, amounts: Amounts, colours: Colours): void {
  const points = curve?.points ?? [];
  const dollars = (picodollars: string | null): number | null => (picodollars === null ? null : Number(picodollars) / 1e12);
  const highest = Math.max(0, ...points.map(({ withoutCache }) => dollars(withoutCache) ?? 0));
  const hasCache = points.some(({ withCache }) => withCache !== null);
  const series = (name: string, read: (point: (typeof points)[number]) => string | null, index: number) => ({
    name,
    type: 'line',
    showSymbol: false,
    lineStyle: { width: 2, ...(index === 1 ? { type: 'dashed' } : {}) },
    endLabel: { show: true, formatter: name, color: colours.text, fontSize: 11 },
    data: points.map((point) => [point.step, dollars(read(point))]),
  });
  const last = points.at(-1);
  const described =
    last === undefined
      ? ''
      : `After ${last.step} steps ${amounts.small(last.withoutCache)} without a cache${last.withCache === null ? '' : `, ${amounts.small(last.withCache)} with one`}.`;
  chart.setOption(
    {
      animation: false,
      aria: { enabled: true, label: { description: `Cost of a loop (${says}) against its steps. ${described}` } },
      color: [...colours.series],
      grid: { left: 8, right: 96, top: 12, bottom: 8, containLabel: true },
      tooltip: { ...tooltipStyle(colours), trigger: 'axis', formatter: (all: unknown) => stepText(all, points, amounts) },
      xAxis: { type: 'value', min: 1, minInterval: 1, name: '', ...axisStyle(colours), splitLine: { show: false } },
      yAxis: {
        type: 'value',
        ...axisStyle(colours),
        axisLabel: { color: colours.quiet, formatter: (value: number) => axisMoney(value, highest, amounts) },
      },
      series: [
        series('without cache', (point) => point.withoutCache, 0),
        ...(hasCache ? [series('with cache', (point) => point.withCache, 1)] : []),
      ],
    },
    { notMerge: true },
  );
}

/** All of an axis alike: cents where it reaches a dollar. */
const axisMoney = (dollars: number, highest: number, amounts: Amounts): string => {
  const picodollars = String(BigInt(Math.round(dollars * 1e6)) * 1_000_000n);
  return highest >= 1 ? amounts.cents(picodollars) : amounts.small(picodollars);
};

function stepText(all: unknown, points: NonNullable<BillLoop['curve']>['points'], amounts: Amounts): string {
  const [first]: readonly unknown[] = Array.isArray(all) ? all : [];
  const index = typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
  const point = points[index];
  if (point === undefined) return '';
  const cached = point.withCache === null ? '' : `\nwith cache ${amounts.small(point.withCache)}`;
  return `step ${point.step}\nwithout cache ${amounts.small(point.withoutCache)}${cached}`;
}

/** Drawn as part of the picture: the page lets no text become markup. */
const tooltipStyle = (colours: Colours) => ({
  renderMode: 'richText',
  confine: true,
  backgroundColor: colours.page,
  borderColor: colours.line,
  textStyle: { color: colours.text, fontSize: 12 },
});

const axisStyle = (colours: Colours) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.quiet },
  splitLine: { lineStyle: { color: colours.line, opacity: 0.5 } },
});

function readColours(): Colours {
  const style = getComputedStyle(document.body);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: value('--text'),
    quiet: value('--quiet'),
    line: value('--line'),
    page: value('--page'),
    series: [1, 2, 3, 4, 5, 6].map((index) => value(`--series-${index}`)),
  };
}

function fillPicker(holder: HTMLElement, loops: readonly BillLoop[], chosen: BillLoop, pick: (id: string) => void): void {
  const options = loops.map((loop) =>
    element('option', { value: loop.id, selected: loop === chosen }, `${loop.file}:${loop.line} (${loop.says})`),
  );
  const select = element('select', { 'aria-label': 'Loop', change: () => pick(select.value) }, ...options);
  if (holder.firstElementChild instanceof HTMLSelectElement && holder.firstElementChild.innerHTML === select.innerHTML) return;
  holder.replaceChildren(select);
}

const plot = (section: HTMLElement): HTMLElement => part(section, '.plot');

function part(section: HTMLElement, selector: string): HTMLElement {
  const found = section.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page lacks ${selector}.`);
  return found;
}
