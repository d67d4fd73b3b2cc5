import type { LineItem } from '../../core/bill/line-item.ts';
import { rules } from '../../core/rules/index.ts';
import { renderComparisonMarkdown } from '../../reports/compare-models.ts';
import type { ServerContext } from '../context.ts';
import { isInRange } from '../convert.ts';
import type { HeldFile } from '../held-file.ts';
import { compareRequest, explainRequest, type MarkdownReply, type RuleSummary, ruleRequest, rulesRequest } from '../protocol.ts';
import { member } from '../settings.ts';
import { countHeldFile } from './inlay-hints.ts';
import { planOf } from './plan-text.ts';

/** Answers to our own requests: the plan of a call, the page of a rule. */
export function providePages(context: ServerContext): void {
  const { connection, guard, documents, host } = context;
  const answering = (name: string, otherwise: MarkdownReply, answer: (params: unknown) => Promise<MarkdownReply>) =>
    guard<unknown, MarkdownReply>(name, otherwise, answer);

  connection.onRequest(
    explainRequest,
    answering(explainRequest, { markdown: 'The plan could not be made. The log says why.' }, async (params) => {
      const place = readPlace(params);
      const held = place === null ? null : documents.get(place.uri);
      if (place === null || held === null) return { markdown: 'Open the file that holds the call first.' };
      await countHeldFile(held);
      return { markdown: await planAt(context, held, place) };
    }),
  );

  connection.onRequest(
    compareRequest,
    answering(compareRequest, { markdown: 'The models could not be compared. The log says why.' }, async (params) => {
      const place = readPlace(params);
      const held = place === null ? null : documents.get(place.uri);
      if (place === null || held === null) return { markdown: 'Open the file that holds the call first.' };
      await countHeldFile(held);
      return { markdown: await comparisonAt(context, held, place) };
    }),
  );

  connection.onRequest(
    ruleRequest,
    answering(ruleRequest, { markdown: 'The page could not be read. The log says why.' }, async (params) => {
      const code = member(params, 'code');
      const rule = rules.find((one) => one.code === code || one.name === code);
      if (rule === undefined) return { markdown: `There is no rule of that name. Rules: ${rules.map((one) => one.code).join(', ')}.` };
      return { markdown: (await host.rulePage(rule.name)) ?? `# ${rule.name} (${rule.code})\n\n${rule.summary}.\n` };
    }),
  );

  const listed: readonly RuleSummary[] = rules.map(({ code, name, summary }) => ({ code, name, summary }));
  connection.onRequest(rulesRequest, () => listed);
}

interface AskedPlace {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

async function planAt(context: ServerContext, held: HeldFile, place: AskedPlace): Promise<string> {
  const item = callAt(context, held, place);
  return item === null ? noCall : planOf(context, held.project, item, 'page');
}

/** Other vendors' models may be counted with ranks that nothing asked for so far. */
async function comparisonAt(context: ServerContext, held: HeldFile, place: AskedPlace): Promise<string> {
  const item = callAt(context, held, place);
  if (item === null) return noCall;
  const { analyzer, provide } = held.project;
  let comparison = analyzer.compareModels(item);
  while (comparison === null && (await provide())) comparison = analyzer.compareModels(item);
  if (comparison === null) return 'The models could not be compared: a token table is missing.';
  return renderComparisonMarkdown(comparison, item.call.symbol === '' ? item.call.api : item.call.symbol);
}

export const noCall = 'This file holds no call to a model.';

/** The innermost call whose text holds the cursor, else the nearest one of the file. */
export function callAt(context: ServerContext, { project, file }: HeldFile, { uri, position }: AskedPlace): LineItem | null {
  const calls = project.analyzer.file(file).items.flatMap((item) => {
    const whole = context.layouts.location(project, item.call.whole);
    if (whole?.uri !== uri) return [];
    const { start, end } = whole.range;
    const distance = isInRange(position, whole.range)
      ? 0
      : Math.min(Math.abs(start.line - position.line), Math.abs(end.line - position.line)) + 1;
    return [{ item, distance, lines: end.line - start.line }];
  });
  const [nearest] = calls.sort((a, b) => a.distance - b.distance || a.lines - b.lines);
  return nearest?.item ?? null;
}

export function readPlace(params: unknown): AskedPlace | null {
  const uri = member(params, 'uri');
  const position = member(params, 'position');
  const line = member(position, 'line');
  const character = member(position, 'character');
  return typeof uri === 'string' && typeof line === 'number' && typeof character === 'number'
    ? { uri, position: { line, character } }
    : null;
}
