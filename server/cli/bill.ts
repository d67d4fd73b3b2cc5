import type { Biller } from '../core/bill/biller.ts';
import { renderJson, streamJson } from '../reports/json.ts';
import { colourPaint, type Paint, plainPaint } from '../reports/layout.ts';
import type { Report, ReportedCall, ReportHead } from '../reports/report.ts';
import { createRequestTotal, renderRequestTotal } from '../reports/request-total.ts';
import { billHeader, billLegend, billRow, renderBill } from '../reports/text-bill.ts';
import { createBillerFor } from './biller.ts';
import { type Environment, type ExitCode, loadPrices, reportHead } from './environment.ts';
import type { Output } from './output.ts';
import { readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';
import { openRequests, type RequestRow, type RequestRows } from './request-calls.ts';

export interface BillOptions {
  readonly format: 'text' | 'json';
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
  readonly report: Report | null;
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
  const batches: Batch[] = [];
  for (const file of places.requests) batches.push({ name: file.name, rows: await openRequests(file) });
  const now = options.asOf ?? host.now();
  const hasCode = places.folders.length > 0 || places.files.length > 0;
  const report = hasCode ? (await reportOn(places, now, environment, options.verbose === true)).report : null;
  if (report !== null && batches.length === 0) {
    await output.answer(options.format === 'json' ? renderJson(report) : renderBill(report, paintFor(output)));
    return 0;
  }
  const prices = await loadPrices(host);
  const head = report ?? reportHead(version, prices, now);
  const whole: Bill = { head, report, batches, biller: await createBillerFor(host, prices, now), output };
  const problems = options.format === 'json' ? await writeJson(whole) : await writeText(whole);
  return problems === 0 ? 0 : 1;
}

const paintFor = (output: Output): Paint => (output.hasColour ? colourPaint : plainPaint);

async function writeJson({ head, report, batches, biller, output }: Bill): Promise<number> {
  let problems = 0;
  const calls = async function* (): AsyncGenerator<ReportedCall> {
    yield* report?.calls ?? [];
    for (const { rows } of batches) {
      for await (const row of rows(biller)) {
        if (row.kind === 'call') yield row.call;
        else if (++problems <= mostProblems) output.remark(describeProblem(row));
      }
    }
  };
  for await (const piece of streamJson(head, calls(), report ?? { loops: [], entryPoints: [], findings: [], prompts: [] })) {
    await output.answer(piece);
    if (output.isClosed) break;
  }
  return problems;
}

async function writeText({ head, report, batches, biller, output }: Bill): Promise<number> {
  const paint = paintFor(output);
  let problems = 0;
  if (report !== null) await output.answer(`${renderBill(report, paint)}\n`);
  for (const { name, rows } of batches) {
    const total = createRequestTotal();
    await output.answer(`${paint('dim', billHeader())}\n${paint('bold', name)}\n`);
    for await (const row of rows(biller)) {
      if (row.kind === 'call') {
        total.add(row.call);
        await output.answer(`${billRow(row.call, { loops: [] }, paint).join('\n')}\n`);
      } else if (++problems <= mostProblems) output.remark(describeProblem(row));
      if (output.isClosed) return 0;
    }
    await output.answer(`${renderRequestTotal(total.sum()).join('\n')}\n`);
  }
  if (problems > mostProblems) output.remark(`… and ${problems - mostProblems} more like these`);
  await output.answer(`${billLegend(head, paint).join('\n')}\n`);
  return problems;
}

const describeProblem = ({ where, message }: Extract<RequestRow, { kind: 'problem' }>): string => `${where.file}:${where.line}  ${message}`;
