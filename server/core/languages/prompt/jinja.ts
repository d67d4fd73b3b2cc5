import { type Cursor, expressionName, type Nesting, type TagSyntax, type Token, unquoted } from './token.ts';

/** Jinja2 and Nunjucks: `{{ output }}`, `{% statement %}`, `{# comment #}`. */
export const jinja: readonly TagSyntax[] = [
  { opener: '{#', read: readComment },
  { opener: '{%', read: readStatement },
  { opener: '{{', read: readOutput },
];

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly inner: string;
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
}

function readTag({ text, find }: Cursor, at: number, closer: string): Tag | null {
  const close = find(closer, at + 2);
  if (close < 0) return null;
  const first = text.charAt(at + 2);
  const last = close > at + 2 ? text.charAt(close - 1) : '';
  const from = at + (first === '-' || first === '+' ? 3 : 2);
  const to = close - (last === '-' || last === '+' ? 1 : 0);
  return { start: at, end: close + 2, inner: text.slice(from, to).trim(), trimsBefore: first === '-', trimsAfter: last === '-' };
}

function readComment(cursor: Cursor, at: number): readonly Token[] | null {
  const tag = readTag(cursor, at, '#}');
  return tag && [{ ...placed(tag), kind: 'silent', what: 'comment', subject: null, nesting: 'none' }];
}

function readOutput(cursor: Cursor, at: number): readonly Token[] | null {
  const tag = readTag(cursor, at, '}}');
  if (!tag) return null;
  const role = /^_\.(?:role|chat)\(\s*(?:role\s*=\s*)?["'](\w+)["']/.exec(tag.inner)?.[1];
  if (role !== undefined) return [{ ...placed(tag), kind: 'role', role }];
  const literal = /^(["'])([^"'\\]*)\1$/.exec(tag.inner)?.[2];
  if (literal !== undefined) return [{ ...placed(tag), kind: 'text', text: literal }];
  return [{ ...placed(tag), kind: 'hole', name: expressionName(tag.inner), syntax: 'jinja' }];
}

function readStatement(cursor: Cursor, at: number): readonly Token[] | null {
  const tag = readTag(cursor, at, '%}');
  if (!tag) return null;
  const [, word = '', rest = ''] = /^(\w*)\s*([\s\S]*)$/.exec(tag.inner) ?? [];
  if (word === 'raw' || word === 'verbatim') return readRaw(cursor, tag, word);
  const include = unquoted(rest.replace(/^\[\s*/, ''));
  if (word === 'include' || word === 'extends') {
    const hole = { ...placed(tag), kind: 'hole', name: include ?? expressionName(rest), syntax: 'jinja' } as const;
    return [include === null ? hole : { ...hole, include }];
  }
  const control = {
    ...placed(tag),
    kind: 'silent',
    what: 'control',
    subject: subjectOf(word, rest),
    nesting: nestingOf(word, rest),
  } as const;
  return [include !== null && (word === 'import' || word === 'from') ? { ...control, include } : control];
}

/** What stands in a raw block is text, braces and all. */
function readRaw(cursor: Cursor, open: Tag, word: string): readonly Token[] | null {
  const { text, find } = cursor;
  for (let at = find(`end${word}`, open.end); at >= 0; at = find(`end${word}`, at + 1)) {
    const start = text.lastIndexOf('{%', at);
    const close = start >= open.end ? readTag(cursor, start, '%}') : null;
    if (close?.inner !== `end${word}`) continue;
    const silent = { kind: 'silent', what: 'control', subject: null, nesting: 'none' } as const;
    const body: Token = { kind: 'text', start: open.end, end: close.start, text: text.slice(open.end, close.start) };
    return [{ ...placed(open), ...silent }, body, { ...placed(close), ...silent }];
  }
  return null;
}

function nestingOf(word: string, rest: string): Nesting {
  if (word.startsWith('end')) return 'close';
  if (word === 'set') return rest.includes('=') ? 'none' : 'conditional';
  return NESTING[word] ?? 'none';
}

/** Macros are sent where they are called, if at all. Tags that are not listed stand alone. */
const NESTING: Readonly<Record<string, Nesting>> = {
  for: 'repeated',
  if: 'conditional',
  macro: 'conditional',
  block: 'group',
  call: 'group',
  filter: 'group',
  with: 'group',
  autoescape: 'group',
  trans: 'group',
};

function subjectOf(word: string, rest: string): string | null {
  if (word === 'for') return expressionName(/\bin\s+([\s\S]+)$/.exec(rest)?.[1]?.split(/\s(?:if|recursive)\b/, 1)[0] ?? rest);
  return word === 'if' || word === 'elif' ? expressionName(rest) : null;
}

const placed = ({ start, end, trimsBefore, trimsAfter }: Tag): Omit<Tag, 'inner'> => ({ start, end, trimsBefore, trimsAfter });
