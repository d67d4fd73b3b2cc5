import { describe, expect, test } from 'vitest';
import type { TokenQuantity } from '../../server/core/quantity/quantity.ts';
import { familyOf } from '../../server/core/tokens/families.ts';
import { createTokenizer, isNeeds, type Needs } from '../../server/core/tokens/tokenizer.ts';
import { loadedTokenizer } from './ranks.ts';
import { code, languages } from './texts.ts';

const tokenizer = loadedTokenizer();

function counted(value: TokenQuantity | Needs): TokenQuantity {
  if (isNeeds(value)) throw new Error(`needs ${value.needs}`);
  return value;
}

describe('the family of a model', () => {
  test.each([
    ['gpt-4o-2024-08-06', 'o200k_base'],
    ['openai/gpt-4.1-mini', 'o200k_base'],
    ['chatgpt-4o-latest', 'o200k_base'],
    ['o3', 'o200k_base'],
    ['o4-mini-2025-04-16', 'o200k_base'],
    ['gpt-5.6-sol', 'o200k_base'],
    ['ft:gpt-4o-mini', 'o200k_base'],
    ['gpt-6', 'o200k_assumed'],
    ['openai/gpt-oss-120b', 'o200k_harmony'],
    ['gpt-4', 'cl100k_base'],
    ['gpt-4-turbo', 'cl100k_base'],
    ['gpt-3.5-turbo-0125', 'cl100k_base'],
    ['text-embedding-3-small', 'cl100k_base'],
    ['claude-sonnet-4-5-20250929', 'claude-older'],
    ['us.anthropic.claude-3-7-sonnet-20250219-v1:0', 'claude-older'],
    ['claude-opus-4-6', 'claude-older'],
    ['claude-opus-4-20250514', 'claude-older'],
    ['claude-haiku-4-5', 'claude-older'],
    ['claude-opus-4-7', 'claude-newer'],
    ['anthropic/claude-opus-4.8', 'claude-newer'],
    ['claude-sonnet-5', 'claude-newer'],
    ['claude-fable-5', 'claude-newer'],
    ['gemini-2.5-flash', 'gemini'],
    ['models/gemini-3-pro-preview', 'gemini'],
    ['meta-llama/llama-4-scout-17b-16e-instruct', 'llama'],
    ['us.meta.llama3-2-1b-instruct-v1:0', 'llama'],
    ['qwen/qwen3-32b', 'qwen'],
    ['deepseek-ai/DeepSeek-R1', 'deepseek'],
    ['mistral-large-latest', 'mistral'],
    ['us.mistral.pixtral-large-2502-v1:0', 'mistral'],
    ['xai/grok-4', 'grok'],
    ['command-r-plus', 'cohere'],
    ['us.amazon.nova-pro-v1:0', 'nova'],
    ['my-own-model', 'unknown'],
    ['prod-gpt4', 'unknown'],
    ['', 'unknown'],
  ])('%s counts with %s', (model, family) => {
    expect(familyOf(model).id).toBe(family);
  });

  test('no model has a family of its own: unknown', () => {
    expect(familyOf(null).id).toBe('unknown');
  });
});

describe('a text', () => {
  test('is exact where the vendor published its encoding', () => {
    expect(counted(tokenizer.countText('Reply with OK.', 'gpt-4o'))).toMatchObject({
      floor: 4,
      likely: 4,
      ceiling: 4,
      basis: [{ kind: 'exact' }],
    });
  });

  test('says so where the encoding is assumed', () => {
    expect(counted(tokenizer.countText('Reply with OK.', 'gpt-6')).basis).toMatchObject([{ kind: 'estimated', error: 0 }]);
  });

  test('is a range that says its error for every other family', () => {
    const text = Object.values(languages).join('\n');
    for (const model of ['claude-sonnet-4-5', 'claude-opus-5', 'gemini-2.5-pro', 'llama-4', 'mistral-large', 'nova-pro']) {
      const { floor, likely, ceiling, basis } = counted(tokenizer.countText(text, model));
      expect(floor).toBeLessThan(likely ?? 0);
      expect(likely).toBeLessThan(ceiling ?? 0);
      expect(basis[0]).toMatchObject({ kind: 'estimated' });
    }
  });

  test('of a model that nobody knows is a wide range that says so', () => {
    const { floor, ceiling, basis } = counted(tokenizer.countText(languages.english ?? '', 'my-own-model'));
    expect(basis).toMatchObject([{ kind: 'unknown' }]);
    expect(ceiling ?? 0).toBeGreaterThan(1.5 * floor);
  });

  test('costs more on the newer Claude than on the older, and as much in Chinese', () => {
    const ratio = (text: string): number =>
      (counted(tokenizer.countText(text, 'claude-opus-5')).likely ?? 0) /
      (counted(tokenizer.countText(text, 'claude-sonnet-4-5')).likely ?? 1);
    expect(
      ratio('Please read the whole report and tell me in a few words what it says about the cost of the second year. '.repeat(9)),
    ).toBeGreaterThan(1.25);
    expect(ratio((languages.chinese ?? '').repeat(9))).toBeCloseTo(1, 1);
  });

  test('that is empty costs nothing', () => {
    for (const model of ['gpt-4o', 'claude-opus-5', 'gemini-2.5-pro', null])
      expect(counted(tokenizer.countText('', model))).toMatchObject({ floor: 0, likely: 0, ceiling: 0 });
  });

  test('never has a floor above its point or a ceiling below it', () => {
    for (const model of ['claude-haiku-4-5', 'claude-fable-5', 'gemini-3-flash', 'qwen3', null]) {
      for (const text of [...Object.values(languages), ...code, 'a', '42', '{}']) {
        const { floor, likely, ceiling } = counted(tokenizer.countText(text, model));
        expect(floor).toBeLessThanOrEqual(likely ?? 0);
        expect(likely).toBeLessThanOrEqual(ceiling ?? 0);
      }
    }
  });
});

test('what needs an asset that is not there names it', () => {
  const empty = createTokenizer({ assets: new Map() });
  expect(empty.countText('a', 'gpt-4o')).toEqual({ needs: 'ranks/o200k_base' });
  expect(empty.countText('a', 'gpt-4')).toEqual({ needs: 'ranks/cl100k_base' });
  expect(empty.encodingOf('claude-sonnet-4-5')).toEqual({ needs: 'ranks/o200k_base' });
});
