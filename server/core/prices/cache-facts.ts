import { parsePricePerMillion } from '../quantity/money.ts';
import type { CacheMinimumRow, CachePolicyRow } from './overlay-schema.ts';
import type { CacheRules, MinimumLength } from './types.ts';

/** The overlay's rows about one model's cache, as rules read them. */
export function cacheRulesFor(policy: CachePolicyRow, minimum: CacheMinimumRow | null): CacheRules {
  return {
    mode: policy.mode,
    marks: policy.marks,
    hits: policy.hits,
    keepsSharedBeginnings: policy.keepsSharedBeginnings ?? false,
    lifetimes: policy.lifetimes,
    lifetimeFrom: policy.lifetimeFrom,
    readableFrom: policy.readableFrom ?? null,
    guaranteed: policy.guaranteed,
    minimum: minimum && minimumLength(minimum),
    maxBreakpoints: policy.maxBreakpoints,
    lookbackBlocks: policy.lookbackBlocks,
    step: policy.step,
    storagePerTokenHour: policy.storage === undefined ? null : parsePricePerMillion(policy.storage),
    source: policy.source,
    verified: policy.verified,
    note: policy.note ?? null,
  };
}

function minimumLength(row: CacheMinimumRow): MinimumLength {
  const claims = [row.tokens, ...(row.claims ?? []).map((claim) => claim.tokens)];
  return { tokens: row.tokens, lowest: Math.min(...claims), highest: Math.max(...claims), source: row.source, verified: row.verified };
}
