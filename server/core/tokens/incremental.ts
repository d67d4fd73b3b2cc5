import type { TextEdit } from '../text/span.ts';
import type { Encoding } from './encoder.ts';

/** The token count of a text that is being edited: an edit costs what it changes, not the length of the text. */
export interface CountedText {
  readonly count: number;
  readonly length: number;
  /** `edit.span` stands in the text before the edit. Returns the new count. */
  edit(edit: TextEdit): number;
}

/** Chunks start at piece starts, so that each has a count of its own. */
interface Chunk {
  readonly text: string;
  readonly count: number;
}

/** Short, because the chunk that an edit touches is counted again whole. */
const chunkLength = 192;

export function createCountedText(encoding: Encoding, text: string): CountedText {
  const nothing = { more: () => null, meets: () => false };
  const chunks: Chunk[] = cut(encoding, text, nothing);
  let count = chunks.reduce((sum, chunk) => sum + chunk.count, 0);
  let length = text.length;
  // Edits come close together, so the search starts at the chunk of the last one.
  let cursor = 0;
  let cursorStart = 0;

  const lengthOf = (index: number): number => chunks[index]?.text.length ?? 0;

  const seek = (offset: number): void => {
    while (cursor > 0 && (cursor >= chunks.length || cursorStart > offset)) cursorStart -= lengthOf(--cursor);
    while (cursor + 1 < chunks.length && cursorStart + lengthOf(cursor) <= offset) cursorStart += lengthOf(cursor++);
  };

  /** Whether the last piece before chunk `index` was cut after a look at what stands `distance` behind the chunk's start. */
  const wasLookedAt = (index: number, distance: number): boolean => {
    let window = chunks[index]?.text ?? '';
    for (let next = index + 1; ; next++) {
      const reach = encoding.pieces.reach(window, 0);
      if (distance < reach && distance < window.length) return true;
      if (reach < window.length || next >= chunks.length || distance < window.length) return distance <= reach;
      window += chunks[next]?.text ?? '';
    }
  };

  const replace = (from: number, to: number, fresh: readonly Chunk[]): void => {
    for (let at = from; at < to; at++) count -= chunks[at]?.count ?? 0;
    for (const chunk of fresh) count += chunk.count;
    const first = fresh[0];
    if (fresh.length === 1 && to - from === 1 && first) chunks[from] = first;
    else chunks.splice(from, to - from, ...fresh);
  };

  return {
    get count() {
      return count;
    },
    get length() {
      return length;
    },
    edit({ span, text: inserted }) {
      if (span.start < 0 || span.end < span.start || span.end > length) throw new RangeError(`no such span: ${span.start} to ${span.end}`);
      seek(span.start);
      while (cursor > 0 && wasLookedAt(cursor, span.start - cursorStart)) cursorStart -= lengthOf(--cursor);
      length += inserted.length - (span.end - span.start);

      let to = cursor;
      let window = '';
      while (to < chunks.length && cursorStart + window.length < span.end) window += chunks[to++]?.text ?? '';
      window = window.slice(0, span.start - cursorStart) + inserted + window.slice(span.end - cursorStart);
      const changed = span.start - cursorStart + inserted.length;
      const starts = new Map<number, number>();
      let end = window.length;
      let met: number | null = null;
      const fresh = cut(encoding, window, {
        more() {
          const next = chunks[to];
          if (!next) return null;
          starts.set(end, to++);
          end += next.text.length;
          return next.text;
        },
        meets(offset) {
          met = offset >= changed ? (starts.get(offset) ?? null) : null;
          return met !== null;
        },
      });
      replace(cursor, met ?? to, fresh);
      return count;
    },
  };
}

interface Following {
  /** The text of the next old chunk, null where there is none. */
  more(): string | null;
  /** Whether an old chunk starts at this offset from the cut's start, with nothing changed behind it. */
  meets(offset: number): boolean;
}

/** Cuts and counts `text` and what follows it, until a piece starts where an old chunk did. */
function cut(encoding: Encoding, text: string, following: Following): Chunk[] {
  const chunks: Chunk[] = [];
  let window = text;
  let base = 0;
  let start = 0;
  let at = 0;
  let count = 0;
  let isWhole = false;

  const extend = (): void => {
    const next = following.more();
    isWhole = next === null;
    window = window.slice(start) + (next ?? '');
    base += start;
    at -= start;
    start = 0;
  };
  const close = (): void => {
    if (at > start) chunks.push({ text: window.slice(start, at), count });
    start = at;
    count = 0;
  };

  for (;;) {
    while (at >= window.length && !isWhole) extend();
    if (at >= window.length) break;
    let end = encoding.pieces.end(window, at);
    while (!isWhole && encoding.pieces.reach(window, end) >= window.length) {
      extend();
      end = encoding.pieces.end(window, at);
    }
    count += encoding.countPiece(window, at, end);
    at = end;
    if (following.meets(base + at)) break;
    if (at - start >= chunkLength) close();
  }
  close();
  return withoutShortTail(chunks);
}

/** Else every keystroke in a full chunk would leave one more chunk behind. */
function withoutShortTail(chunks: Chunk[]): Chunk[] {
  const tail = chunks.at(-1);
  const before = chunks.at(-2);
  if (!tail || !before || tail.text.length * 2 >= chunkLength) return chunks;
  return [...chunks.slice(0, -2), { text: before.text + tail.text, count: before.count + tail.count }];
}
