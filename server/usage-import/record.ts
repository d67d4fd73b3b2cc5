import type { Service } from '../core/prices/types.ts';

/** One request of a log, or a day's sum of many, in our own words: each input token stands in exactly one class. */
export interface UsageRecord extends TokenSums {
  /** Milliseconds since the epoch; null where the log has no dates. */
  readonly at: number | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly service: Service;
  /** What the call was labelled with. */
  readonly label: string | null;
  /** Beginnings of the texts that were sent, in their order. */
  readonly texts: readonly string[];
  /** Names of the tools that were sent; null where the log does not hold the request. */
  readonly tools: readonly string[] | null;
  /** Trace, conversation or session. */
  readonly run: string | null;
  /** Null where a log adds up tokens and does not count requests. */
  readonly requests: number | null;
  /** What the named field says; null where the log does not judge this answer. */
  readonly useful: boolean | null;
}

export interface TokenSums {
  readonly fresh: number;
  readonly write: number;
  readonly writeHour: number;
  readonly read: number;
  readonly output: number;
}

/** One format that production writes. `read` gives null for a value that is none of its records. */
export interface LogFormat {
  readonly name: string;
  readonly title: string;
  /** Where its fields were read, and when. */
  readonly source: string;
  readonly verified: string;
  readonly recognises: (value: Fields) => boolean;
  readonly read: (value: Fields, options: ReadOptions) => readonly UsageRecord[];
}

export interface ReadOptions {
  /** A field that says whether an answer was of use, as the user names it: `scores.helpful`, `metadata.accepted`. */
  readonly useful: string | null;
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** JSON inside of a text (a column of a table, a metadata field) is read as what it says. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Follows `a.b.c` through records and packed JSON; a key that holds the whole name comes first. */
export function at(value: unknown, path: string): unknown {
  const here = unpacked(value);
  if (!isFields(here)) return undefined;
  if (Object.hasOwn(here, path)) return here[path];
  const dot = path.indexOf('.');
  return dot < 0 ? undefined : at(here[path.slice(0, dot)], path.slice(dot + 1));
}

export function first<Value>(value: unknown, paths: readonly string[], read: (found: unknown) => Value | null): Value | null {
  for (const path of paths) {
    const found = read(at(value, path));
    if (found !== null) return found;
  }
  return null;
}

export const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** Numbers of tables are text. */
export function countOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+(\.0+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? Math.round(number) : null;
}

/** ISO texts, seconds, milliseconds and nanoseconds since the epoch. */
export function momentOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{9,20}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number) && number > 0) {
    if (number > 1e17) return number / 1e6;
    return number > 1e14 ? number / 1e3 : number > 1e11 ? number : number * 1000;
  }
  if (typeof value !== 'string') return null;
  // A moment without a zone is UTC in every export that we read.
  const zoned = /[zZ]|[+-]\d\d:?\d\d$/.test(value) || !/\d[ T]\d/.test(value) ? value : `${value.replace(' ', 'T')}Z`;
  const moment = Date.parse(zoned);
  return Number.isNaN(moment) ? null : moment;
}

/** Accepted, passed, thumbs up, a score above one half: of use. Null where it says nothing. */
export function verdictOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value > 0.5;
  if (typeof value !== 'string' || value === '') return null;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value) > 0.5;
  if (/^(true|yes|y|pass|passed|accepted|accept|good|useful|up|thumbs_up|correct|resolved)$/i.test(value)) return true;
  return /^(false|no|n|fail|failed|rejected|reject|bad|useless|down|thumbs_down|incorrect|unresolved)$/i.test(value) ? false : null;
}

/** Where the call-site id stands, whichever way it was labelled: see docs/instrument.md. */
export const labelKey = 'lineitem.call_site';
export const labelName = 'call_site';

/** `call_site:…` among tags. */
export function labelInTags(value: unknown): string | null {
  const tags = unpacked(value);
  const list = Array.isArray(tags) ? tags : typeof tags === 'string' ? tags.replace(/^\{|\}$/g, '').split(',') : [];
  for (const tag of list) {
    const found = typeof tag === 'string' ? /^"?\s*(?:lineitem\.)?call_site[:=](.+?)"?\s*$/.exec(tag)?.[1] : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

export const labelIn = (metadata: unknown): string | null =>
  first(metadata, [labelKey, labelName, 'lineitem', 'CallSite', 'Call-Site', 'callSite'], textOf);
