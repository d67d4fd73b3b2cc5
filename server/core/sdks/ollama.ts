import { ask, embed } from './call.ts';
import type { Sdk } from './sdk.ts';
import { openaiChat, ollama as slots } from './slots.ts';

export const ollama: Sdk = {
  name: 'ollama',
  title: 'Ollama',
  provider: 'ollama',
  wire: 'ollama',
  host: 'local',
  packages: { python: ['ollama'], javascript: ['ollama'] },
  exports: [
    { names: ['Client', 'AsyncClient'], makes: 'client', positional: ['host'] },
    { names: ['Ollama'], makes: 'client', positional: [''] },
    // The package itself is a client in both languages.
    { names: ['', 'default'], is: 'client' },
    { names: ['Message'], message: 'given', positional: ['role', 'content'] },
  ],
  methods: [
    { on: 'client', paths: ['chat'], spends: ask(slots, { positional: ['model|', 'messages'] }) },
    { on: 'client', paths: ['generate'], spends: ask(slots, { positional: ['model|', 'prompt', 'suffix'] }) },
    {
      on: 'client',
      paths: ['embed', 'embeddings'],
      spends: embed({ model: ['model'], messages: ['input', 'prompt'] }, { positional: ['model|', 'input'] }),
    },
  ],
  source: 'ollama/ollama-python 2026-07; ollama (npm) 0.6.4',
  verified: '2026-11-23',
};

/** Models that run inside the program's own process. */
export const llamaCpp: Sdk = {
  name: 'llama-cpp',
  title: 'llama.cpp for Python',
  provider: 'local',
  wire: 'openai.chat',
  host: 'local',
  packages: { python: ['llama_cpp'], javascript: [] },
  exports: [{ names: ['Llama', 'Llama.from_pretrained'], makes: 'model', positional: ['model_path'] }],
  methods: [
    {
      on: 'model',
      paths: ['create_chat_completion', 'create_chat_completion_openai_v1'],
      spends: ask({ ...openaiChat, model: ['this.model_path', 'this.repo_id'] }, { positional: ['messages'] }),
    },
    {
      on: 'model',
      paths: ['', 'create_completion'],
      spends: ask(
        { model: ['this.model_path', 'this.repo_id'], prompt: ['prompt'], maxOutput: ['max_tokens'] },
        { positional: ['prompt'], api: 'create_completion' },
      ),
    },
    {
      on: 'model',
      paths: ['embed', 'create_embedding'],
      spends: embed({ model: ['this.model_path'], messages: ['input'] }, { positional: ['input'] }),
    },
  ],
  source: 'abetlen/llama-cpp-python llama_cpp/llama.py',
  verified: '2026-11-23',
};
export const vllm: Sdk = {
  name: 'vllm',
  title: 'vLLM',
  provider: 'local',
  wire: 'openai.chat',
  host: 'local',
  packages: { python: ['vllm'], javascript: [] },
  exports: [
    { names: ['LLM'], makes: 'model', positional: ['model'] },
    { names: ['SamplingParams'], message: 'given', positional: [] },
  ],
  methods: [
    {
      on: 'model',
      paths: ['generate'],
      spends: ask(
        { model: ['this.model'], prompt: ['prompts'], maxOutput: ['sampling_params.max_tokens'], completions: ['sampling_params.n'] },
        { positional: ['prompts', 'sampling_params'] },
      ),
    },
    {
      on: 'model',
      paths: ['chat'],
      spends: ask(
        { model: ['this.model'], messages: ['messages'], maxOutput: ['sampling_params.max_tokens'], completions: ['sampling_params.n'] },
        { positional: ['messages', 'sampling_params'] },
      ),
    },
    {
      on: 'model',
      paths: ['embed', 'encode'],
      spends: embed({ model: ['this.model'], messages: ['prompts'] }, { positional: ['prompts'] }),
    },
  ],
  source: 'vllm-project/vllm vllm/entrypoints/llm.py',
  verified: '2026-11-23',
};
