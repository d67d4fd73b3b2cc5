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

/** Where strict JSON breaks, for texts that `JSON.parse` refused: engines word the place differently, or leave it out. */
export function errorOffset(text: string, span: Span): number {
  const token = new RegExp(TOKEN, 'y');
  const open: string[] = [];
  let expects: Expectation = 'value';
  token.lastIndex = span.start;
  while (token.lastIndex < span.end) {
    const before = skipSpace(text, token.lastIndex);
    if (before >= span.end) break;
    const found = token.exec(text)?.[0].trim();
    const next: Expectation | null = found === undefined ? null : step(found, expects, open);
    if (next === null) return before;
    expects = next;
  }
  return expects === 'end' ? span.end : Math.max(span.start, text.slice(0, span.end).trimEnd().length);
}

/** A string may not hold control characters, from U+0000 to U+001F. */
const TOKEN = String.raw`\s*(?:"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:])`;

type Expectation = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

/** What may follow a token; null where the token itself must not stand. */
function step(token: string, expects: Expectation, open: string[]): Expectation | null {
  const after = (): Expectation => (open.length === 0 ? 'end' : 'comma-or-close');
  const wantsValue = expects === 'value' || expects === 'value-or-close';
  const first = token.charAt(0);
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
