import type { Sdk, Spending } from './sdk.ts';

const slots = {
  model: ['model', 'this.model'],
  system: ['instructions', 'this.instructions', 'this.system_prompt'],
  messages: ['user_prompt'],
  tools: ['this.tools'],
  maxOutput: ['model_settings.max_tokens', 'this.model_settings.max_tokens', 'this.model.settings.max_tokens'],
  outputSchema: ['output_type', 'this.output_type', 'this.result_type'],
};
const run: Spending = {
  kind: 'run',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: ['user_prompt'],
  slots,
  bound: {
    limit: ['usage_limits.request_limit'],
    default: 50,
    zero: 'stops',
    null: 'none',
    unit: 'calls',
    note: 'UsageLimits stops a run after 50 requests by default',
    source: 'pydantic-ai 2026-08-22 usage.py',
  },
};
const direct: Spending = {
  kind: 'call',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: ['model', 'messages'],
  slots: { model: ['model'], messages: ['messages'], maxOutput: ['model_settings.max_tokens'] },
};

export const pydanticAi: Sdk = {
  name: 'pydantic-ai',
  title: 'Pydantic AI',
  provider: null,
  wire: 'pydantic-ai',
  packages: { python: ['pydantic_ai', 'pydantic_ai_slim'], javascript: [] },
  distributions: ['pydantic-ai', 'pydantic-ai-slim'],
  exports: [
    { names: ['Agent'], makes: 'agent', positional: ['model'] },
    { names: ['UsageLimits'], makes: 'limits' },
    {
      names: [
        'ModelSettings',
        'OpenAIModelSettings',
        'AnthropicModelSettings',
        'GoogleModelSettings',
        'OpenAIChatModelSettings',
        'OpenAIResponsesModelSettings',
        'GroqModelSettings',
        'GeminiModelSettings',
      ],
      makes: 'settings',
    },
    {
      names: [
        'OpenAIModel',
        'OpenAIChatModel',
        'OpenAIResponsesModel',
        'AnthropicModel',
        'GeminiModel',
        'GoogleModel',
        'GroqModel',
        'MistralModel',
        'CohereModel',
        'BedrockConverseModel',
        'HuggingFaceModel',
        'OpenRouterModel',
        'CerebrasModel',
        'OutlinesModel',
      ],
      makes: 'model',
      positional: ['model_name'],
    },
    { names: ['FallbackModel', 'TemporalAgent', 'DBOSAgent', 'PrefectAgent', 'WrapperAgent'], passes: 'first-argument' },
    { names: ['model_request', 'model_request_sync', 'model_request_stream', 'model_request_stream_sync'], spends: direct },
  ],
  methods: [
    {
      on: 'agent',
      paths: ['run', 'run_sync', 'run_stream', 'run_stream_sync', 'run_stream_events', 'iter', 'to_cli', 'to_cli_sync'],
      spends: run,
    },
  ],
  source: 'pydantic/pydantic-ai 2026-08-22',
  verified: '2026-11-23',
};
