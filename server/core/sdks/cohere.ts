import { ask, count, embed } from './call.ts';
import type { Sdk, Slots } from './sdk.ts';

const second: Slots = {
  model: ['model'],
  messages: ['messages'],
  tools: ['tools'],
  toolChoice: ['tool_choice', 'toolChoice'],
  maxOutput: ['max_tokens', 'maxTokens'],
  thinking: ['thinking'],
  thinkingBudget: ['thinking.token_budget', 'thinking.tokenBudget'],
  outputSchema: ['response_format', 'responseFormat'],
  baseUrl: ['this.base_url', 'this.0.environment'],
};
const first: Slots = { ...second, system: ['preamble'], history: ['chat_history', 'chatHistory'], messages: [], prompt: ['message'] };
const generate: Slots = {
  model: ['model'],
  prompt: ['prompt'],
  maxOutput: ['max_tokens', 'maxTokens'],
  completions: ['num_generations', 'numGenerations'],
};
const embedding: Slots = { model: ['model'], messages: ['texts', 'inputs'] };

export const cohere: Sdk = {
  name: 'cohere',
  title: 'Cohere SDK',
  provider: 'cohere',
  wire: 'cohere',
  packages: { python: ['cohere'], javascript: ['cohere-ai'] },
  exports: [
    { names: ['ClientV2', 'AsyncClientV2', 'CohereClientV2'], makes: 'client-v2' },
    { names: ['AwsClientV2', 'BedrockClientV2', 'SagemakerClientV2'], makes: 'client-v2', host: 'bedrock' },
    { names: ['Client', 'AsyncClient', 'CohereClient', 'default'], makes: 'client' },
    { names: ['BedrockClient', 'AwsClient', 'SagemakerClient'], makes: 'client', host: 'bedrock' },
    { names: ['SystemChatMessageV2'], message: 'system' },
    { names: ['UserChatMessageV2'], message: 'user' },
    { names: ['AssistantChatMessageV2'], message: 'assistant' },
    { names: ['ToolChatMessageV2'], message: 'tool' },
  ],
  methods: [
    { on: 'client-v2', paths: ['chat', 'chat_stream', 'chatStream'], spends: ask(second) },
    { on: 'client', paths: ['v2.chat', 'v2.chat_stream', 'v2.chatStream'], spends: ask(second, { evidence: ['model', 'messages'] }) },
    { on: 'client', paths: ['chat', 'chat_stream', 'chatStream'], spends: ask(first, { positional: [''] }) },
    { on: 'client', paths: ['generate', 'generate_stream', 'generateStream'], spends: ask(generate, { positional: [''] }) },
    { on: 'client', paths: ['summarize'], spends: ask({ model: ['model'], messages: ['text'] }) },
    { on: 'client', paths: ['embed', 'v2.embed'], spends: embed(embedding) },
    { on: 'client-v2', paths: ['embed'], spends: embed(embedding) },
    { on: 'client', paths: ['tokenize'], spends: count({ model: ['model'], messages: ['text'] }) },
    { on: 'client-v2', paths: ['tokenize'], spends: count({ model: ['model'], messages: ['text'] }) },
  ],
  source: 'cohere-ai/cohere-python 2026-08; cohere-ai (npm) 8.1.0',
  verified: '2026-11-23',
};
