import { ask, count } from './call.ts';
import type { Sdk } from './sdk.ts';

/** The editor's own models: what is sent counts against the user's plan. */
export const vscodeLm: Sdk = {
  name: 'vscode-lm',
  title: 'VS Code language models',
  provider: null,
  wire: 'vscode-lm',
  packages: { python: [], javascript: ['vscode'] },
  isEverywhere: true,
  mentions: ['selectChatModels', 'LanguageModelChat'],
  exports: [
    { names: ['lm.selectChatModels', 'default.lm.selectChatModels'], makes: 'models', positional: [''] },
    { names: ['LanguageModelChat'], makes: 'model' },
    { names: ['ChatRequest'], makes: 'request' },
    { names: ['LanguageModelChatMessage.User'], message: 'user' },
    { names: ['LanguageModelChatMessage.Assistant'], message: 'assistant' },
  ],
  methods: [
    { on: 'models', paths: ['[0]', '0', '[]'], is: 'model' },
    { on: 'request', paths: ['model'], is: 'model' },
    {
      on: 'model',
      paths: ['sendRequest'],
      spends: ask(
        { model: ['this.id', 'this.family'], messages: ['messages'], tools: ['1.tools'] },
        { positional: ['messages'], fields: { python: 'named', javascript: 1 } },
      ),
    },
    {
      on: 'model',
      paths: ['countTokens'],
      spends: count({ model: ['this.family'], messages: ['messages'] }, { positional: ['messages'] }),
    },
  ],
  source: '@types/vscode 1.140.0',
  verified: '2026-11-23',
};
