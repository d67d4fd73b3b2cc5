import type { LineItem } from '../../core/bill/line-item.ts';
import { spanMoney } from '../../core/bill/span-quantities.ts';
import { formatMoneyRange, formatTokenRange } from '../../reports/format.ts';
import type { ServerContext } from '../context.ts';
import type { HeldFile } from '../held-file.ts';
import { type FileSummary, fileSummaryRequest } from '../protocol.ts';
import { member } from '../settings.ts';
import { countHeldFile } from './inlay-hints.ts';
import { escaped } from './plan-text.ts';

/** Calls that are listed one by one. */
const mostLines = 12;

/** What the calls of the file in front of the user cost: for a status bar. */
export function provideFileSummary(context: ServerContext): void {
  const { connection, guard, documents } = context;
  connection.onRequest(
    fileSummaryRequest,
    guard<unknown, FileSummary | null>(fileSummaryRequest, null, async (params) => {
      const uri = member(params, 'uri');
      const held = typeof uri === 'string' ? documents.get(uri) : null;
      return held === null ? null : summaryOf(context, held);
    }),
  );
}

async function summaryOf(context: ServerContext, held: HeldFile): Promise<FileSummary | null> {
  const { items, findings } = await countHeldFile(held);
  const calls = items.filter(({ call }) => !call.isTemplate);
  if (calls.length === 0 && findings.length === 0) return null;
  const priced = calls.flatMap(({ cost }) => cost ?? []);
  const span = spanMoney(priced);
  const lines = calls.slice(0, mostLines).map((item) => lineOf(context, held, item));
  const unseen = calls.length - lines.length;
  return {
    calls: calls.length,
    findings: findings.length,
    cost: span === null ? null : formatMoneyRange(span),
    lines: unseen === 0 ? lines : [...lines, `and ${unseen} more`],
    priceDate: calls.find(({ price }) => price !== null)?.price?.date ?? null,
  };
}

function lineOf({ layouts }: ServerContext, { project }: HeldFile, item: LineItem): string {
  const { cost, call, input, output, unpriced } = item;
  const where = layouts.where(project, call.place);
  const line = where === null ? '' : `Line ${where.line}: `;
  const said = cost === null ? `not priced (${unpriced ?? 'no price known'})` : formatMoneyRange(cost);
  const model = call.request.model.id ?? 'model unknown';
  return escaped(`${line}${model}, ${formatTokenRange(input)} in, ${formatTokenRange(output)} out, ${said}`);
}
