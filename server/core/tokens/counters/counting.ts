import type { TokenQuantity } from '../../quantity/quantity.ts';
import { addTokens } from '../../quantity/quantity.ts';
import type { Piece } from '../request.ts';
import type { TokenizerFamily } from '../tokenizer-family.ts';
import { amount } from './amounts.ts';

/** One line of a counted request. `index` is the place in `tools`, `system` or `messages`; 0 where there is only one. */
export interface PartCount {
  readonly role: 'tool' | 'system' | 'message' | 'output' | 'overhead';
  readonly index: number;
  readonly tokens: TokenQuantity;
}

/** What a vendor's counter needs of the outside: the text's own count, all assets being loaded. */
export interface Counting {
  readonly family: TokenizerFamily;
  text(text: string): TokenQuantity;
  /** So many tokens of the family's encoding in the family's own; `sample` is asked only for its kind. */
  scaled(count: number, sample: string): TokenQuantity;
  /** Tokens of the family's encoding, as it stands, without scaling. */
  raw(text: string): number;
}

/** How one vendor bills the pieces that are not text. */
export interface PieceRules {
  image(piece: Extract<Piece, { kind: 'image' }>): TokenQuantity;
  file(piece: Extract<Piece, { kind: 'file' | 'audio' | 'video' }>): TokenQuantity;
  thinking(piece: Extract<Piece, { kind: 'thinking' }>): TokenQuantity;
  toolUse(piece: Extract<Piece, { kind: 'tool-use' }>): TokenQuantity;
  toolResult(piece: Extract<Piece, { kind: 'tool-result' }>, inner: TokenQuantity): TokenQuantity;
}

/** Text pieces that touch are one text: tokens may span the place where they meet. */
export function countPieces(pieces: readonly Piece[], counting: Counting, rules: PieceRules): TokenQuantity {
  const found: TokenQuantity[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') found.push(counting.text(text));
    text = '';
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      text += piece.text;
      continue;
    }
    // A space before a value becomes part of the value's first token.
    if (piece.kind === 'hole' && text.endsWith(' ')) text = text.slice(0, -1);
    flush();
    found.push(countPiece(piece, counting, rules));
  }
  flush();
  return addTokens(found);
}

function countPiece(piece: Exclude<Piece, { kind: 'text' }>, counting: Counting, rules: PieceRules): TokenQuantity {
  switch (piece.kind) {
    case 'hole':
      return amount(0, null, piece.maxTokens, { kind: 'unknown', note: `{${piece.name}} is known only when it runs` });
    case 'image':
      return rules.image(piece);
    case 'file':
    case 'audio':
    case 'video':
      return rules.file(piece);
    case 'thinking':
      return rules.thinking(piece);
    case 'tool-use':
      return rules.toolUse(piece);
    case 'tool-result':
      return rules.toolResult(piece, countPieces(piece.pieces, counting, rules));
  }
}

/** How long an encrypted text is: an envelope, and so many characters a token. */
export interface HiddenShape {
  readonly envelope: number;
  readonly perCharacter: number;
}

/** Thinking that only the vendor can read: its tokens follow from its length, nearly for a long one and roughly for a short one. */
export function hiddenThought(length: number, { envelope, perCharacter }: HiddenShape): TokenQuantity {
  const likely = Math.max(0, length - envelope) * perCharacter;
  const few = Math.min(12, likely / 2);
  const basis = { kind: 'estimated', error: 0.1, note: 'encrypted thinking of an earlier turn, by its length' } as const;
  return amount(likely * 0.92 - few, likely, likely * 1.07 + few / 2, basis);
}

/** Of a file that the request only names: a stated stand-in, without a bound. */
export function unknownFile(kind: string, standIn: number): TokenQuantity {
  return amount(0, standIn, null, { kind: 'unknown', note: `the request does not show the ${kind}'s length: taken as ${standIn} tokens` });
}
