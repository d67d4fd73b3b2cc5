import type { CallNode, Plan, PlanNode } from '../core/bill/plan.ts';
import type { Place } from '../core/module/module.ts';
import { describeCount, formatMoneyRange, formatTokenRange, formatTokensInFull } from './format.ts';
import { groupByFile } from './group.ts';
import { plural } from './layout.ts';
import { describeModel, describePrice, describeRole, describeStability } from './plan-words.ts';
import type { Report, ReportedCall, Where } from './report.ts';

/** Turns a place into a link's target, in the way of whoever shows the text; null leaves plain text. */
export type LinkTo = (where: Where) => string | null;

export const noLinks: LinkTo = () => null;

/** The bill as a page: a table of calls a file, entry points, findings. */
export function renderBillMarkdown(report: Report, linkTo: LinkTo = noLinks): string {
  const calls = report.calls.filter(({ item }) => !item.call.inTest);
  const files = groupByFile(calls);
  const sections = [...files].map(([file, rows]) =>
    [
      `## ${plain(file)}`,
      '',
      '| Line | Call | Model | In | Out | Cost a call |',
      '| ---: | --- | --- | ---: | ---: | ---: |',
      ...rows.map((row) => callRow(row, linkTo)),
    ].join('\n'),
  );
  const unpriced = calls.filter(({ item, isPaidElsewhere }) => item.cost === null && !isPaidElsewhere).length;
  const total =
    calls.length === 0
      ? 'No LLM calls found.'
      : `No total: volumes unknown (${plural(calls.filter(({ isPaidElsewhere }) => !isPaidElsewhere).length, 'site')}${unpriced === 0 ? '' : `; ${unpriced} not priced`}).`;
  return `${['# Bill', ...sections, ...entryPoints(report, linkTo), ...findings(report, linkTo), total, priceLine(report)].join('\n\n')}\n`;
}

/** The plan of a call, for a hover or a page. */
export function renderPlanMarkdown(plan: Plan, locate: (place: Place) => Where | null, linkTo: LinkTo = noLinks): string {
  const { item, parts, output, repeated, notes } = plan.call;
  const link = (place: Place, text: string): string => {
    const where = locate(place);
    return where === null ? plain(text) : linked(text, where, linkTo);
  };
  const rows = parts.map((part) => {
    const says = [describeStability(part.stability), part.cache === 'not cached' ? null : 'cached', part.why].filter((one) => one !== null);
    return tableRow([
      link(part.place, describeRole(part)),
      formatTokensInFull(part.tokens),
      part.cost === null ? '' : plain(formatMoneyRange(part.cost)),
      plain(says.join(', ')),
    ]);
  });
  const total = item.cost === null ? 'not priced' : formatMoneyRange(item.cost);
  const table = [
    '| Part | Tokens | Price | |',
    '| --- | ---: | ---: | --- |',
    ...rows,
    tableRow(['**input**', formatTokensInFull(item.input), '', '']),
    tableRow(['**output**', formatTokensInFull(item.output), '', plain(output.why)]),
    tableRow(['**a call**', '', `**${plain(total)}**`, '']),
    ...(repeated === null ? [] : [tableRow(['**a run**', '', plain(formatMoneyRange(repeated)), plain(repetition(plan.root).join('; '))])]),
  ].join('\n');
  const above = repetition(plan.root).map((line) => `- ${plain(line)}`);
  // How the count is known is a sentence of its own, not a column.
  const known = describeCount(item.input);
  const below = [...(known === '' ? [] : [`input: ${known}`]), ...notes].map((note) => `- ${plain(note)}`);
  return [
    `**${plain(describeModel(item))}** · ${plain(`${item.call.sdk} ${item.call.api}`)}`,
    above.join('\n'),
    table,
    below.join('\n'),
    plain(describePrice(item)),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** What stands between the run and the call, from the outside in. */
function repetition(node: PlanNode | CallNode): string[] {
  if (node.kind === 'call') return [];
  if (node.kind === 'run') return [`run of ${node.entryPoint.name}`, ...repetition(node.child)];
  const kind = node.loop.kind === 'agent-run' ? 'agent run' : node.loop.kind;
  return [`${kind}: ${node.says}`, ...repetition(node.child)];
}

function callRow({ item, where, isPaidElsewhere }: ReportedCall, linkTo: LinkTo): string {
  const { call } = item;
  const name = call.symbol === '' ? call.api : call.symbol;
  const cost = isPaidElsewhere ? 'in its callers' : item.cost === null ? `not priced: ${item.unpriced ?? ''}` : formatMoneyRange(item.cost);
  return tableRow([
    linked(String(where.line), where, linkTo),
    plain(name),
    plain(describeModel(item)),
    formatTokenRange(item.input),
    formatTokenRange(item.output),
    plain(cost),
  ]);
}

function entryPoints(report: Report, linkTo: LinkTo): string[] {
  const rows = report.entryPoints.filter(({ entryPoint }) => entryPoint.calls.length > 0);
  if (rows.length === 0) return [];
  const lines = rows.map(({ entryPoint, where, cost }) =>
    tableRow([
      linked(entryPoint.name, where, linkTo),
      String(entryPoint.calls.length),
      cost.cost === null ? 'not priced' : plain(formatMoneyRange(cost.cost)),
      plain(cost.missing.join('; ')),
    ]),
  );
  return [['## One run of', '', '| Entry point | Calls | Cost | Open |', '| --- | ---: | ---: | --- |', ...lines].join('\n')];
}

function findings(report: Report, linkTo: LinkTo): string[] {
  if (report.findings.length === 0) return [];
  const lines = report.findings.map(
    ({ finding, where }) =>
      `- **${finding.rule}** (${finding.code}) ${linked(`${where.file}:${where.line}`, where, linkTo)}: ${plain(finding.message)}`,
  );
  return [['## Findings', '', ...lines].join('\n')];
}

function priceLine({ prices, evaluatedAt }: Report): string {
  return `Prices: ${plain(prices.catalogue)}, checked ${prices.date}, as of ${new Date(evaluatedAt).toISOString().slice(0, 10)}. ≥ at least, ≤ at most, ~ estimated.`;
}

export function linked(text: string, where: Where, linkTo: LinkTo): string {
  const target = linkTo(where);
  return target === null ? plain(text) : `[${plain(text)}](${target})`;
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Names and prompts come from files: nothing in them may become a table's border, a link or markup. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|~$]/g, '\\$&').replace(/\s+/g, ' ');
