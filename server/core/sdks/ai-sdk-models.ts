import type { Sdk } from './sdk.ts';

const MODEL_METHODS = ['chat', 'responses', 'languageModel', 'completion', 'chatModel', 'interactions'];

/** The AI SDK's model packages: calling the export (or what its `create…` makes) with an id names a model. */
const packages: readonly {
  readonly source: string;
  readonly name: string;
  /** Other names of the same thing: newer majors spell some in full, sub-paths serve other vendors' models. */
  readonly also?: readonly string[];
  readonly create: string;
  /** Null where the model's name says it. */
  readonly provider: string | null;
  readonly host?: 'azure' | 'bedrock' | 'vertex' | 'local' | 'other';
}[] = [
  { source: '@ai-sdk/openai', name: 'openai', create: 'createOpenAI', provider: 'openai' },
  { source: '@ai-sdk/anthropic', name: 'anthropic', create: 'createAnthropic', provider: 'anthropic' },
  { source: '@ai-sdk/google', name: 'google', create: 'createGoogleGenerativeAI', provider: 'google' },
  {
    source: '@ai-sdk/google-vertex',
    name: 'vertex',
    also: ['googleVertex', 'vertexAnthropic', 'googleVertexAnthropic', 'vertexMaas', 'googleVertexXai'],
    create: 'createVertex',
    provider: 'google',
    host: 'vertex',
  },
  {
    source: '@ai-sdk/amazon-bedrock',
    name: 'bedrock',
    also: ['amazonBedrock', 'bedrockAnthropic'],
    create: 'createAmazonBedrock',
    provider: 'aws',
    host: 'bedrock',
  },
  { source: '@ai-sdk/azure', name: 'azure', create: 'createAzure', provider: 'azure', host: 'azure' },
  { source: '@ai-sdk/mistral', name: 'mistral', create: 'createMistral', provider: 'mistral' },
  { source: '@ai-sdk/cohere', name: 'cohere', create: 'createCohere', provider: 'cohere' },
  { source: '@ai-sdk/groq', name: 'groq', create: 'createGroq', provider: 'groq' },
  { source: '@ai-sdk/xai', name: 'xai', create: 'createXai', provider: 'x-ai' },
  { source: '@ai-sdk/deepseek', name: 'deepseek', also: ['deepSeek'], create: 'createDeepSeek', provider: 'deepseek' },
  { source: '@ai-sdk/togetherai', name: 'togetherai', create: 'createTogetherAI', provider: 'together' },
  { source: '@ai-sdk/fireworks', name: 'fireworks', create: 'createFireworks', provider: 'fireworks' },
  { source: '@ai-sdk/perplexity', name: 'perplexity', create: 'createPerplexity', provider: 'perplexity' },
  { source: '@ai-sdk/openai-compatible', name: 'openaiCompatible', create: 'createOpenAICompatible', provider: 'openai', host: 'other' },
  { source: '@ai-sdk/huggingface', name: 'huggingface', also: ['huggingFace'], create: 'createHuggingFace', provider: 'huggingface' },
  { source: '@ai-sdk/moonshotai', name: 'moonshotai', create: 'createMoonshotAI', provider: 'moonshotai' },
  { source: '@ai-sdk/alibaba', name: 'alibaba', create: 'createAlibaba', provider: 'alibaba' },
  { source: '@ai-sdk/gateway', name: 'gateway', also: ['vercel'], create: 'createGateway', provider: null },
  { source: '@openrouter/ai-sdk-provider', name: 'openrouter', create: 'createOpenRouter', provider: 'openrouter' },
  { source: 'ollama-ai-provider', name: 'ollama', create: 'createOllama', provider: 'ollama', host: 'local' },
];

export const aiSdkModels: readonly Sdk[] = packages.map(({ source, name, also = [], create, provider, host }) => {
  const where = host ? { host } : {};
  return {
    name: `ai-sdk-${name}`,
    title: `AI SDK model (${name})`,
    provider,
    wire: 'ai-sdk',
    packages: { python: [], javascript: [source] },
    exports: [
      { names: [name, ...also, 'default'], makes: 'model', ...where },
      { names: [create, ...also.map(maker)], makes: 'provider', ...where },
      { names: [name, ...also].flatMap((one) => MODEL_METHODS.map((method) => `${one}.${method}`)), makes: 'model', ...where },
    ],
    methods: [{ on: 'provider', paths: ['', ...MODEL_METHODS], makes: 'model' }],
    source: 'vercel/ai packages, 2026-08',
    verified: '2026-11-23',
  } satisfies Sdk;
});

/** `googleVertex` is made by `createGoogleVertex`. */
function maker(name: string): string {
  return `create${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
