import { ask } from './call.ts';
import type { Sdk } from './sdk.ts';

const PROVIDERS = ['openai', 'anthropic', 'google', 'gemini', 'mistral', 'groq', 'cohere', 'litellm', 'azure', 'vertex', 'bedrock', 'xai'];

export const mirascope: Sdk = {
  name: 'mirascope',
  title: 'Mirascope',
  provider: null,
  wire: 'mirascope',
  packages: { python: ['mirascope'], javascript: [] },
  exports: [
    { names: ['llm.call', 'core.call'], makes: 'function', positional: ['provider'] },
    {
      names: PROVIDERS.flatMap((name) => [`core.${name}.call`, `core.${name}.${name}_call`, `core.${name}_call`]),
      makes: 'function',
      positional: ['model'],
    },
    { names: ['llm.model', 'llm.Model'], makes: 'model', positional: ['model'] },
  ],
  methods: [
    {
      on: 'function',
      paths: ['@'],
      spends: ask({
        model: ['this.model', 'this.provider'],
        maxOutput: ['this.call_params.max_tokens', 'this.max_tokens'],
        tools: ['this.tools'],
        outputSchema: ['this.response_model', 'this.format'],
      }),
    },
    {
      on: 'model',
      paths: ['call', 'call_async', 'stream', 'stream_async'],
      spends: ask(
        { model: ['this.model'], messages: ['messages', 'content'], maxOutput: ['this.max_tokens'] },
        { positional: ['messages'] },
      ),
    },
  ],
  source: 'Mirascope/mirascope 1.x, 2.x',
  verified: '2026-11-23',
};
