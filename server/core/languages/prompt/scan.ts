import { handlebars } from './handlebars.ts';
import { jinja } from './jinja.ts';
import {
  bareBraces,
  claudeArguments,
  dollarBraces,
  geminiArguments,
  pythonFormat,
  semanticKernel,
  vscodeVariables,
} from './simple-holes.ts';
import type { Cursor, TagSyntax, Token } from './token.ts';

/** How a format spells its holes. `detect`: the file does not say, so its text has to. */
export type Dialect = Exclude<keyof typeof DIALECTS, 'detect'> | 'detect';

const DIALECTS = {
  none: [],
  jinja,
  handlebars,
  'python-format': pythonFormat,
  braces: bareBraces,
  'dollar-braces': dollarBraces,
  vscode: vscodeVariables,
  claude: claudeArguments,
  gemini: geminiArguments,
  'semantic-kernel': semanticKernel,
} as const satisfies Readonly<Record<string, readonly TagSyntax[]>>;

/** The tags of a stretch of text and the text between them, in order and without a gap. */
export function scan(cursor: Cursor, start: number, end: number, dialect: Dialect): readonly Token[] {
  const syntaxes: readonly TagSyntax[] = DIALECTS[dialect === 'detect' ? detectDialect(cursor.text) : dialect];
  const tokens: Token[] = [];
  let written = start;
  const text = (to: number): void => {
    if (to > written) tokens.push({ kind: 'text', start: written, end: to, text: cursor.text.slice(written, to) });
    written = to;
  };
  for (let at = nextOpener(cursor, syntaxes, start); at >= 0 && at < end; at = nextOpener(cursor, syntaxes, Math.max(written, at + 1))) {
    const read = readTag(cursor, syntaxes, at);
    const last = read?.at(-1);
    if (!read || !last || at < written) continue;
    text(Math.max(written, Math.min(read[0]?.start ?? at, at)));
    for (const token of read) tokens.push(within(token, written, end));
    written = Math.min(last.end, end);
  }
  text(end);
  return trimmed(tokens);
}

/**
 * Which engine a file without a declared one is written for. Statements decide; else the spelling that stands there
 * most. Doubled braces beside `{x}` are the escapes of `str.format`.
 */
export function detectDialect(text: string): Exclude<Dialect, 'detect'> {
  if (/\{%-?\s*[a-z]{2,20}\b[^%]{0,300}%\}/.test(text)) return 'jinja';
  const doubled = count(text, /\{\{[~-]?\s*[#/^>&$.]?[A-Za-z_][^{}\n]{0,200}\}\}/g);
  const single = count(text, /(?<![{$])\{[A-Za-z_][\w.]*\}(?!\})/g);
  const dollar = count(text, /\$\{[A-Za-z_][\w.]*\}/g);
  if (doubled > 0 && doubled >= single) return /\{\{~?[#^>]/.test(text) ? 'handlebars' : 'jinja';
  if (single > 0 && single >= dollar) return text.includes('{{') ? 'python-format' : 'braces';
  return dollar > 0 ? 'dollar-braces' : 'none';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function nextOpener({ find }: Cursor, syntaxes: readonly TagSyntax[], from: number): number {
  let next = -1;
  for (const { opener } of syntaxes) {
    const at = find(opener, from);
    if (at >= 0 && (next < 0 || at < next)) next = at;
  }
  return next;
}

function readTag(cursor: Cursor, syntaxes: readonly TagSyntax[], at: number): readonly Token[] | null {
  for (const { opener, read } of syntaxes) {
    const tokens = cursor.text.startsWith(opener, at) ? read(cursor, at) : null;
    if (tokens) return tokens;
  }
  return null;
}

const within = <One extends Token>(token: One, start: number, end: number): One => ({
  ...token,
  start: Math.max(start, Math.min(token.start, end)),
  end: Math.min(token.end, end),
});

/** Takes the white space out that `{%- -%}` and `{{~ ~}}` remove. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, index): readonly Token[] => {
    if (token.kind !== 'text') return [token];
    const after = tokens[index - 1]?.trimsAfter === true;
    const before = tokens[index + 1]?.trimsBefore === true;
    if (!after && !before) return [token];
    if (token.text.length !== token.end - token.start) return [token];
    const left = after ? token.text.length - token.text.trimStart().length : 0;
    const right = before ? Math.max(left, token.text.trimEnd().length) : token.text.length;
    const space = (start: number, end: number): readonly Token[] =>
      start < end ? [{ kind: 'silent', start, end, what: 'space', subject: null, nesting: 'none' }] : [];
    const kept = token.text.slice(left, right);
    return [
      ...space(token.start, token.start + left),
      ...(kept === '' ? [] : [{ kind: 'text', start: token.start + left, end: token.start + right, text: kept } as const]),
      ...space(token.start + right, token.end),
    ];
  });
}
