import type { RequestLine } from '../../module/request-file.ts';
import { readEntry } from './entry.ts';
import { errorOffset, skipSpace } from './json-scan.ts';

/**
 * Reads one line of a file of requests on its own, so that a file of any size can be read in constant memory. `number`
 * is 1-based; `start` is the line's offset in the file, where the caller knows it.
 */
export function readRequestLine(line: string, number: number, start = 0): RequestLine {
  const from = skipSpace(line, line.startsWith('\ufeff') ? 1 : 0);
  const to = from + line.slice(from).trimEnd().length;
  if (from === to) return { kind: 'blank' };
  const span = { start: start + from, end: start + to };
  const problem = (message: string, at = span): RequestLine => ({ kind: 'problem', problem: { line: number, span: at, message } });
  const parsed = parse(line.slice(from, to));
  if (!parsed.ok) {
    const offset = errorOffset(line, { start: from, end: to });
    const place =
      offset >= to ? 'it ends too early' : `unexpected ${JSON.stringify(line.slice(offset, offset + 1))} at column ${offset + 1}`;
    return problem(`Line ${number} is not valid JSON: ${place}`, { start: start + offset, end: start + Math.min(offset + 1, line.length) });
  }
  const entry = readEntry(parsed.value);
  return entry ? { kind: 'entry', entry: { ...entry, span, line: number } } : problem(`Line ${number} is no request: ${NO_REQUEST}`);
}

export const NO_REQUEST = 'it has no messages, input or contents, and no body, params or request that holds them';

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

export function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}
