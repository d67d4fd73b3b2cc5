import { ask, count, embed } from './call.ts';
import type { Sdk, Slots } from './sdk.ts';
import { openaiChat } from './slots.ts';

const inferenceChat: Slots = { ...openaiChat, model: ['model', 'this.model'], maxOutput: ['max_tokens'], baseUrl: ['this.base_url'] };
const inferenceText: Slots = {
  model: ['model', 'this.model'],
  prompt: ['prompt', 'inputs'],
  maxOutput: ['max_new_tokens', 'parameters.max_new_tokens'],
};

const hub = { title: 'Hugging Face Inference', provider: 'huggingface', wire: 'openai.any', verified: null } as const;

/** The client's first argument is the model in Python and the token in JavaScript. */
export const huggingface: Sdk = {
  ...hub,
  name: 'huggingface',
  packages: { python: ['huggingface_hub'], javascript: [] },
  exports: [{ names: ['InferenceClient', 'AsyncInferenceClient'], makes: 'client', positional: ['model'] }],
  methods: [
    { on: 'client', paths: ['chat_completion'], spends: ask(inferenceChat, { positional: ['messages'] }) },
    { on: 'client', paths: ['chat.completions.create'], spends: ask(inferenceChat) },
    { on: 'client', paths: ['text_generation'], spends: ask(inferenceText, { positional: ['prompt'] }) },
    {
      on: 'client',
      paths: ['feature_extraction'],
      spends: embed({ model: ['model', 'this.model'], messages: ['text'] }, { positional: ['text'] }),
    },
  ],
  source: 'huggingface/huggingface_hub inference/_client.py',
};
export const huggingfaceJs: Sdk = {
  ...hub,
  name: 'huggingface-js',
  packages: { python: [], javascript: ['@huggingface/inference'] },
  exports: [
    { names: ['InferenceClient', 'HfInference', 'HfInferenceEndpoint', 'InferenceClientEndpoint'], makes: 'client' },
    { names: ['chatCompletion', 'chatCompletionStream'], spends: ask(inferenceChat) },
    { names: ['textGeneration', 'textGenerationStream'], spends: ask(inferenceText) },
    { names: ['featureExtraction'], spends: embed({ model: ['model'], messages: ['inputs'] }) },
  ],
  methods: [
    { on: 'client', paths: ['chatCompletion', 'chatCompletionStream'], spends: ask(inferenceChat) },
    { on: 'client', paths: ['textGeneration', 'textGenerationStream'], spends: ask(inferenceText) },
    { on: 'client', paths: ['featureExtraction'], spends: embed({ model: ['model'], messages: ['inputs'] }) },
    { on: 'client', paths: ['endpoint'], passes: 'receiver' },
  ],
  source: '@huggingface/inference (npm) 4',
};

const watsonSlots: Slots = {
  model: ['this.model_id'],
  messages: ['messages', 'prompt'],
  tools: ['tools'],
  maxOutput: ['params.max_new_tokens', 'params.max_tokens', 'this.params.max_new_tokens', 'this.params.max_tokens'],
};

export const watsonx: Sdk = {
  name: 'watsonx',
  title: 'IBM watsonx.ai',
  provider: 'ibm',
  wire: 'openai.any',
  packages: { python: ['ibm_watsonx_ai', 'ibm_watson_machine_learning'], javascript: ['@ibm-cloud/watsonx-ai'] },
  exports: [
    {
      names: ['foundation_models.ModelInference', 'foundation_models.Model', 'ModelInference', 'Model'],
      makes: 'model',
      positional: ['model_id', 'params'],
    },
    { names: ['WatsonXAI.newInstance', 'default.newInstance'], makes: 'client' },
  ],
  methods: [
    {
      on: 'model',
      paths: ['generate', 'agenerate', 'generate_text', 'generate_text_stream', 'agenerate_stream'],
      spends: ask(watsonSlots, { positional: ['prompt', 'params'] }),
    },
    {
      on: 'model',
      paths: ['chat', 'achat', 'chat_stream', 'achat_stream'],
      spends: ask(watsonSlots, { positional: ['messages', 'params'] }),
    },
    { on: 'model', paths: ['tokenize'], spends: count(watsonSlots, { positional: ['prompt'] }) },
    {
      on: 'client',
      paths: ['generateText', 'generateTextStream', 'textChat', 'textChatStream'],
      spends: ask({
        model: ['modelId'],
        messages: ['messages', 'input'],
        tools: ['tools'],
        maxOutput: ['parameters.max_new_tokens', 'maxTokens'],
      }),
    },
    { on: 'client', paths: ['embedText'], spends: embed({ model: ['modelId'], messages: ['inputs'] }) },
  ],
  source: 'ibm-watsonx-ai (PyPI) 1.3 foundation_models; @ibm-cloud/watsonx-ai (npm) 1',
  verified: null,
};
/** Replicate runs any model: only names of language models are calls of one. */
const language = 'llama|mistral|mixtral|claude|gpt|deepseek|qwen|gemma|gemini|granite|falcon|vicuna|grok|kimi|-instruct|-chat';
const predict: Slots = {
  model: ['model'],
  system: ['input.system_prompt', '1.input.system_prompt'],
  prompt: ['input.prompt', '1.input.prompt'],
  messages: ['input.messages', '1.input.messages'],
  maxOutput: [
    'input.max_tokens',
    'input.max_new_tokens',
    'input.max_length',
    '1.input.max_tokens',
    '1.input.max_new_tokens',
    '1.input.max_length',
  ],
};
const run = { argument: ['0', 'ref'], matches: new RegExp(language, 'i') };

export const replicate: Sdk = {
  name: 'replicate',
  title: 'Replicate',
  provider: 'replicate',
  wire: 'openai.any',
  packages: { python: ['replicate'], javascript: ['replicate'] },
  exports: [
    { names: ['Client', 'default', 'Replicate'], makes: 'client' },
    { names: ['run', 'async_run', 'stream', 'async_stream'], when: run, spends: ask(predict, { positional: ['model', 'input'] }) },
  ],
  methods: [
    {
      on: 'client',
      paths: ['run', 'async_run', 'stream', 'async_stream'],
      when: run,
      spends: ask(predict, { positional: ['model'], fields: { python: 'named', javascript: 1 } }),
    },
  ],
  source: 'replicate/replicate-python 1; replicate (npm) 1',
  verified: null,
};
/** Workers AI: the binding's model ids start with `@cf/` and name what they are. */
export const workersAi: Sdk = {
  name: 'workers-ai',
  title: 'Cloudflare Workers AI',
  provider: 'cloudflare',
  wire: 'openai.any',
  packages: { python: [], javascript: ['@cloudflare/workers-types'] },
  isEverywhere: true,
  mentions: ['@cf/', '@hf/'],
  exports: [{ names: ['Ai'], makes: 'binding' }],
  methods: [
    {
      on: 'binding',
      paths: ['run'],
      isDistinct: true,
      when: {
        argument: ['0'],
        matches: new RegExp(`^@(cf|hf)/.*(${language}|phi-|hermes|openchat|zephyr|qwq|starling|neural-chat|-it\\b)`, 'i'),
      },
      spends: ask(
        { model: ['model'], messages: ['1.messages', '1.prompt', '1.input'], tools: ['1.tools'], maxOutput: ['1.max_tokens'] },
        { positional: ['model'], fields: { python: 'named', javascript: 1 }, api: 'AI.run' },
      ),
    },
  ],
  source: 'developers.cloudflare.com/workers-ai, model catalogue and bindings',
  verified: null,
};
