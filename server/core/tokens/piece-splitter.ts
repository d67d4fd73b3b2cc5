import { letter, lowerish, newline, number, otherish, space, surrogate, upperish } from './character-classes.ts';

/** The two pre-token patterns in use; each is written out by hand below, because a regular expression is slower and not frozen. */
export type PiecePattern = 'o200k' | 'cl100k';

export interface PieceSplitter {
  /** Where the piece that starts at `start` ends. Depends only on the text from `start` on. */
  readonly end: PieceEnd;
  /** How far the pattern may have read to end a piece at `end`: text from there on had no say in it. */
  readonly reach: PieceEnd;
}

type PieceEnd = (text: string, at: number) => number;

export function createPieceSplitter(pattern: PiecePattern, classes: Uint8Array): PieceSplitter {
  return {
    end: pattern === 'o200k' ? o200kPieceEnd(classes) : cl100kPieceEnd(classes),
    reach(text, end) {
      const mask = bitsAt(classes, text, end) & space ? space : upperish | lowerish;
      return runEnd(classes, text, end, mask) + contractionReach;
    },
  };
}

/** A contraction's three characters; it also covers the second half of a pair. */
const contractionReach = 4;

function o200kPieceEnd(classes: Uint8Array): PieceEnd {
  return (text, start) => {
    const first = bitsAt(classes, text, start);
    if (first & letter) return contractionEnd(text, wordEnd(classes, text, start));
    if (first & number) return numberEnd(classes, text, start);
    if (!(first & newline)) {
      const next = start + widthAt(text, start);
      const word = lowerWordEnd(classes, text, next);
      if (word > next) return contractionEnd(text, word);
      if (first & lowerish) return contractionEnd(text, next); // a mark is a word of its own before capitals
      const capitals = runEnd(classes, text, next, upperish);
      if (capitals > next) return contractionEnd(text, capitals);
      const symbols = symbolsEnd(classes, text, start, first);
      if (symbols > start) return lineTailEnd(text, symbols, true);
    }
    return spaceEnd(classes, text, start);
  };
}

function cl100kPieceEnd(classes: Uint8Array): PieceEnd {
  return (text, start) => {
    const contraction = contractionEnd(text, start);
    if (contraction > start) return contraction;
    const first = bitsAt(classes, text, start);
    if (first & letter) return runEnd(classes, text, start, letter);
    if (first & number) return numberEnd(classes, text, start);
    if (!(first & newline)) {
      const next = start + widthAt(text, start);
      const word = runEnd(classes, text, next, letter);
      if (word > next) return word;
      const symbols = symbolsEnd(classes, text, start, first);
      if (symbols > start) return lineTailEnd(text, symbols, false);
    }
    return spaceEnd(classes, text, start);
  };
}

/** `U*L+` or else `U+L*`: the first alternative wins wherever it matches at all. */
function wordEnd(classes: Uint8Array, text: string, start: number): number {
  const end = lowerWordEnd(classes, text, start);
  return end > start ? end : runEnd(classes, text, start, upperish);
}

/** `U*L+`, with the backtracking of `U*` that leaves one character for `L+`; `start` where it does not match. */
function lowerWordEnd(classes: Uint8Array, text: string, start: number): number {
  const capitals = runEnd(classes, text, start, upperish);
  const end = runEnd(classes, text, capitals, lowerish);
  if (end > capitals) return end;
  let at = capitals;
  while (at > start) {
    const width = at - 2 >= start && isPair(text, at - 2) ? 2 : 1;
    if (bitsAt(classes, text, at - width) & lowerish) return at;
    at -= width;
  }
  return start;
}

function numberEnd(classes: Uint8Array, text: string, start: number): number {
  let at = start;
  for (let taken = 0; taken < 3 && at < text.length && bitsAt(classes, text, at) & number; taken++) at += widthAt(text, at);
  return at;
}

/** ` ?[^\s\p{L}\p{N}]+`; `start` where it does not match. */
function symbolsEnd(classes: Uint8Array, text: string, start: number, first: number): number {
  if (first & otherish) return runEnd(classes, text, start, otherish);
  if (text.charCodeAt(start) !== 0x20) return start;
  const end = runEnd(classes, text, start + 1, otherish);
  return end > start + 1 ? end : start;
}

function lineTailEnd(text: string, start: number, withSlash: boolean): number {
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x0a && unit !== 0x0d && !(withSlash && unit === 0x2f)) break;
  }
  return at;
}

/** `\s*[\r\n]+|\s+(?!\S)|\s+`: up to the last line break, else all but the last space before a word, else all. */
function spaceEnd(classes: Uint8Array, text: string, start: number): number {
  const end = runEnd(classes, text, start, space);
  for (let at = end - 1; at >= start; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x0d) return at + 1;
  }
  return end < text.length && end - start > 1 ? end - 1 : end;
}

/** `(?i:'s|'t|'re|'ve|'m|'ll|'d)`, where `(?i:s)` is also U+017F; `start` where it does not match. */
function contractionEnd(text: string, start: number): number {
  if (text.charCodeAt(start) !== 0x27 || start + 1 >= text.length) return start;
  const one = text.charCodeAt(start + 1);
  if (one === 0x17f) return start + 2;
  const lower = one | 0x20;
  if (one >= 0x80) return start;
  if (lower === 0x73 || lower === 0x74 || lower === 0x6d || lower === 0x64) return start + 2;
  const two = text.charCodeAt(start + 2);
  if (!(two < 0x80)) return start;
  if (lower === 0x6c) return (two | 0x20) === 0x6c ? start + 3 : start;
  if (lower === 0x72 || lower === 0x76) return (two | 0x20) === 0x65 ? start + 3 : start;
  return start;
}

/** The end of the longest run of code points that have a bit of `mask`. */
function runEnd(classes: Uint8Array, text: string, start: number, mask: number): number {
  let at = start;
  while (at < text.length) {
    const bits = classes[text.charCodeAt(at)] ?? 0;
    if (bits & mask) at++;
    else if (bits & surrogate && bitsAt(classes, text, at) & mask) at += widthAt(text, at);
    else break;
  }
  return at;
}

/** A lone surrogate is encoded as U+FFFD and read as it: neither letter, number nor space. */
function bitsAt(classes: Uint8Array, text: string, at: number): number {
  const bits = classes[text.charCodeAt(at)] ?? 0;
  if (!(bits & surrogate)) return bits;
  return isPair(text, at) ? (classes[text.codePointAt(at) ?? 0] ?? otherish) : otherish;
}

function widthAt(text: string, at: number): number {
  return isPair(text, at) ? 2 : 1;
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
