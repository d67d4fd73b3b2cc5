import type { TokenQuantity } from '../quantity/quantity.ts';
import type { CountableRequest } from '../tokens/request.ts';
import type { PartSlot } from './to-countable.ts';

/** What a call sends, counted as one model would be billed for it. */
export interface CountedRequest {
  /** In the order of the request's parts. */
  readonly parts: readonly TokenQuantity[];
  /** All parts with what the vendor adds around them. */
  readonly input: TokenQuantity;
  /** Assets without which the count can't be made. */
  readonly pending: readonly string[];
}

/** Counts a request; `slots` say where each part of the call went in it. */
export type CountCall = (request: CountableRequest, slots: readonly PartSlot[]) => CountedRequest;
