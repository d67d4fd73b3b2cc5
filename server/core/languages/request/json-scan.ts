import type { Span } from '../../text/span.ts';

/**
 * Where the items of a JSON array stand, without building them: one pass that knows only strings and brackets, so that
 * each item can be parsed, and fail, on its own.
 */
export function arrayItems(text: string, open: number): readonly Span[] {
  const items: Span[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') at = stringEnd(text, at) - 1;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') {
      depth--;
      if (depth > 0) continue;
      addItem(text, start, at, items);
      return items;
    } else if (character === ',' && depth === 1) {
      addItem(text, start, at, items);
      start = at + 1;
    }
  }
  addItem(text, start, text.length, items);
  return items;
}

/** Where the value of a key of the object that opens at `open` starts; -1 where there is none. */
export function valueStart(text: string, open: number, key: string): number {
  const quoted = JSON.stringify(key);
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth === 0) return -1;
    if (character !== '"') continue;
    const end = stringEnd(text, at);
    const value = depth === 1 && text.slice(at, end) === quoted ? afterColon(text, end) : -1;
    if (value >= 0) return value;
    at = end - 1;
  }
  return -1;
}

/**
 * Where strict JSON breaks, for texts that `JSON.parse` refused: engines word the place differently, or leave it out. The
 * end of the span where the text only ends too early.
 */
export function errorOffset(text: string, span: Span): number {
  const open: string[] = [];
  let expects: Expectation = 'value';
  for (let at = skipSpace(text, span.start); at < span.end; at = skipSpace(text, at)) {
    const token = tokenEnd(text, at);
    const next: Expectation | null = token.isWhole ? step(text.charAt(at), expects, open) : null;
    if (next === null) return Math.min(token.isWhole ? at : token.end, span.end);
    expects = next;
    at = token.end;
  }
  return span.end;
}

/** Where a token ends, or where it breaks. Strings are walked by hand: an expression runs out of stack on a long one. */
function tokenEnd(text: string, at: number): { readonly end: number; readonly isWhole: boolean } {
  if (text.charAt(at) === '"') return stringTokenEnd(text, at);
  const token = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y;
  token.lastIndex = at;
  const found = token.exec(text)?.[0] ?? '';
  return { end: at + found.length, isWhole: found !== '' };
}

function stringTokenEnd(text: string, open: number): { readonly end: number; readonly isWhole: boolean } {
  let at = open + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return { end: at + 1, isWhole: true };
    if (unit < SPACE) break;
    if (unit !== BACKSLASH) continue;
    const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
    escaped.lastIndex = at;
    const found = escaped.exec(text);
    if (!found) break;
    at += found[0].length - 1;
  }
  return { end: at, isWhole: false };
}

const QUOTE = 34;
const BACKSLASH = 92;
/** No character before it may stand in a string as it is. */
const SPACE = 32;

type Expectation = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

/** What may follow a token that starts so; null where it must not stand. */
function step(first: string, expects: Expectation, open: string[]): Expectation | null {
  const after = (): Expectation => (open.length === 0 ? 'end' : 'comma-or-close');
  const wantsValue = expects === 'value' || expects === 'value-or-close';
  if (first === '{' || first === '[') {
    if (!wantsValue) return null;
    open.push(first);
    return first === '{' ? 'key-or-close' : 'value-or-close';
  }
  if (first === '}' || first === ']') {
    const fits = expects === 'comma-or-close' || expects === (first === '}' ? 'key-or-close' : 'value-or-close');
    if (!fits || open.pop() !== (first === '}' ? '{' : '[')) return null;
    return after();
  }
  if (first === ',') return expects !== 'comma-or-close' ? null : open.at(-1) === '{' ? 'key' : 'value';
  if (first === ':') return expects === 'colon' ? 'value' : null;
  if (first === '"' && (expects === 'key' || expects === 'key-or-close')) return 'colon';
  return wantsValue ? after() : null;
}

function addItem(text: string, from: number, to: number, items: Span[]): void {
  const start = skipSpace(text, from);
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) items.push({ start, end });
}

/** Past the closing quote, or the end of the text. */
function stringEnd(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && backslashesBefore(text, at, open) % 2 === 1) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at + 1;
}

function backslashesBefore(text: string, at: number, stop: number): number {
  let from = at;
  while (from - 1 > stop && text.charAt(from - 1) === '\\') from--;
  return at - from;
}

function afterColon(text: string, at: number): number {
  const colon = skipSpace(text, at);
  return text.charAt(colon) === ':' ? skipSpace(text, colon + 1) : -1;
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9;
