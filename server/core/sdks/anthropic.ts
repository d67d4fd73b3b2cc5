import type { Sdk, Spending } from './sdk.ts';
import { anthropicMessages } from './slots.ts';

const message: Spending = {
  kind: 'call',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: [],
  slots: anthropicMessages,
  evidence: ['model', 'messages', 'max_tokens'],
  capRequired: true,
};

export const anthropic: Sdk = {
  name: 'anthropic',
  title: 'Anthropic SDK',
  provider: 'anthropic',
  wire: 'anthropic.messages',
  packages: {
    python: ['anthropic'],
    javascript: ['@anthropic-ai/sdk', '@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk', '@anthropic-ai/foundry-sdk'],
  },
  exports: [
    { names: ['Anthropic', 'AsyncAnthropic', 'default', 'Client', 'AsyncClient'], makes: 'client' },
    {
      names: ['AnthropicBedrock', 'AsyncAnthropicBedrock', 'AnthropicBedrockMantle', 'AsyncAnthropicBedrockMantle'],
      makes: 'client',
      host: 'bedrock',
    },
    {
      names: ['AnthropicVertex', 'AsyncAnthropicVertex', 'AnthropicGoogleCloud', 'AsyncAnthropicGoogleCloud'],
      makes: 'client',
      host: 'vertex',
    },
    { names: ['AnthropicFoundry', 'AsyncAnthropicFoundry', 'AnthropicAWS', 'AsyncAnthropicAWS'], makes: 'client', host: 'other' },
  ],
  methods: [
    { on: 'client', paths: ['messages.create', 'messages.stream', 'messages.parse'], spends: message },
    { on: 'client', paths: ['beta.messages.create', 'beta.messages.stream', 'beta.messages.parse'], spends: message },
    // Betas of 2024, before tools and caching were part of `messages`.
    {
      on: 'client',
      paths: [
        'beta.prompt_caching.messages.create',
        'beta.prompt_caching.messages.stream',
        'beta.promptCaching.messages.create',
        'beta.tools.messages.create',
        'beta.tools.messages.stream',
      ],
      spends: message,
    },
    {
      on: 'client',
      paths: ['beta.messages.tool_runner', 'beta.messages.toolRunner'],
      spends: {
        ...message,
        kind: 'run',
        bound: {
          limit: ['max_iterations', '0.max_iterations'],
          default: null,
          zero: 'none',
          null: 'none',
          unit: 'calls',
          note: 'the tool runner has no limit of its own',
          source: 'anthropics/anthropic-sdk-python lib/tools/_beta_runner.py; @anthropic-ai/sdk 1.12.0, run',
        },
      },
    },
    {
      on: 'client',
      paths: ['completions.create'],
      spends: {
        ...message,
        wire: 'anthropic.completions',
        slots: { model: ['model'], prompt: ['prompt'], maxOutput: ['max_tokens_to_sample'] },
        evidence: ['model', 'prompt', 'max_tokens_to_sample'],
      },
    },
    // Before 0.3.
    {
      on: 'client',
      paths: ['completion', 'completion_stream', 'acompletion', 'acompletion_stream'],
      spends: {
        ...message,
        wire: 'anthropic.completions',
        slots: { model: ['model'], prompt: ['prompt'], maxOutput: ['max_tokens_to_sample'] },
        evidence: [],
      },
    },
    {
      on: 'client',
      paths: ['messages.count_tokens', 'messages.countTokens', 'beta.messages.count_tokens', 'beta.messages.countTokens'],
      spends: { ...message, operation: 'count', evidence: [] },
    },
    { on: 'client', paths: ['with_options', 'withOptions', 'copy'], passes: 'receiver' },
  ],
  source: 'anthropics/anthropic-sdk-python 2026-08-07; @anthropic-ai/sdk 1.12.0',
  verified: '2026-11-23',
};
