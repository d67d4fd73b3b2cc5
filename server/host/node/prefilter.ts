import { isNotebookFileName } from '../language-of.ts';

/** Says of a file's bytes whether it is worth decoding. */
export type Prefilter = (bytes: Buffer) => boolean;

/** A notebook's code stands in JSON, where a line break would stick to the next line's first word as an `n`. */
export function searchable(file: string, bytes: Buffer): Buffer {
  if (!isNotebookFileName(file)) return bytes;
  const text = bytes.toString('latin1').replace(/\\([nrt"\\])/g, (_, escaped: string) => jsonEscapes[escaped] ?? escaped);
  return Buffer.from(text, 'latin1');
}

const jsonEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * One regular expression over the bytes read as Latin-1. Measured on 8,000 files (43 MB): 65 ms, where a search for each of
 * 14 names took 200 ms. The pattern may name nothing outside of ASCII.
 */
export const createPrefilter =
  (pattern: RegExp): Prefilter =>
  (bytes) =>
    pattern.test(bytes.toString('latin1'));

/** Whether a file contains one word of each group, as a word. */
export function createWordFilter(groups: readonly (readonly string[])[]): Prefilter {
  const matchers = groups.map((words) => createPrefilter(new RegExp(`(?<![\\w$])(?:${words.map(asLatin1).join('|')})(?![\\w$])`)));
  return (bytes) => matchers.every((matches) => matches(bytes));
}

/** Words outside of ASCII are looked for as their bytes. */
function asLatin1(word: string): string {
  return Buffer.from(word, 'utf8')
    .toString('latin1')
    .replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
