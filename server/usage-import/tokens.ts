import type { TokenSums } from './record.ts';
import { at, countOf, first } from './record.ts';

/**
 * The two ways of counting cached tokens. Anthropic and Bedrock report fresh input beside what was cached; OpenAI, Gemini,
 * OpenTelemetry and LiteLLM report all input with the cached part within. Sources: Anthropic "Prompt caching" (total input =
 * cache_read + cache_creation + input_tokens), OpenAI "Prompt caching" (cached_tokens within prompt_tokens), Google
 * "Context caching" (cachedContentTokenCount within promptTokenCount), OpenTelemetry GenAI attributes
 * (input_tokens SHOULD include cached), read 2026-11-23.
 */
export interface Inclusive {
  readonly input: number;
  readonly read: number;
  readonly write: number;
  readonly writeHour?: number;
  readonly output: number;
}

export const fromInclusive = ({ input, read, write, writeHour = 0, output }: Inclusive): TokenSums => ({
  fresh: Math.max(0, input - read - write - writeHour),
  write,
  writeHour,
  read,
  output,
});

/** A vendor's own usage record, by the fields that only that vendor writes. Null where no count stands there. */
export function vendorTokens(usage: unknown): TokenSums | null {
  return anthropicTokens(usage) ?? bedrockTokens(usage) ?? geminiTokens(usage) ?? openaiTokens(usage);
}

const count = (usage: unknown, ...paths: readonly string[]): number | null => first(usage, paths, countOf);

function anthropicTokens(usage: unknown): TokenSums | null {
  const fresh = count(usage, 'input_tokens');
  const isAnthropic = ['cache_creation_input_tokens', 'cache_read_input_tokens', 'cache_creation'].some(
    (name) => at(usage, name) !== undefined,
  );
  if (fresh === null || !isAnthropic) return null;
  const hour = count(usage, 'cache_creation.ephemeral_1h_input_tokens') ?? 0;
  const written = count(usage, 'cache_creation_input_tokens') ?? hour + (count(usage, 'cache_creation.ephemeral_5m_input_tokens') ?? 0);
  return {
    fresh,
    write: Math.max(0, written - hour),
    writeHour: hour,
    read: count(usage, 'cache_read_input_tokens') ?? 0,
    output: count(usage, 'output_tokens') ?? 0,
  };
}

function bedrockTokens(usage: unknown): TokenSums | null {
  const fresh = count(usage, 'inputTokens');
  const output = count(usage, 'outputTokens');
  if (fresh === null || output === null) return null;
  const read = count(usage, 'cacheReadInputTokens', 'cacheReadInputTokenCount') ?? 0;
  return { fresh, write: count(usage, 'cacheWriteInputTokens', 'cacheWriteInputTokenCount') ?? 0, writeHour: 0, read, output };
}

function geminiTokens(usage: unknown): TokenSums | null {
  const input = count(usage, 'promptTokenCount', 'prompt_token_count');
  if (input === null) return null;
  const answer = count(usage, 'candidatesTokenCount', 'candidates_token_count') ?? 0;
  const thoughts = count(usage, 'thoughtsTokenCount', 'thoughts_token_count') ?? 0;
  const toolUse = count(usage, 'toolUsePromptTokenCount') ?? 0;
  const read = count(usage, 'cachedContentTokenCount', 'cached_content_token_count') ?? 0;
  return fromInclusive({ input: input + toolUse, read, write: 0, output: answer + thoughts });
}

function openaiTokens(usage: unknown): TokenSums | null {
  const input = count(usage, 'prompt_tokens', 'input_tokens');
  if (input === null) return null;
  return fromInclusive({
    input,
    read: count(usage, 'prompt_tokens_details.cached_tokens', 'input_tokens_details.cached_tokens') ?? 0,
    write: count(usage, 'prompt_tokens_details.cache_write_tokens', 'input_tokens_details.cache_write_tokens') ?? 0,
    output: count(usage, 'completion_tokens', 'output_tokens') ?? 0,
  });
}
