import { ask, embed } from './call.ts';
import type { Sdk, Slots } from './sdk.ts';
import { openaiChat } from './slots.ts';

const complete: Slots = { ...openaiChat, model: ['model', 'this.model'], baseUrl: [] };

export const azureInference: Sdk = {
  name: 'azure-inference',
  title: 'Azure AI Inference SDK',
  provider: 'azure',
  wire: 'openai.any',
  packages: { python: ['azure.ai.inference'], javascript: ['@azure-rest/ai-inference'] },
  exports: [
    { names: ['ChatCompletionsClient', 'aio.ChatCompletionsClient'], makes: 'client', host: 'azure' },
    { names: ['EmbeddingsClient', 'aio.EmbeddingsClient'], makes: 'embeddings', host: 'azure' },
    { names: ['default', 'ModelClient'], makes: 'rest', host: 'azure' },
    { names: ['SystemMessage', 'models.SystemMessage'], message: 'system' },
    { names: ['UserMessage', 'models.UserMessage'], message: 'user' },
    { names: ['AssistantMessage', 'models.AssistantMessage'], message: 'assistant' },
    { names: ['ToolMessage', 'models.ToolMessage'], message: 'tool' },
  ],
  methods: [
    { on: 'client', paths: ['complete'], spends: ask(complete) },
    { on: 'embeddings', paths: ['embed'], spends: embed({ model: ['model', 'this.model'], messages: ['input'] }) },
    { on: 'rest', paths: ['path'], when: { argument: ['0'], matches: /\/chat\/completions$/ }, makes: 'chat' },
    { on: 'chat', paths: ['post'], spends: ask(openaiChat, { body: ['0.body'], api: 'path(/chat/completions).post' }) },
  ],
  source: 'Azure/azure-sdk-for-python sdk/ai/azure-ai-inference; @azure-rest/ai-inference (npm) 1.0',
  verified: null,
};

/** Before Azure moved into OpenAI's own package: `new OpenAIClient(endpoint, key).getChatCompletions(deployment, messages)`. */
const third = (name: string): readonly string[] => [`2.${name}`];
const oldChat: Slots = {
  model: ['deployment'],
  messages: ['messages'],
  tools: ['2.tools', '2.functions'],
  toolChoice: third('toolChoice'),
  maxOutput: third('maxTokens'),
  outputSchema: third('responseFormat'),
  completions: third('n'),
};

export const azureOpenai: Sdk = {
  name: 'azure-openai',
  title: 'Azure OpenAI SDK (old)',
  provider: 'azure',
  wire: 'openai.chat',
  packages: { python: [], javascript: ['@azure/openai'] },
  exports: [{ names: ['OpenAIClient'], makes: 'client', host: 'azure' }],
  methods: [
    {
      on: 'client',
      paths: ['getChatCompletions', 'streamChatCompletions', 'listChatCompletions'],
      spends: ask(oldChat, { fields: { python: 'named', javascript: 2 }, positional: ['deployment', 'messages'] }),
    },
    {
      on: 'client',
      paths: ['getCompletions', 'streamCompletions', 'listCompletions'],
      spends: ask(
        { ...oldChat, messages: [], prompt: ['prompt'] },
        { wire: 'openai.completions', fields: { python: 'named', javascript: 2 }, positional: ['deployment', 'prompt'] },
      ),
    },
    {
      on: 'client',
      paths: ['getEmbeddings'],
      spends: embed(
        { model: ['deployment'], messages: ['input'] },
        { fields: { python: 'named', javascript: 2 }, positional: ['deployment', 'input'] },
      ),
    },
  ],
  source: '@azure/openai (npm) 1.0.0-beta.13',
  verified: null,
};
