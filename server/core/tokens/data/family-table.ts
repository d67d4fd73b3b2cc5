import type { FamilyId, TokenizerFamily } from '../tokenizer-family.ts';

const one = { floor: 1, likely: 1, ceiling: 1 };
const measured = '2026-11-23';
const recorded = 'billed usage of recorded requests against local counts';

/** Ratios are tokens billed for one token of the stand-in encoding: the middle, and what nine texts in ten stay within. */
export const families: Readonly<Record<FamilyId, TokenizerFamily>> = {
  o200k_base: {
    id: 'o200k_base',
    title: 'o200k_base',
    encoding: 'o200k_base',
    certainty: 'exact',
    ratios: { prose: one },
    source: 'openai/tiktoken, tiktoken/model.py; equal to the bill from gpt-4o to gpt-5.6',
    verified: measured,
  },
  o200k_harmony: {
    id: 'o200k_harmony',
    title: 'o200k_harmony',
    encoding: 'o200k_base',
    certainty: 'exact',
    ratios: { prose: one },
    source: 'openai/tiktoken, tiktoken/model.py: the ranks of o200k_base',
    verified: measured,
  },
  o200k_assumed: {
    id: 'o200k_assumed',
    title: 'o200k_base, if the vendor kept it',
    encoding: 'o200k_base',
    certainty: 'assumed',
    ratios: { prose: one },
    source: 'simonw/ttok 1.0 release notes; nothing recorded yet',
    verified: '2026-10-09',
  },
  cl100k_base: {
    id: 'cl100k_base',
    title: 'cl100k_base',
    encoding: 'cl100k_base',
    certainty: 'exact',
    ratios: { prose: one },
    source: 'openai/tiktoken, tiktoken/model.py; equal to the bill of gpt-3.5, gpt-4 and the embeddings',
    verified: measured,
  },
  'claude-older': {
    id: 'claude-older',
    title: 'Claude up to 4.6 and Haiku 4.5 (no public tokenizer)',
    encoding: 'o200k_base',
    certainty: 'estimated',
    ratios: {
      prose: { floor: 0.94, likely: 1, ceiling: 1.09 },
      markdown: { floor: 0.95, likely: 1.02, ceiling: 1.1 },
      code: { floor: 0.96, likely: 1.05, ceiling: 1.15 },
      json: { floor: 0.96, likely: 1.05, ceiling: 1.15 },
      digits: { floor: 0.98, likely: 1.02, ceiling: 1.1 },
      chinese: { floor: 1.25, likely: 1.6, ceiling: 1.9 },
      japanese: { floor: 0.95, likely: 1.2, ceiling: 1.5 },
      korean: { floor: 0.95, likely: 1.3, ceiling: 1.7 },
      'other-script': { floor: 1, likely: 1.35, ceiling: 1.8 },
      emoji: { floor: 1.5, likely: 2, ceiling: 2.5 },
    },
    rarity: { from: 20_000, extra: 0.25, fromRarest: 50_000, extraRarest: 0.85 },
    source: `${recorded} (100 texts), and published per-item counts; rarity: fitted to 25 texts`,
    verified: measured,
  },
  'claude-newer': {
    id: 'claude-newer',
    title: 'Claude from Opus 4.7, Sonnet 5, Fable 5 and Mythos 5 on (no public tokenizer)',
    encoding: 'o200k_base',
    certainty: 'estimated',
    ratios: {
      prose: { floor: 1.28, likely: 1.42, ceiling: 1.58 },
      markdown: { floor: 1.28, likely: 1.41, ceiling: 1.58 },
      code: { floor: 1.2, likely: 1.4, ceiling: 1.6 },
      json: { floor: 1.2, likely: 1.38, ceiling: 1.55 },
      digits: { floor: 0.98, likely: 1, ceiling: 1.1 },
      chinese: { floor: 1.25, likely: 1.6, ceiling: 1.9 },
      japanese: { floor: 0.95, likely: 1.2, ceiling: 1.5 },
      korean: { floor: 0.95, likely: 1.3, ceiling: 1.7 },
      'other-script': { floor: 1, likely: 1.35, ceiling: 1.8 },
      emoji: { floor: 1.5, likely: 2, ceiling: 2.5 },
    },
    source: `${recorded} (11 texts, Opus 4.8), and counts that others published`,
    verified: measured,
  },
  gemini: {
    id: 'gemini',
    title: 'Gemini (its vocabulary is not shipped)',
    encoding: 'o200k_base',
    certainty: 'estimated',
    slack: 0.3,
    splits: 'gemma',
    ratios: {
      prose: { floor: 0.94, likely: 1, ceiling: 1.1 },
      markdown: { floor: 0.95, likely: 1, ceiling: 1.09 },
      code: { floor: 0.98, likely: 1.05, ceiling: 1.1 },
      json: { floor: 0.95, likely: 1, ceiling: 1.1 },
      digits: { floor: 0.95, likely: 1, ceiling: 1.1 },
      chinese: { floor: 0.75, likely: 0.9, ceiling: 1.1 },
      japanese: { floor: 0.7, likely: 0.8, ceiling: 1.1 },
      korean: { floor: 0.75, likely: 0.85, ceiling: 1.1 },
      'other-script': { floor: 0.5, likely: 0.9, ceiling: 1.3 },
    },
    source: 'the vocabulary of Gemma 3, equal to the bill of 2.0 to 3.6, over o200k_base on 530 texts of requests and 100 source files',
    verified: measured,
  },
  llama: estimate('llama', 'Llama', 1.02, 0.92, 1.14),
  qwen: estimate('qwen', 'Qwen', 1.05, 0.95, 1.18),
  deepseek: estimate('deepseek', 'DeepSeek', 1.04, 0.94, 1.16),
  mistral: estimate('mistral', 'Mistral', 1.05, 0.95, 1.17),
  grok: estimate('grok', 'Grok', 1.05, 0.94, 1.18),
  cohere: estimate('cohere', 'Cohere', 1.05, 0.94, 1.18),
  nova: estimate('nova', 'Amazon Nova and Titan', 1.06, 0.94, 1.2),
  unknown: {
    id: 'unknown',
    title: 'a tokenizer that is not known',
    encoding: 'o200k_base',
    certainty: 'unknown',
    ratios: { prose: { floor: 0.8, likely: 1.1, ceiling: 1.6 }, 'other-script': { floor: 0.6, likely: 1.3, ceiling: 3 } },
    source: 'the span of the tokenizers that are known',
    verified: measured,
  },
};

/** Vocabularies near o200k_base in English; outside of it they differ by up to a third. */
function estimate(id: FamilyId, title: string, likely: number, floor: number, ceiling: number): TokenizerFamily {
  const far = { floor: 0.7, likely: likely + 0.05, ceiling: 1.4 };
  return {
    id,
    title: `${title} (its vocabulary is not shipped)`,
    encoding: 'o200k_base',
    certainty: 'estimated',
    ratios: { prose: { floor, likely, ceiling }, chinese: far, japanese: far, korean: far, 'other-script': far },
    source: recorded,
    verified: measured,
  };
}
