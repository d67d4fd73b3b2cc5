import { z } from 'zod';

/** What a vendor says it billed, in exclusive classes. */
export interface BilledUsage {
  readonly fresh: number;
  readonly write: number;
  readonly read: number;
  readonly output: number;
}

/**
 * Reads a usage record, whichever vendor's. Anthropic and Bedrock report fresh input beside what was cached; OpenAI and
 * Gemini report it within. Sources: the vendors' API references, read 2026-11-23. Null where no count stands there.
 */
export function billedUsage(usage: unknown): BilledUsage | null {
  const fields = recordOf(usage);
  const exclusive = readExclusive(fields);
  if (exclusive !== null) return exclusive;
  const input = numberOf(fields.prompt_tokens ?? fields.input_tokens ?? fields.promptTokenCount);
  if (input === null) return null;
  const details = recordOf(fields.prompt_tokens_details ?? fields.input_tokens_details);
  const read = numberOf(details.cached_tokens ?? fields.cachedContentTokenCount) ?? 0;
  const write = numberOf(details.cache_write_tokens) ?? 0;
  const output = numberOf(fields.completion_tokens ?? fields.output_tokens ?? fields.candidatesTokenCount) ?? 0;
  return { fresh: Math.max(0, input - read - write), write, read, output: output + (numberOf(fields.thoughtsTokenCount) ?? 0) };
}

function readExclusive(fields: Readonly<Record<string, unknown>>): BilledUsage | null {
  const read = numberOf(fields.cache_read_input_tokens ?? fields.cacheReadInputTokens);
  const write = numberOf(fields.cache_creation_input_tokens ?? fields.cacheWriteInputTokens);
  const isBedrock = fields.inputTokens !== undefined;
  if (read === null && write === null && !isBedrock) return null;
  const fresh = numberOf(fields.input_tokens ?? fields.inputTokens);
  if (fresh === null) return null;
  return { fresh, write: write ?? 0, read: read ?? 0, output: numberOf(fields.output_tokens ?? fields.outputTokens) ?? 0 };
}

const record = z.record(z.string(), z.unknown());
const recordOf = (value: unknown): Readonly<Record<string, unknown>> => record.safeParse(value).data ?? {};
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
