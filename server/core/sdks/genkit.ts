import { ask, embed } from './call.ts';
import { limitedTo } from './run.ts';
import type { Sdk } from './sdk.ts';

const slots = {
  model: ['model', 'this.model'],
  system: ['system'],
  messages: ['messages', 'prompt'],
  tools: ['tools'],
  maxOutput: ['config.maxOutputTokens', 'config.max_output_tokens', 'model.config.maxOutputTokens', 'this.model.config.maxOutputTokens'],
  outputSchema: ['output', 'output_schema'],
};
const turns = limitedTo(
  5,
  ['maxTurns', 'max_turns', 'this.maxTurns'],
  'tools are called in 5 turns by default',
  '@genkit-ai/ai 1.42.0 generate/action.js; genkit (Python) _ai/_generate.py',
);
const generate = ask(slots, { positional: ['prompt|'], bound: turns });

export const genkit: Sdk = {
  name: 'genkit',
  title: 'Genkit',
  provider: null,
  wire: 'gemini',
  packages: { python: ['genkit'], javascript: ['genkit', '@genkit-ai/ai'] },
  exports: [
    { names: ['genkit', 'Genkit', 'ai.Genkit'], makes: 'ai', positional: [''] },
    { names: ['generate', 'generateStream'], spends: generate },
  ],
  methods: [
    { on: 'ai', paths: ['generate', 'generateStream', 'generate_stream'], spends: generate },
    { on: 'ai', paths: ['prompt', 'definePrompt', 'define_prompt'], makes: 'prompt', positional: ['name|'] },
    { on: 'ai', paths: ['defineFlow'], passes: 'function' },
    { on: 'ai', paths: ['chat'], makes: 'chat', positional: [''] },
    { on: 'ai', paths: ['embed', 'embedMany', 'embed_many'], spends: embed({ model: ['embedder'], messages: ['content'] }) },
    {
      on: 'prompt',
      paths: ['', 'stream'],
      spends: ask(
        {
          model: ['this.model', 'model'],
          messages: ['this.prompt', 'this.messages'],
          system: ['this.system'],
          maxOutput: ['this.config.maxOutputTokens'],
        },
        { bound: turns },
      ),
    },
    {
      on: 'chat',
      paths: ['send', 'sendStream'],
      spends: ask({ ...slots, system: ['this.system'] }, { positional: ['prompt|'], bound: turns }),
    },
  ],
  source: '@genkit-ai/ai 1.42.0; firebase/genkit Python 2026-04',
  verified: '2026-11-23',
};

export const genkitModels: Sdk = {
  name: 'genkit-google',
  title: 'Genkit (Google)',
  provider: 'google',
  wire: 'gemini',
  packages: { python: [], javascript: ['@genkit-ai/googleai', '@genkit-ai/google-genai', '@genkit-ai/vertexai'] },
  exports: [{ names: ['googleAI.model', 'vertexAI.model', 'gemini'], makes: 'model' }],
  methods: [],
  source: '@genkit-ai/google-genai 1.42.0',
  verified: '2026-11-23',
};
