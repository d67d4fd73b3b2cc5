import { minimumVerdict } from '../prices/cache-rules.ts';
import type { CacheWriteTokens, RequestTokens } from '../prices/price-request.ts';
import type { CacheRules } from '../prices/types.ts';
import type { CacheMark, ModelRequest, Part, Stability } from '../program/call-site.ts';
import { addTokens, noTokens, type TokenQuantity } from '../quantity/quantity.ts';
import type { CountedRequest } from './count.ts';

/** The ways in which one request may be billed, by what the vendor's cache holds when it arrives. */
export interface CacheCases {
  /** At least one; without a cache in play the only one. */
  readonly cases: readonly CacheCase[];
  /** Parts before this index stand inside a prefix that the request asks to be cached. */
  readonly markedParts: number;
}

/** `write`: nothing was there yet; `read`: the prefix was; `none`: the vendor's cache takes no part. */
export interface CacheCase extends RequestTokens {
  readonly cache: 'write' | 'read' | 'none';
  /** Of what is written or read; null: the vendor's default. */
  readonly lifetimeSeconds: number | null;
}

export function cacheCases(request: ModelRequest, counted: CountedRequest, output: TokenQuantity, rules: CacheRules | null): CacheCases {
  const plain: CacheCase = { cache: 'none', lifetimeSeconds: null, fresh: counted.input, write: [], read: noTokens, output };
  const marks = rules === null ? [] : marksOf(request, rules);
  const last = marks.at(-1);
  if (rules === null || last === undefined) return { cases: [plain], markedParts: 0 };

  const prefix = (parts: number): TokenQuantity =>
    parts >= counted.parts.length ? counted.input : addTokens(counted.parts.slice(0, parts));
  const verdict = minimumVerdict(rules.minimum, prefix(last.parts));
  if (verdict === 'too-short') return { cases: [plain], markedParts: 0 };

  const stable = stableParts(request.parts);
  const readable = marks.filter(({ parts }) => parts <= stable && minimumVerdict(rules.minimum, prefix(parts)) !== 'too-short').at(-1);
  const cases = [split(counted.input, prefix(last.parts), 0, last, output, prefix)];
  if (readable !== undefined) cases.push(split(counted.input, prefix(last.parts), readable.parts, last, output, prefix));
  if (verdict !== 'cached') cases.push(plain);
  return { cases, markedParts: isAskedFor(request) ? last.parts : 0 };
}

/** A place behind which the vendor keeps what came before, as the number of parts before it. */
interface Breakpoint {
  readonly parts: number;
  readonly lifetimeSeconds: number | null;
}

function marksOf(request: ModelRequest, rules: CacheRules): readonly Breakpoint[] {
  const whole = (mark: CacheMark | null): Breakpoint => ({ parts: request.parts.length, lifetimeSeconds: mark?.lifetimeSeconds ?? null });
  const switched = request.cacheMarks.find((mark) => mark.kind === 'automatic');
  const marked = request.parts.flatMap((part, index) =>
    part.cacheMark?.kind === 'block' ? [{ parts: index + 1, lifetimeSeconds: part.cacheMark.lifetimeSeconds }] : [],
  );
  if (rules.mode === 'explicit') return switched === undefined ? marked : [...marked, whole(switched)];
  if (rules.marks && marked.length > 0) return marked;
  // An automatic cache finds any beginning that it has seen: what stays the same is as good as marked.
  const stable = stableParts(request.parts);
  return stable > 0 && stable < request.parts.length ? [{ parts: stable, lifetimeSeconds: null }, whole(null)] : [whole(null)];
}

const isAskedFor = (request: ModelRequest): boolean =>
  request.cacheMarks.some((mark) => mark.kind !== 'key') || request.parts.some((part) => part.cacheMark?.kind === 'block');

const changesEachCall: ReadonlySet<Stability> = new Set(['per-call', 'unknown']);

/** How many parts stand before the first one that changes from call to call. */
export function stableParts(parts: readonly Part[]): number {
  const first = parts.findIndex((part) => changesEachCall.has(part.stability));
  return first < 0 ? parts.length : first;
}

/** The input cut into what is read, what is written and what is neither. */
function split(
  input: TokenQuantity,
  marked: TokenQuantity,
  readParts: number,
  last: Breakpoint,
  output: TokenQuantity,
  prefix: (parts: number) => TokenQuantity,
): CacheCase {
  const read = readParts === 0 ? noTokens : prefix(readParts);
  const written = subtract(marked, read);
  const write: readonly CacheWriteTokens[] = written.ceiling === 0 ? [] : [{ lifetimeSeconds: last.lifetimeSeconds, tokens: written }];
  const cache = readParts === 0 ? 'write' : 'read';
  return { cache, lifetimeSeconds: last.lifetimeSeconds, fresh: subtract(input, marked), write, read, output };
}

/** What is left of a whole without one of its parts: both were counted alike, so their errors go together. */
function subtract(whole: TokenQuantity, part: TokenQuantity): TokenQuantity {
  const left = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.max(0, a - b));
  return {
    ...whole,
    floor: Math.max(0, whole.floor - part.floor),
    likely: left(whole.likely, part.likely),
    ceiling: left(whole.ceiling, part.ceiling),
  };
}
