import type { ModelId } from './model-id/model-id.ts';

/** Picodollars a token. */
export interface TokenPrices {
  readonly input: bigint;
  /** null: the catalogue lists no output price (an embedding model). */
  readonly output: bigint | null;
  /** null: no discount is known, so a token read from a cache costs the input price. */
  readonly cacheRead: bigint | null;
  /** Sorted by lifetime. Empty: writing is not charged beyond the input price. */
  readonly cacheWrites: readonly CacheWritePrice[];
}

export interface CacheWritePrice {
  /** null: the catalogue does not say how long the entry lives. */
  readonly lifetimeSeconds: number | null;
  readonly price: bigint;
}

/** From more than `aboveInputTokens` on, the whole request costs these prices, output included. */
export interface ContextTier {
  readonly aboveInputTokens: number;
  readonly prices: TokenPrices;
}

export interface PriceSet extends TokenPrices {
  readonly tiers: readonly ContextTier[];
}

/** Seconds of the UTC day; a window that ends before it starts runs over midnight. */
export interface DailyWindow {
  readonly fromSecond: number;
  readonly toSecond: number;
  readonly weekdaysOnly: boolean;
  readonly prices: PriceSet;
}

export interface Prices extends PriceSet {
  readonly timeWindows: readonly DailyWindow[];
}

export type Service = 'standard' | 'batch' | 'flex' | 'priority' | 'fast';

/** What a service tier does to the standard price; decimals as text. */
export interface ServiceRate {
  readonly service: Exclude<Service, 'standard'>;
  readonly input: string;
  readonly output: string;
  /** `input-price`: under this tier no cache discount is listed. */
  readonly cache: 'stacks' | 'input-price';
  readonly source: string;
  readonly verified: string;
}

export interface Limits {
  readonly context: number | null;
  readonly maxOutput: number | null;
}

export interface CacheLifetime {
  readonly seconds: number;
  /** A multiple of the input price, as a decimal text; '1' = no premium. */
  readonly write: string;
}

export interface MinimumLength {
  readonly tokens: number;
  /** The lowest and highest length any source claims: between them nothing is certain. */
  readonly lowest: number;
  readonly highest: number;
  readonly source: string;
  readonly verified: string;
}

/** How the vendor caches a prefix. */
export interface CacheRules {
  /** `explicit`: only what is marked; `automatic`: without being asked. */
  readonly mode: 'explicit' | 'automatic';
  /** Automatic, and marks are understood as well. */
  readonly marks: boolean;
  /** `boundary`: only a whole stored prefix hits; `common-prefix`: any shared beginning does. */
  readonly hits: 'boundary' | 'common-prefix';
  /** A beginning that the vendor saw twice is kept by itself, so that a third request finds it. */
  readonly keepsSharedBeginnings: boolean;
  /** The default first. */
  readonly lifetimes: readonly CacheLifetime[];
  readonly lifetimeFrom: 'request-start' | 'last-use';
  /** `answer`: what a request writes can be read only once its answer has begun; null where nothing is said. */
  readonly readableFrom: 'answer' | null;
  /** False where the vendor promises no lifetime: a hit can be hoped for, never counted on. */
  readonly guaranteed: boolean;
  readonly minimum: MinimumLength | null;
  readonly maxBreakpoints: number | null;
  readonly lookbackBlocks: number | null;
  /** Hits are counted in multiples of this. */
  readonly step: number;
  /** Picodollars for one token kept one hour; null: storage is not charged. */
  readonly storagePerTokenHour: bigint | null;
  readonly source: string;
  readonly verified: string;
  readonly note: string | null;
}

export interface Lifecycle {
  readonly deprecated: boolean;
  /** ISO date from which requests fail or go elsewhere. */
  readonly retires: string | null;
  readonly successor: string | null;
  /** The newest model of the same line, where it is not this one. */
  readonly newer: string | null;
  /** The last day for which the present price is promised. */
  readonly promotionEnds: string | null;
  /** The prices from the next known change on. */
  readonly next: { readonly from: string; readonly prices: PriceSet } | null;
  readonly source: string | null;
}

export interface Priced {
  readonly kind: 'priced';
  readonly id: ModelId;
  readonly provider: string;
  readonly host: string | null;
  readonly title: string;
  readonly prices: Prices;
  readonly limits: Limits;
  readonly cache: CacheRules | null;
  readonly services: readonly ServiceRate[];
  /** What in-region processing multiplies every price by, as a decimal text. */
  readonly residency: { readonly multiplier: string; readonly source: string } | null;
  readonly fees: { readonly webSearch: bigint | null; readonly request: bigint | null };
  readonly lifecycle: Lifecycle;
  /** Date the price was last checked by its source. */
  readonly date: string;
  readonly source: string;
  readonly note: string | null;
}

/** A server of one's own: tokens have no price, which is not the same as costing $0. */
export interface LocalModel {
  readonly kind: 'local';
  readonly id: ModelId;
  readonly host: string;
}

export type UnknownReason =
  | 'not-listed'
  | 'newer-version'
  | 'deployment'
  | 'opaque-id'
  | 'open-weights'
  | 'host-unlisted'
  | 'no-token-price';

export interface UnknownModel {
  readonly kind: 'unknown';
  readonly id: ModelId;
  readonly reason: UnknownReason;
  /** A sentence for people. */
  readonly why: string;
  /** The listed model it resembles. */
  readonly near: string | null;
}

export type Lookup = Priced | LocalModel | UnknownModel;

export interface LookupQuery {
  readonly model: string;
  readonly provider?: string | undefined;
  readonly host?: string | undefined;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** `known`: `at` is the moment of the call, so a daily window is settled. */
  readonly timeOfDay?: 'known' | 'unknown' | undefined;
  /** Where names are deployments (Azure), `model` says that this one names a model. */
  readonly names?: 'model' | 'deployment' | undefined;
}

export interface PriceBook {
  readonly catalogue: { readonly name: string; readonly version: string; readonly date: string; readonly sha256: string };
  lookup(query: LookupQuery): Lookup;
}
