import type { LimitsRow } from '../overlay-schema.ts';
import { anthropicModels, deepseekPricing, litellmPrices } from './sources.ts';

const litellm = { source: litellmPrices, verified: '2026-07-24' };
const claudeModels = { source: anthropicModels, verified: '2026-11-23' };

/** The longest answer a model gives; and context windows where the catalogue has none. */
export const limits: readonly LimitsRow[] = [
  {
    provider: 'anthropic',
    models: [
      'claude-opus-5-5',
      'claude-sonnet-5-5',
      'claude-haiku-5-5',
      'claude-fable-5-1',
      'claude-mythos-5-1',
      'claude-mythos-5',
      'claude-opus-5',
      'claude-sonnet-5',
      'claude-fable-5',
    ],
    context: 1_000_000,
    maxOutput: 128_000,
    ...claudeModels,
  },
  {
    provider: 'anthropic',
    models: ['claude-opus-4-8', 'claude-opus-4-7', 'claude-opus-4-6'],
    context: 1_000_000,
    maxOutput: 128_000,
    ...litellm,
  },
  { provider: 'anthropic', models: ['claude-sonnet-4-6'], context: 1_000_000, maxOutput: 64_000, ...litellm },
  {
    provider: 'anthropic',
    models: ['claude-sonnet-4-5', 'claude-haiku-4-5', 'claude-opus-4-5', 'claude-3-7-sonnet'],
    maxOutput: 64_000,
    ...litellm,
  },
  { provider: 'anthropic', models: ['claude-sonnet-4'], maxOutput: 64_000, ...litellm },
  { provider: 'anthropic', models: ['claude-opus-4-1', 'claude-opus-4'], maxOutput: 32_000, ...litellm },
  { provider: 'anthropic', models: ['claude-3-5-sonnet', 'claude-3-5-haiku'], maxOutput: 8192, ...claudeModels },
  { provider: 'anthropic', models: ['claude-3-haiku', 'claude-3-opus', 'claude-3-sonnet'], maxOutput: 4096, ...litellm },

  {
    provider: 'openai',
    models: ['gpt-6.1-terra', 'gpt-6.1-sol'],
    context: 1_050_000,
    maxOutput: 128_000,
    source: 'https://docs.litellm.ai/blog/gpt-6-1-terra',
    verified: '2026-10-26',
  },
  { provider: 'openai', models: ['gpt-5.6*', 'gpt-5.5*', 'gpt-5.4*'], context: 1_050_000, maxOutput: 128_000, ...litellm },
  {
    provider: 'openai',
    models: ['gpt-5-chat*', 'gpt-5.1-chat*', 'gpt-5.2-chat*', 'gpt-5.3-chat*'],
    context: 128_000,
    maxOutput: 16_384,
    ...litellm,
  },
  {
    provider: 'openai',
    models: ['gpt-5', 'gpt-5-*', 'gpt-5.1*', 'gpt-5.2*', 'gpt-5.3*'],
    context: 400_000,
    maxOutput: 128_000,
    ...litellm,
  },
  { provider: 'openai', models: ['gpt-4.1*', 'ft:gpt-4.1*'], context: 1_047_576, maxOutput: 32_768, ...litellm },
  { provider: 'openai', models: ['gpt-4o-2024-05-13', 'chatgpt-4o*'], context: 128_000, maxOutput: 4096, ...litellm },
  {
    provider: 'openai',
    models: ['gpt-4o', 'gpt-4o-2024*', 'gpt-4o-mini', 'gpt-4o-mini-2024*', 'ft:gpt-4o*'],
    context: 128_000,
    maxOutput: 16_384,
    ...litellm,
  },
  { provider: 'openai', models: ['gpt-4', 'gpt-4-*', 'gpt-3.5-turbo*', 'ft:gpt-3.5*'], maxOutput: 4096, ...litellm },
  {
    provider: 'openai',
    models: ['o1', 'o1-2024*', 'o1-pro*', 'o3*', 'o4-mini*', 'ft:o4-mini*', 'codex-mini*'],
    context: 200_000,
    maxOutput: 100_000,
    ...litellm,
  },

  {
    provider: 'google',
    models: ['gemini-4-argon'],
    context: 1_048_576,
    maxOutput: 1_048_576,
    source: 'https://ai.google.dev/gemini-api/docs/generate-content/latest-model',
    verified: '2026-11-23',
  },
  { provider: 'x-ai', models: ['grok-4.7'], context: 500_000, source: 'https://docs.x.ai/developers/grok-4-7', verified: '2026-11-23' },
  {
    provider: 'google',
    models: ['gemini-2.5-flash-lite*'],
    context: 1_048_576,
    maxOutput: 65_536,
    source: 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/gemini/2-5-flash-lite',
    verified: '2026-11-23',
  },
  {
    provider: 'google',
    models: ['gemini-3.8-flash', 'gemini-3.7-flash'],
    context: 1_048_576,
    maxOutput: 65_536,
    source: 'https://ai.google.dev/gemini-api/docs/models',
    verified: '2026-09-03',
  },
  {
    provider: 'google',
    models: ['gemini-2.5-pro', 'gemini-2.5-flash', 'gemini-3-pro-preview', 'gemini-3.5-flash', 'gemini-3-flash-preview'],
    context: 1_048_576,
    maxOutput: 65_536,
    source: 'https://ai.google.dev/gemini-api/docs/models',
    verified: '2026-11-23',
  },
  {
    provider: 'google',
    models: ['gemini-3.6-flash', 'gemini-3.5-flash-lite', 'gemini-3.1-flash-lite*', 'gemini-3.1-pro-preview*'],
    context: 1_048_576,
    maxOutput: 65_536,
    ...litellm,
  },
  { provider: 'google', models: ['gemini-2.0-flash*'], context: 1_048_576, maxOutput: 8192, ...litellm },

  {
    provider: 'deepseek',
    models: ['deepseek-flash', 'deepseek-v4*'],
    context: 1_000_000,
    maxOutput: 384_000,
    source: deepseekPricing,
    verified: '2026-11-23',
  },
  { provider: 'deepseek', models: ['deepseek-chat'], context: 131_072, maxOutput: 8192, ...litellm },
  { provider: 'deepseek', models: ['deepseek-reasoner'], context: 131_072, maxOutput: 65_536, ...litellm },

  {
    provider: 'mistral',
    models: ['mistral-large', 'mistral-large-2512', 'mistral-medium-3*', 'ministral-8b-2512'],
    context: 262_144,
    ...litellm,
  },
  { provider: 'mistral', models: ['mistral-small', 'mistral-medium-2508'], context: 131_072, ...litellm },
  { provider: 'cohere', models: ['command-a-03-2025', 'command-a'], context: 256_000, maxOutput: 8000, ...litellm },
  { provider: 'cohere', models: ['command-r*'], context: 128_000, maxOutput: 4096, ...litellm },
  { provider: 'zai', models: ['glm-4.6', 'glm-4.7*', 'glm-5*'], maxOutput: 128_000, ...litellm },
];
