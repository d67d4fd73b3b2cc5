import type { LineItem } from '../../bill/line-item.ts';
import type { CacheMark, Part, Piece, Stability } from '../../program/call-site.ts';
import { addTokens, type TokenQuantity } from '../../quantity/quantity.ts';
import type { RuleContext } from '../rule.ts';

/** A request cut at the first piece that changes sooner than a cache lives. */
export interface Prefix {
  readonly tokens: TokenQuantity;
  /** Null where nothing changes before the conversation grows. */
  readonly cut: Cut | null;
  /** What stays the same behind the cut. */
  readonly behind: TokenQuantity;
  /** Whether a conversation grows behind the cut. */
  readonly growsBehind: boolean;
}

export interface Cut {
  readonly part: Part;
  readonly piece: Piece;
}

type Counting = Pick<RuleContext, 'tokens'>;

/** Across the calls of this request: what changes between them ends it. */
export const prefixOf = (item: LineItem, context: Counting): Prefix => cutWhere(item, context, (piece) => !outlivesCache(piece.stability));

/** Across the steps of one run, which are all given the same values. */
export const prefixOfRun = (item: LineItem, context: Counting): Prefix => cutWhere(item, context, () => false);

function cutWhere(item: LineItem, context: Counting, changes: (piece: Piece) => boolean): Prefix {
  const before: TokenQuantity[] = [];
  const behind: TokenQuantity[] = [];
  let cut: Cut | null = null;
  let growsBehind = false;
  for (const [index, part] of item.call.request.parts.entries()) {
    if (part.growth !== null) {
      growsBehind = cut !== null;
      break;
    }
    const at = part.pieces.findIndex(changes);
    const breaking = part.pieces[at];
    if (breaking === undefined) {
      (cut === null ? before : behind).push(tokensOfPart(item, part, index, context));
    } else if (cut === null) {
      cut = { part, piece: breaking };
      before.push(...textTokens(part.pieces.slice(0, at), item, context));
      behind.push(...textTokens(part.pieces.slice(at + 1), item, context));
    } else {
      behind.push(...textTokens(part.pieces, item, context));
    }
  }
  return { tokens: addTokens(before), cut, behind: addTokens(behind), growsBehind };
}

/** Whether a piece stays the same for longer than the shortest lifetime of a cache entry. */
export function outlivesCache(stability: Stability): boolean {
  return stability === 'constant' || stability === 'per-process' || stability === 'per-day' || stability === 'per-user';
}

/** The bill's own count where it has one for this part: it knows how the vendor renders tools and messages. */
function tokensOfPart(item: LineItem, part: Part, index: number, context: Counting): TokenQuantity {
  const counted = item.parts.length === item.call.request.parts.length ? item.parts[index] : undefined;
  const tokens = counted?.tokens ?? addTokens(textTokens(part.pieces, item, context));
  const filled = part.pieces.flatMap((piece) => (piece.kind === 'text' ? (templateHole.exec(piece.text)?.[0] ?? []) : []));
  return addTokens([tokens, ...filled.map(unknownTokens)]);
}

/** Only text that stays: what changes is no prefix, and a hole's size is not known. */
function textTokens(pieces: readonly Piece[], item: LineItem, context: Counting): readonly TokenQuantity[] {
  const stays = pieces.filter((piece) => outlivesCache(piece.stability));
  return stays.flatMap((piece) => (piece.kind === 'text' ? [context.tokens(piece.text, item)] : [unknownTokens(piece.name)]));
}

/** `{{ document }}` in the text of a call: some libraries fill it before they send it. */
const templateHole = /\{\{\s*\w[^{}]*\}\}/;

const unknownTokens = (name: string): TokenQuantity => ({
  unit: 'tokens',
  per: 'call',
  floor: 0,
  likely: null,
  ceiling: null,
  basis: [{ kind: 'unknown', note: name }],
});

export interface MarkedPrefix {
  readonly mark: CacheMark;
  /** Everything up to and with the marked part. */
  readonly tokens: TokenQuantity;
}

/** The prefixes that block marks ask to cache, the shortest first. */
export function markedPrefixes(item: LineItem, context: Counting): readonly MarkedPrefix[] {
  const before: TokenQuantity[] = [];
  return item.call.request.parts.flatMap((part, index) => {
    before.push(tokensOfPart(item, part, index, context));
    return part.cacheMark?.kind === 'block' ? [{ mark: part.cacheMark, tokens: addTokens(before) }] : [];
  });
}
