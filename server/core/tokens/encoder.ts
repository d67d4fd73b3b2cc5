import { createCharacterClasses } from './character-classes.ts';
import { createCountCache } from './count-cache.ts';
import { createMerger } from './merge.ts';
import { createPieceSplitter, type PiecePattern, type PieceSplitter } from './piece-splitter.ts';
import { createRankTable, hashByte, spread } from './rank-table.ts';

/** A byte pair encoding. Special tokens are read as the ordinary text they are in what a user sends. */
export interface Encoding {
  count(text: string): number;
  encode(text: string): number[];
  /** The pieces the pattern cuts, for counting again only what an edit changed. */
  readonly pieces: PieceSplitter;
  countPiece(text: string, start: number, end: number): number;
}

const cachedPieces = 1 << 16;
const longestCachedPiece = 128;

/** `blob` is the unpacked asset of ranks. Everything that changes lives in the returned object. */
export function createEncoding(blob: Uint8Array, pattern: PiecePattern): Encoding {
  const table = createRankTable(blob);
  const merger = createMerger(table);
  const cache = createCountCache(cachedPieces, longestCachedPiece);
  const pieces = createPieceSplitter(pattern, createCharacterClasses());
  let bytes = new Uint8Array(1024);
  let hash = 0;

  /** Writes the piece as UTF-8 into `bytes` and its hash into `hash`; returns its length. */
  const load = (text: string, start: number, end: number): number => {
    if (bytes.length < 3 * (end - start)) bytes = new Uint8Array(6 * (end - start));
    let length = 0;
    let sum = 0;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) {
        const wide = writeWide(text, at, end, bytes, length);
        for (; length < wide; length++) sum = hashByte(sum, bytes[length] ?? 0);
        if (isPairAt(text, at, end)) at++;
      } else {
        bytes[length++] = unit;
        sum = hashByte(sum, unit);
      }
    }
    hash = sum;
    return length;
  };

  const countPiece = (text: string, start: number, end: number): number => {
    if (end - start === 1 && text.charCodeAt(start) < 0x80) return 1;
    const length = load(text, start, end);
    if (length <= table.longest && table.rankOf(bytes, 0, length, hash) >= 0) return 1;
    const mixed = spread(hash);
    const known = cache.get(bytes, length, mixed);
    if (known > 0) return known;
    const count = merger.merge(bytes, length);
    cache.set(bytes, length, mixed, count);
    return count;
  };

  return {
    pieces,
    countPiece,
    count(text) {
      let total = 0;
      for (let start = 0; start < text.length; ) {
        const end = pieces.end(text, start);
        total += countPiece(text, start, end);
        start = end;
      }
      return total;
    },
    encode(text) {
      const ids: number[] = [];
      for (let start = 0; start < text.length; ) {
        const end = pieces.end(text, start);
        const length = load(text, start, end);
        const whole = length <= table.longest ? table.rankOf(bytes, 0, length, hash) : -1;
        if (whole >= 0) ids.push(whole);
        else {
          const count = merger.merge(bytes, length);
          const bounds = merger.bounds();
          for (let at = 0; at < count; at++) ids.push(merger.rankOf(bytes, bounds[at] ?? 0, bounds[at + 1] ?? 0));
        }
        start = end;
      }
      return ids;
    },
  };
}

/** Writes one code point from U+0080 on; half a surrogate pair becomes U+FFFD. Returns the new length. */
function writeWide(text: string, at: number, end: number, bytes: Uint8Array, length: number): number {
  let code = text.charCodeAt(at);
  if (code < 0x800) {
    bytes[length] = 0xc0 | (code >> 6);
    bytes[length + 1] = 0x80 | (code & 0x3f);
    return length + 2;
  }
  if (isPairAt(text, at, end)) {
    code = text.codePointAt(at) ?? 0xfffd;
    bytes[length] = 0xf0 | (code >> 18);
    bytes[length + 1] = 0x80 | ((code >> 12) & 0x3f);
    bytes[length + 2] = 0x80 | ((code >> 6) & 0x3f);
    bytes[length + 3] = 0x80 | (code & 0x3f);
    return length + 4;
  }
  if (code >= 0xd800 && code < 0xe000) code = 0xfffd;
  bytes[length] = 0xe0 | (code >> 12);
  bytes[length + 1] = 0x80 | ((code >> 6) & 0x3f);
  bytes[length + 2] = 0x80 | (code & 0x3f);
  return length + 3;
}

function isPairAt(text: string, at: number, end: number): boolean {
  return at + 1 < end && (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
