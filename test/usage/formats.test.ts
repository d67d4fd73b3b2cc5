import { describe, expect, it } from 'vitest';
import { formatOf, logFormats } from '../../server/usage-import/formats/index.ts';
import { momentOf, verdictOf } from '../../server/usage-import/record.ts';
import { vendorTokens } from '../../server/usage-import/tokens.ts';
import { anthropicBucket, heliconeRow, label, langfuseRow, litellmRow, openaiBucket, otlpLine } from './logs.ts';

/** The same request in every way of counting: 300 fresh, 100 written, 600 read, 50 answered. */
const same = { fresh: 300, write: 100, writeHour: 0, read: 600, output: 50 };

describe('a log', () => {
  it.each([
    ['otlp', otlpLine, 'feedback.accepted'],
    ['langfuse', langfuseRow, 'helpful'],
    ['helicone', heliconeRow, 'helpful'],
    ['litellm', litellmRow, 'accepted'],
  ])('of %s is recognised, counted in exclusive classes, labelled and judged', (name, value, useful) => {
    const format = formatOf(value);
    expect(format?.name).toBe(name);
    const records = format?.read(value, { useful }) ?? [];
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ ...same, label, requests: 1, useful: true, at: Date.UTC(2025, 10, 1) });
    expect(format?.read(value, { useful: null })[0]?.useful).toBeNull();
  });

  it('of OpenAI counts cached tokens within the input, and requests by the bucket', () => {
    expect(formatOf(openaiBucket)?.name).toBe('openai-usage');
    expect(formatOf(openaiBucket)?.read(openaiBucket, { useful: null })).toMatchObject([
      { ...same, requests: 4, model: 'gpt-5.4', provider: 'openai' },
    ]);
  });

  it('of Anthropic counts them beside it, and no requests', () => {
    expect(formatOf(anthropicBucket)?.name).toBe('anthropic-usage');
    expect(formatOf(anthropicBucket)?.read(anthropicBucket, { useful: null })).toMatchObject([
      { ...same, write: 60, writeHour: 40, requests: null, provider: 'anthropic' },
    ]);
  });

  it('says where its fields were read', () => {
    for (const { source, verified } of logFormats) {
      expect(source.length).toBeGreaterThan(10);
      expect(verified).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('is no log where nothing counts tokens', () => {
    expect(formatOf({ message: 'started', level: 'info' })).toBeNull();
  });
});

describe('Langfuse', () => {
  it('is corrected where its writer left cached tokens in the input', () => {
    const doubled = { ...langfuseRow, usageDetails: { input: 1000, input_cached_tokens: 600, output: 50, total: 1050 } };
    expect(formatOf(doubled)?.read(doubled, { useful: null })).toMatchObject([{ fresh: 400, read: 600, output: 50 }]);
  });

  it('has only generations: spans repeat what they hold', () => {
    const span = { ...langfuseRow, type: 'SPAN' };
    expect(formatOf(span)?.read(span, { useful: null })).toEqual([]);
  });
});

describe("a vendor's usage", () => {
  it.each([
    // docs.claude.com, "Prompt caching": total input is cache_read + cache_creation + input_tokens.
    [
      { input_tokens: 50, cache_read_input_tokens: 100_000, cache_creation_input_tokens: 248, output_tokens: 503 },
      { fresh: 50, write: 248, writeHour: 0, read: 100_000, output: 503 },
    ],
    [
      {
        input_tokens: 2048,
        cache_read_input_tokens: 1800,
        cache_creation_input_tokens: 248,
        cache_creation: { ephemeral_5m_input_tokens: 148, ephemeral_1h_input_tokens: 100 },
        output_tokens: 503,
      },
      { fresh: 2048, write: 148, writeHour: 100, read: 1800, output: 503 },
    ],
    // platform.openai.com, "Prompt caching": cached_tokens stand within prompt_tokens.
    [
      { prompt_tokens: 2006, completion_tokens: 300, total_tokens: 2306, prompt_tokens_details: { cached_tokens: 1920 } },
      { fresh: 86, write: 0, writeHour: 0, read: 1920, output: 300 },
    ],
    [
      {
        input_tokens: 2006,
        output_tokens: 300,
        input_tokens_details: { cached_tokens: 1920, cache_write_tokens: 6 },
        output_tokens_details: { reasoning_tokens: 120 },
      },
      { fresh: 80, write: 6, writeHour: 0, read: 1920, output: 300 },
    ],
    // ai.google.dev: cachedContentTokenCount is part of promptTokenCount; thoughts are billed beside the candidates.
    [
      { promptTokenCount: 4200, cachedContentTokenCount: 4096, candidatesTokenCount: 100, thoughtsTokenCount: 40 },
      { fresh: 104, write: 0, writeHour: 0, read: 4096, output: 140 },
    ],
    // docs.aws.amazon.com, Converse: inputTokens stand beside the cache's.
    [
      { inputTokens: 20, outputTokens: 9, cacheReadInputTokens: 1000, cacheWriteInputTokens: 200 },
      { fresh: 20, write: 200, writeHour: 0, read: 1000, output: 9 },
    ],
  ])('%o', (usage, tokens) => expect(vendorTokens(usage)).toEqual(tokens));

  it('is nothing where nothing is counted', () => {
    expect(vendorTokens({ cost: 3 })).toBeNull();
    expect(vendorTokens(null)).toBeNull();
  });
});

describe('a value of a log', () => {
  it.each([
    ['2025-11-01T00:00:00Z', Date.UTC(2025, 10, 1)],
    ['2025-11-01 00:00:00.000', Date.UTC(2025, 10, 1)],
    ['1761955200000000000', Date.UTC(2025, 10, 1)],
    [1761955200, Date.UTC(2025, 10, 1)],
    [1761955200000, Date.UTC(2025, 10, 1)],
    ['soon', null],
  ])('%s is a moment', (value, moment) => expect(momentOf(value)).toBe(moment));

  it.each([
    [true, true],
    ['thumbs_down', false],
    ['0.9', true],
    [0, false],
    ['perhaps', null],
    [undefined, null],
  ])('%s is a verdict', (value, verdict) => expect(verdictOf(value)).toBe(verdict));
});
