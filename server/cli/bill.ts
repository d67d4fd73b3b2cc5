import { randomBytes } from 'node:crypto';
import type { Biller } from '../core/bill/biller.ts';
import { lookupIn } from '../core/bill/project-lookup.ts';
import type { BillDocument } from '../reports/bill-document.ts';
import { renderBillPage } from '../reports/bill-html.ts';
import { billOptions } from '../reports/bill-options.ts';
import { billRowOf } from '../reports/bill-row.ts';
import { renderCsv } from '../reports/csv.ts';
import { renderFocus } from '../reports/focus.ts';
import { renderBillJson, streamJson } from '../reports/json.ts';
import { colourPaint, type Paint, plainPaint } from '../reports/layout.ts';
import { dollars, makeBillDocument } from '../reports/make-bill-document.ts';
import { renderMarkdownBill } from '../reports/markdown-bill.ts';
import type { Report, ReportedCall, ReportHead } from '../reports/report.ts';
import { createRequestTotal, renderRequestTotal } from '../reports/request-total.ts';
import { billHeader, billLegend, billRow, renderBill } from '../reports/text-bill.ts';
import type { billFormats } from './bill-formats.ts';
import { createBillerFor } from './biller.ts';
import { type Environment, type ExitCode, loadPrices, reportHead } from './environment.ts';
import { UsageError } from './errors.ts';
import type { Output } from './output.ts';
import { readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';
import { openRequests, type RequestRow, type RequestRows } from './request-calls.ts';

export interface BillOptions {
  readonly format: (typeof billFormats)[number];
  readonly asOf?: number;
  readonly verbose?: boolean;
}

/** A file of saved requests. */
interface Batch {
  readonly name: string;
  readonly rows: RequestRows;
}

interface Bill {
  readonly head: ReportHead;
  /** Of code and prompt files; null where only saved requests were named. */
  readonly code: { readonly report: Report; readonly document: BillDocument } | null;
  readonly batches: readonly Batch[];
  readonly biller: Biller;
  readonly output: Output;
}

/** Lines of a broken file that are said one by one. */
const mostProblems = 20;

/** The bill of code, prompt files and saved requests. Requests are never all in memory. Exit 1 where some could not be read. */
export async function bill(paths: readonly string[], options: BillOptions, environment: Environment): Promise<ExitCode> {
  const { host, output, version, workingFolder } = environment;
  const places = readPlaces(paths, workingFolder);
  const isStream = options.format === 'text' || options.format === 'json';
  if (places.requests.length > 0 && !isStream) throw new UsageError('Saved requests are billed as text or json, one line after the other.');
  const batches: Batch[] = [];
  for (const file of places.requests) batches.push({ name: file.name, rows: await openRequests(file) });
  const now = options.asOf ?? host.now();
  const hasCode = places.folders.length > 0 || places.files.length > 0;
  const code = hasCode ? await billOfCode(places, now, environment, options.verbose === true) : null;
  for (const line of code === null ? [] : unapplied(code.report, options.format)) output.remark(line);
  if (code !== null && batches.length === 0) {
    await output.answer(await inFormat(code.report, code.document, options.format, environment));
    return 0;
  }
  const prices = await loadPrices(host);
  const head = code?.report ?? reportHead(version, prices, now);
  const whole: Bill = { head, code, batches, biller: await createBillerFor(host, prices, now), output };
  const problems = options.format === 'json' ? await writeJson(whole) : await writeText(whole);
  return problems === 0 ? 0 : 1;
}

async function billOfCode(
  places: ReturnType<typeof readPlaces>,
  now: number,
  environment: Environment,
  isVerbose: boolean,
): Promise<Bill['code']> {
  const { report, analysis } = await reportOn(places, now, environment, isVerbose);
  return { report, document: makeBillDocument(report, await billOptions(analysis)) };
}

/** Settings and usage that could not be applied: the bill is another than they ask for, which a table has no place to say. */
function unapplied({ findings, problems }: Report, format: BillOptions['format']): readonly string[] {
  const settings = findings.flatMap(({ finding: { rule, message }, where }) => (rule === 'invalid-config' ? [{ message, where }] : []));
  const said = format === 'text' || format === 'json' ? settings : [...settings, ...problems];
  return said.map(({ message, where }) => `${where.file}:${where.line}  ${message}`);
}

async function inFormat(
  report: Report,
  document: BillDocument,
  format: BillOptions['format'],
  { output, shipped }: Environment,
): Promise<string> {
  switch (format) {
    case 'text':
      return renderBill(document, paintFor(output));
    case 'json':
      return renderBillJson(report, document);
    case 'csv':
      return renderCsv(document);
    case 'focus':
      return renderFocus(document);
    case 'markdown':
      return renderMarkdownBill(document, ({ file, line }) => `${file}#L${line}`);
    case 'html': {
      const script = await shipped('bill-page.js');
      const style = await shipped('bill-page.css');
      if (script === null || style === null) throw new UsageError('The bill page was not built: npm run build');
      return renderBillPage(document, { script, style, nonce: randomBytes(16).toString('base64') });
    }
  }
}

const paintFor = (output: Output): Paint => (output.hasColour ? colourPaint : plainPaint);

async function writeJson({ head, code, batches, biller, output }: Bill): Promise<number> {
  let problems = 0;
  const calls = async function* (): AsyncGenerator<ReportedCall> {
    yield* code?.report.calls ?? [];
    for (const { rows } of batches) {
      for await (const row of rows(biller)) {
        if (row.kind === 'call') yield row.call;
        else if (++problems <= mostProblems) output.remark(describeProblem(row));
      }
    }
  };
  for await (const piece of streamJson(head, calls(), code?.report ?? { loops: [], entryPoints: [], findings: [], prompts: [] })) {
    await output.answer(piece);
    if (output.isClosed) break;
  }
  return problems;
}

async function writeText({ head, code, batches, biller, output }: Bill): Promise<number> {
  const paint = paintFor(output);
  const alone = emptyReport(head);
  const lookup = lookupIn([]);
  const emptyBill = makeBillDocument(alone, { lookup });
  let problems = 0;
  if (code !== null) await output.answer(`${renderBill(code.document, paint)}\n`);
  for (const { name, rows } of batches) {
    const total = createRequestTotal();
    await output.answer(`${paint('dim', billHeader())}\n${paint('bold', name)}\n`);
    for await (const row of rows(biller)) {
      if (row.kind === 'call') {
        total.add(row.call);
        const { row: line } = billRowOf(row.call, [], { lookup });
        await output.answer(`${billRow(line, { loops: [], currency: dollars, paint, billed: row.call.billed }).join('\n')}\n`);
      } else if (++problems <= mostProblems) output.remark(describeProblem(row));
      if (output.isClosed) return 0;
    }
    await output.answer(`${renderRequestTotal(total.sum()).join('\n')}\n`);
  }
  if (problems > mostProblems) output.remark(`… and ${problems - mostProblems} more like these`);
  await output.answer(`${billLegend(emptyBill.head, paint).join('\n')}\n`);
  return problems;
}

const emptyReport = (head: ReportHead): Report => ({
  ...head,
  calls: [],
  loops: [],
  entryPoints: [],
  findings: [],
  prompts: [],
  problems: [],
});

const describeProblem = ({ where, message }: Extract<RequestRow, { kind: 'problem' }>): string => `${where.file}:${where.line}  ${message}`;
