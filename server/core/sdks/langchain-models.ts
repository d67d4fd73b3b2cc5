import type { ExportRow, MethodRow, Sdk, Slots, Spending } from './sdk.ts';

const slots: Slots = {
  model: [
    'this.model',
    'this.model_name',
    'this.modelName',
    'this.model_id',
    'this.azure_deployment',
    'this.deployment_name',
    'this.azureOpenAIApiDeploymentName',
  ],
  messages: ['this.piped', 'input', 'prompts', 'messages', '0'],
  tools: ['this.tools'],
  toolChoice: ['this.tool_choice'],
  maxOutput: [
    'max_tokens',
    'this.max_completion_tokens',
    'this.max_tokens',
    'this.maxTokens',
    'this.max_output_tokens',
    'this.maxOutputTokens',
    'this.max_tokens_to_sample',
    'this.num_predict',
    'this.numPredict',
    'this.max_new_tokens',
    'this.model_kwargs.max_tokens',
    'this.model_kwargs.max_completion_tokens',
  ],
  thinking: ['this.thinking', 'this.reasoning', 'this.reasoning_effort', 'this.reasoningEffort'],
  thinkingBudget: ['this.thinking.budget_tokens', 'this.thinking_budget', 'this.thinkingBudget'],
  outputSchema: ['this.schema'],
  completions: ['this.n'],
  stream: ['this.streaming'],
  serviceTier: ['this.service_tier'],
  retries: ['this.max_retries', 'this.maxRetries'],
  baseUrl: [
    'this.base_url',
    'this.openai_api_base',
    'this.baseURL',
    'this.baseUrl',
    'this.configuration.baseURL',
    'this.azure_endpoint',
    'this.anthropic_api_url',
  ],
};

const ask: Spending = {
  kind: 'call',
  operation: 'generate',
  fields: { python: 'named', javascript: 1 },
  positional: ['input', 'config'],
  slots,
};

/** What every chat model and every chain of one can do, in both languages. */
export const runnable: readonly MethodRow[] = [
  {
    on: 'model',
    paths: [
      'invoke',
      'ainvoke',
      'stream',
      'astream',
      'batch',
      'abatch',
      'batch_as_completed',
      'abatch_as_completed',
      'astream_events',
      'astream_log',
      'streamEvents',
      'streamLog',
      'transform',
      'atransform',
    ],
    spends: ask,
  },
  {
    on: 'model',
    paths: [
      '',
      'call',
      'generate',
      'agenerate',
      'generate_prompt',
      'agenerate_prompt',
      'generatePrompt',
      'predict',
      'apredict',
      'predict_messages',
      'apredict_messages',
      'predictMessages',
      'callPrompt',
      'call_as_llm',
    ],
    spends: ask,
  },
  { on: 'model', paths: ['bind_tools', 'bindTools', 'bind_functions'], makes: 'model', positional: ['tools'] },
  { on: 'model', paths: ['with_structured_output', 'withStructuredOutput'], makes: 'model', positional: ['schema'] },
  { on: 'model', paths: ['bind', 'with_config', 'withConfig'], makes: 'model', positional: [''] },
  {
    on: 'model',
    paths: ['with_retry', 'withRetry'],
    makes: 'model',
    positional: [''],
    repeats: {
      limit: ['stop_after_attempt', 'stopAfterAttempt'],
      default: 3,
      zero: 'stops',
      null: 'default',
      unit: 'passes',
      note: 'with_retry gives up after 3 attempts by default',
      source: 'langchain-ai/langchain libs/core runnables/base.py, retry.py; @langchain/core 1.4.0',
    },
  },
  {
    on: 'model',
    paths: [
      'with_fallbacks',
      'withFallbacks',
      'with_listeners',
      'with_alisteners',
      'withListeners',
      'with_types',
      'configurable_fields',
      'configurable_alternatives',
      'assign',
      'pick',
      'map',
      '|',
    ],
    passes: 'receiver',
  },
];

/** Packages that hold (or held) classes of many vendors. */
const shared = {
  python: ['langchain', 'langchain_community', 'langchain_classic'],
  javascript: ['langchain', '@langchain/community', '@langchain/classic'],
};

interface Vendor {
  readonly name: string;
  readonly provider: string;
  readonly python: readonly string[];
  readonly javascript: readonly string[];
  readonly classes: readonly string[];
  readonly embeddings?: readonly string[];
  /** Classes whose answers come from somebody else's servers. */
  readonly elsewhere?: readonly { readonly names: readonly string[]; readonly host: NonNullable<ExportRow['host']> }[];
  /** The package sends a cap of its own. */
  readonly hasCap?: true;
  readonly isPythonOnly?: true;
}

const vendors: readonly Vendor[] = [
  {
    name: 'openai',
    provider: 'openai',
    python: ['langchain_openai'],
    javascript: ['@langchain/openai'],
    classes: ['ChatOpenAI', 'OpenAI', 'OpenAIChat', 'BaseChatOpenAI', 'PromptLayerChatOpenAI', 'ChatOpenAIResponses'],
    elsewhere: [{ names: ['AzureChatOpenAI', 'AzureOpenAI'], host: 'azure' }],
  },
  {
    name: 'anthropic',
    provider: 'anthropic',
    python: ['langchain_anthropic'],
    javascript: ['@langchain/anthropic'],
    classes: ['ChatAnthropic', 'ChatAnthropicMessages', 'Anthropic', 'AnthropicLLM'],
    hasCap: true,
  },
  {
    name: 'google',
    provider: 'google',
    python: ['langchain_google_genai', 'langchain_google_vertexai'],
    javascript: [
      '@langchain/google-genai',
      '@langchain/google-vertexai',
      '@langchain/google-vertexai-web',
      '@langchain/google-gauth',
      '@langchain/google-webauth',
      '@langchain/google',
    ],
    classes: ['ChatGoogleGenerativeAI', 'GoogleGenerativeAI', 'ChatGooglePalm', 'GooglePalm', 'ChatGoogle'],
    elsewhere: [{ names: ['ChatVertexAI', 'VertexAI', 'ChatAnthropicVertex', 'VertexAIModelGarden'], host: 'vertex' }],
  },
  {
    name: 'aws',
    provider: 'aws',
    python: ['langchain_aws'],
    javascript: ['@langchain/aws'],
    classes: [],
    elsewhere: [
      { names: ['ChatBedrock', 'ChatBedrockConverse', 'BedrockChat', 'BedrockLLM', 'Bedrock', 'ChatAnthropicBedrock'], host: 'bedrock' },
    ],
  },
  { name: 'groq', provider: 'groq', python: ['langchain_groq'], javascript: ['@langchain/groq'], classes: ['ChatGroq'] },
  {
    name: 'mistral',
    provider: 'mistral',
    python: ['langchain_mistralai'],
    javascript: ['@langchain/mistralai'],
    classes: ['ChatMistralAI', 'MistralAI'],
  },
  {
    name: 'cohere',
    provider: 'cohere',
    python: ['langchain_cohere'],
    javascript: ['@langchain/cohere'],
    classes: ['ChatCohere', 'Cohere'],
  },
  {
    name: 'deepseek',
    provider: 'deepseek',
    python: ['langchain_deepseek'],
    javascript: ['@langchain/deepseek'],
    classes: ['ChatDeepSeek'],
  },
  { name: 'xai', provider: 'x-ai', python: ['langchain_xai'], javascript: ['@langchain/xai'], classes: ['ChatXAI'] },
  { name: 'fireworks', provider: 'fireworks', python: ['langchain_fireworks'], javascript: [], classes: ['ChatFireworks', 'Fireworks'] },
  {
    name: 'together',
    provider: 'together',
    python: ['langchain_together'],
    javascript: [],
    classes: ['ChatTogether', 'Together', 'ChatTogetherAI', 'TogetherAI'],
  },
  { name: 'perplexity', provider: 'perplexity', python: ['langchain_perplexity'], javascript: [], classes: ['ChatPerplexity'] },
  {
    name: 'openrouter',
    provider: 'openrouter',
    python: ['langchain_openrouter'],
    javascript: ['@langchain/openrouter'],
    classes: ['ChatOpenRouter'],
  },
  {
    name: 'ollama',
    provider: 'ollama',
    python: ['langchain_ollama'],
    javascript: ['@langchain/ollama'],
    classes: [],
    elsewhere: [
      {
        names: ['ChatOllama', 'OllamaLLM', 'Ollama', 'OllamaFunctions', 'ChatLlamaCpp', 'LlamaCpp', 'GPT4All', 'CTransformers'],
        host: 'local',
      },
    ],
  },
  {
    name: 'huggingface',
    provider: 'huggingface',
    python: ['langchain_huggingface'],
    javascript: [],
    classes: ['ChatHuggingFace', 'HuggingFaceEndpoint', 'HuggingFaceHub', 'HuggingFaceInference', 'HuggingFaceTextGenInference'],
    elsewhere: [{ names: ['HuggingFacePipeline', 'HuggingFacePipeline.from_model_id'], host: 'local' }],
  },
  {
    name: 'azure-ai',
    provider: 'azure',
    python: ['langchain_azure_ai'],
    isPythonOnly: true,
    javascript: [],
    classes: [],
    elsewhere: [{ names: ['AzureAIChatCompletionsModel', 'AzureAIOpenAIApiChatModel', 'AzureMLChatOnlineEndpoint'], host: 'azure' }],
  },
  { name: 'ibm', provider: 'ibm', python: ['langchain_ibm'], javascript: ['@langchain/ibm'], classes: ['ChatWatsonx', 'WatsonxLLM'] },
  {
    name: 'others',
    provider: 'other',
    python: [
      'langchain_nvidia_ai_endpoints',
      'langchain_cerebras',
      'langchain_litellm',
      'langchain_databricks',
      'databricks_langchain',
      'langchain_sambanova',
      'langchain_upstage',
      'langchain_qwq',
      'langchain_moonshot',
    ],
    javascript: ['@langchain/cerebras', '@langchain/cloudflare', '@langchain/baidu-qianfan'],
    classes: [
      'ChatNVIDIA',
      'ChatCerebras',
      'ChatLiteLLM',
      'ChatLiteLLMRouter',
      'ChatDatabricks',
      'ChatSambaNova',
      'ChatUpstage',
      'ChatZhipuAI',
      'ChatTongyi',
      'ChatAlibabaTongyi',
      'Tongyi',
      'QianfanChatEndpoint',
      'ChatBaiduQianfan',
      'ChatMoonshot',
      'Moonshot',
      'ChatQwen',
      'ChatQwQ',
      'ChatMinimax',
      'MiniMaxChat',
      'ChatYandexGPT',
      'ChatDeepInfra',
      'ChatReplicate',
      'Replicate',
      'ChatCloudflareWorkersAI',
      'CloudflareWorkersAI',
      'ChatAnyscale',
      'ChatOctoAI',
      'GigaChat',
      'ChatPremAI',
      'ChatOutlines',
      'ChatSnowflakeCortex',
    ],
  },
];

export const langchainModels: readonly Sdk[] = vendors.map(
  ({ name, provider, python, javascript, classes, elsewhere, hasCap, isPythonOnly }) => {
    const methods = hasCap
      ? runnable.map((row) => (row.spends ? { ...row, spends: { ...row.spends, capRequired: true } } : row))
      : runnable;
    return {
      name: `langchain-${name}`,
      title: `LangChain (${name})`,
      provider: provider === 'other' ? null : provider,
      wire: 'langchain',
      packages: { python: [...python, ...shared.python], javascript: isPythonOnly ? [] : [...javascript, ...shared.javascript] },
      exports: [
        { names: classes, makes: 'model', positional: [''] },
        ...(elsewhere ?? []).map((row) => ({ names: row.names, makes: 'model', positional: [''], host: row.host })),
      ],
      methods,
      source: 'langchain-ai/langchain libs/partners, langchain-community; @langchain/* 1.x',
      verified: '2026-11-23',
    } satisfies Sdk;
  },
);
