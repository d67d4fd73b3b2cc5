import { z } from 'zod';

/** Readers of bodies that people saved: what has the wrong shape reads as absent, and never throws. */
const recordSchema = z.record(z.string(), z.unknown());

export type Loose = Readonly<Record<string, unknown>>;

export function recordOf(value: unknown): Loose {
  return recordSchema.safeParse(value).data ?? {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function recordsOf(value: unknown): readonly Loose[] {
  return listOf(value).map(recordOf);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The first field that stands there: vendors' own SDKs write some names with an underscore, some in camel case. */
export function fieldOf(record: Loose, ...names: readonly string[]): unknown {
  for (const name of names) if (record[name] !== undefined && record[name] !== null) return record[name];
  return undefined;
}

/** Arguments of a call as the model wrote them: some vendors send them as text, some as a record. */
export function argumentsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '{}' : JSON.stringify(value);
}

/** A record without the fields that identify, sign or steer and that no model reads. */
export function visibleJson(record: Loose, hidden: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(Object.entries(record).filter(([name]) => !hidden.includes(name))));
}
