import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { pick } from 'stream-json/filters/pick.js';
import { parser } from 'stream-json/parser.js';
import { streamValues } from 'stream-json/streamers/stream-values.js';
import { isJson } from '../core/text/is-json.ts';

/** One value of a log, or a place in it that can't be read. `at` is a line, or where there are none the number of a value. */
export type LogValue =
  | { readonly kind: 'value'; readonly value: unknown; readonly at: number }
  | { readonly kind: 'broken'; readonly message: string; readonly at: number };

/** Bytes of the file read so far, and of all. */
export type ReadProgress = (done: number, total: number) => void;

/** Reads a log of any size, value by value, in constant memory. Packed with gzip or not. */
export async function* readValues(file: string, progress: ReadProgress = () => {}): AsyncGenerator<LogValue> {
  const total = (await stat(file)).size;
  const shape = await shapeOf(file);
  let done = 0;
  const raw = createReadStream(file, { highWaterMark: 1024 * 1024 });
  raw.on('data', (piece) => {
    done += piece.length;
    progress(done, total);
  });
  const stream = /\.gz$/i.test(file) ? pumped(raw) : raw;
  if (shape === 'table') yield* readTable(stream, /\.tsv(\.gz)?$/i.test(file) ? '\t' : ',');
  else if (shape === 'lines') yield* readLines(stream);
  else yield* readWhole(stream);
}

function pumped(raw: Readable): Readable {
  const unpacked = createGunzip();
  raw.on('error', (error) => unpacked.destroy(error));
  return raw.pipe(unpacked);
}

type Shape = 'table' | 'lines' | 'whole';

const firstLook = 64 * 1024;

/** A table by its name or its first letter; one value a line where the first line is one by itself; else one whole document. */
async function shapeOf(file: string): Promise<Shape> {
  const name = file.replace(/\.gz$/i, '');
  if (/\.(csv|tsv)$/i.test(name)) return 'table';
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'lines';
  const start = (await beginning(file)).replace(/^\ufeff/, '').trimStart();
  if (!/^[[{]/.test(start)) return 'table';
  const line = /^[^\r\n]*(?=\r?\n\s*\S)/.exec(start)?.[0];
  return line?.startsWith('{') === true && isJson(line) ? 'lines' : 'whole';
}

async function beginning(file: string): Promise<string> {
  if (/\.gz$/i.test(file)) {
    for await (const piece of createReadStream(file).pipe(createGunzip())) return Buffer.from(piece).toString('utf8', 0, firstLook);
    return '';
  }
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(firstLook), 0, firstLook, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* readLines(stream: Readable): AsyncGenerator<LogValue> {
  let at = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    at++;
    const text = at === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '') continue;
    yield parsed(text, at);
  }
}

function parsed(text: string, at: number): LogValue {
  try {
    return { kind: 'value', value: JSON.parse(text), at };
  } catch (error) {
    return { kind: 'broken', message: `no JSON (${reasonOf(error)})`, at };
  }
}

async function* readTable(stream: Readable, delimiter: string): AsyncGenerator<LogValue> {
  const skipped: { readonly message: string; readonly at: number }[] = [];
  const rows = stream.pipe(
    parse({
      columns: true,
      bom: true,
      delimiter,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        const at = error?.lines;
        if (error) skipped.push({ message: error.message, at: typeof at === 'number' ? at : 0 });
        return undefined;
      },
    }),
  );
  for await (const row of rows) {
    for (const { message, at } of skipped.splice(0)) yield { kind: 'broken', message, at };
    const { record, info } = row;
    yield { kind: 'value', value: withoutEmpty(record), at: info.lines };
  }
  for (const { message, at } of skipped) yield { kind: 'broken', message, at };
}

/** An empty cell says nothing. */
const withoutEmpty = (row: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));

/** Where a document keeps its records: a list, a page of one, or spans below their resources. */
const recordPaths =
  /^(?:\d+|(?:data|observations|generations|requests|rows|logs|records)\.\d+|resourceSpans\.\d+\.scopeSpans\.\d+\.spans\.\d+)$/;

async function* readWhole(stream: Readable): AsyncGenerator<LogValue> {
  const values = pipeline(stream, parser.asStream(), pick.asStream({ filter: recordPaths }), streamValues.asStream(), () => undefined);
  let at = 0;
  try {
    for await (const { value } of values) yield { kind: 'value', value, at: ++at };
  } catch (error) {
    yield { kind: 'broken', message: `the document breaks off here (${reasonOf(error)})`, at: at + 1 };
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 120);
