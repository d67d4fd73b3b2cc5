import { verbatim } from './mapped-text.ts';
import { gather } from './messages.ts';
import type { Reading } from './reading.ts';
import { scan } from './scan.ts';
import { type Cursor, cursorOver, type HoleToken, type Nesting, type RoleToken, type SilentToken, type Token } from './token.ts';

/**
 * POML's elements, as far as they decide what is sent and who speaks. How an element is dressed up when it is rendered
 * (headings, lists) is not read: its words are the floor.
 */
export function readPoml(text: string): Reading {
  const cursor = cursorOver(text);
  const tokens: Token[] = [];
  const open: OpenElement[] = [];
  let at = 0;
  for (const tag of text.matchAll(TAG)) {
    if (tag.index < at) continue;
    addText(cursor, at, tag.index, open, tokens);
    at = tag.index + tag[0].length;
    addTag(tag, open, tokens);
  }
  addText(cursor, at, text.length, open, tokens);
  const { messages, includes } = gather(verbatim(text, { start: 0, end: text.length }), tokens, { role: 'user', trims: 'spaces' });
  return { prompts: [{ name: null, model: null, maxOutputTokens: null, messages }], includes, problems: [] };
}

const TAG = /<!--[\s\S]*?(?:-->|$(?![\s\S]))|<(\/?)([A-Za-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;

interface OpenElement {
  readonly name: string;
  readonly isNested: boolean;
  readonly isUnsent: boolean;
  readonly speaks: boolean;
}

function addText({ text, find }: Cursor, start: number, end: number, open: readonly OpenElement[], tokens: Token[]): void {
  if (open.some((element) => element.isUnsent)) {
    if (end > start) tokens.push({ kind: 'silent', start, end, what: 'markup', subject: null, nesting: 'none' });
    return;
  }
  for (const token of scan({ text, find }, start, end, 'jinja')) tokens.push(collapsed(token));
}

/** Indentation and line breaks are layout, as in HTML. */
function collapsed(token: Token): Token {
  if (token.kind !== 'text') return token;
  const text = token.text.replace(/\s+/g, ' ');
  return text === ' ' ? { ...token, kind: 'silent', what: 'space', subject: null, nesting: 'none' } : { ...token, text };
}

function addTag(tag: RegExpExecArray, open: OpenElement[], tokens: Token[]): void {
  const [whole, slash = '', name = '', attributes = ''] = tag;
  const mark = marker(tag.index, tag.index + whole.length, tokens);
  if (name === '') mark({ kind: 'silent', what: 'comment', subject: null, nesting: 'none' });
  else if (slash === '') openElement(name.toLowerCase(), attributes, mark, open);
  else closeElements(name.toLowerCase(), mark, open);
  mark(markup('none'));
}

/** One tag may say several things; the first of them covers it, and the others stand at its end. */
function marker(start: number, end: number, tokens: Token[]): Mark {
  let at = start;
  return (token) => {
    if (at === start || token.kind !== 'silent' || token.nesting !== 'none') tokens.push({ ...token, start: at, end });
    at = end;
  };
}
type Mark = (token: Said) => void;
type Said = Omit<HoleToken, 'start' | 'end'> | Omit<SilentToken, 'start' | 'end'> | Omit<RoleToken, 'start' | 'end'>;

const markup = (nesting: Nesting, subject: string | null = null): Omit<SilentToken, 'start' | 'end'> => ({
  kind: 'silent',
  what: 'markup',
  subject,
  nesting,
});

function openElement(name: string, attributes: string, mark: Mark, open: OpenElement[]): void {
  const speaker = attributeOf(attributes, 'speaker') ?? SPEAKERS.get(name) ?? null;
  const source = attributeOf(attributes, 'src');
  const loop = attributeOf(attributes, 'for');
  const condition = attributeOf(attributes, 'if');
  const isAlone = attributes.trimEnd().endsWith('/');
  const isNested = !isAlone && (loop !== null || condition !== null);
  if (speaker !== null) mark({ kind: 'role', role: speaker });
  if (isNested)
    mark(markup(loop === null ? 'conditional' : condition === null ? 'repeated' : 'section', loop?.replace(/^.*\bin\s+/, '') ?? condition));
  if (source !== null)
    mark(name === 'let' ? { ...markup('none'), include: source } : { kind: 'hole', name: source, syntax: 'jinja', include: source });
  if (!isAlone) open.push({ name, isNested, isUnsent: UNSENT.has(name), speaks: speaker !== null });
}

const attributeOf = (attributes: string, name: string): string | null =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined) ?? null;

/** A closing tag that fits nothing is passed over; one that fits an outer element closes the inner ones too. */
function closeElements(name: string, mark: Mark, open: OpenElement[]): void {
  const index = open.findLastIndex((element) => element.name === name);
  if (index < 0) return;
  for (const element of open.splice(index).reverse()) {
    if (element.isNested) mark(markup('close'));
    if (element.speaks) mark({ kind: 'role', role: null });
  }
}

const SPEAKERS: ReadonlyMap<string, string> = new Map([
  ['system-msg', 'system'],
  ['user-msg', 'user'],
  ['human-msg', 'user'],
  ['ai-msg', 'assistant'],
]);
const UNSENT: ReadonlySet<string> = new Set(['meta', 'let', 'stylesheet', 'output-schema', 'tool-definition', 'tool']);
