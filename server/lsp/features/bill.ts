import type { CancellationToken, ResponseError } from 'vscode-languageserver';
import type { FileReport } from '../../core/api.ts';
import { changesSince, type SentBill } from '../../reports/bill-changes.ts';
import type { BillDocument } from '../../reports/bill-document.ts';
import { renderBillPage } from '../../reports/bill-html.ts';
import { billOptions } from '../../reports/bill-options.ts';
import { collectReport, placesOf } from '../../reports/collect.ts';
import { renderCsv } from '../../reports/csv.ts';
import { renderFocus } from '../../reports/focus.ts';
import { renderBillJson } from '../../reports/json.ts';
import { makeBillDocument } from '../../reports/make-bill-document.ts';
import { renderMarkdownBill } from '../../reports/markdown-bill.ts';
import type { Report, ReportHead } from '../../reports/report.ts';
import type { ServerContext } from '../context.ts';
import { createPause } from '../pause.ts';
import { createPrices } from '../prices.ts';
import type { Project } from '../project.ts';
import {
  type BillReply,
  billDocumentRequest,
  billPlaceRequest,
  billRequest,
  type ExportParams,
  exportRequest,
  type MarkdownReply,
  type SentFolderBill,
  type TextReply,
} from '../protocol.ts';
import { member } from '../settings.ts';
import { countHeldFile } from './inlay-hints.ts';

/** The bill as a document for the page, and as Markdown for editors that show none. */
export function provideBill(context: ServerContext): void {
  const { connection, guard, documents, projects } = context;
  const prices = createPrices(context);
  /** What the page that asked last has, once it got its answer. */
  let last: { readonly number: number; readonly sent: ReadonlyMap<string | null, SentBill> } = { number: 0, sent: new Map() };

  const headNow = async (): Promise<ReportHead> => {
    const { name, version: edition, date, sha256 } = (await prices()).catalogue;
    return {
      toolVersion: context.version,
      prices: { catalogue: `${name} ${edition}`, date, hash: sha256 },
      evaluatedAt: context.host.now(),
    };
  };

  connection.onRequest(
    billRequest,
    guard<unknown, MarkdownReply>(billRequest, { markdown: 'The bill could not be made. The log says why.' }, async (params, token) => {
      const uri = member(params, 'uri');
      const held = typeof uri === 'string' ? documents.get(uri) : null;
      const chosen = held === null ? projects.all() : [held.project];
      const head = await headNow();
      const pages: string[] = [];
      for (const project of chosen) {
        const { report, files } = await reportOf(context, project, head, token);
        pages.push(renderMarkdownBill(await documentOf(project, held === null ? report : onlyOf(report, held.file), files)));
      }
      return { markdown: pages.join('\n') };
    }),
  );

  connection.onRequest(
    billDocumentRequest,
    guard<unknown, BillReply>(billDocumentRequest, { number: 0, bills: [] }, async (params, token) => {
      const head = await headNow();
      const before = member(params, 'known') === last.number ? last.sent : new Map<string | null, SentBill>();
      const sent = new Map<string | null, SentBill>();
      const bills: SentFolderBill[] = [];
      for (const project of projects.all()) {
        const { folder } = project;
        const bill = await billOf(context, project, head, token);
        // Loose documents have a bill only where no folder is open, or where they say something.
        if (folder === null && bill.rows.length === 0) continue;
        const now = changesSince(bill, before.get(folder) ?? null);
        sent.set(folder, now.sent);
        bills.push({ name: nameOf(project), folder, bill: now.changes });
      }
      last = { number: last.number + 1, sent };
      return { number: last.number, bills };
    }),
  );

  connection.onRequest<TextReply | ResponseError, void>(
    exportRequest,
    guard<unknown, TextReply>(exportRequest, { text: null }, async (params, token) => {
      const format = formats.find((one) => one === member(params, 'format'));
      const project = projects.all().find(({ folder }) => folder === member(params, 'folder'));
      if (project === undefined || format === undefined) return { text: null };
      const head = await headNow();
      const { report, files } = await reportOf(context, project, head, token);
      const bill = await documentOf(project, report, files);
      return { text: inFormat(format, report, bill, member(params, 'page')) };
    }),
  );

  connection.onRequest(
    billPlaceRequest,
    guard<unknown, string | null>(billPlaceRequest, null, (params) => {
      const file = member(params, 'file');
      const project = projects.all().find(({ folder }) => folder === member(params, 'folder'));
      return project === undefined || typeof file !== 'string' ? null : project.uriOf(file);
    }),
  );
}

async function billOf(context: ServerContext, project: Project, head: ReportHead, token: CancellationToken): Promise<BillDocument> {
  const { report, files } = await reportOf(context, project, head, token);
  return documentOf(project, report, files);
}

async function documentOf({ analyzer, workspace }: Project, report: Report, files: readonly FileReport[]): Promise<BillDocument> {
  return makeBillDocument(report, await billOptions({ analyzer, workspace, project: files }));
}

function inFormat(format: ExportParams['format'], report: Report, bill: BillDocument, page: unknown): string | null {
  switch (format) {
    case 'csv':
      return renderCsv(bill);
    case 'focus':
      return renderFocus(bill);
    case 'json':
      return renderBillJson(report, bill);
    case 'markdown':
      return renderMarkdownBill(bill);
    case 'html':
      return pageOf(bill, member(page, 'script'), member(page, 'style'));
  }
}

const formats: readonly ExportParams['format'][] = ['csv', 'focus', 'json', 'markdown', 'html'];

function pageOf(bill: BillDocument, script: unknown, style: unknown): string | null {
  return typeof script === 'string' && typeof style === 'string' ? renderBillPage(bill, { script, style, nonce: randomNonce() }) : null;
}

const randomNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Links file by file first, so that an edit never waits for a whole workspace. */
async function reportOf({ layouts, documents }: ServerContext, project: Project, head: ReportHead, token: CancellationToken) {
  const pause = createPause(() => token.isCancellationRequested);
  for (const held of documents.all()) if (held.project === project) await countHeldFile(held);
  for (const file of [...project.held, ...project.scanned]) {
    if (await pause()) break;
    project.analyzer.file(file);
  }
  const { files } = project.analyzer.project();
  const saying = files.filter(
    ({ items, findings, prompts, problems }) => items.length + findings.length + prompts.length + problems.length > 0,
  );
  await layouts.prepare(
    project,
    placesOf(saying).map((place) => place.file),
  );
  const report = collectReport({ head, files: saying, project: files, locate: (place) => layouts.where(project, place) });
  return { report, files };
}

const onlyOf = (report: Report, file: string): Report => ({
  ...report,
  calls: report.calls.filter(({ where }) => where.file === file),
  loops: report.loops.filter(({ where }) => where.file === file),
  entryPoints: report.entryPoints.filter(({ where }) => where.file === file),
  findings: report.findings.filter(({ where }) => where.file === file),
  prompts: report.prompts.filter(({ where }) => where.file === file),
  problems: report.problems.filter(({ where }) => where.file === file),
});

function nameOf({ folder }: Project): string {
  if (folder === null) return 'open files';
  return decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1));
}
