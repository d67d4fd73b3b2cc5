import type { BilledUsage } from '../core/bill/billed-usage.ts';
import { formatMoneyRange, formatTokenRange, fullCount } from './format.ts';
import { displayWidth, type Paint, padEnd, padStart, plainPaint, plural, reportWidth, wrap } from './layout.ts';
import type { Report, ReportedCall, ReportedEntryPoint, ReportHead } from './report.ts';
import { place } from './text-findings.ts';

/** Widths of the columns; with the spaces between them they fill a line. */
const columns = { line: 5, call: 20, model: 18, input: 9, output: 6, cost: 16 } as const;
const noteIndent = ' '.repeat(columns.line + 2);

/** The bill: one line a call, grouped by file; then what one run of each entry point costs. */
export function renderBill(report: Report, paint: Paint = plainPaint): string {
  const calls = report.calls.filter(({ item }) => !item.call.inTest);
  const lines: string[] = calls.length === 0 ? [] : [paint('dim', billHeader())];
  let file: string | null = null;
  for (const call of calls) {
    if (call.where.file !== file) lines.push(paint('bold', call.where.file));
    file = call.where.file;
    lines.push(...billRow(call, report, paint));
  }
  const entryPoints = report.entryPoints.filter(({ entryPoint }) => entryPoint.calls.length > 0);
  if (entryPoints.length > 0) lines.push('', paint('bold', 'ONE RUN OF'), ...entryPoints.flatMap((one) => entryPointRow(one)));
  if (report.prompts.length > 0) lines.push('', paint('bold', 'PROMPT FILES'), ...report.prompts.flatMap(promptRow));
  for (const { message, where } of report.problems) lines.push('', ...wrap(`${place(where)}  ${message}`, reportWidth, '', '  '));
  lines.push(...(calls.length === 0 ? [] : ['']), billTotal(report, calls), ...billLegend(report, paint));
  return `${lines.join('\n')}\n`;
}

export function billHeader(): string {
  const { line, call, model, input, output, cost } = columns;
  return `${padStart('LINE', line)}  ${padEnd('CALL', call)} ${padEnd('MODEL', model)} ${padStart('IN', input)} ${padStart('OUT', output)} ${padStart('A CALL', cost)}`.slice(
    0,
    reportWidth,
  );
}

/** One line of the bill and what has to be said below it: why there is no price, what repeats it, what was billed. */
export function billRow(call: ReportedCall, report: Pick<Report, 'loops'>, paint: Paint = plainPaint): string[] {
  const { item, where, isPaidElsewhere } = call;
  const model = item.call.request.model;
  const line = `${where.cell === null ? '' : `${where.cell}:`}${where.line}`;
  const cells = [
    padStart(line, columns.line),
    ` ${padEnd(callName(call), columns.call)}`,
    padEnd(model.id ?? `(${model.note ?? 'unknown'})`, columns.model),
    padStart(formatTokenRange(item.input), columns.input),
    padStart(formatTokenRange(item.output), columns.output),
    padStart(isPaidElsewhere ? 'in its callers' : item.cost === null ? 'not priced' : formatMoneyRange(item.cost), columns.cost),
  ];
  const notes = [item.cost === null && !isPaidElsewhere ? item.unpriced : null, repetition(call, report), usageNote(call.billed)];
  return [
    alignRight(cells),
    ...notes.flatMap((note) => (note === null ? [] : wrap(note, reportWidth, noteIndent).map((one) => paint('dim', one)))),
  ];
}

/** A number that is wider than its column takes the room from the call's name. */
function alignRight(cells: readonly string[]): string {
  const row = cells.join(' ');
  const excess = displayWidth(row) - reportWidth;
  if (excess <= 0) return row;
  const [line = '', name = '', ...rest] = cells;
  const bare = name.trimEnd();
  return [line, padEnd(bare, Math.max(8, displayWidth(name) - excess)), ...rest].join(' ');
}

function callName({ item }: ReportedCall): string {
  const { call } = item;
  const name = call.symbol === '' ? call.api : call.symbol;
  return call.anchor?.language === 'request' ? call.id : name;
}

function repetition({ item }: ReportedCall, { loops }: Pick<Report, 'loops'>): string | null {
  const said = item.call.multipliers.flatMap((id) => {
    const found = loops.find(({ loop }) => loop.id === id);
    if (found === undefined) return [];
    const { loop, where } = found;
    const kind = loop.kind === 'agent-run' ? 'agent run' : loop.kind;
    const bound = loop.bound === 'bounded' && loop.max !== null ? `at most ${fullCount(loop.max)} ${loop.maxUnit}` : loop.bound;
    const cell = where.cell === null ? '' : `cell ${where.cell}, `;
    return [`${kind} at ${cell}line ${where.line}, ${bound}`];
  });
  return said.length === 0 ? null : `repeated by: ${said.join('; ')}`;
}

function usageNote(billed: BilledUsage | null): string | null {
  if (billed === null) return null;
  const { fresh, write, read, output } = billed;
  const cache = write + read === 0 ? '' : ` (${fullCount(write)} written to the cache, ${fullCount(read)} read from it)`;
  return `billed: ${fullCount(fresh + write + read)} in${cache}, ${fullCount(output)} out`;
}

function entryPointRow({ entryPoint, where, cost }: ReportedEntryPoint): string[] {
  const amount = cost.cost === null ? 'not priced' : formatMoneyRange(cost.cost);
  const calls = plural(entryPoint.calls.length, 'call');
  const left = padEnd(`  ${entryPoint.name}  ${place(where)}  ${calls}`, reportWidth - displayWidth(amount) - 1);
  return [`${left} ${amount}`, ...(cost.missing.length === 0 ? [] : wrap(`open: ${cost.missing.join('; ')}`, reportWidth, '    '))];
}

function promptRow({ count, where }: Report['prompts'][number]): string[] {
  const { prompt, tokens } = count;
  const amount = `${formatTokenRange(tokens)} tok`;
  const holes = prompt.pieces.flatMap((piece) => (piece.kind === 'hole' ? [`{${piece.name}}`] : []));
  const model = prompt.model === null ? '' : `  ${prompt.model}`;
  const left = padEnd(`  ${place(where)}${model}`, reportWidth - displayWidth(amount) - 1);
  return [`${left} ${amount}`, ...(holes.length === 0 ? [] : wrap(`+ ${[...new Set(holes)].join(' + ')}`, reportWidth, '    '))];
}

function billTotal(report: Report, calls: readonly ReportedCall[]): string {
  if (calls.length === 0)
    return report.prompts.length === 0 ? 'No LLM calls found.' : 'No LLM calls found; what a prompt costs depends on who sends it.';
  const leaves = calls.filter(({ isPaidElsewhere }) => !isPaidElsewhere);
  const unpriced = leaves.filter(({ item }) => item.cost === null).length;
  const incomplete = unpriced === 0 ? '' : `; ${unpriced} not priced`;
  const inTests = report.calls.length - calls.length;
  return `No total: volumes unknown (${plural(leaves.length, 'site')}${incomplete}).${inTests === 0 ? '' : ` ${plural(inTests, 'call')} in tests left out.`}`;
}

export function billLegend(head: ReportHead, paint: Paint = plainPaint): string[] {
  const { catalogue, date } = head.prices;
  const day = new Date(head.evaluatedAt).toISOString().slice(0, 10);
  const words = `Prices: ${catalogue}, checked ${date}, as of ${day}. ≥ at least, ≤ at most, ~ estimated.`;
  return wrap(words, reportWidth, '').map((line) => paint('dim', line));
}
