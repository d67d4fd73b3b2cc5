import { ask, embed } from './call.ts';
import type { Sdk, Slots } from './sdk.ts';

const slots: Slots = {
  model: ['model'],
  messages: ['messages'],
  tools: ['tools'],
  toolChoice: ['tool_choice', 'toolChoice'],
  maxOutput: ['max_tokens', 'maxTokens'],
  thinking: ['reasoning_effort', 'reasoningEffort'],
  outputSchema: ['response_format', 'responseFormat'],
  completions: ['n'],
  stream: ['stream'],
  serviceTier: ['service_tier', 'serviceTier'],
  cacheKey: ['prompt_cache_key', 'promptCacheKey'],
  baseUrl: ['this.server_url', 'this.0.serverURL', 'this.endpoint'],
};
const conversation: Slots = {
  model: ['model'],
  system: ['instructions'],
  messages: ['inputs'],
  tools: ['tools'],
  maxOutput: ['completion_args.max_tokens', 'completionArgs.maxTokens'],
};
const agent: Slots = { ...slots, model: [] };

export const mistral: Sdk = {
  name: 'mistral',
  title: 'Mistral SDK',
  provider: 'mistral',
  wire: 'openai.chat',
  packages: { python: ['mistralai'], javascript: ['@mistralai/mistralai', '@mistralai/mistralai-gcp', '@mistralai/mistralai-azure'] },
  exports: [
    { names: ['Mistral', 'MistralGoogleCloud', 'MistralAzure'], makes: 'client' },
    // Before 1.0: one method `chat`.
    {
      names: ['MistralClient', 'MistralAsyncClient', 'client.MistralClient', 'async_client.MistralAsyncClient', 'default'],
      makes: 'old-client',
      positional: ['api_key', 'endpoint'],
    },
    { names: ['SystemMessage'], message: 'system' },
    { names: ['UserMessage'], message: 'user' },
    { names: ['AssistantMessage'], message: 'assistant' },
    { names: ['ToolMessage'], message: 'tool' },
    { names: ['ChatMessage'], message: 'given', positional: ['role', 'content'] },
  ],
  methods: [
    {
      on: 'client',
      paths: [
        'chat.complete',
        'chat.complete_async',
        'chat.stream',
        'chat.stream_async',
        'chat.parse',
        'chat.parse_async',
        'chat.parse_stream',
        'chat.parse_stream_async',
        'chat.parseStream',
      ],
      spends: ask(slots, { evidence: ['model', 'messages'] }),
    },
    { on: 'client', paths: ['agents.complete', 'agents.complete_async', 'agents.stream', 'agents.stream_async'], spends: ask(agent) },
    {
      on: 'client',
      paths: ['fim.complete', 'fim.complete_async', 'fim.stream', 'fim.stream_async'],
      spends: ask({ ...slots, messages: [], prompt: ['prompt'] }),
    },
    {
      on: 'client',
      paths: [
        'beta.conversations.start',
        'beta.conversations.start_async',
        'beta.conversations.start_stream',
        'beta.conversations.start_stream_async',
        'beta.conversations.startStream',
      ],
      spends: ask(conversation),
    },
    {
      on: 'client',
      paths: [
        'beta.conversations.append',
        'beta.conversations.append_async',
        'beta.conversations.append_stream',
        'beta.conversations.append_stream_async',
        'beta.conversations.appendStream',
        'beta.conversations.restart',
        'beta.conversations.restart_async',
        'beta.conversations.restartStream',
      ],
      spends: ask(conversation, { isSession: true }),
    },
    {
      on: 'client',
      paths: ['beta.conversations.run_async', 'beta.conversations.run_stream_async'],
      spends: ask(conversation, {
        kind: 'run',
        bound: {
          limit: [],
          default: null,
          zero: 'none',
          null: 'none',
          unit: 'calls',
          note: 'a conversation’s run has no limit of its own',
          source: 'mistralai/client-python client/conversations.py, 2026-06',
        },
      }),
    },
    { on: 'client', paths: ['embeddings.create', 'embeddings.create_async'], spends: embed({ model: ['model'], messages: ['inputs'] }) },
    { on: 'old-client', paths: ['chat', 'chat_stream', 'chatStream'], spends: ask(slots, { positional: [''] }) },
    { on: 'old-client', paths: ['completion', 'completion_stream'], spends: ask({ ...slots, messages: [], prompt: ['prompt'] }) },
    { on: 'old-client', paths: ['embeddings'], spends: embed({ model: ['model'], messages: ['input'] }) },
  ],
  source: 'mistralai/client-python 2026-06 (and its 0.4); @mistralai/mistralai (npm) 2.7.0',
  verified: '2026-11-23',
};
