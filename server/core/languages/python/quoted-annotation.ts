import type { Expression } from '../../module/expression.ts';

/** Reads `Optional[a.B | None]` out of a quoted type; null where it is anything else. `offset` is where the text stands. */
export function parseAnnotation(text: string, offset: number): Expression | null {
  const tokens = tokenize(text, offset);
  if (tokens === null) return null;
  const cursor: Cursor = { tokens, at: 0 };
  const found = parseUnion(cursor);
  return cursor.at === tokens.length ? found : null;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

const TOKEN = /\s*([\p{L}_][\p{L}\p{N}_]*|[[\],.|])/uy;

function tokenize(text: string, offset: number): Token[] | null {
  const trimmed = text.trimEnd();
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < trimmed.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const word = TOKEN.exec(trimmed)?.[1];
    if (word === undefined) return null;
    tokens.push({ text: word, start: offset + TOKEN.lastIndex - word.length, end: offset + TOKEN.lastIndex });
  }
  return tokens;
}

function take(cursor: Cursor, text: string): Token | null {
  const token = cursor.tokens[cursor.at];
  if (token?.text !== text) return null;
  cursor.at++;
  return token;
}

function parseUnion(cursor: Cursor): Expression | null {
  let left = parseIndexed(cursor);
  while (left !== null && take(cursor, '|') !== null) {
    const right = parseIndexed(cursor);
    if (right === null) return null;
    left = { kind: 'choice', span: { start: left.span.start, end: right.span.end }, operator: 'or', test: null, options: [left, right] };
  }
  return left;
}

function parseIndexed(cursor: Cursor): Expression | null {
  const object = parseName(cursor);
  if (object === null || take(cursor, '[') === null) return object;
  const items: Expression[] = [];
  do {
    const item = parseUnion(cursor);
    if (item === null) return null;
    items.push(item);
  } while (take(cursor, ',') !== null);
  const end = take(cursor, ']')?.end;
  const [first] = items;
  const last = items.at(-1);
  if (end === undefined || first === undefined || last === undefined) return null;
  const span = { start: first.span.start, end: last.span.end };
  const index: Expression = items.length === 1 ? first : { kind: 'list', span, form: 'tuple', items };
  return { kind: 'index', span: { start: object.span.start, end }, object, index };
}

function parseName(cursor: Cursor): Expression | null {
  const first = takeName(cursor);
  if (first === null) return null;
  const span = { start: first.start, end: first.end };
  let object: Expression = first.text === 'None' ? { kind: 'null', span } : { kind: 'name', span, name: first.text };
  while (take(cursor, '.') !== null) {
    const name = takeName(cursor);
    if (name === null) return null;
    const nameSpan = { start: name.start, end: name.end };
    object = { kind: 'member', span: { start: first.start, end: name.end }, object, name: name.text, nameSpan };
  }
  return object;
}

function takeName(cursor: Cursor): Token | null {
  const token = cursor.tokens[cursor.at];
  if (token === undefined || /^[[\],.|]$/.test(token.text)) return null;
  cursor.at++;
  return token;
}
