import type { PromptInclude } from '../../module/prompt-file.ts';
import { verbatim } from './mapped-text.ts';
import { gather } from './messages.ts';
import type { Reading } from './reading.ts';
import { scan } from './scan.ts';
import { type Cursor, cursorOver, type Nesting, type Token } from './token.ts';

/**
 * POML's elements, as far as they decide what is sent and who speaks. How an element is dressed up when it is rendered
 * (headings, lists) is not read: its words are the floor.
 */
export function readPoml(text: string): Reading {
  const cursor = cursorOver(text);
  const found: Found = { tokens: [], includes: [] };
  const open: OpenElement[] = [];
  let at = 0;
  for (const tag of text.matchAll(TAG)) {
    if (tag.index < at) continue;
    addText(cursor, at, tag.index, open, found);
    at = tag.index + tag[0].length;
    addTag(tag, open, found);
  }
  addText(cursor, at, text.length, open, found);
  const { messages } = gather(verbatim(text, { start: 0, end: text.length }), found.tokens, { role: 'user', trims: 'spaces' });
  return { prompts: [{ name: null, model: null, maxOutputTokens: null, messages }], includes: found.includes, problems: [] };
}

const TAG = /<!--[\s\S]*?(?:-->|$(?![\s\S]))|<(\/?)([A-Za-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;

interface Found {
  readonly tokens: Token[];
  readonly includes: PromptInclude[];
}
interface OpenElement {
  readonly name: string;
  readonly nestings: number;
  readonly isUnsent: boolean;
  readonly speaks: boolean;
}

function addText({ text, find }: Cursor, start: number, end: number, open: readonly OpenElement[], { tokens }: Found): void {
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

function addTag(tag: RegExpExecArray, open: OpenElement[], found: Found): void {
  const [whole, slash = '', name = '', attributes = ''] = tag;
  const place = { start: tag.index, end: tag.index + whole.length };
  const silent = (nesting: Nesting, subject: string | null): void => {
    found.tokens.push({ ...place, kind: 'silent', what: name === '' ? 'comment' : 'markup', subject, nesting });
  };
  if (name === '' || slash !== '') {
    if (name !== '') closeElements(name.toLowerCase(), place, open, found, silent);
    silent('none', null);
    return;
  }
  const value = (attribute: string): string | null =>
    new RegExp(`(?:^|\\s)${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
      .exec(attributes)
      ?.slice(1)
      .find((one) => one !== undefined) ?? null;
  addSource(value('src'), name, place, found);
  const speaker = value('speaker') ?? SPEAKERS.get(name.toLowerCase()) ?? null;
  const loop = value('for');
  const condition = value('if');
  const isAlone = attributes.trimEnd().endsWith('/');
  if (speaker !== null) found.tokens.push({ ...place, kind: 'role', role: speaker });
  if (isAlone) {
    silent('none', null);
    return;
  }
  if (loop !== null) silent('repeated', loop.replace(/^.*\bin\s+/, ''));
  if (condition !== null) silent('conditional', condition);
  if (loop === null && condition === null && speaker === null) silent('none', null);
  const nestings = (loop === null ? 0 : 1) + (condition === null ? 0 : 1);
  open.push({ name: name.toLowerCase(), nestings, isUnsent: UNSENT.has(name.toLowerCase()), speaks: speaker !== null });
}

/** A closing tag that fits nothing is passed over; one that fits an outer element closes the inner ones too. */
function closeElements(
  name: string,
  place: { readonly start: number; readonly end: number },
  open: OpenElement[],
  { tokens }: Found,
  silent: (nesting: Nesting, subject: string | null) => void,
): void {
  const index = open.findLastIndex((element) => element.name === name);
  if (index < 0) return;
  for (const element of open.splice(index).reverse()) {
    for (let nesting = 0; nesting < element.nestings; nesting++) silent('close', null);
    if (element.speaks) tokens.push({ ...place, kind: 'role', role: null });
  }
}

function addSource(
  path: string | null,
  name: string,
  place: { readonly start: number; readonly end: number },
  { tokens, includes }: Found,
): void {
  if (path === null) return;
  includes.push({ path, span: place, kind: 'text' });
  if (name.toLowerCase() !== 'let') tokens.push({ ...place, kind: 'hole', name: path, syntax: 'jinja' });
}

const SPEAKERS: ReadonlyMap<string, string> = new Map([
  ['system-msg', 'system'],
  ['user-msg', 'user'],
  ['human-msg', 'user'],
  ['ai-msg', 'assistant'],
]);
const UNSENT: ReadonlySet<string> = new Set(['meta', 'let', 'stylesheet', 'output-schema', 'tool-definition', 'tool']);
