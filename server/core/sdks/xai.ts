import { ask, count } from './call.ts';
import type { Sdk, Slots } from './sdk.ts';

/** `chat.create(…)` makes a conversation and spends nothing; asking it for an answer does. */
const slots: Slots = {
  model: ['this.model'],
  messages: ['this.messages'],
  tools: ['this.tools'],
  toolChoice: ['this.tool_choice'],
  maxOutput: ['this.max_tokens'],
  thinking: ['this.reasoning_effort'],
  outputSchema: ['this.response_format', 'shape'],
  completions: ['n', 'this.n'],
};

export const xai: Sdk = {
  name: 'xai',
  title: 'xAI SDK',
  provider: 'x-ai',
  wire: 'openai.chat',
  packages: { python: ['xai_sdk'], javascript: [] },
  exports: [
    { names: ['Client', 'AsyncClient', 'sync.client.Client'], makes: 'client' },
    { names: ['chat.system', 'chat.developer'], message: 'system' },
    { names: ['chat.user'], message: 'user' },
    { names: ['chat.assistant'], message: 'assistant' },
    { names: ['chat.tool_result'], message: 'tool' },
  ],
  methods: [
    { on: 'client', paths: ['chat.create'], makes: 'chat', positional: ['model'] },
    { on: 'chat', paths: ['sample', 'stream', 'defer'], spends: ask(slots) },
    { on: 'chat', paths: ['parse'], spends: ask(slots, { positional: ['shape'] }) },
    { on: 'chat', paths: ['sample_batch', 'stream_batch', 'defer_batch', 'parse_batch'], spends: ask(slots, { positional: ['n'] }) },
    {
      on: 'client',
      paths: ['tokenize.tokenize_text', 'tokenizer.tokenize_text'],
      spends: count({ model: ['model'], messages: ['text'] }, { positional: ['text', 'model'] }),
    },
  ],
  source: 'xai-org/xai-sdk-python src/xai_sdk/chat.py, 2026-08',
  verified: '2026-11-23',
};
