import { ask } from './call.ts';
import type { Sdk } from './sdk.ts';

const prompted = ask(
  { model: ['this.model'], messages: ['prompt'], maxOutput: ['max_tokens', 'max_new_tokens'] },
  { positional: ['prompt', 'output_type'] },
);

export const outlines: Sdk = {
  name: 'outlines',
  title: 'Outlines',
  provider: null,
  wire: 'outlines',
  packages: { python: ['outlines'], javascript: [] },
  exports: [
    {
      names: ['from_openai', 'from_anthropic', 'from_gemini', 'from_dottxt', 'from_mistral', 'from_tgi', 'from_sglang'],
      makes: 'model',
      positional: ['client', 'model'],
    },
    {
      names: ['from_ollama', 'from_transformers', 'from_llamacpp', 'from_mlxlm', 'from_vllm', 'from_vllm_offline', 'from_lmstudio'],
      makes: 'model',
      positional: ['client', 'model'],
      host: 'local',
    },
    { names: ['models.openai', 'models.azure_openai'], makes: 'model', positional: ['model'] },
    {
      names: ['models.transformers', 'models.llamacpp', 'models.vllm', 'models.mlxlm', 'models.exllamav2'],
      makes: 'model',
      positional: ['model'],
      host: 'local',
    },
    {
      names: ['Generator', 'generate.text', 'generate.json', 'generate.choice', 'generate.regex', 'generate.format', 'generate.cfg'],
      makes: 'generator',
      positional: ['model'],
    },
  ],
  methods: [
    { on: 'model', paths: ['', 'batch', 'stream', 'generate'], spends: prompted },
    { on: 'generator', paths: ['', 'batch', 'stream'], spends: prompted },
  ],
  source: 'dottxt-ai/outlines 2026-07',
  verified: '2026-11-23',
};
