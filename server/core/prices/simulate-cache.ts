import type { CacheRules } from './types.ts';

/** A request as the vendor's cache sees it: blocks in order, each with an identity, and marks behind some of them. */
export interface SimulatedRequest {
  /** Seconds. */
  readonly at: number;
  readonly blocks: readonly { readonly id: string; readonly tokens: number }[];
  readonly marks: readonly SimulatedMark[];
  /** Seconds until the answer begins: before that nothing can read what this request writes. */
  readonly answersAfter?: number;
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

export type SimulationRules = Pick<CacheRules, 'mode' | 'hits' | 'lookbackBlocks' | 'maxBreakpoints' | 'step' | 'lifetimes'> & {
  readonly minimumTokens: number;
};

export function simulationRules(rules: CacheRules): SimulationRules {
  return { ...rules, minimumTokens: rules.minimum?.tokens ?? 0 };
}

/** Plays requests, in order of time, against an empty cache: what each would be billed as. */
export function simulateCache(requests: readonly SimulatedRequest[], rules: SimulationRules): readonly SimulatedTokens[] {
  const prefixes = createPrefixes();
  const entries = new Map<number, Entry>();
  const answer = rules.hits === 'boundary' ? answerByMarks : answerByCommonPrefix;
  return requests.map((request) => answer(request, prefixes(request), entries, rules));
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
    entries.set(prefix.identity, { readableFrom: request.at + (request.answersAfter ?? 0), lifetime, expires: request.at + lifetime });
  }
  return { fresh: total(prefixes) - position, read, writes };
}

/** Without marks an automatic cache marks the end of the request. */
function marksOf(request: SimulatedRequest, rules: SimulationRules): readonly SimulatedMark[] {
  const isImplicit = rules.mode === 'automatic' && request.marks.length === 0;
  const marks = isImplicit ? [{ block: request.blocks.length - 1 }] : [...request.marks].sort((a, b) => a.block - b.block);
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
    else entries.set(prefix.identity, { readableFrom: request.at + (request.answersAfter ?? 0), lifetime, expires: request.at + lifetime });
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
  return (request) => {
    let identity = 0;
    let tokens = 0;
    return request.blocks.map((block) => {
      const key = `${identity} ${block.id}`;
      identity = identities.get(key) ?? identities.size + 1;
      identities.set(key, identity);
      tokens += block.tokens;
      return { identity, tokens };
    });
  };
}
