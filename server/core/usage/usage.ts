import type { ParsedUsage } from './parse-usage.ts';
import type { CallEntry, EntryPointEntry, Measured, Spread, UsageDefaults } from './usage-schema.ts';

/** What is known of one call in production; null is unknown. */
export interface CallUsage {
  /** The usage file. */
  readonly source: string;
  /** `default`: nothing is said of this call itself. */
  readonly from: 'measured' | 'declared' | 'default';
  readonly model: string | null;
  readonly callsPerMonth: number | null;
  readonly cacheHitRate: number | null;
  readonly secondsBetweenCalls: number | null;
  readonly attempts: number | null;
  readonly steps: number | null;
  readonly inputTokens: Spread | null;
  readonly outputTokens: Spread | null;
  readonly usefulRate: number | null;
  readonly batchShare: number | null;
  readonly discount: number | null;
  readonly measured: Measured | null;
}

export interface EntryPointUsage {
  readonly source: string;
  readonly runsPerMonth: number | null;
  readonly usefulRate: number | null;
}

/** A usage file with its path from the root. */
export interface NamedUsage {
  readonly file: string;
  readonly usage: ParsedUsage;
}

/** The nearest file that has an entry for the call gives it; every figure that is missing there comes from the defaults. */
export function usageOfCall(id: string, chain: readonly NamedUsage[], runs: readonly EntryPointEntry[]): CallUsage | null {
  const own = chain.find(({ usage }) => usage.calls.has(id));
  const entry = own?.usage.calls.get(id)?.value ?? null;
  const defaults = chain.flatMap(({ usage }) => usage.defaults ?? []);
  const first = own ?? chain.find(({ usage }) => usage.defaults !== null) ?? (runs.length > 0 ? chain[0] : undefined);
  if (first === undefined) return null;
  const measured = entry?.measured ?? null;
  const pick = <Key extends keyof UsageDefaults>(key: Key): Exclude<UsageDefaults[Key], undefined> | null => {
    for (const one of [entry, ...runs, ...defaults]) {
      const value = one !== null && hasKey(one, key) ? one[key] : undefined;
      if (isGiven(value)) return value;
    }
    return null;
  };
  return {
    source: first.file,
    from: measured !== null ? 'measured' : entry !== null || runs.length > 0 ? 'declared' : 'default',
    model: entry?.model ?? null,
    callsPerMonth: pick('callsPerMonth'),
    cacheHitRate: pick('cacheHitRate'),
    secondsBetweenCalls: pick('secondsBetweenCalls'),
    attempts: pick('attempts'),
    steps: entry?.steps ?? stepsOf(measured) ?? pick('steps'),
    inputTokens: pick('inputTokens'),
    outputTokens: pick('outputTokens'),
    usefulRate: entry?.usefulRate ?? usefulRateOf(measured) ?? pick('usefulRate'),
    batchShare: pick('batchShare'),
    discount: pick('discount'),
    measured,
  };
}

const isGiven = <Value>(value: Value | undefined): value is Exclude<Value, undefined> => value !== undefined;

type Numbers = CallEntry | EntryPointEntry | UsageDefaults;
const hasKey = <Key extends keyof UsageDefaults>(numbers: Numbers, key: Key): numbers is Numbers & Pick<UsageDefaults, Key> =>
  key in numbers;

export function usageOfEntryPoint(
  id: string,
  chain: readonly NamedUsage[],
): (EntryPointUsage & { readonly entry: EntryPointEntry }) | null {
  const own = chain.find(({ usage }) => usage.entryPoints.has(id));
  const entry = own?.usage.entryPoints.get(id)?.value;
  if (own === undefined || entry === undefined) return null;
  const fallback = chain.flatMap(({ usage }) => usage.defaults?.usefulRate ?? [])[0] ?? null;
  return { source: own.file, runsPerMonth: entry.runsPerMonth ?? null, usefulRate: entry.usefulRate ?? fallback, entry };
}

export const requestsOf = (measured: Measured): number => measured.rows.reduce((sum, row) => sum + row.requests, 0);

function stepsOf(measured: Measured | null): number | null {
  const { runs } = measured ?? {};
  return measured === null || runs === undefined || runs === 0 ? null : requestsOf(measured) / runs;
}

function usefulRateOf(measured: Measured | null): number | null {
  const { judged, useful } = measured ?? {};
  return judged === undefined || judged === 0 || useful === undefined ? null : useful / judged;
}

/** The mean of one request; the median where no mean is known. */
export const usual = (spread: Spread | null): number | null => spread?.mean ?? spread?.p50 ?? null;
