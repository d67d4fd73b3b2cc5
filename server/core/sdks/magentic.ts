import { ask } from './call.ts';
import type { Sdk } from './sdk.ts';

export const magentic: Sdk = {
  name: 'magentic',
  title: 'magentic',
  provider: null,
  wire: 'magentic',
  packages: { python: ['magentic'], javascript: [] },
  exports: [
    { names: ['prompt', 'chatprompt', 'prompt_chain'], makes: 'function', positional: ['template'] },
    { names: ['OpenaiChatModel', 'AnthropicChatModel', 'LitellmChatModel', 'MistralChatModel'], makes: 'model', positional: ['model'] },
  ],
  methods: [
    {
      on: 'function',
      paths: ['@'],
      spends: ask({ model: ['this.model'], messages: ['this.template'], maxOutput: ['this.model.max_tokens'] }),
    },
  ],
  source: 'jackmpcollins/magentic 0.4x',
  verified: '2026-11-23',
};
