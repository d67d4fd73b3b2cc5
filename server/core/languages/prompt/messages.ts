import type { Piece, PromptInclude, PromptMessage } from '../../module/prompt-file.ts';
import { type MappedText, spanIn } from './mapped-text.ts';
import { canonicalRole, type RoleMark, roleMarks } from './roles.ts';
import { type Dialect, detectDialect, scan } from './scan.ts';
import { cursorOver, type Nesting, type TextToken, type Token } from './token.ts';

/** How to read a body of text as messages. */
export interface BodyStyle {
  readonly dialect: Dialect;
  readonly roleMarks: readonly RoleMark[];
  /** Who speaks before the first mark. */
  readonly role: string;
  /** What the format cuts off at both ends of a message. */
  readonly trims: 'nothing' | 'newlines' | 'spaces';
}

export interface Body {
  readonly messages: readonly PromptMessage[];
  readonly includes: readonly PromptInclude[];
}

export function readBody(body: MappedText, style: BodyStyle): Body {
  return gather(body, tokensOf(body.text, style), style);
}

/** Messages from tags that a format's own reader found. */
export function gather(body: MappedText, tokens: readonly Token[], { role, trims }: Pick<BodyStyle, 'role' | 'trims'>): Body {
  const drafts: Draft[] = [{ role, pieces: [] }];
  const includes: PromptInclude[] = [];
  const nest = nesting();
  for (const token of tokens) {
    const span = spanIn(body, token.start, token.end);
    if (token.include !== undefined) includes.push({ path: token.include, span, kind: 'text' });
    if (token.kind === 'role') drafts.push({ role: token.role === null ? role : canonicalRole(token.role), pieces: [] });
    else add(drafts.at(-1)?.pieces ?? [], { token, ...nest.state() });
    if (token.kind === 'silent') nest.enter(token.nesting);
  }
  return { messages: drafts.flatMap((draft) => finish(body, draft, trims)), includes };
}

function tokensOf(text: string, style: BodyStyle): readonly Token[] {
  const cursor = cursorOver(text);
  const dialect = style.dialect === 'detect' ? detectDialect(text) : style.dialect;
  const tokens: Token[] = [];
  let at = 0;
  for (const mark of roleMarks(text, style.roleMarks)) {
    if (mark.start < at) continue;
    for (const token of scan(cursor, at, mark.start, dialect)) tokens.push(token);
    tokens.push(mark);
    at = mark.end;
  }
  for (const token of scan(cursor, at, text.length, dialect)) tokens.push(token);
  return tokens;
}

interface Draft {
  readonly role: string;
  readonly pieces: DraftPiece[];
}
interface DraftPiece {
  readonly token: Exclude<Token, { kind: 'role' }>;
  readonly isRepeated: boolean;
  readonly isConditional: boolean;
}

/** Text that an escape cut in two is one text again: tokens are counted across the cut. */
function add(pieces: DraftPiece[], piece: DraftPiece): void {
  const last = pieces.at(-1);
  const isOne =
    last?.token.kind === 'text' &&
    piece.token.kind === 'text' &&
    last.isRepeated === piece.isRepeated &&
    last.isConditional === piece.isConditional;
  if (isOne && last.token.kind === 'text' && piece.token.kind === 'text') {
    pieces[pieces.length - 1] = { ...last, token: { ...last.token, end: piece.token.end, text: last.token.text + piece.token.text } };
  } else pieces.push(piece);
}

/** Which tags are open. Counted, so that deep nesting stays cheap. */
function nesting() {
  const open: Nesting[] = [];
  let repeated = 0;
  let conditional = 0;
  const count = (tag: Nesting, by: number): void => {
    if (repeats(tag)) repeated += by;
    if (asks(tag)) conditional += by;
  };
  return {
    state: () => ({ isRepeated: repeated > 0, isConditional: conditional > 0 }),
    enter(tag: Nesting): void {
      if (tag === 'close') count(open.pop() ?? 'none', -1);
      else if (tag !== 'none') {
        open.push(tag);
        count(tag, 1);
      }
    },
  };
}

const repeats = (nesting: Nesting): boolean => nesting === 'repeated' || nesting === 'section';
const asks = (nesting: Nesting): boolean => nesting === 'conditional' || nesting === 'section';

/** No message where nothing is sent. */
function finish(body: MappedText, draft: Draft, trims: BodyStyle['trims']): readonly PromptMessage[] {
  const pieces = trimEnds(draft.pieces, trims).map((piece) => toPiece(body, piece));
  const first = pieces[0];
  const last = pieces.at(-1);
  const says = pieces.some((piece) => piece.kind === 'hole' || (piece.kind === 'text' && piece.text.trim() !== ''));
  if (!first || !last || !says) return [];
  return [{ role: draft.role, span: { start: first.span.start, end: last.span.end }, pieces }];
}

function toPiece(body: MappedText, { token, isRepeated, isConditional }: DraftPiece): Piece {
  const base = { span: spanIn(body, token.start, token.end), isRepeated, isConditional };
  if (token.kind === 'text') return { kind: 'text', text: token.text, ...base };
  if (token.kind === 'hole') return { kind: 'hole', name: token.name, syntax: token.syntax, ...base };
  return { kind: 'silent', what: token.what, subject: token.subject, ...base };
}

function trimEnds(pieces: readonly DraftPiece[], trims: BodyStyle['trims']): readonly DraftPiece[] {
  const edge = EDGES[trims];
  if (!edge) return pieces;
  const first = pieces.findIndex((piece) => isSent(piece, edge));
  const last = pieces.findLastIndex((piece) => isSent(piece, edge));
  return pieces.flatMap((piece, index): readonly DraftPiece[] => {
    if (piece.token.kind !== 'text' || piece.isRepeated) return [piece];
    if (first < 0 || index < first || index > last) return [];
    const left = index === first ? leading(piece, edge) : 0;
    const right = index === last ? trailing(piece, edge) : 0;
    return left + right > 0 ? [{ ...piece, token: cut(piece.token, left, right) }] : [piece];
  });
}

const EDGES: Readonly<Record<BodyStyle['trims'], RegExp | null>> = { nothing: null, newlines: /[\r\n]/, spaces: /\s/ };

/** The white space of a loop's body is at an edge only once. */
const isSent = (piece: DraftPiece, edge: RegExp): boolean =>
  piece.token.kind === 'hole' || (piece.token.kind === 'text' && (piece.isRepeated || leading(piece, edge) < piece.token.text.length));

function leading({ token }: DraftPiece, edge: RegExp): number {
  if (token.kind !== 'text') return 0;
  let at = 0;
  while (at < token.text.length && edge.test(token.text.charAt(at))) at++;
  return at;
}

function trailing({ token }: DraftPiece, edge: RegExp): number {
  if (token.kind !== 'text') return 0;
  let at = token.text.length;
  while (at > 0 && edge.test(token.text.charAt(at - 1))) at--;
  return token.text.length - at;
}

const cut = (token: TextToken, left: number, right: number): TextToken => ({
  ...token,
  start: token.start + left,
  end: token.end - right,
  text: token.text.slice(left, token.text.length - right),
});
