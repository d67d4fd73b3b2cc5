import type { Biller } from '../core/bill/biller.ts';
import { streamJson } from '../reports/json.ts';
import { colourPaint, plainPaint } from '../reports/layout.ts';
import type { Report, ReportedCall, ReportHead } from '../reports/report.ts';
import { createRequestTotal, renderRequestTotal } from '../reports/request-total.ts';
import { billHeader, billLegend, billRow, renderBill } from '../reports/text-bill.ts';
import { createBillerFor } from './biller.ts';
import { type Environment, type ExitCode, loadPrices, reportHead } from './environment.ts';
import { type Places, readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';
import { readRequestCalls } from './request-calls.ts';

export interface BillOptions {
  readonly format: 'text' | 'json';
  readonly asOf?: number;
  readonly verbose?: boolean;
}

/** The bill of code, prompt files and saved requests. Requests are never all in memory. */
export async function bill(paths: readonly string[], options: BillOptions, environment: Environment): Promise<ExitCode> {
  const { host, output, version, workingFolder } = environment;
  const places = readPlaces(paths, workingFolder);
  const now = options.asOf ?? host.now();
  const hasCode = places.folders.length > 0 || places.files.length > 0;
  const report = hasCode ? (await reportOn(places, now, environment, options.verbose === true)).report : null;
  if (places.requests.length === 0 && report !== null && options.format === 'text') {
    await output.answer(renderBill(report, output.hasColour ? colourPaint : plainPaint));
    return 0;
  }
  const prices = await loadPrices(host);
  const head = report ?? reportHead(version, prices, now);
  const biller = await createBillerFor(host, prices, now);
  if (options.format === 'json') await writeJson(head, report, places, biller, environment);
  else await writeText(head, report, places, biller, environment);
  return 0;
}

async function writeJson(head: ReportHead, report: Report | null, places: Places, biller: Biller, { output }: Environment): Promise<void> {
  const rest = report ?? { loops: [], entryPoints: [], findings: [] };
  const calls = async function* (): AsyncGenerator<ReportedCall> {
    yield* report?.calls ?? [];
    for (const file of places.requests) {
      for await (const row of readRequestCalls(file, biller)) {
        if (row.kind === 'call') yield row.call;
        else output.remark(`${row.where.file}:${row.where.line}  ${row.message}`);
      }
    }
  };
  for await (const piece of streamJson(head, calls(), rest)) {
    await output.answer(piece);
    if (output.isClosed) return;
  }
}

async function writeText(head: ReportHead, report: Report | null, places: Places, biller: Biller, { output }: Environment): Promise<void> {
  const paint = output.hasColour ? colourPaint : plainPaint;
  if (report !== null) await output.answer(`${renderBill(report, paint)}\n`);
  for (const file of places.requests) {
    const total = createRequestTotal();
    await output.answer(`${paint('dim', billHeader())}\n${paint('bold', file.name)}\n`);
    for await (const row of readRequestCalls(file, biller)) {
      if (row.kind === 'call') total.add(row.call);
      const lines = row.kind === 'call' ? billRow(row.call, { loops: [] }, paint) : [`  ${row.message}`];
      await output.answer(`${lines.join('\n')}\n`);
      if (output.isClosed) return;
    }
    await output.answer(`${renderRequestTotal(total.sum()).join('\n')}\n`);
  }
  await output.answer(`${billLegend(head, paint).join('\n')}\n`);
}
