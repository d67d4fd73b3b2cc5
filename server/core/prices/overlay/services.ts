import type { RegionalRow, ResidencyRow, ServiceRow } from '../overlay-schema.ts';
import { anthropicPricing, geminiPricing, litellmPrices, openaiPricing } from './sources.ts';

const half = { input: '0.5', output: '0.5' };
const fullCatalogue = { source: litellmPrices, verified: '2026-07-24' };
const openai = { provider: 'openai', source: openaiPricing, verified: '2026-11-23' };
const oldBatch = [
  'gpt-3.5*',
  'gpt-4*',
  'gpt-5',
  'gpt-5-*',
  'gpt-5.1*',
  'gpt-5.2*',
  'gpt-5.3*',
  'gpt-5.4*',
  'gpt-5.5*',
  'o1*',
  'o3*',
  'o4-mini*',
];

/** What batch, flex, fast and priority processing do to the standard price. */
export const services: readonly ServiceRow[] = [
  {
    provider: 'anthropic',
    models: ['claude-*'],
    service: 'batch',
    ...half,
    cache: 'stacks',
    source: anthropicPricing,
    verified: '2026-08-21',
  },
  {
    provider: 'anthropic',
    models: ['claude-opus-5', 'claude-opus-4-8'],
    service: 'fast',
    input: '2',
    output: '2',
    cache: 'stacks',
    source: anthropicPricing,
    verified: '2026-08-21',
  },
  {
    provider: 'anthropic',
    models: ['claude-opus-5-5'],
    service: 'fast',
    input: '2',
    output: '2',
    cache: 'stacks',
    source: 'https://github.com/TheKrush/PromptFuel/releases/tag/v1.0.21 (quotes the Anthropic pricing page)',
    verified: '2026-09-23',
  },

  { ...openai, models: ['gpt-5.6*', 'gpt-6*'], service: 'batch', ...half, cache: 'stacks' },
  { ...openai, models: ['gpt-5.6*', 'gpt-6*'], service: 'flex', ...half, cache: 'stacks' },
  { ...openai, models: oldBatch, service: 'batch', ...half, cache: 'input-price' },
  {
    ...openai,
    models: ['gpt-5', 'gpt-5-mini', 'gpt-5-nano', 'gpt-5.4*', 'gpt-5.5*', 'o3', 'o4-mini'],
    service: 'flex',
    ...half,
    cache: 'stacks',
    ...fullCatalogue,
  },
  ...(['priority', 'fast'] as const).flatMap((service): ServiceRow[] => [
    { ...openai, models: ['gpt-5.5*'], service, input: '2.5', output: '2.5', cache: 'stacks' },
    { ...openai, models: ['gpt-5.4', 'gpt-5.4-mini', 'gpt-5.6*', 'gpt-6*'], service, input: '2', output: '2', cache: 'stacks' },
    {
      ...openai,
      models: ['gpt-5', 'gpt-5.1', 'gpt-5.2', 'gpt-5.3*', 'gpt-4.1-nano'],
      service,
      input: '2',
      output: '2',
      cache: 'stacks',
      ...fullCatalogue,
    },
    { ...openai, models: ['gpt-5-mini'], service, input: '1.8', output: '1.8', cache: 'stacks', ...fullCatalogue },
    { ...openai, models: ['gpt-4o'], service, input: '1.7', output: '1.7', cache: 'stacks', ...fullCatalogue },
    { ...openai, models: ['gpt-4.1', 'gpt-4.1-mini', 'o3'], service, input: '1.75', output: '1.75', cache: 'stacks', ...fullCatalogue },
  ]),

  { provider: 'google', models: ['gemini-*'], service: 'batch', ...half, cache: 'stacks', source: geminiPricing, verified: '2026-11-23' },
  { provider: 'google', models: ['gemini-*'], service: 'flex', ...half, cache: 'stacks', source: geminiPricing, verified: '2026-11-23' },
  {
    provider: 'google',
    models: [
      'gemini-3-pro-preview',
      'gemini-3.1-pro-preview*',
      'gemini-3.1-flash-lite*',
      'gemini-3.5-flash*',
      'gemini-3-flash-preview',
      'gemini-3.6-flash',
    ],
    service: 'priority',
    input: '1.8',
    output: '1.8',
    cache: 'stacks',
    ...fullCatalogue,
  },
];

/** What processing inside one region adds on the vendor's own API. */
export const residency: readonly ResidencyRow[] = [
  {
    provider: 'anthropic',
    models: [
      'claude-opus-4-6',
      'claude-sonnet-4-6',
      'claude-opus-4-7',
      'claude-opus-4-8',
      'claude-opus-5*',
      'claude-sonnet-5*',
      'claude-haiku-5*',
      'claude-fable-5*',
      'claude-mythos-5*',
    ],
    multiplier: '1.1',
    source: anthropicPricing,
    verified: '2026-08-21',
  },
  {
    provider: 'openai',
    models: ['gpt-5.4*', 'gpt-5.5*', 'gpt-5.6*', 'gpt-6*'],
    multiplier: '1.1',
    source: openaiPricing,
    verified: '2026-11-23',
  },
];

/** What regional and multi-region endpoints of a cloud add to the vendor's list price. */
export const regional: readonly RegionalRow[] = [
  {
    host: 'bedrock',
    provider: 'anthropic',
    models: [
      'claude-opus-4-5',
      'claude-sonnet-4-5',
      'claude-haiku-4-5',
      'claude-opus-4-6',
      'claude-sonnet-4-6',
      'claude-opus-4-7',
      'claude-opus-4-8',
      'claude-opus-5*',
      'claude-sonnet-5*',
      'claude-haiku-5*',
      'claude-fable-5*',
    ],
    multiplier: '1.1',
    source: anthropicPricing,
    verified: '2026-08-21',
  },
];
