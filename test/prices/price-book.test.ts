import { describe, expect, test } from 'vitest';
import { catalogueSchema } from '../../server/core/prices/catalogue.ts';
import { loadPriceBook, overlay, overlaySchema } from '../../server/core/prices/index.ts';
import { createFinder, isOtherModel } from '../../server/core/prices/match.ts';
import { exactUsd } from '../../server/core/quantity/money.ts';
import { book, catalogue, look, november, priced } from './book.ts';

const perMillion = (amount: bigint | null | undefined): string =>
  amount === null || amount === undefined ? '-' : exactUsd(amount * 1_000_000n);

const shortWrite = (model: string): string => perMillion(priced(model).prices.cacheWrites[0]?.price);

describe('prices of well-known models on 2026-11-23', () => {
  // input / cache read / short cache write / output, USD per million tokens.
  test.each([
    ['claude-opus-4-8', '5/0.5/6.25/25'],
    ['claude-opus-5', '5/0.5/6.25/25'],
    ['claude-opus-5-5', '4/0.2/5/20'],
    ['claude-fable-5', '10/1/12.5/50'],
    ['claude-sonnet-5', '2/0.2/2.5/10'],
    ['claude-sonnet-4-6', '3/0.3/3.75/15'],
    ['claude-sonnet-4-5', '3/0.3/3.75/15'],
    ['claude-haiku-4-5', '1/0.1/1.25/5'],
    ['claude-opus-4-1', '15/1.5/18.75/75'],
    ['gpt-4o', '2.5/1.25/-/10'],
    ['gpt-4o-mini', '0.15/0.075/-/0.6'],
    ['gpt-4.1', '2/0.5/-/8'],
    ['gpt-5', '1.25/0.125/-/10'],
    ['gpt-5-mini', '0.25/0.025/-/2'],
    ['gpt-5.4', '2.5/0.25/-/15'],
    ['gpt-5.5', '5/0.5/-/30'],
    ['gpt-5.6-sol', '4/0.4/5/20'],
    ['gpt-5.6-luna', '0.2/0.02/0.25/1.2'],
    ['o3', '2/0.5/-/8'],
    ['gemini-2.5-pro', '1.25/0.125/-/10'],
    ['gemini-2.5-flash', '0.3/0.03/-/2.5'],
    ['gemini-3.5-flash', '1.5/0.15/-/9'],
    ['gemini-3.6-flash', '0.75/0.075/-/3.75'],
    ['grok-4.5', '2/0.3/-/6'],
    ['deepseek-chat', '0.135/0.035/-/0.55'],
    ['deepseek-v4-pro', '0.66/0.022/-/1.98'],
    ['mistral-large-latest', '0.5/0.05/-/1.5'],
    ['mistral-medium-latest', '1.5/0.15/-/7.5'],
    // Not in the catalogue.
    ['claude-sonnet-5-5', '2/0.1/2.5/10'],
    ['claude-haiku-5-5', '0.1/0.01/0.125/0.5'],
    ['gpt-6.1-sol', '2/0.1/2.5/10'],
    ['gpt-6.1-terra', '1/0.05/1.25/5'],
    ['deepseek-flash', '0.15/0.003/-/0.6'],
    ['claude-mythos-5-1', '10/0.25/12.5/50'],
    ['gemini-4-argon', '2/0.1/-/10'],
    ['grok-4.7', '2/0.5/-/6'],
    ['ft:gpt-4o-2024-08-06:acme::1', '3.75/1.875/-/15'],
  ])('%s %s', (model, expected) => {
    const { prices } = priced(model);
    expect([perMillion(prices.input), perMillion(prices.cacheRead), shortWrite(model), perMillion(prices.output)].join('/')).toBe(expected);
  });

  test('each price says where it comes from and of what day it is', () => {
    expect(priced('gpt-4o')).toMatchObject({ date: '2026-09-23', provider: 'openai' });
    expect(priced('gpt-4o').source).toMatch(/^genai-prices 0\.1\.8/);
    expect(priced('claude-haiku-5-5').date).toBe('2026-10-08');
  });

  test('prices follow the date', () => {
    const july = Date.UTC(2026, 6, 1);
    expect(perMillion(priced('gpt-5.6-luna', { at: july }).prices.input)).toBe('1');
    expect(perMillion(priced('claude-sonnet-5-5', { at: Date.UTC(2026, 9, 6) }).prices.cacheRead)).toBe('0.2');
    expect(perMillion(priced('gemini-3.6-flash', { at: Date.UTC(2027, 0, 1) }).prices.input)).toBe('1.5');
    expect(look('gpt-6.1-terra', { at: july }).kind).toBe('unknown');
  });

  test('lifetimes carry their own write prices', () => {
    const writes = (model: string) =>
      priced(model).prices.cacheWrites.map((write) => `${write.lifetimeSeconds}s ${perMillion(write.price)}`);
    expect(writes('claude-opus-5-5')).toEqual(['300s 5', '3600s 8']);
    expect(writes('claude-sonnet-5-5')).toEqual(['300s 2.5', '3600s 4']);
    expect(writes('gpt-6.1-sol')).toEqual(['1800s 2.5', '43200s 5']);
    expect(writes('gpt-4o')).toEqual([]);
    expect(writes('us.anthropic.claude-opus-4-1-20250805-v1:0')).toEqual(['300s 18.75']);
  });
});

describe('what is not known is said', () => {
  test.each([
    ['claude-sonnet-4-9', 'not-listed', null],
    ['claude-sonnet-5-7', 'newer-version', 'claude-sonnet-5'],
    ['us.anthropic.claude-sonnet-5-7-v1:0', 'newer-version', 'claude-sonnet-5'],
    ['claude-fable-5-2', 'not-listed', null],
    ['claude-next-99', 'not-listed', null],
    ['gpt-6.2', 'not-listed', null],
    ['my-finetune', 'not-listed', null],
    ['gemini-3.6-flash-lite', 'newer-version', 'gemini-3.6-flash'],
    ['azure/gpt-4o', 'deployment', 'gpt-4o'],
    ['meta-llama/Llama-3.3-70B-Instruct', 'open-weights', null],
    ['deepseek-ai/DeepSeek-R1', 'open-weights', null],
    ['qwen/qwen3-32b', 'open-weights', null],
    ['omni-moderation-latest', 'no-token-price', null],
    ['moonshot.kimi-k2-thinking', 'host-unlisted', 'kimi-k2-thinking'],
    ['deepinfra/meta-llama/Llama-3.3-70B-Instruct', 'host-unlisted', 'llama-3.3-70b-instruct'],
    ['openrouter/anthropic/claude-opus-5:free', 'not-listed', 'claude-opus-5'],
    ['arn:aws:bedrock:us-west-2:123456789012:application-inference-profile/a1b2c3', 'opaque-id', null],
  ])('%s: %s', (model, reason, near) => {
    expect(look(model)).toMatchObject({ kind: 'unknown', reason, near });
  });

  test('the reason is a sentence', () => {
    const answer = look('claude-sonnet-5-7');
    expect(answer.kind === 'unknown' && answer.why).toBe(
      '`claude-sonnet-5-7` is not listed. It resembles `claude-sonnet-5`, but its price may differ.',
    );
  });

  test('an Azure name is priced where the caller knows that it names a model', () => {
    expect(look('gpt-4o', { host: 'azure' })).toMatchObject({ kind: 'unknown', reason: 'deployment' });
    expect(priced('gpt-4o', { host: 'azure', names: 'model' }).host).toBe('azure');
  });

  test('a server of one’s own has no price, which is not $0', () => {
    expect(look('ollama/llama3.2')).toMatchObject({ kind: 'local', host: 'ollama' });
    expect(look('gpt-4o', { host: 'local' })).toMatchObject({ kind: 'local' });
    expect(look('llama3.2:3b')).toMatchObject({ kind: 'local' });
  });

  test.each([
    ['claude-sonnet-5', '-5', true],
    ['claude-sonnet-5', '.5', true],
    ['claude-opus-4-1', '0', true],
    ['claude-sonnet-5', '-20260630', false],
    ['claude-sonnet-5', '-2026-06-30', false],
    ['claude-sonnet-4-2025', '0514', false],
    ['ft:gpt-4o-2024-', '08-06', false],
    ['claude-sonnet-5', '', false],
    ['claude-sonnet-5', '-v1:0', false],
    ['gemini-2.5-pro', '-preview-05-06', false],
    ['gemini-2.5-flash-lite-preview', '-09-2025', false],
    ['magistral-medium', '-2506', false],
    ['gemini-1.5-pro', '-002', false],
    ['gemini-3.6-flash', '-lite', true],
    ['gemini-3.6-flash', '-lite-preview', true],
    ['claude-haiku-4-5', '-fast', true],
    ['deepseek-r1', '-distill-llama-70b', true],
    ['deepseek-r1', '-0528', false],
  ])('after %s, %s is another model: %s', (matched, rest, expected) => {
    expect(isOtherModel(matched, rest)).toBe(expected);
  });
});

describe('hosts', () => {
  test('Bedrock: regional endpoints cost a tenth more', () => {
    expect(perMillion(priced('us.anthropic.claude-opus-4-8-v1:0').prices.input)).toBe('5.5');
    expect(perMillion(priced('global.anthropic.claude-opus-4-8-v1:0').prices.input)).toBe('5');
    expect(perMillion(priced('eu.anthropic.claude-haiku-5-5').prices.output)).toBe('0.55');
    expect(perMillion(priced('global.anthropic.claude-haiku-5-5').prices.output)).toBe('0.5');
    expect(priced('eu.anthropic.claude-haiku-5-5').note).toContain('× 1.1');
  });

  test('Bedrock: its own minimum lengths', () => {
    expect(priced('us.anthropic.claude-sonnet-4-6').cache?.minimum?.tokens).toBe(2048);
    expect(priced('claude-sonnet-4-6').cache?.minimum?.tokens).toBe(1024);
  });

  test('resellers by their own list, and by the vendor’s where they pass it on', () => {
    expect(priced('openrouter/anthropic/claude-opus-4.8')).toMatchObject({ provider: 'anthropic', host: 'openrouter', note: null });
    expect(priced('openrouter/anthropic/claude-haiku-5.5').note).toContain('OpenRouter');
    expect(perMillion(priced('groq/llama-3.3-70b-versatile').prices.input)).toBe('0.59');
    expect(perMillion(priced('together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo').prices.input)).toBe('0.88');
    expect(perMillion(priced('fireworks_ai/accounts/fireworks/models/deepseek-v4-pro').prices.input)).not.toBe('-');
    expect(priced('openrouter/meta-llama/llama-3.3-70b-instruct:free').note).toBe('listed as free of charge');
    expect(priced('vertex_ai/claude-opus-4-8@default').prices.input).toBe(5_000_000n);
  });
});

describe('what else the book knows', () => {
  test('limits, life and successors', () => {
    expect(priced('claude-sonnet-4-5')).toMatchObject({
      limits: { context: 200_000, maxOutput: 64_000 },
      lifecycle: { retires: '2026-11-30', successor: 'claude-sonnet-5-5' },
    });
    expect(priced('gpt-5').limits).toEqual({ context: 400_000, maxOutput: 128_000 });
    expect(priced('gemini-2.5-pro').limits.maxOutput).toBe(65_536);
    expect(priced('grok-4.5').limits.maxOutput).toBeNull();
    expect(priced('gemini-3.6-flash').lifecycle).toMatchObject({ promotionEnds: '2026-12-31', next: { from: '2027-01-01' } });
    expect(priced('gemini-4-argon').lifecycle).toMatchObject({
      promotionEnds: '2026-11-30',
      next: { from: '2026-12-01', prices: { input: 4_000_000n } },
    });
    expect(priced('mistral-large-latest').note).toContain('Large 4');
    expect(priced('gpt-5.6-sol').lifecycle.promotionEnds).toBe('2026-11-21');
    expect(priced('gpt-4o-2024-05-13').lifecycle.retires).toBe('2026-10-23');
  });

  test('minimum lengths carry the band between contradicting sources', () => {
    expect(priced('claude-opus-4-8').cache?.minimum).toMatchObject({ tokens: 1024, lowest: 1024, highest: 4096 });
    expect(priced('claude-haiku-4-5').cache?.minimum).toMatchObject({ tokens: 4096, lowest: 4096, highest: 4096 });
    expect(priced('claude-opus-5-5').cache?.minimum).toMatchObject({ tokens: 512, highest: 512 });
    expect(priced('gpt-4.1').cache).toMatchObject({ mode: 'automatic', step: 128, minimum: { tokens: 1024 } });
    expect(priced('gemini-3.8-flash').cache?.storagePerTokenHour).toBe(500_000n);
  });

  test('the same question of the same day has the same answer, kept', () => {
    expect(look('gpt-4o')).toBe(look('gpt-4o', { at: november + 1000 }));
  });
});

describe('time of day', () => {
  test('not known: the windows stay', () => {
    expect(priced('deepseek-v4-pro').prices.timeWindows).toHaveLength(2);
    expect(priced('deepseek-v4-pro').note).toContain('time of day');
  });

  test.each([
    ['Monday 02:00', Date.UTC(2026, 10, 23, 2), '1.32'],
    ['Monday 05:00', Date.UTC(2026, 10, 23, 5), '0.66'],
    ['Monday 09:59', Date.UTC(2026, 10, 23, 9, 59), '1.32'],
    ['Monday 10:00', Date.UTC(2026, 10, 23, 10), '0.66'],
    ['Sunday 02:00', Date.UTC(2026, 10, 22, 2), '0.66'],
  ])('known, %s', (_, at, expected) => {
    const { prices } = priced('deepseek-v4-pro', { at, timeOfDay: 'known' });
    expect([perMillion(prices.input), prices.timeWindows]).toEqual([expected, []]);
  });
});

describe('data', () => {
  test('the catalogue fits its schema, and its patterns compile', () => {
    expect(catalogueSchema.safeParse(catalogue).success).toBe(true);
    expect(book.catalogue).toMatchObject({ name: 'genai-prices', version: '0.1.8', date: '2026-09-23' });
    for (const provider of catalogue.providers) expect(createFinder(provider)('no-such-model-anywhere')).toBeNull();
  });

  test('our overlay fits the schema that users’ own prices must fit', () => {
    expect(overlaySchema.safeParse(overlay)).toMatchObject({ success: true });
  });

  test('successors and aliases are listed themselves', () => {
    const named = [...overlay.lifecycle.flatMap((row) => row.successor ?? []), ...overlay.aliases.map((row) => row.means)];
    for (const model of new Set(named)) expect(look(model).kind, model).toBe('priced');
  });

  test('a broken asset is a list of problems, not a throw', () => {
    expect(loadPriceBook(null)).toMatchObject({ ok: false });
    expect(loadPriceBook({ ...catalogue, format: 2 })).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^catalogue: format:/)],
    });
    const row = { provider: 'openai', models: ['gpt-4o'], input: 'cheap', output: '1', source: 'contract', verified: '2026-11-01' };
    expect(loadPriceBook(catalogue, { prices: [row] })).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/^custom prices: prices.0.input:/)],
    });
  });

  test('a user’s own prices win, and add what no list has', () => {
    const evidence = { source: 'our contract', verified: '2026-11-01' };
    const loaded = loadPriceBook(catalogue, {
      prices: [
        { provider: 'anthropic', models: ['claude-haiku-5-5'], input: '0.08', output: '0.40', ...evidence },
        { provider: 'openai', host: 'azure', models: ['gpt-4o'], input: '2', output: '8', ...evidence },
      ],
    });
    const at = november;
    expect(loaded.ok && loaded.book.lookup({ model: 'claude-haiku-5-5', at })).toMatchObject({
      prices: { input: 80_000n },
      source: 'our contract',
    });
    expect(loaded.ok && loaded.book.lookup({ model: 'azure/gpt-4o', at })).toMatchObject({ kind: 'priced', prices: { input: 2_000_000n } });
  });
});
