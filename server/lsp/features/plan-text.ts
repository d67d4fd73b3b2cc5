import type { FileReport, PromptCount } from '../../core/api.ts';
import { analyzePlan } from '../../core/bill/analyze-plan.ts';
import type { LineItem } from '../../core/bill/line-item.ts';
import { explain } from '../../core/bill/plan.ts';
import { lookupIn } from '../../core/bill/project-lookup.ts';
import { renderAnalysisMarkdown } from '../../reports/explain-analysis.ts';
import { renderPlanText } from '../../reports/explain-text.ts';
import { describeCount, formatTokensInFull } from '../../reports/format.ts';
import { type LinkTo, noLinks, renderPlanMarkdown } from '../../reports/markdown.ts';
import type { Where } from '../../reports/report.ts';
import type { ServerContext } from '../context.ts';
import type { Project } from '../project.ts';

/** A hover opens links to files; the editor's Markdown page does not, so a page names places in words. */
export type PlanForm = 'hover' | 'page' | 'text';

/** The plan of a call, with links to the places that it names. */
export async function planOf(context: ServerContext, project: Project, item: LineItem, form: PlanForm): Promise<string> {
  const { layouts } = context;
  const reports = reportsAround(project, item);
  await layouts.prepare(project, [item.call.place.file, ...item.parts.map(({ place }) => place.file)]);
  const lookup = lookupIn(reports);
  const plan = explain(item, { ...lookup, entryPoints: reports.flatMap(({ entryPoints }) => entryPoints) });
  const analysis = analyzePlan(item, lookup);
  const locate = (place: LineItem['call']['place']): Where | null => layouts.where(project, place);
  if (form === 'text') return renderPlanText(plan, { locate, analysis });
  const markdown = renderPlanMarkdown(plan, locate, form === 'hover' ? linkIn(project) : noLinks);
  return analysis === null ? markdown : `${markdown}\n\n${renderAnalysisMarkdown(analysis)}`;
}

/** Loops and runs of a call stand in its own file, or in those that its loops are named by: a hover asks for no others. */
function reportsAround({ analyzer }: Project, { call }: LineItem): readonly FileReport[] {
  const files = new Set([call.place.file, ...call.multipliers.map(fileOfLoop)]);
  return [...files].map((file) => analyzer.file(file));
}

const fileOfLoop = (id: string): string => id.slice(id.startsWith('loop:') ? 5 : 0, id.lastIndexOf('#'));

/** A link that an editor opens at the line. Cells of a notebook have no address that a link could carry. */
const linkIn =
  (project: Project): LinkTo =>
  ({ file, cell, line }) =>
    cell === null ? `${project.uriOf(file)}#L${line}` : null;

export function promptText({ prompt, tokens }: PromptCount): string {
  const holes = prompt.pieces.flatMap((piece) => (piece.kind === 'text' ? [] : [piece.name]));
  const basis = describeCount(tokens);
  const lines = [
    `Prompt: ${formatTokensInFull(tokens)} tok${basis === '' ? '' : ` (${basis})`}`,
    ...(prompt.model === null ? [] : [`Counted as ${prompt.model} counts.`]),
    ...(holes.length === 0 ? [] : [`Not counted: ${[...new Set(holes)].join(', ')}.`]),
    ...(prompt.calls.length === 0 ? [] : [`Sent by ${prompt.calls.join(', ')}.`]),
  ];
  return lines.map(escaped).join('\n\n');
}

/** Names come from the user's files: nothing in them may become markup or a link. */
export const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>|#~$]/g, '\\$&').replace(/\s+/g, ' ');
