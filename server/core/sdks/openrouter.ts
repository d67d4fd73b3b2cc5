import { ask, embed } from './call.ts';
import type { BoundRow, Sdk, Slots } from './sdk.ts';

const chat: Slots = {
  model: ['model', 'chatGenerationParams.model', 'models.0'],
  messages: ['messages', 'chatGenerationParams.messages'],
  tools: ['tools', 'chatGenerationParams.tools'],
  maxOutput: [
    'maxCompletionTokens',
    'maxTokens',
    'max_tokens',
    'max_completion_tokens',
    'chatGenerationParams.maxTokens',
    'chatGenerationParams.maxCompletionTokens',
  ],
  outputSchema: ['responseFormat', 'response_format'],
};
const responses: Slots = {
  model: ['model', 'models.0'],
  system: ['instructions'],
  messages: ['input'],
  tools: ['tools'],
  maxOutput: ['maxOutputTokens', 'max_output_tokens'],
};
const steps: BoundRow = {
  limit: ['stopWhen', '1.stopWhen'],
  conditions: [
    { names: ['stepCountIs'], means: 'first-argument' },
    { names: ['maxTokensUsed', 'maxCost'], means: 'bounded' },
    { names: ['hasToolCall', 'finishReasonIs'], means: 'model-word' },
  ],
  default: 5,
  zero: 'stops',
  null: 'default',
  unit: 'steps',
  note: 'callModel stops after 5 steps by default',
  source: '@openrouter/sdk 1.3.19 esm/lib/model-result.js, stop-conditions.js',
};

export const openrouter: Sdk = {
  name: 'openrouter',
  title: 'OpenRouter SDK',
  provider: 'openrouter',
  wire: 'openai.any',
  packages: { python: ['openrouter'], javascript: ['@openrouter/sdk', '@openrouter/agent'] },
  exports: [
    { names: ['OpenRouter', 'default'], makes: 'client' },
    {
      names: ['callModel'],
      spends: ask(responses, { positional: ['client', ''], fields: { python: 'named', javascript: 1 }, bound: steps }),
    },
  ],
  methods: [
    { on: 'client', paths: ['chat.send', 'chat.send_async'], spends: ask(chat) },
    {
      on: 'client',
      paths: ['responses.send', 'beta.responses.send', 'responses.send_async', 'beta.responses.send_async'],
      spends: ask(responses),
    },
    { on: 'client', paths: ['callModel'], spends: ask(responses, { bound: steps }) },
    { on: 'client', paths: ['embeddings.generate'], spends: embed({ model: ['model'], messages: ['input'] }) },
  ],
  source: '@openrouter/sdk (npm) 1.3.19',
  verified: '2026-11-23',
};
