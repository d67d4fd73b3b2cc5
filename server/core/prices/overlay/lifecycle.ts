import type { LifecycleRow } from '../overlay-schema.ts';
import { anthropicDeprecations, anthropicModels, geminiDeprecations, geminiPricing, openaiDeprecations, openaiPricing } from './sources.ts';

const openai = { provider: 'openai', source: openaiDeprecations, verified: '2026-11-23' };
const october =
  'https://dev.to/importstatic/every-openai-model-shutdown-date-until-january-2027-and-what-replaces-it-1dfk (quotes the OpenAI deprecations page)';
const anthropic = { provider: 'anthropic', source: anthropicDeprecations, verified: '2026-11-23' };
const google = { provider: 'google', source: geminiDeprecations, verified: '2026-11-10' };

/** When models go, what their makers name in their place, and until when a promotional price was promised. */
export const lifecycle: readonly LifecycleRow[] = [
  {
    ...anthropic,
    models: ['claude-sonnet-4-5'],
    retires: '2026-11-30',
    successor: 'claude-sonnet-5-5',
    source: `@anthropic-ai/sdk 1.12.0, DEPRECATED_MODELS; successor: ${anthropicModels}`,
  },
  { ...anthropic, models: ['claude-opus-4-1'], retires: '2026-08-05', successor: 'claude-opus-4-8' },
  { ...anthropic, models: ['claude-opus-4'], retires: '2026-06-15', successor: 'claude-opus-4-8' },
  { ...anthropic, models: ['claude-sonnet-4'], retires: '2026-06-15', successor: 'claude-sonnet-4-6' },
  {
    ...anthropic,
    models: ['claude-3-7-sonnet'],
    retires: '2026-02-19',
    successor: 'claude-sonnet-4-6',
    source: 'https://github.com/BerriAI/litellm (deprecation_date)',
    verified: '2026-07-24',
  },
  { ...anthropic, models: ['claude-3-opus'], retires: '2026-01-05', successor: 'claude-opus-4-8' },
  {
    ...anthropic,
    models: ['claude-opus-4-5', 'claude-opus-4-6', 'claude-opus-4-7', 'claude-opus-4-8'],
    newer: 'claude-opus-5-5',
    source: anthropicModels,
  },
  { ...anthropic, models: ['claude-opus-5'], successor: 'claude-opus-5-5', newer: 'claude-opus-5-5', source: anthropicModels },
  { ...anthropic, models: ['claude-sonnet-4-6'], newer: 'claude-sonnet-5-5', source: anthropicModels },
  { ...anthropic, models: ['claude-sonnet-5'], successor: 'claude-sonnet-5-5', newer: 'claude-sonnet-5-5', source: anthropicModels },
  { ...anthropic, models: ['claude-haiku-4-5'], newer: 'claude-haiku-5-5', source: anthropicModels },

  { ...openai, models: ['gpt-5', 'o3'], retires: '2026-12-11', successor: 'gpt-6.1-sol' },
  { ...openai, models: ['gpt-5-mini'], retires: '2026-12-11', successor: 'gpt-6.1-terra' },
  { ...openai, models: ['gpt-5-nano'], retires: '2026-12-11', successor: 'gpt-6-luna' },
  { ...openai, models: ['gpt-5-pro', 'o3-pro'], retires: '2026-12-11', successor: 'gpt-5.6-sol' },
  { ...openai, models: ['gpt-4o-2024-05-13'], retires: '2026-10-23', successor: 'gpt-5.6-sol', source: october, verified: '2026-10-15' },
  {
    ...openai,
    models: ['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'gpt-4.1-mini', 'ft:gpt-4o', 'ft:gpt-4o-mini', 'ft:gpt-4.1', 'ft:gpt-4.1-mini'],
    retires: '2027-01-14',
    successor: 'gpt-6-luna',
    source: october,
    verified: '2026-10-27',
  },
  {
    ...openai,
    models: ['gpt-5.1'],
    retires: '2027-04-01',
    source: 'https://dev.to/max_bob/openai-api-deprecations-2026-2027-every-shutdown-date-and-recommended-replacement-gpt-4o-2ffm',
    verified: '2026-10-27',
  },
  {
    ...openai,
    models: ['gpt-3.5-turbo', 'gpt-3.5-turbo-0125'],
    retires: '2026-10-23',
    successor: 'gpt-5.6-terra',
    source: october,
    verified: '2026-10-15',
  },
  {
    ...openai,
    models: ['gpt-4', 'gpt-4-0613', 'gpt-4-1106-preview', 'gpt-4-turbo', 'o1', 'o3-mini'],
    retires: '2026-10-23',
    successor: 'gpt-5.6-sol',
    source: october,
    verified: '2026-10-15',
  },
  { ...openai, models: ['o1-pro'], retires: '2026-10-23', successor: 'gpt-5.6-sol', source: october, verified: '2026-10-15' },
  { ...openai, models: ['o4-mini'], retires: '2026-10-23', successor: 'gpt-5.6-terra', source: october, verified: '2026-10-15' },
  { ...openai, models: ['gpt-4.1-nano'], retires: '2026-10-23', successor: 'gpt-5.6-luna', source: october, verified: '2026-10-22' },
  {
    ...openai,
    models: ['chatgpt-4o'],
    retires: '2026-02-17',
    source: 'https://github.com/orgs/cometapi-dev/discussions/71',
    verified: '2026-02-05',
  },
  {
    ...openai,
    models: ['gpt-5.6-sol', 'gpt-5.6'],
    newer: 'gpt-6.1-sol',
    promotionEnds: '2026-11-21',
    note: '$4 / $20 was promised "at least through November 21, 2026"; before it was $5 / $30',
    source: openaiPricing,
    verified: '2026-11-23',
  },
  { ...openai, models: ['gpt-6-sol'], newer: 'gpt-6.1-sol', source: openaiPricing },
  { ...openai, models: ['gpt-5.6-terra', 'gpt-6-terra'], newer: 'gpt-6.1-terra', source: openaiPricing },
  { ...openai, models: ['gpt-5.6-luna'], newer: 'gpt-6-luna', source: openaiPricing },

  {
    ...google,
    models: ['gemini-3.5-flash', 'gemini-3.6-flash', 'gemini-3.7-flash'],
    newer: 'gemini-3.8-flash',
    source: geminiPricing,
  },
  {
    ...google,
    models: ['gemini-2.5-pro'],
    retires: '2026-12-01',
    successor: 'gemini-3.8-flash',
    note: 'from then on requests go to gemini-3.8-flash at its price',
  },
  {
    ...google,
    models: ['gemini-2.5-flash'],
    retires: '2026-12-01',
    successor: 'gemini-3.5-flash-lite',
    note: 'from then on requests go to gemini-3.5-flash-lite at its price',
  },
  { ...google, models: ['gemini-3-pro-preview'], retires: '2026-03-09', successor: 'gemini-3.1-pro-preview', verified: '2026-11-23' },
  {
    ...google,
    models: ['gemini-2.0-flash', 'gemini-2.0-flash-001', 'gemini-2.0-flash-lite', 'gemini-2.0-flash-lite-001'],
    retires: '2026-06-01',
    source: 'https://github.com/BerriAI/litellm (deprecation_date)',
    verified: '2026-07-24',
  },

  {
    provider: 'deepseek',
    models: ['deepseek-chat', 'deepseek-reasoner'],
    retires: '2026-07-24',
    successor: 'deepseek-flash',
    source:
      'https://github.com/arikusi/deepseek-mcp-server/releases/tag/v2.0.0; successor: https://api-docs.deepseek.com/quick_start/pricing',
    verified: '2026-06-22',
  },
];
