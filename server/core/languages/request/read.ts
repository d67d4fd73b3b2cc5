import type { RequestEntry, RequestFile, RequestProblem } from '../../module/request-file.ts';
import { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { readEntry } from './entry.ts';
import { requestList } from './envelopes.ts';
import { arrayItems, errorOffset, skipSpace, valueStart } from './json-scan.ts';
import { NO_REQUEST, parse, readRequestLine } from './line.ts';

/** Reads a saved request, a list of requests, or one request a line; null where the text holds no request. */
export function readRequestFile({ file, text }: { readonly file: string; readonly text: string }): RequestFile | null {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  const start = skipSpace(bare, 0);
  const reading = bare.charAt(start) === '[' ? readArray(bare, start) : bare.charAt(start) === '{' ? readObjects(bare, start) : null;
  return reading && reading.entries.length + reading.problems.length > 0 ? { file, ...reading } : null;
}

type Reading = Omit<RequestFile, 'file'>;

/** One object may span lines; where the first line is whole by itself, each line is an object. */
function readObjects(text: string, start: number): Reading | null {
  const firstLine = text.slice(start, lineEnd(text, start));
  const rest = skipSpace(text, start + firstLine.length);
  if (rest < text.length && parse(firstLine).ok) return readLines(text);
  const whole = parse(text.slice(start));
  if (whole.ok) return readObject(text, start, whole.value);
  const requests = valueStart(text, start, 'requests');
  const partial = (text.charAt(requests) === '[' ? readArray(text, requests) : null) ?? readLines(text);
  if (partial) return partial;
  return NAMES_REQUEST.test(text) ? { form: 'body', entries: [], problems: [brokenAt(text, { start, end: text.trimEnd().length })] } : null;
}

/** Broken JSON is ours to speak about only where it was plainly meant as a request. */
const NAMES_REQUEST = /"(?:messages|contents|custom_id|requests|params)"\s*:/;

function readObject(text: string, start: number, value: unknown): Reading | null {
  const list = requestList.safeParse(value).success ? valueStart(text, start, 'requests') : -1;
  if (list >= 0) return readArray(text, list);
  const entry = readEntry(value);
  const span = { start, end: text.trimEnd().length };
  return entry && { form: 'body', entries: [{ ...entry, span, line: new LineIndex(text).position(start).line + 1 }], problems: [] };
}

function readArray(text: string, open: number): Reading | null {
  const lines = new LineIndex(text);
  const entries: RequestEntry[] = [];
  const problems: RequestProblem[] = [];
  for (const span of arrayItems(text, open)) {
    const line = lines.position(span.start).line + 1;
    const parsed = parse(text.slice(span.start, span.end));
    const entry = parsed.ok ? readEntry(parsed.value) : null;
    if (entry) entries.push({ ...entry, span, line });
    else problems.push(parsed.ok ? { line, span, message: `This item is no request: ${NO_REQUEST}` } : brokenAt(text, span, lines));
  }
  return entries.length > 0 ? { form: 'array', entries, problems } : null;
}

/** Null where no line is a request. */
function readLines(text: string): Reading | null {
  const entries: RequestEntry[] = [];
  const problems: RequestProblem[] = [];
  for (let start = 0, number = 1; start < text.length; number++) {
    const end = lineEnd(text, start);
    const line = readRequestLine(text.slice(start, end), number, start);
    if (line.kind === 'entry') entries.push(line.entry);
    if (line.kind === 'problem') problems.push(line.problem);
    if (entries.length === 0 && problems.length >= PATIENCE) return null;
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return entries.length > 0 ? { form: 'lines', entries, problems } : null;
}

/** So many lines without one request are no list of requests. */
const PATIENCE = 1000;

function brokenAt(text: string, span: Span, lines = new LineIndex(text)): RequestProblem {
  const offset = errorOffset(text, span);
  const end = Math.min(offset + 1, text.length);
  const what = offset >= span.end ? 'it ends too early' : `unexpected ${JSON.stringify(text.slice(offset, end))}`;
  return { line: lines.position(offset).line + 1, span: { start: offset, end }, message: `This is not valid JSON: ${what}` };
}

/** Before the line break, or the end. A lone carriage return is left to the JSON, where it is white space. */
function lineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  if (newline < 0) return text.length;
  return text.charAt(newline - 1) === '\r' && newline > start ? newline - 1 : newline;
}
