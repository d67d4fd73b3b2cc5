import type { PromptText } from '../../program/call-site.ts';
import { addTokens, type TokenQuantity } from '../../quantity/quantity.ts';
import type { RuleContext } from '../rule.ts';

/** What a prompt says in any case; null while it can't be counted. */
export function promptTokens({ pieces, model }: PromptText, { textTokens }: Pick<RuleContext, 'textTokens'>): TokenQuantity | null {
  const counted: TokenQuantity[] = [];
  for (const piece of pieces) {
    const tokens = piece.kind === 'text' ? textTokens(piece.text, model) : null;
    if (piece.kind === 'text' && tokens === null) return null;
    if (tokens !== null) counted.push(tokens);
  }
  return addTokens(counted);
}
