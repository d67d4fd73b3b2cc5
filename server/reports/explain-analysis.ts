import type { Actual, AnalysedRow, Estimate, PlanAnalysis } from '../core/bill/analyze-plan.ts';
import type { KnownCost } from '../core/bill/useful-cost.ts';
import { formatMoneyRange, formatTokensInFull, fullCount } from './format.ts';
import { type Paint, padEnd, padStart, reportWidth, wrap } from './layout.ts';

const columns = { what: 16, estimate: 18, actual: 18 } as const;

/** The estimate beside what production says, their ratio, and where both part most. */
export function renderAnalysis(analysis: PlanAnalysis, paint: Paint): string[] {
  const { basis, source, rows, worst, perMonth, perUseful, volume, notes } = analysis;
  const head = `${padEnd('', columns.what)} ${padStart('the source', columns.estimate)} ${padStart(basis === 'measured' ? 'measured' : 'declared', columns.actual)}    ratio`;
  const lines = [paint('dim', head), ...rows.map(rowText)];
  if (worst !== null) lines.push(...wrap(`They part most in the ${worst.what}: ${worst.why}.`, reportWidth, ''));
  const said = [
    volume === null ? null : `${volume}: ${amountOf(perMonth)} a month`,
    `one useful response: ${amountOf(perUseful)}`,
    ...notes,
    `by ${source}`,
  ];
  return [...lines, ...said.flatMap((one) => (one === null ? [] : wrap(one, reportWidth, '- ', '  ')))];
}

/** The same as Markdown, for a hover or a page. */
export function renderAnalysisMarkdown({ basis, source, rows, worst, perMonth, perUseful, volume, notes }: PlanAnalysis): string {
  const table = [
    `| | The source | ${basis === 'measured' ? 'Measured' : 'Declared'} | Ratio |`,
    '| --- | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${[row.what, estimateText(row.estimate), actualText(row.actual), ratioText(row)].map(plain).join(' | ')} |`),
  ];
  const said = [
    ...(worst === null ? [] : [`They part most in the ${worst.what}: ${worst.why}.`]),
    ...(volume === null ? [] : [`${volume}: ${amountOf(perMonth)} a month`]),
    `one useful response: ${amountOf(perUseful)}`,
    ...notes,
    `by ${source}`,
  ];
  return [table.join('\n'), said.map((one) => `- ${plain(one)}`).join('\n')].join('\n\n');
}

const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|~$]/g, '\\$&').replace(/\s+/g, ' ');

function ratioText({ ratio }: AnalysedRow): string {
  if (ratio === null) return '';
  return `${ratio >= 10 ? Math.round(ratio) : Number(ratio.toFixed(2))}×`;
}

function rowText(row: AnalysedRow): string {
  const { what, estimate, actual } = row;
  return `${padEnd(what, columns.what)} ${padStart(estimateText(estimate), columns.estimate)} ${padStart(actualText(actual), columns.actual)} ${padStart(ratioText(row), 8)}`.trimEnd();
}

function estimateText(estimate: Estimate): string {
  if (estimate.unit === 'tokens') return `${formatTokensInFull(estimate)} tok`;
  if (estimate.unit === 'USD') return formatMoneyRange(estimate);
  return estimate.ceiling === null ? 'no bound' : estimate.ceiling === 1 ? '1' : `≤${fullCount(estimate.ceiling)}`;
}

function actualText(actual: Actual): string {
  if (actual.unit === 'USD') return formatMoneyRange(actual.amount);
  return actual.unit === 'tokens' ? `${fullCount(actual.amount)} tok` : String(Number(actual.amount.toFixed(2)));
}

const amountOf = ({ cost, why }: KnownCost): string =>
  cost === null ? `unknown (${why ?? 'usage does not say'})` : formatMoneyRange(cost);
