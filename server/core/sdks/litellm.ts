import { ask, count, embed } from './call.ts';
import type { Sdk, Slots } from './sdk.ts';
import { openaiChat, openaiResponses } from './slots.ts';

const more: Slots = { retries: ['num_retries', 'max_retries', 'this.num_retries'], baseUrl: ['api_base', 'base_url'] };
const chat: Slots = { ...openaiChat, ...more };
const text: Slots = { model: ['model'], prompt: ['prompt'], maxOutput: ['max_tokens'], completions: ['n'], ...more };
const positional = ['model', 'messages'];

export const litellm: Sdk = {
  name: 'litellm',
  title: 'LiteLLM',
  // Model ids carry their provider: `anthropic/claude-…`.
  provider: null,
  wire: 'litellm',
  packages: { python: ['litellm'], javascript: [] },
  exports: [
    {
      names: [
        'completion',
        'acompletion',
        'main.completion',
        'main.acompletion',
        'completion_with_retries',
        'acompletion_with_retries',
        'batch_completion',
        'batch_completion_models',
      ],
      spends: ask(chat, { positional }),
    },
    { names: ['text_completion', 'atext_completion'], spends: ask(text) },
    { names: ['responses', 'aresponses', 'responses.main.responses'], spends: ask({ ...openaiResponses, ...more }) },
    {
      names: ['anthropic_messages', 'anthropic.messages.create', 'anthropic.messages.acreate'],
      spends: ask({ ...chat, system: ['system'], maxOutput: ['max_tokens'] }),
    },
    { names: ['embedding', 'aembedding'], spends: embed({ model: ['model'], messages: ['input'] }, { positional: ['model', 'input'] }) },
    {
      names: ['token_counter'],
      spends: count({ model: ['model'], messages: ['messages', 'text'] }, { positional: ['model', '', 'text', 'messages'] }),
    },
    { names: ['Router', 'router.Router'], makes: 'router' },
  ],
  methods: [
    {
      on: 'router',
      paths: ['completion', 'acompletion', 'chat.completions.create', 'schedule_acompletion', 'abatch_completion'],
      spends: ask(chat, { positional }),
    },
    { on: 'router', paths: ['text_completion', 'atext_completion'], spends: ask(text) },
    { on: 'router', paths: ['responses', 'aresponses'], spends: ask({ ...openaiResponses, ...more }) },
    { on: 'router', paths: ['embedding', 'aembedding'], spends: embed({ model: ['model'], messages: ['input'] }) },
  ],
  source: 'BerriAI/litellm litellm/main.py, router.py',
  verified: '2026-11-23',
};
