import { writePrice } from './price-request.ts';
import type { CacheRules, TokenPrices } from './types.ts';

/** A request as the vendor's cache sees it: blocks in order, each with an identity, and marks behind some of them. */
export interface SimulatedRequest {
  /** Seconds. */
  readonly at: number;
  readonly blocks: readonly SimulatedBlock[];
  readonly marks: readonly SimulatedMark[];
  /** Seconds until the answer begins: before that nothing can read what this request writes. */
  readonly answersAfter?: number;
  /** The answer, which some vendors keep as well: the next turn begins with it. */
  readonly answer?: SimulatedBlock;
  /** Requests with another key (or another workspace) never meet. */
  readonly key?: string;
  /** Only its own marks count, also where the vendor would set one by itself. */
  readonly isExplicit?: boolean;
}

export interface SimulatedBlock {
  readonly id: string;
  readonly tokens: number;
}

export interface SimulatedMark {
  /** Index of the last block inside the marked prefix. */
  readonly block: number;
  readonly lifetimeSeconds?: number;
}

export interface SimulatedTokens {
  readonly fresh: number;
  readonly read: number;
  readonly writes: readonly { readonly lifetimeSeconds: number; readonly tokens: number }[];
}

export type SimulationRules = Pick<
  CacheRules,
  'mode' | 'marks' | 'hits' | 'lookbackBlocks' | 'maxBreakpoints' | 'step' | 'lifetimes' | 'lifetimeFrom' | 'keepsSharedBeginnings'
> & {
  readonly minimumTokens: number;
};

export function simulationRules(rules: CacheRules): SimulationRules {
  return { ...rules, minimumTokens: rules.minimum?.tokens ?? 0 };
}

/** Plays requests, in order of time, against an empty cache: what each would be billed as. */
export function simulateCache(requests: readonly SimulatedRequest[], rules: SimulationRules): readonly SimulatedTokens[] {
  const prefixes = createPrefixes();
  const entries = new Map<number, Entry>();
  const seen = new Set<number>();
  return requests.map((request) => {
    const own = prefixes(request);
    if (rules.hits === 'common-prefix') return answerByCommonPrefix(request, own, entries, rules);
    const tokens = answerByMarks(request, own, entries, rules);
    if (rules.keepsSharedBeginnings) keepShared(request, own, entries, seen, rules);
    if (request.answer) keep(prefixes({ ...request, blocks: [...request.blocks, request.answer] }).at(-1), request, entries, rules);
    return tokens;
  });
}

/** What one request is billed for its input, in picodollars. */
export function simulatedCost({ fresh, read, writes }: SimulatedTokens, prices: TokenPrices): bigint {
  const written = writes.map(({ lifetimeSeconds, tokens }) => BigInt(tokens) * writePrice(prices, lifetimeSeconds));
  return BigInt(fresh) * prices.input + BigInt(read) * (prices.cacheRead ?? prices.input) + written.reduce((sum, one) => sum + one, 0n);
}

/** A beginning that two requests share is kept from the second on: the third finds it. */
function keepShared(
  request: SimulatedRequest,
  prefixes: readonly Prefix[],
  entries: Map<number, Entry>,
  seen: Set<number>,
  rules: SimulationRules,
): void {
  const shared = prefixes.findLast(({ identity }) => seen.has(identity));
  if (shared && !entries.has(shared.identity)) keep(shared, request, entries, rules);
  for (const { identity } of prefixes) seen.add(identity);
}

function keep(
  prefix: Prefix | undefined,
  request: SimulatedRequest,
  entries: Map<number, Entry>,
  rules: SimulationRules,
  asked?: number,
): void {
  if (!prefix) return;
  const lifetime = asked ?? rules.lifetimes[0]?.seconds ?? Number.POSITIVE_INFINITY;
  const readableFrom = request.at + (request.answersAfter ?? 0);
  const start = rules.lifetimeFrom === 'request-start' ? request.at : readableFrom;
  entries.set(prefix.identity, { readableFrom, lifetime, expires: start + lifetime });
}

interface Entry {
  readonly readableFrom: number;
  readonly lifetime: number;
  expires: number;
}

interface Prefix {
  /** The same number for the same blocks in the same order. */
  readonly identity: number;
  readonly tokens: number;
}

function answerByMarks(
  request: SimulatedRequest,
  prefixes: readonly Prefix[],
  entries: Map<number, Entry>,
  rules: SimulationRules,
): SimulatedTokens {
  const marks = marksOf(request, rules);
  const hit = longestHit(marks, prefixes, entries, request.at, rules.lookbackBlocks);
  let position = hit === null ? 0 : (prefixes[hit]?.tokens ?? 0);
  const read = position;
  const writes: { lifetimeSeconds: number; tokens: number }[] = [];
  for (const mark of marks) {
    const prefix = prefixes[mark.block];
    if (!prefix || mark.block <= (hit ?? -1) || prefix.tokens < rules.minimumTokens) continue;
    const lifetime = mark.lifetimeSeconds ?? rules.lifetimes[0]?.seconds ?? Number.POSITIVE_INFINITY;
    writes.push({ lifetimeSeconds: lifetime, tokens: prefix.tokens - position });
    position = prefix.tokens;
    keep(prefix, request, entries, rules, lifetime);
  }
  return { fresh: total(prefixes) - position, read, writes };
}

/** An automatic cache marks the end of the request as well, which takes one of the places for marks. */
function marksOf(request: SimulatedRequest, rules: SimulationRules): readonly SimulatedMark[] {
  const own = rules.marks ? [...request.marks].sort((a, b) => a.block - b.block) : [];
  const last = request.blocks.length - 1;
  const isImplicit = rules.mode === 'automatic' && request.isExplicit !== true && own.at(-1)?.block !== last;
  const marks = isImplicit ? [...own, { block: last }] : own;
  return rules.maxBreakpoints === null ? marks : marks.slice(-rules.maxBreakpoints);
}

/** Behind each mark only so many blocks are looked at; a hit renews the entry. */
function longestHit(
  marks: readonly SimulatedMark[],
  prefixes: readonly Prefix[],
  entries: ReadonlyMap<number, Entry>,
  at: number,
  lookback: number | null,
): number | null {
  let longest: number | null = null;
  for (const mark of marks) {
    const last = lookback === null ? 0 : Math.max(0, mark.block - lookback + 1);
    for (let block = mark.block; block >= last && block > (longest ?? -1); block--) {
      const entry = liveEntry(prefixes[block], entries, at);
      if (!entry) continue;
      entry.expires = at + entry.lifetime;
      longest = block;
      break;
    }
  }
  return longest;
}

function answerByCommonPrefix(
  request: SimulatedRequest,
  prefixes: readonly Prefix[],
  entries: Map<number, Entry>,
  rules: SimulationRules,
): SimulatedTokens {
  const lifetime = rules.lifetimes[0]?.seconds ?? Number.POSITIVE_INFINITY;
  const shared = prefixes.findLast((prefix) => liveEntry(prefix, entries, request.at))?.tokens ?? 0;
  const read = shared < rules.minimumTokens ? 0 : shared - (shared % rules.step);
  for (const prefix of prefixes) {
    const known = liveEntry(prefix, entries, request.at);
    if (known) known.expires = request.at + lifetime;
    else keep(prefix, request, entries, rules);
  }
  return { fresh: total(prefixes) - read, read, writes: [] };
}

function liveEntry(prefix: Prefix | undefined, entries: ReadonlyMap<number, Entry>, at: number): Entry | null {
  const entry = prefix && entries.get(prefix.identity);
  return entry && entry.readableFrom <= at && at <= entry.expires ? entry : null;
}

function total(prefixes: readonly Prefix[]): number {
  return prefixes.at(-1)?.tokens ?? 0;
}

/** Numbers every distinct prefix once, so that long conversations stay linear. */
function createPrefixes(): (request: SimulatedRequest) => readonly Prefix[] {
  const identities = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = identities.get(key) ?? identities.size + 1;
    identities.set(key, known);
    return known;
  };
  return (request) => {
    let identity = request.key === undefined ? 0 : numberOf(`key ${request.key}`);
    let tokens = 0;
    return request.blocks.map((block) => {
      identity = numberOf(`${identity} ${block.id}`);
      tokens += block.tokens;
      return { identity, tokens };
    });
  };
}
