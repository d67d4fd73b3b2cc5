import type { ModelComparison, RankedModel } from '../core/bill/compare-models.ts';
import { fullCount, shortMoney } from './format.ts';

/** The comparison as cells of a table, for whichever way it is shown. */
export interface ComparisonRow {
  readonly id: string;
  readonly provider: string;
  readonly isOwn: boolean;
  readonly tokens: string;
  readonly from: string;
  readonly to: string;
  /** Against the call's own model: `−62 %`; empty where that has no price. */
  readonly change: string;
  readonly notes: string;
}

export function comparisonRows({ ranked, rankedBy }: ModelComparison): readonly ComparisonRow[] {
  const base = ranked.find(({ isOwn }) => isOwn)?.amount ?? 0n;
  return ranked.map((one) => ({
    id: one.id,
    provider: one.provider,
    isOwn: one.isOwn,
    tokens: describeTokens(one),
    from: one.item.cost === null ? '' : shortMoney(one.item.cost.floor),
    to: rankedBy === 'cost at the cap' ? atCap(one) : end(one),
    change: one.isOwn || base === 0n ? '' : percent(Number(one.amount) / Number(base) - 1),
    notes: one.notes.join('; '),
  }));
}

const atCap = ({ amount, item: { cost } }: RankedModel): string => `${cost?.ceiling === null ? '≥' : ''}${shortMoney(amount)}`;
const end = ({ item: { cost } }: RankedModel): string => (cost === null || cost.ceiling === null ? 'open' : shortMoney(cost.ceiling));
const endTitle = ({ rankedBy }: ModelComparison): string => (rankedBy === 'cost at the cap' ? 'at its cap' : 'to');

/** `the same request on 14 models …`, one sentence on how to read the table. */
export function describeComparison({ own, ranked, rankedBy, unfit }: ModelComparison): string {
  const how =
    rankedBy === 'cost at the cap'
      ? 'ranked by what a call costs when the answer is as long as its cap'
      : 'ranked by what is sent, since nothing caps the answer';
  const left = unfit.length === 0 ? '' : ` Left out: ${unfit.map(({ id, why }) => `${id} (${why})`).join(', ')}.`;
  const open = own.input.likely === null ? ' What only production knows is left out of every count alike.' : '';
  return `The same request on ${ranked.length} models that can take it, ${how}.${open}${left}`;
}

export function renderComparisonText(comparison: ModelComparison): string {
  const head = ['model', 'provider', 'tokens in', 'from', endTitle(comparison), 'change', ''];
  const rows = comparisonRows(comparison).map((row) => [
    `${row.isOwn ? '* ' : '  '}${row.id}`,
    row.provider,
    row.tokens,
    row.from,
    row.to,
    row.change,
    row.notes,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => column >= 2 && column <= 5;
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${[line(head.map((title, column) => (column === 0 ? `  ${title}` : title))), ...rows.map(line), '', describeComparison(comparison)].join('\n')}\n`;
}

export function renderComparisonMarkdown(comparison: ModelComparison, title: string): string {
  const rows = comparisonRows(comparison).map((row) => {
    const name = row.isOwn ? `**${plain(row.id)}**` : plain(row.id);
    return `| ${[name, plain(row.provider), row.tokens, row.from, row.to, row.change, plain(row.notes)].map((cell) => cell.replaceAll('$', '\\$')).join(' | ')} |`;
  });
  return [
    `# ${plain(title)}`,
    '',
    plain(describeComparison(comparison)),
    '',
    `| Model | Provider | Tokens in | A call from | ${endTitle(comparison)} | Change | |`,
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
    '',
    'A price is no verdict: try a model on your own examples before you change to it.',
    '',
  ].join('\n');
}

function describeTokens({ item: { input }, tokens }: RankedModel): string {
  const count = input.likely === null ? `≥${fullCount(input.floor)}` : fullCount(input.likely);
  if (tokens === null) return count;
  const error = tokens.error > 0 ? ` ±${Math.round(tokens.error * 100)} %` : '';
  return `${count} (${percent(tokens.likely)}${error})`;
}

function percent(fraction: number): string {
  const rounded = Math.round(fraction * 100);
  return rounded === 0 ? '±0 %' : `${rounded > 0 ? '+' : '−'}${Math.abs(rounded)} %`;
}

const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|~]/g, '\\$&').replace(/\s+/g, ' ');
