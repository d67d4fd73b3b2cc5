import type { BilledUsage } from '../core/bill/billed-usage.ts';
import { tokensOf } from './bill-amounts.ts';
import { centAmount, shortRange } from './bill-currency.ts';
import type { BillCurrency, BillDocument, BillEntryPoint, BillLoop, BillMoney, BillRow } from './bill-document.ts';
import { formatTokenRange, fullCount } from './format.ts';
import { displayWidth, type Paint, padEnd, padStart, plainPaint, plural, reportWidth, wrap } from './layout.ts';

/** Widths of the columns; with the spaces between them they fill a line. */
interface Columns {
  readonly line: number;
  readonly call: number;
  readonly model: number;
  readonly input: number;
  readonly output: number;
  readonly cost: number;
  /** Null where no volume is known: there is no column then. */
  readonly month: number | null;
}

const withoutMonths: Columns = { line: 5, call: 20, model: 18, input: 9, output: 6, cost: 16, month: null };
const withMonths: Columns = { line: 5, call: 15, model: 16, input: 8, output: 6, cost: 12, month: 10 };
const noteIndent = ' '.repeat(withoutMonths.line + 2);

/** The bill: one line a call, grouped by file; what one run of each entry point costs; a total where one means something. */
export function renderBill(document: BillDocument, paint: Paint = plainPaint): string {
  const { rows, head, totals } = document;
  const columns = totals.perMonth === null ? withoutMonths : withMonths;
  const lines: string[] = rows.length === 0 ? [] : [paint('dim', billHeader(columns))];
  let file: string | null = null;
  for (const { row, written, count } of alike(rows, (one) => billRow(one, { ...document, currency: head.currency, columns, paint }))) {
    if (row.file !== file) lines.push(paint('bold', row.file));
    file = row.file;
    lines.push(...written, ...(count === 1 ? [] : [paint('dim', `${noteIndent}${count} calls like this`)]));
  }
  const { entryPoints, prompts, problems } = document;
  if (entryPoints.length > 0)
    lines.push('', paint('bold', 'ONE RUN OF'), ...entryPoints.flatMap((one) => entryPointRow(one, head.currency)));
  if (prompts.length > 0) lines.push('', paint('bold', 'PROMPT FILES'), ...prompts.flatMap(promptRow));
  for (const one of problems) lines.push('', ...wrap(`${placeOf(one)}  ${one.message}`, reportWidth, '', '  '));
  lines.push(...(rows.length === 0 ? [] : ['']), ...totalLines(document, paint), ...billLegend(head, paint));
  return `${lines.join('\n')}\n`;
}

/** One after the other that read the same, such as the requests that one call of a wrapper makes, are written once. */
function alike(rows: readonly BillRow[], write: (row: BillRow) => readonly string[]) {
  const found: { readonly row: BillRow; readonly written: readonly string[]; count: number }[] = [];
  for (const row of rows) {
    const written = write(row);
    const before = found.at(-1);
    if (before?.row.file === row.file && before.written.join() === written.join()) before.count++;
    else found.push({ row, written, count: 1 });
  }
  return found;
}

export function billHeader(columns: Columns = withoutMonths): string {
  const { line, call, model, input, output, cost, month } = columns;
  const head = `${padStart('LINE', line)}  ${padEnd('CALL', call)} ${padEnd('MODEL', model)} ${padStart('IN', input)} ${padStart('OUT', output)} ${padStart('A CALL', cost)}`;
  return `${head}${month === null ? '' : ` ${padStart('A MONTH', month)}`}`;
}

export interface BillRowOptions {
  readonly loops: readonly BillLoop[];
  readonly currency: BillCurrency;
  readonly columns?: Columns;
  readonly paint?: Paint;
  /** Of a saved request whose answer is on record. */
  readonly billed?: BilledUsage | null;
}

/** One line of the bill and what has to be said below it: why there is no price, what repeats it, what was billed. */
export function billRow(row: BillRow, options: BillRowOptions): string[] {
  const { currency, columns = withoutMonths, paint = plainPaint, billed = null } = options;
  const isHere = row.paid === 'here';
  const cells = [
    padStart(`${row.cell === null ? '' : `${row.cell}:`}${row.line}`, columns.line),
    ` ${padEnd(callName(row), columns.call)}`,
    padEnd(row.model ?? row.modelNote.replace(/^model unknown ?/, '').replace(/^$/, '(unknown)'), columns.model),
    padStart(formatTokenRange(tokensOf(row.tokens.input)), columns.input),
    padStart(formatTokenRange(tokensOf(row.tokens.output)), columns.output),
    padStart(isHere || row.paid === 'by its wrapper' ? amount(row.perCall, currency, 'not priced') : 'in its callers', columns.cost),
    ...(columns.month === null ? [] : [padStart(isHere ? amount(row.perMonth.money, currency, 'unknown') : '', columns.month)]),
  ];
  const notes = [
    row.perCall === null && isHere ? row.unpriced : null,
    repetition(row, options.loops),
    usageNote(row, currency),
    billedNote(billed),
    row.paid === 'by its wrapper' ? 'its month is counted at its wrapper' : null,
  ];
  return [
    alignRight(cells),
    ...notes.flatMap((note) => (note === null ? [] : wrap(note, reportWidth, noteIndent).map((one) => paint('dim', one)))),
  ];
}

const amount = (money: BillMoney | null, currency: BillCurrency, otherwise: string): string =>
  money === null ? otherwise : shortRange(money, currency);

/** A number that is wider than its column takes the room from the call's name. */
function alignRight(cells: readonly string[]): string {
  const row = cells.join(' ');
  const excess = displayWidth(row) - reportWidth;
  if (excess <= 0) return row.trimEnd();
  const [line = '', name = '', ...rest] = cells;
  const bare = name.trimEnd();
  return [line, padEnd(bare, Math.max(8, displayWidth(name) - excess)), ...rest].join(' ').trimEnd();
}

/** Saved requests have no function around them, and go by their id. */
const callName = (row: BillRow): string => (row.id.includes('#') ? (row.symbol === '' ? row.api : row.symbol) : row.id);

function repetition(row: BillRow, loops: readonly BillLoop[]): string | null {
  const said = row.multipliers.map(({ loop, says }) => {
    const found = loops.find(({ id }) => id === loop);
    if (found === undefined) return says;
    const kind = found.kind === 'agent-run' ? 'agent run' : found.kind;
    const cell = found.cell === null ? '' : `cell ${found.cell}, `;
    return `${kind} at ${cell}line ${found.line}, ${says}`;
  });
  return said.length === 0 ? null : `repeated by: ${said.join('; ')}`;
}

/** What usage says, and what one useful answer costs by it. */
function usageNote({ usage, perUseful, perMonth, paid }: BillRow, currency: BillCurrency): string | null {
  if (usage === null || paid === 'by its callers') return null;
  const said = [
    usage.callsPerMonth === null ? null : `${fullCount(usage.callsPerMonth)} calls a month (${usage.basis})`,
    perUseful.money === null ? null : `${shortRange(perUseful.money, currency)} a useful response`,
    perMonth.money === null && perMonth.why !== null && perMonth.why !== 'volume unknown' ? perMonth.why : null,
    ...usage.notes,
  ].filter((one) => one !== null);
  return said.length === 0 ? null : said.join('; ');
}

function billedNote(billed: BilledUsage | null): string | null {
  if (billed === null) return null;
  const { fresh, write, read, output } = billed;
  const cache = write + read === 0 ? '' : ` (${fullCount(write)} written to the cache, ${fullCount(read)} read from it)`;
  return `billed: ${fullCount(fresh + write + read)} in${cache}, ${fullCount(output)} out`;
}

function entryPointRow(one: BillEntryPoint, currency: BillCurrency): string[] {
  const cost = amount(one.perRun, currency, 'not priced');
  const left = padEnd(`  ${one.name}  ${placeOf(one)}  ${plural(one.calls.length, 'call')}`, reportWidth - displayWidth(cost) - 1);
  const said = [
    one.missing.length === 0 ? null : `open: ${one.missing.join('; ')}`,
    one.perMonth.money === null ? null : `a month: ${shortRange(one.perMonth.money, currency)}`,
    one.perUseful.money === null ? null : `a useful run: ${shortRange(one.perUseful.money, currency)}`,
  ].filter((line) => line !== null);
  return [`${left} ${cost}`, ...(said.length === 0 ? [] : wrap(said.join('; '), reportWidth, '    '))];
}

function promptRow(prompt: BillDocument['prompts'][number]): string[] {
  const tokens = `${formatTokenRange(tokensOf(prompt.tokens))} tok`;
  const model = prompt.model === null ? '' : `  ${prompt.model}`;
  const left = padEnd(`  ${placeOf(prompt)}${model}`, reportWidth - displayWidth(tokens) - 1);
  const holes = prompt.holes.map((name) => `{${name}}`).join(' + ');
  return [`${left} ${tokens}`, ...(holes === '' ? [] : wrap(`+ ${holes}`, reportWidth, '    '))];
}

function totalLines({ totals, wastes, head, rows, prompts }: BillDocument, paint: Paint): string[] {
  const inTests = totals.inTests === 0 ? '' : ` ${plural(totals.inTests, 'call')} in tests left out.`;
  if (rows.length === 0 && prompts.length > 0) return ['No LLM calls found; what a prompt costs depends on who sends it.'];
  if (totals.booked === null || totals.perMonth === null) return wrap(`${totals.says}${inTests}`, reportWidth, '');
  const sum = `${totals.perMonth.likely === null ? '≥' : ''}${centAmount(totals.booked, head.currency)}`;
  const left = padEnd('TOTAL A MONTH', reportWidth - displayWidth(sum) - 1);
  const shares = wastes.map(({ kind, share, perMonth }) => {
    const money = perMonth === null ? '' : `, ${shortRange(perMonth, head.currency)} a month`;
    return share === null ? `${kind}: unknown` : `${kind}: ${(share * 100).toFixed(1)} %${money}`;
  });
  return [
    paint('bold', `${left} ${sum}`),
    ...wrap(`${totals.says}${inTests}`, reportWidth, '  '),
    ...(shares.length === 0 ? [] : wrap(`Of it wasted: ${shares.join('; ')}.`, reportWidth, '  ')),
  ];
}

export function billLegend(head: BillDocument['head'], paint: Paint = plainPaint): string[] {
  const { catalogue, date } = head.prices;
  const { code, perUsd, date: rateDate } = head.currency;
  const rate = code === 'USD' ? '' : ` 1 USD = ${perUsd} ${code}${rateDate === null ? '' : ` on ${rateDate}`}, as you declared.`;
  const words = `Prices: ${catalogue}, checked ${date}, as of ${head.evaluatedAt.slice(0, 10)}.${rate} ≥ at least, ≤ at most, ~ estimated.`;
  return wrap(words, reportWidth, '').map((line) => paint('dim', line));
}

const placeOf = ({ file, cell, line }: { readonly file: string; readonly cell: number | null; readonly line: number }): string =>
  `${file}:${cell === null ? '' : `cell ${cell}:`}${line}`;
