import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { billedUsage } from '../core/bill/billed-usage.ts';
import type { Biller } from '../core/bill/biller.ts';
import { requestCall } from '../core/bill/request-item.ts';
import { readRequestLine } from '../core/languages/request/line.ts';
import { readRequestFile } from '../core/languages/request/read.ts';
import type { RequestEntry, RequestFile } from '../core/module/request-file.ts';
import type { ReportedCall, Where } from '../reports/report.ts';
import { UsageError } from './errors.ts';
import type { NamedFile } from './places.ts';

export type RequestRow =
  | { readonly kind: 'call'; readonly call: ReportedCall }
  | { readonly kind: 'problem'; readonly message: string; readonly where: Where };

/** A single body is read whole; longer than this it can't be one that a vendor takes. */
const largestBody = 256 * 1024 * 1024;
const firstLook = 64 * 1024;

/** The requests of one file, one after the other, as soon as a biller is there. */
export type RequestRows = (biller: Biller) => AsyncIterable<RequestRow>;

/**
 * Looks into a file before anything is printed: what holds no request is misuse. One request a line is then read in
 * constant memory, however long the file.
 */
export async function openRequests(file: NamedFile): Promise<RequestRows> {
  if (await isOneALine(file.absolute)) return (biller) => readLines(file, biller);
  const text = (await readFile(file.absolute, 'utf8')).slice(0, largestBody);
  const found = readRequestFile({ file: file.name, text });
  if (found === null) throw new UsageError(`${file.name} holds no request: ${noRequest}.`);
  return (biller) => readWhole(file, found, biller);
}

const noRequest = 'no messages, input or contents, and no body, params or request that holds them';

async function* readLines(file: NamedFile, biller: Biller): AsyncGenerator<RequestRow> {
  const lines = createInterface({ input: createReadStream(file.absolute, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const line of lines) {
    number++;
    const read = readRequestLine(line, number);
    if (read.kind === 'problem') yield { kind: 'problem', message: read.problem.message, where: whereOf(file, number, 1) };
    if (read.kind === 'entry') yield rowOf(read.entry, file, biller);
  }
}

async function* readWhole(file: NamedFile, { entries, problems }: RequestFile, biller: Biller): AsyncGenerator<RequestRow> {
  for (const entry of entries) yield rowOf(entry, file, biller);
  for (const { line, message } of problems) yield { kind: 'problem', message, where: whereOf(file, line, 1) };
}

function rowOf(entry: RequestEntry, file: NamedFile, biller: Biller): RequestRow {
  const where = whereOf(file, entry.line, entry.span.end - entry.span.start + 1);
  const at = { file: file.name, unit: '', span: entry.span };
  const read = requestCall(entry, { file: file.name, at });
  if (read === null) return { kind: 'problem', message: 'No vendor takes a body of this shape.', where };
  const item = biller.request(read);
  return {
    kind: 'call',
    call: { item, where, parts: item.parts.map(() => where), billed: billedUsage(entry.usage), isPaidElsewhere: false },
  };
}

const whereOf = (file: NamedFile, line: number, endColumn: number): Where => ({
  file: file.name,
  cell: null,
  line,
  column: 1,
  endLine: line,
  endColumn,
});

/** Whether the first line is a request by itself and another line follows. */
async function isOneALine(file: string): Promise<boolean> {
  if (/\.(?:jsonl|ndjson)$/i.test(file)) return true;
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(firstLook), 0, firstLook, 0);
    const start = buffer.toString('utf8', 0, bytesRead);
    const end = start.search(/\r?\n/);
    return end > 0 && start.slice(end).trim() !== '' && readRequestLine(start.slice(0, end), 1).kind === 'entry';
  } finally {
    await handle.close();
  }
}
