/** A text of a request, in the order in which the model reads them. */
export interface Chunk {
  readonly text: string;
}

/** Lines that stand in a text again, having stood in it or in an earlier one. */
export interface Repeat {
  readonly first: number;
  readonly second: number;
  /** As the second text spells it, with the line end behind it. */
  readonly text: string;
}

/**
 * The longest runs of lines that repeat; blank lines and white space at the ends of lines make no difference. They have so many
 * characters in sentences: code, tables and data say the same again where they have to.
 */
export function findRepeats(chunks: readonly Chunk[], leastCharacters: number): readonly Repeat[] {
  const lines = chunks.flatMap(({ text }, chunk) => linesOf(text, chunk));
  const seen = new Map<string, number[]>();
  const found: Repeat[] = [];
  for (let at = 0; at < lines.length; ) {
    const run = longestRun(lines, seen, at);
    const isLong = run !== null && charactersOf(lines, at, run.length) >= leastCharacters;
    if (isLong) found.push(repeatOf(chunks, lines, at, run));
    const next = at + (isLong ? run.length : 1);
    for (; at < next; at++) note(seen, lines[at]?.key ?? '', at);
  }
  return found;
}

interface Line {
  readonly chunk: number;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface Run {
  readonly from: number;
  readonly length: number;
}

function linesOf(text: string, chunk: number): readonly Line[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) => {
    const key = match[0].trim();
    return key === '' ? [] : [{ chunk, key, start: match.index, end: match.index + match[0].length }];
  });
}

/** Earlier places to compare with; a line that stands everywhere starts no passage. */
const mostPlaces = 8;
const shortestStart = 12;

function note(seen: Map<string, number[]>, key: string, at: number): void {
  if (key.length < shortestStart || !/\p{L}{3}/u.test(key)) return;
  const places = seen.get(key) ?? [];
  if (places.length < mostPlaces) seen.set(key, [...places, at]);
}

function longestRun(lines: readonly Line[], seen: ReadonlyMap<string, readonly number[]>, at: number): Run | null {
  let best: Run | null = null;
  for (const from of seen.get(lines[at]?.key ?? '') ?? []) {
    let length = 1;
    while (from + length < at && isSame(lines, from + length, at + length, from, at)) length++;
    if (best === null || length > best.length) best = { from, length };
  }
  return best;
}

/** The next lines of both, within the texts in which they began. */
function isSame(lines: readonly Line[], a: number, b: number, from: number, at: number): boolean {
  const [one, other] = [lines[a], lines[b]];
  return one !== undefined && one.key === other?.key && one.chunk === lines[from]?.chunk && other.chunk === lines[at]?.chunk;
}

const charactersOf = (lines: readonly Line[], at: number, length: number): number =>
  lines.slice(at, at + length).reduce((sum, { key }) => sum + (sentence.test(key) ? key.length : 0), 0);

/** Five words in a row, or as many signs of a script without spaces. */
const sentence =
  /(?:(?:^|\s)["'(*_]*\p{L}[\p{L}\p{M}'’-]*[.,:;!?)"'*_]*(?=\s|$)){5}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{5}/u;

function repeatOf(chunks: readonly Chunk[], lines: readonly Line[], at: number, { from, length }: Run): Repeat {
  const [start, end] = [lines[at], lines[at + length - 1]];
  const second = start?.chunk ?? 0;
  const text = chunks[second]?.text ?? '';
  const to = end?.end ?? 0;
  return { first: lines[from]?.chunk ?? 0, second, text: text.slice(start?.start ?? 0, text[to] === '\n' ? to + 1 : to) };
}
