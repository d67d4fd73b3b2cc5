import type { EChartsType } from 'echarts/core';
import type { BillLoop } from '../reports/bill-document.ts';
import type { Amounts } from './amounts.ts';
import { axisStyle, type Colours, tooltipStyle } from './chart-style.ts';

export function drawSteps(chart: EChartsType, { curve, says }: BillLoop, amounts: Amounts, colours: Colours): void {
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
