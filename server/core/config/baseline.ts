import * as z from 'zod';
import type { Finding } from '../rules/rule.ts';
import { readJson } from './json-text.ts';

/** The findings that somebody has seen and left for later, by id: code, call and ordinal, which edits elsewhere do not change. */
export type Baseline = ReadonlySet<string>;

export const baselineName = 'lineitem-baseline.json';

const schema = z.object({ version: z.literal(1), findings: z.record(z.string(), z.array(z.string())) });

/** Null where it is no baseline. */
export function readBaseline(text: string): Baseline | null {
  const parsed = schema.safeParse(readJson(text).value);
  return parsed.success ? new Set(Object.values(parsed.data.findings).flat()) : null;
}

/** One line a finding, so that a review shows which ones came and went. */
export function writeBaseline(findings: readonly Pick<Finding, 'id' | 'at'>[]): string {
  const byFile = new Map<string, string[]>();
  for (const { id, at } of findings) byFile.set(at.file, [...(byFile.get(at.file) ?? []), id]);
  const sorted = [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, ids]) => [file, [...new Set(ids)].sort()] as const);
  return `${JSON.stringify({ version: 1, findings: Object.fromEntries(sorted) }, null, 2)}\n`;
}
