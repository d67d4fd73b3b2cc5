import { addTokens, noTokens, type TokenQuantity } from '../quantity/quantity.ts';
import { countRequest, type PartCount } from '../tokens/requests.ts';
import { isNeeds, type Tokenizer } from '../tokens/tokenizer.ts';
import type { CountCall, CountedRequest } from './count.ts';
import type { PartSlot } from './to-countable.ts';

/** Counts requests with one tokenizer. While its ranks are not loaded, the count is pending and says nothing. */
export function createCounter(tokenizer: Tokenizer): CountCall {
  return (request, slots) => {
    const counted = countRequest(request, tokenizer);
    if (isNeeds(counted)) return pending(slots, counted.needs);
    return { parts: slots.map((slot) => tokensOf(slot, counted.parts)), input: counted.total, pending: [] };
  };
}

function tokensOf(slot: PartSlot, parts: readonly PartCount[]): TokenQuantity {
  const found = parts.filter(({ role, index }) => {
    if (slot.kind === 'output') return role === 'output';
    if (slot.kind === 'system') return role === 'system' && index >= slot.from && index < slot.to;
    return role === slot.kind && index === slot.index;
  });
  return addTokens(found.map(({ tokens }) => tokens));
}

function pending(slots: readonly PartSlot[], asset: string): CountedRequest {
  const unknown: TokenQuantity = { ...noTokens, likely: null, ceiling: null, basis: [{ kind: 'unknown', note: 'not counted yet' }] };
  return { parts: slots.map(() => unknown), input: unknown, pending: [asset] };
}
