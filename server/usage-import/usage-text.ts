import { applyEdits, type FormattingOptions, modify } from 'jsonc-parser';
import type { CallEntry, Measured } from '../core/usage/usage-schema.ts';
import type { SiteSums } from './sums.ts';

const formattingOptions: FormattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

export interface EntryOptions {
  /** How many months the log is of; null where that is unknown. */
  readonly months: number | null;
}

/** What a log says of a call site, as an entry of the usage file. */
export function entryOf(sums: SiteSums, { months }: EntryOptions): CallEntry {
  const { site, rows, requests, runs, judged, useful } = sums;
  const measured: Measured = {
    ...dates(sums),
    ...(months === null ? {} : { months }),
    rows: [...rows],
    ...(runs === 0 ? {} : { runs }),
    ...(judged === 0 ? {} : { judged, useful }),
  };
  return {
    fingerprint: site.fingerprint,
    ...(months === null || requests === 0 ? {} : { callsPerMonth: Math.round(requests / months) }),
    ...(sums.cached === 0 ? {} : { cacheHitRate: rounded(sums.hits / sums.cached) }),
    ...spreadOf('inputTokens', sums.input),
    ...spreadOf('outputTokens', sums.output),
    measured,
  };
}

function dates({ first, last }: SiteSums): Pick<Measured, 'from' | 'to'> {
  return first === null || last === null ? {} : { from: dayOf(first), to: dayOf(last) };
}

export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

function spreadOf(name: 'inputTokens' | 'outputTokens', histogram: SiteSums['input']): Partial<CallEntry> {
  const mean = histogram.mean();
  const p50 = histogram.quantile(0.5);
  const p95 = histogram.quantile(0.95);
  return mean === null || p50 === null || p95 === null ? {} : { [name]: { mean: Math.round(mean * 100) / 100, p50, p95 } };
}

const rounded = (share: number): number => Number(share.toFixed(4));

/** A month as finance counts it: a calendar month is one, any other stretch its days through the mean month. */
export function monthsOf(first: number | null, last: number | null, days: number | null): number | null {
  const meanMonth = 365.25 / 12;
  if (days !== null) return rounded(days / meanMonth);
  if (first === null || last === null) return null;
  const span = Math.max(1, Math.ceil((last - first) / dayLength));
  const isCalendarMonth = dayOf(first).slice(0, 7) === dayOf(last).slice(0, 7) && span >= 28;
  if (isCalendarMonth) return 1;
  return span < shortest ? null : rounded(span / meanMonth);
}

const dayLength = 86_400_000;
/** Days from which a stretch may stand for a month: each day of the week was seen. */
const shortest = 7;

/** The usage file with these entries: what it says otherwise, and its comments, stay. */
export function withEntries(text: string, entries: ReadonlyMap<string, CallEntry>, asOf: string | null): string {
  let result = text.trim() === '' ? '{}\n' : text;
  const set = (path: readonly string[], value: unknown): void => {
    result = applyEdits(result, modify(result, [...path], value, { formattingOptions }));
  };
  if (asOf !== null) set(['asOf'], asOf);
  for (const [id, entry] of entries) for (const [name, value] of Object.entries(entry)) set(['calls', id, name], value);
  return result.endsWith('\n') ? result : `${result}\n`;
}
