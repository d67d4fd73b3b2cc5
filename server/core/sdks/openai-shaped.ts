import { ask, embed } from './call.ts';
import type { Sdk } from './sdk.ts';
import { openaiChat, openaiResponses } from './slots.ts';

interface Shaped {
  readonly name: string;
  readonly title: string;
  readonly provider: string | null;
  readonly python?: readonly string[];
  readonly javascript?: readonly string[];
  readonly clients: readonly string[];
  readonly source: string;
  /** Its own source was read; else the row is general knowledge. */
  readonly isRead?: true;
}

/** SDKs whose clients have OpenAI's methods and fields: generated from the same interface, or made to take its place. */
const shaped: readonly Shaped[] = [
  {
    name: 'groq',
    title: 'Groq SDK',
    provider: 'groq',
    python: ['groq'],
    javascript: ['groq-sdk'],
    clients: ['Groq', 'AsyncGroq', 'Client', 'AsyncClient', 'default'],
    source: 'groq/groq-python; groq-sdk (npm) 1.6.0',
    isRead: true,
  },
  {
    name: 'together',
    title: 'Together SDK',
    provider: 'together',
    python: ['together'],
    javascript: ['together-ai'],
    clients: ['Together', 'AsyncTogether', 'Client', 'default'],
    source: 'togethercomputer/together-python 2025-12; together-ai (npm) 0.52.0',
    isRead: true,
  },
  {
    name: 'cerebras',
    title: 'Cerebras SDK',
    provider: 'cerebras',
    python: ['cerebras.cloud.sdk'],
    javascript: ['@cerebras/cerebras_cloud_sdk'],
    clients: ['Cerebras', 'AsyncCerebras', 'default'],
    source: 'Cerebras/cerebras-cloud-sdk-python',
  },
  {
    name: 'sambanova',
    title: 'SambaNova SDK',
    provider: 'sambanova',
    python: ['sambanova'],
    javascript: ['sambanova'],
    clients: ['SambaNova', 'AsyncSambaNova', 'default'],
    source: 'sambanova/sambanova-python',
  },
  {
    name: 'fireworks',
    title: 'Fireworks SDK',
    provider: 'fireworks',
    python: ['fireworks.client', 'fireworks'],
    javascript: ['@fireworks-ai/sdk'],
    clients: ['Fireworks', 'AsyncFireworks', 'default'],
    source: 'fw-ai/fireworks-python',
  },
  {
    name: 'perplexity',
    title: 'Perplexity SDK',
    provider: 'perplexity',
    python: ['perplexity'],
    javascript: ['@perplexity-ai/perplexity_ai'],
    clients: ['Perplexity', 'AsyncPerplexity', 'default'],
    source: 'perplexityai/perplexity-py',
  },
  {
    name: 'zai',
    title: 'Z.ai SDK',
    provider: 'zai',
    python: ['zhipuai', 'zai'],
    clients: ['ZhipuAI', 'ZaiClient', 'ZhipuAiClient'],
    source: 'zai-org/z-ai-sdk-python',
  },
  {
    name: 'ark',
    title: 'Volcengine Ark SDK',
    provider: null,
    python: ['volcenginesdkarkruntime'],
    clients: ['Ark', 'AsyncArk'],
    source: 'volcengine/volcengine-python-sdk',
  },
  {
    name: 'ai21',
    title: 'AI21 SDK',
    provider: 'ai21',
    python: ['ai21'],
    javascript: ['ai21'],
    clients: ['AI21Client', 'AsyncAI21Client', 'AI21'],
    source: 'AI21Labs/ai21-python',
  },
  {
    name: 'llama-api',
    title: 'Llama API SDK',
    provider: 'meta',
    python: ['llama_api_client'],
    javascript: ['llama-api-client'],
    clients: ['LlamaAPIClient', 'AsyncLlamaAPIClient', 'default'],
    source: 'meta-llama/llama-api-python',
  },
  {
    name: 'llama-stack',
    title: 'Llama Stack client',
    provider: null,
    python: ['llama_stack_client'],
    javascript: ['llama-stack-client'],
    clients: ['LlamaStackClient', 'AsyncLlamaStackClient', 'default'],
    source: 'llama-stack-client (npm) 0.7.3',
    isRead: true,
  },
  {
    name: 'portkey',
    title: 'Portkey SDK',
    provider: null,
    python: ['portkey_ai'],
    javascript: ['portkey-ai'],
    clients: ['Portkey', 'AsyncPortkey', 'default'],
    source: 'Portkey-AI/portkey-python-sdk',
  },
  {
    name: 'aisuite',
    title: 'aisuite',
    provider: null,
    python: ['aisuite'],
    javascript: ['aisuite'],
    clients: ['Client'],
    source: 'andrewyng/aisuite',
  },
  // Tracing: OpenAI's own client with another import.
  {
    name: 'langfuse-openai',
    title: 'OpenAI SDK through Langfuse',
    provider: 'openai',
    python: ['langfuse.openai'],
    clients: ['OpenAI', 'AsyncOpenAI', 'AzureOpenAI', 'AsyncAzureOpenAI', 'openai.OpenAI', 'openai.AsyncOpenAI'],
    source: 'langfuse/langfuse-python langfuse/openai.py',
  },
  {
    name: 'posthog-openai',
    title: 'OpenAI SDK through PostHog',
    provider: 'openai',
    python: ['posthog.ai.openai'],
    javascript: ['@posthog/ai'],
    clients: ['OpenAI', 'AsyncOpenAI', 'AzureOpenAI'],
    source: 'PostHog/posthog-python posthog/ai/openai',
  },
];

const chat = ask(openaiChat);
const completion = ask(
  { model: ['model'], prompt: ['prompt'], maxOutput: ['max_tokens'], completions: ['n'] },
  { wire: 'openai.completions' },
);

export const openaiShaped: readonly Sdk[] = shaped.map(
  ({ name, title, provider, python = [], javascript = [], clients, source, isRead }) => ({
    name,
    title,
    provider,
    wire: provider === null ? 'openai.any' : 'openai.chat',
    packages: { python, javascript },
    exports: [
      { names: clients, makes: 'client' },
      { names: ['', 'openai'], is: 'client' },
    ],
    methods: [
      {
        on: 'client',
        paths: [
          'chat.completions.create',
          'chat.completions.parse',
          'chat.completions.stream',
          'chat.completions.create_async',
          'beta.chat.completions.parse',
        ],
        spends: chat,
      },
      { on: 'client', paths: ['completions.create'], spends: completion },
      { on: 'client', paths: ['responses.create', 'responses.parse'], spends: ask(openaiResponses, { wire: 'openai.responses' }) },
      {
        on: 'client',
        paths: ['embeddings.create'],
        spends: embed({ model: ['model'], messages: ['input'] }, { wire: 'openai.embeddings' }),
      },
      { on: 'client', paths: ['with_options', 'withOptions', 'copy'], passes: 'receiver' },
    ],
    source,
    verified: isRead ? '2026-11-23' : null,
  }),
);
