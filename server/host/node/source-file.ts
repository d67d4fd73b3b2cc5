import { closeSync, openSync, readSync } from 'node:fs';
import type { SkippedFile } from '../host.ts';
import { isNotebookFileName } from '../language-of.ts';

export const largestFile = 2 * 1024 * 1024;
/** Most of a large notebook are the pictures that its cells put out. */
const largestNotebook = 16 * 1024 * 1024;
const minifiedFrom = 20_000;
const minifiedLineLength = 500;
const byteOrderMark = '\uFEFF';

export type SourceBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'skipped'; readonly why: SkippedFile['why'] };

/** Reads many files through one buffer: what it returns is good until the next call. */
export function createSourceReader(largest: number = largestFile): (file: string) => SourceBytes {
  const forText = Buffer.allocUnsafe(largest + 1);
  let forNotebooks: Buffer | null = null;
  return (file) => {
    if (isNotebookFileName(file)) forNotebooks ??= Buffer.allocUnsafe(largestNotebook + 1);
    const shared = isNotebookFileName(file) && forNotebooks !== null ? forNotebooks : forText;
    let length: number;
    try {
      const descriptor = openSync(file, 'r');
      try {
        length = readWhole(descriptor, shared);
      } finally {
        closeSync(descriptor);
      }
    } catch {
      return { kind: 'skipped', why: 'unreadable' };
    }
    if (length === shared.length) return { kind: 'skipped', why: 'too large' };
    const bytes = shared.subarray(0, length);
    return bytes.includes(0) ? { kind: 'skipped', why: 'binary' } : { kind: 'bytes', bytes };
  };
}

function readWhole(descriptor: number, into: Buffer): number {
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, into, length, into.length - length, null);
    length += read;
    if (read === 0 || length === into.length) return length;
  }
}

/** The text without its byte-order mark; bytes that are no UTF-8 become U+FFFD. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

export const startsWithMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

export const encode = (text: string, withMark: boolean): Buffer => Buffer.from(withMark ? byteOrderMark + text : text, 'utf8');

/** Whether a program wrote it for a machine: few lines, all of them very long. */
export function isMinified(file: string, text: string): boolean {
  if (/[.-]min\.[cm]?js$/.test(file)) return true;
  if (text.length < minifiedFrom || !/\.[cm]?jsx?$/.test(file)) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > minifiedLineLength;
}
