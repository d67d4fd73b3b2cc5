import type { Place } from '../module/module.ts';
import type { PriceSet } from '../prices/types.ts';
import type { CallSite, Stability } from '../program/call-site.ts';
import type { MoneyQuantity, TokenQuantity } from '../quantity/quantity.ts';
import type { CallUsage } from '../usage/usage.ts';
import type { Lot } from './charges.ts';

/** One row of the bill: a call site with what it sends, what it may get back, and what that costs. */
export interface LineItem {
  readonly call: CallSite;
  readonly input: TokenQuantity;
  readonly output: TokenQuantity;
  /** Null where no price is known; `unpriced` says why, in a few words. */
  readonly cost: MoneyQuantity | null;
  readonly unpriced: string | null;
  /** The price used: title, date and source, as a user reads it. */
  readonly price: PriceNote | null;
  /** Of the first model that may answer, for sums over steps; null where no price is known. */
  readonly rates: CallRates | null;
  readonly parts: readonly LineItemPart[];
  /** Exclusive token classes of the first call and of a later one within the cache's lifetime, where a cache is in play. */
  readonly classes: TokenClasses;
  /** As production makes the call; null where the usage file says nothing of it. */
  readonly expected: ExpectedCall | null;
  /** Assets without which the count would be a stand-in; the caller provides them and asks again. */
  readonly pending: readonly string[];
}

export interface CallRates {
  readonly prices: PriceSet;
  /** Below this a prefix is not cached; null where the vendor caches nothing. */
  readonly minimumTokens: number | null;
}

export interface TokenClasses {
  readonly fresh: TokenQuantity;
  readonly write: TokenQuantity;
  readonly read: TokenQuantity;
}

export interface LineItemPart {
  readonly role: string;
  readonly name: string | null;
  readonly tokens: TokenQuantity;
  readonly cost: MoneyQuantity | null;
  readonly stability: Stability;
  /** Inside a cache prefix that the request marks. */
  readonly cached: boolean;
  /** Names of what is unknown in it. */
  readonly holes: readonly string[];
  readonly place: Place;
}

export interface PriceNote {
  readonly model: string;
  readonly provider: string;
  /** ISO date on which the price was checked. */
  readonly date: string;
  readonly source: string;
  /** USD per million tokens, for display. */
  readonly inputPerMillion: string;
  readonly outputPerMillion: string;
  readonly note: string | null;
}

/** A call as production makes it, by what the usage file says. */
export interface ExpectedCall {
  readonly usage: CallUsage;
  /** Null where no price is known. */
  readonly lot: Lot | null;
  /** Tokens of a usual request; null where usage does not say. */
  readonly input: number | null;
  readonly output: number | null;
  /** The share of cache hits that was priced; null where it is unknown or plays no part. */
  readonly hitRate: number | null;
  /** What could not be applied, and why. */
  readonly notes: readonly string[];
}
