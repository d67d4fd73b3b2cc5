import * as z from 'zod';
import { readJson } from './json-text.ts';

/** The findings that somebody has seen and left for later: the file of each, by its key, which edits elsewhere do not change. */
export type Baseline = ReadonlyMap<string, string>;

export const baselineName = 'lineitem-baseline.json';

const schema = z.object({ version: z.literal(1), findings: z.record(z.string(), z.array(z.string())) });

/** Null where it is no baseline. */
export function readBaseline(text: string): Baseline | null {
  const parsed = schema.safeParse(readJson(text).value);
  if (!parsed.success) return null;
  return new Map(Object.entries(parsed.data.findings).flatMap(([file, ids]) => ids.map((id) => [id, file] as const)));
}

/** One line a finding, so that a review shows which ones came and went. */
export function writeBaseline(baseline: Baseline): string {
  const byFile = new Map<string, string[]>();
  for (const [id, file] of baseline) byFile.set(file, [...(byFile.get(file) ?? []), id]);
  const sorted = [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, ids]) => [file, ids.sort()] as const);
  return `${JSON.stringify({ version: 1, findings: Object.fromEntries(sorted) }, null, 2)}\n`;
}
