import type { PlanAnalysis } from '../core/bill/analyze-plan.ts';
import type { CallNode, Plan, PlanNode, PlanPart } from '../core/bill/plan.ts';
import type { Place } from '../core/module/module.ts';
import { renderAnalysis } from './explain-analysis.ts';
import { describeCount, formatMoneyRange, formatTokensInFull } from './format.ts';
import { type Paint, padEnd, padStart, plainPaint, reportWidth, wrap } from './layout.ts';
import { describeModel, describePrice, describeRole, describeStability } from './plan-words.ts';
import type { Where } from './report.ts';
import { place } from './text-findings.ts';

export interface ExplainOptions {
  readonly locate: (place: Place) => Where | null;
  readonly paint?: Paint;
  /** What production says beside it. */
  readonly analysis?: PlanAnalysis | null;
}

const columns = { role: 16, tokens: 13, cost: 14 } as const;

/** The plan of one call as a tree, in 80 columns. */
export function renderPlanText(plan: Plan, { locate, paint = plainPaint, analysis = null }: ExplainOptions): string {
  const at = (one: Place): string => {
    const where = locate(one);
    return where === null ? '' : place(where);
  };
  const lines = renderNode(plan.root, '', at, paint);
  const { notes, item } = plan.call;
  if (analysis !== null) lines.push('', ...renderAnalysis(analysis, paint));
  if (notes.length > 0) lines.push('', ...notes.flatMap((note) => wrap(note, reportWidth, '- ', '  ')));
  lines.push('', ...wrap(describePrice(item), reportWidth, ''));
  lines.push(...wrap(`id: ${item.call.id}`, reportWidth, ''));
  return `${lines.join('\n')}\n`;
}

function renderNode(node: PlanNode, indent: string, at: (place: Place) => string, paint: Paint): string[] {
  const branch = indent === '' ? '' : `${indent.slice(0, -3)}└─ `;
  const below = `${indent}   `;
  switch (node.kind) {
    case 'run': {
      const others = node.others.length === 0 ? '' : ` (and ${node.others.map((one) => one.name).join(', ')})`;
      return [
        ...wrap(`run of ${node.entryPoint.name}${others} at ${at(node.entryPoint.place)}`, reportWidth, branch, indent),
        ...renderNode(node.child, below, at, paint),
      ];
    }
    case 'loop': {
      const kind = node.loop.kind === 'agent-run' ? 'agent run' : node.loop.kind;
      return [
        ...wrap(`${kind} at ${at(node.loop.place)}: ${node.says}`, reportWidth, branch, indent),
        ...renderNode(node.child, below, at, paint),
      ];
    }
    case 'call':
      return renderCall(node, branch, below, at, paint);
  }
}

function renderCall(node: CallNode, branch: string, indent: string, at: (place: Place) => string, paint: Paint): string[] {
  const { item, output, repeated } = node;
  const head = wrap(`${item.call.sdk} ${item.call.api} (${describeModel(item)}) at ${at(item.call.place)}`, reportWidth, branch, indent);
  const rows = node.parts.flatMap((part) => partRow(part, indent, paint));
  const total = item.cost === null ? 'not priced' : formatMoneyRange(item.cost);
  return [
    ...head.map((line) => paint('bold', line)),
    ...rows,
    row(indent, 'input', `${formatTokensInFull(item.input)} tok`, '', describeCount(item.input)),
    row(indent, 'output', `${formatTokensInFull(item.output)} tok`, '', output.why),
    paint('bold', row(indent, 'a call', '', total, '')),
    ...(repeated === null ? [] : [row(indent, 'a run, repeated', '', formatMoneyRange(repeated), '')]),
  ].flatMap((line) => (line.length > reportWidth ? wrapRow(line, indent) : [line]));
}

function partRow(part: PlanPart, indent: string, paint: Paint): string[] {
  const cost = part.cost === null ? '' : formatMoneyRange(part.cost);
  const says = [describeStability(part.stability), part.cache === 'not cached' ? null : 'cached', part.why].filter((one) => one !== null);
  return [row(indent, describeRole(part), `${formatTokensInFull(part.tokens)} tok`, cost, paint('dim', says.join(', ')))];
}

function row(indent: string, role: string, tokens: string, cost: string, says: string): string {
  return `${indent}${padEnd(role, columns.role)} ${padStart(tokens, columns.tokens)} ${padStart(cost, columns.cost)}  ${says}`.trimEnd();
}

/** What does not fit behind the numbers stands below them. */
function wrapRow(line: string, indent: string): string[] {
  const numbers = indent.length + columns.role + columns.tokens + columns.cost + 4;
  return [line.slice(0, numbers).trimEnd(), ...wrap(line.slice(numbers), reportWidth, `${indent}    `)];
}
