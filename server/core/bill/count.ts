import type { CallSite } from '../program/call-site.ts';
import type { TokenQuantity } from '../quantity/quantity.ts';

/** What a call sends, counted as one model would be billed for it. */
export interface CountedRequest {
  /** In the order of the request's parts. */
  readonly parts: readonly TokenQuantity[];
  /** All parts with what the vendor adds around them. */
  readonly input: TokenQuantity;
  /** Assets without which the count can't be made. */
  readonly pending: readonly string[];
}

/** Counts the request of a call for one of the models that may answer it; null where the model is unknown. */
export type CountCall = (call: CallSite, model: string | null) => CountedRequest;
