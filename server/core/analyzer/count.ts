import type { CountCall } from '../bill/count.ts';
import type { PartSlot } from '../bill/to-countable.ts';
import type { Piece } from '../program/call-site.ts';
import { addTokens, noTokens, type TokenQuantity } from '../quantity/quantity.ts';
import { countRequest, type PartCount } from '../tokens/requests.ts';
import { isNeeds, type Tokenizer } from '../tokens/tokenizer.ts';

/** Counts requests with one tokenizer; what it lacks is pending, never a stand-in. */
export function createCountCall(tokenizer: Tokenizer): CountCall {
  return (request, slots) => {
    const counted = countRequest(request, tokenizer);
    if (isNeeds(counted)) return { parts: slots.map(() => uncounted), input: uncounted, pending: [counted.needs] };
    return { parts: slots.map((slot) => tokensOf(slot, counted.parts)), input: counted.total, pending: [] };
  };
}

function tokensOf(slot: PartSlot, parts: readonly PartCount[]): TokenQuantity {
  switch (slot.kind) {
    case 'system':
      return addTokens(
        parts.flatMap((part) => (part.role === 'system' && part.index >= slot.from && part.index < slot.to ? [part.tokens] : [])),
      );
    case 'output':
      return addTokens(parts.flatMap((part) => (part.role === 'output' ? [part.tokens] : [])));
    default:
      return parts.find((part) => part.role === slot.kind && part.index === slot.index)?.tokens ?? noTokens;
  }
}

const uncounted: TokenQuantity = {
  ...noTokens,
  likely: null,
  ceiling: null,
  basis: [{ kind: 'unknown', note: 'the encoding is being loaded' }],
};

/** Tokens of pieces as one model counts them; a hole makes the known part a floor. */
export function countPieces(
  tokenizer: Tokenizer,
  pieces: readonly Piece[],
  model: string | null,
  needs: (asset: string) => void,
): TokenQuantity {
  return addTokens(
    pieces.map((piece): TokenQuantity => {
      if (piece.kind !== 'text')
        return {
          ...noTokens,
          likely: null,
          ceiling: piece.kind === 'hole' ? piece.maxTokens : null,
          basis: [{ kind: 'unknown', note: piece.name }],
        };
      const count = tokenizer.countText(piece.text, model);
      if (!isNeeds(count)) return count;
      needs(count.needs);
      return uncounted;
    }),
  );
}
