import type { CallNode, Plan, PlanNode } from '../core/bill/plan.ts';
import type { Place } from '../core/module/module.ts';
import { describeCount, formatMoneyRange, formatTokensInFull } from './format.ts';
import { describeModel, describePrice, describeRole, describeStability } from './plan-words.ts';
import type { Where } from './report.ts';

/** Turns a place into a link's target, in the way of whoever shows the text; null leaves plain text. */
export type LinkTo = (where: Where) => string | null;

export const noLinks: LinkTo = () => null;

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

export function linked(text: string, where: Where, linkTo: LinkTo): string {
  const target = linkTo(where);
  return target === null ? plain(text) : `[${plain(text)}](${target})`;
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Names and prompts come from files: nothing in them may become a table's border, a link or markup. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|~$]/g, '\\$&').replace(/\s+/g, ' ');
