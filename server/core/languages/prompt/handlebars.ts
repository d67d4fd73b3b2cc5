import { type Cursor, expressionName, type Nesting, type SilentToken, type TagSyntax, type Token, unquoted } from './token.ts';

/** Handlebars, and Mustache as its subset: `{{x}}`, `{{{x}}}`, `{{#if}}`, `{{> partial}}`, `{{! comment }}`, dotprompt's helpers. */
export const handlebars: readonly TagSyntax[] = [
  { opener: '\\{{', read: readEscaped },
  { opener: '{{{', read: (cursor, at) => readHole(cursor, at, 3, '}}}') },
  { opener: '{{~!--', read: (cursor, at) => readComment(cursor, at, '--') },
  { opener: '{{!--', read: (cursor, at) => readComment(cursor, at, '--') },
  { opener: '{{~!', read: (cursor, at) => readComment(cursor, at, '') },
  { opener: '{{!', read: (cursor, at) => readComment(cursor, at, '') },
  { opener: '{{', read: readTag },
];

function readEscaped({ text, find }: Cursor, at: number): readonly Token[] | null {
  const close = find('}}', at + 3);
  if (close < 0) return null;
  return [{ kind: 'text', start: at, end: close + 2, text: text.slice(at + 1, close + 2) }];
}

function readHole({ text, find }: Cursor, at: number, width: number, closer: string): readonly Token[] | null {
  const close = find(closer, at + width);
  if (close < 0) return null;
  const name = argumentName(text.slice(at + width, close));
  return [{ kind: 'hole', start: at, end: close + closer.length, name, syntax: 'handlebars' }];
}

/** `{{!-- … --}}` may hold `}}`; `{{! … }}` may not. */
function readComment(cursor: Cursor, at: number, dashes: string): readonly Token[] | null {
  const from = cursor.find('!', at) + 1;
  let close = cursor.find(`${dashes}}}`, from + dashes.length);
  if (dashes !== '') {
    const trimming = cursor.find(`${dashes}~}}`, from + dashes.length);
    if (close < 0 || (trimming >= 0 && trimming < close)) close = trimming;
  }
  if (close < 0) return null;
  const end = cursor.find('}}', close) + 2;
  const token: SilentToken = { kind: 'silent', start: at, end, what: 'comment', subject: null, nesting: 'none' };
  return [wholeLine(cursor.text, { ...token, ...trims(cursor.text, at, end) })];
}

function readTag(cursor: Cursor, at: number): readonly Token[] | null {
  const { text, find } = cursor;
  const close = find('}}', at + 2);
  if (close < 0) return null;
  const end = close + 2;
  const inner = text
    .slice(at + 2, close)
    .replace(/^~|~$/g, '')
    .trim();
  const place = { start: at, end, ...trims(text, at, end) };
  const control = (nesting: Nesting, subject: string | null): readonly Token[] => [
    wholeLine(text, { ...place, kind: 'silent', what: 'control', subject, nesting }),
  ];
  const role = /^#?(?:role|message)\s+(?:role\s*=\s*)?["'](\w+)["']/.exec(inner)?.[1];
  if (role !== undefined) return [{ ...place, kind: 'role', role }];
  if (/^\/\s*message$/.test(inner)) return [{ ...place, kind: 'role', role: null }];
  if (/^else\b/.test(inner) || inner === '^') return control('none', null);
  if (inner.startsWith('/')) return control('close', null);
  if (inner.startsWith('#') || inner.startsWith('^')) return control(...sectionOf(inner));
  if (/^section\s+["']/.test(inner)) return control('none', null);
  if (inner.startsWith('>')) {
    const include = unquoted(inner.slice(1)) ?? inner.slice(1).trim().split(/\s/, 1)[0] ?? '';
    return [wholeLine(text, { ...place, kind: 'hole', name: include, syntax: 'handlebars', include })];
  }
  return [{ ...place, kind: 'hole', name: argumentName(inner), syntax: 'handlebars' }];
}

/** A bare section repeats over a list and asks of anything else; `{{^x}}` only asks. */
function sectionOf(inner: string): [Nesting, string] {
  const [word = '', ...rest] = inner
    .slice(1)
    .trim()
    .replace(/^[*>]\s*/, '')
    .split(/\s+/);
  if (rest.length === 0) return [inner.startsWith('^') ? 'conditional' : 'section', word];
  return [word === 'each' ? 'repeated' : 'conditional', rest.join(' ')];
}

/** `json data` → data, `media url=photo` → photo, `user.name` → user.name. */
function argumentName(inner: string): string {
  const words = inner
    .replace(/^[~&\s]+|~$/g, '')
    .trim()
    .split(/\s+/);
  const named = words.length > 1 ? (words[1] ?? '') : (words[0] ?? '');
  return expressionName(words.length > 1 ? named.slice(named.indexOf('=') + 1) : named);
}

const trims = (text: string, start: number, end: number) => ({
  trimsBefore: text.charAt(start + 2) === '~',
  trimsAfter: text.charAt(end - 3) === '~',
});

/** A block tag, comment or partial alone on its line takes the line with it. */
function wholeLine<Tag extends Token>(text: string, tag: Tag): Tag {
  let start = tag.start;
  while (start > 0 && isBlank(text.charAt(start - 1))) start--;
  if (start > 0 && text.charAt(start - 1) !== '\n') return tag;
  let end = tag.end;
  while (isBlank(text.charAt(end))) end++;
  if (text.startsWith('\r\n', end)) return { ...tag, start, end: end + 2 };
  if (text.charAt(end) === '\n') return { ...tag, start, end: end + 1 };
  return end === text.length ? { ...tag, start, end } : tag;
}

const isBlank = (character: string): boolean => character === ' ' || character === '\t';
