import type { EChartsType } from 'echarts/core';
import { fullCount } from '../reports/format.ts';
import { type Colours, tooltipStyle } from './chart-style.ts';
import type { Tile } from './treemap-data.ts';

export function drawTokens(chart: EChartsType, tiles: readonly Tile[], colours: Colours): void {
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
          label: { show: true, color: '#ffffff', overflow: 'truncate', ellipsis: '', minMargin: 2, fontSize: 11 },
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
