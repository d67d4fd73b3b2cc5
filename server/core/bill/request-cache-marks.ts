import { z } from 'zod';
import type { Place } from '../module/module.ts';
import type { CacheMark } from '../program/call-site.ts';

/** Cache marks of a saved body, by what they stand on. */
export interface SavedMarks {
  /** For the whole request. */
  readonly automatic: CacheMark | null;
  /** By index in the body's list. */
  readonly tools: ReadonlyMap<number, CacheMark>;
  readonly messages: ReadonlyMap<number, CacheMark>;
  readonly system: CacheMark | null;
}

/** Fields that mark a block. Sources: Anthropic's prompt caching guide and Bedrock's Converse reference, read 2026-11-23. */
const markFields = ['cache_control', 'cachePoint'] as const;
const lifetimes: Readonly<Record<string, number>> = { '5m': 300, '1h': 3600 };
const deepest = 8;

export function readCacheMarks(body: unknown, place: Place): SavedMarks {
  const fields = recordOf(body);
  const inList = (list: unknown): Map<number, CacheMark> => {
    const marks = new Map<number, CacheMark>();
    for (const [index, item] of listOf(list).entries()) {
      const mark = markWithin(item, place, 0);
      if (mark !== null) marks.set(index, mark);
    }
    return marks;
  };
  return {
    automatic: ownMark(fields, place, 'automatic'),
    tools: inList(fields.tools ?? recordOf(fields.toolConfig).tools),
    messages: inList(fields.messages),
    system: markWithin(fields.system, place, 0),
  };
}

/** The last mark inside of a block counts: what comes before it is part of its prefix. */
function markWithin(value: unknown, place: Place, depth: number): CacheMark | null {
  if (depth > deepest) return null;
  const inner = Array.isArray(value) ? value : Object.values(recordOf(value));
  let found = Array.isArray(value) ? null : ownMark(recordOf(value), place, 'block');
  for (const one of inner) if (typeof one === 'object') found = markWithin(one, place, depth + 1) ?? found;
  return found;
}

function ownMark(fields: Readonly<Record<string, unknown>>, place: Place, kind: CacheMark['kind']): CacheMark | null {
  const mark = markFields.map((name) => fields[name]).find((value) => typeof value === 'object' && value !== null);
  if (mark === undefined) return null;
  const { ttl } = recordOf(mark);
  return { kind, lifetimeSeconds: typeof ttl === 'string' ? (lifetimes[ttl] ?? null) : null, place };
}

const record = z.record(z.string(), z.unknown());
const recordOf = (value: unknown): Readonly<Record<string, unknown>> => record.safeParse(value).data ?? {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
