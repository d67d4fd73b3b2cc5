import type { Sdk, Spending } from './sdk.ts';

const run: Spending = {
  kind: 'run',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: ['task'],
  slots: {
    model: ['this.model'],
    system: ['this.instructions'],
    messages: ['task'],
    tools: ['this.tools'],
    maxOutput: ['this.model.max_tokens', 'this.model.max_completion_tokens', 'this.model.max_new_tokens'],
  },
  bound: {
    limit: ['max_steps', 'this.max_steps'],
    default: 20,
    zero: 'default',
    null: 'default',
    unit: 'steps',
    note: 'an agent stops after 20 steps by default, then asks once more',
    source: 'huggingface/smolagents 2026-07 agents.py',
    versions: [
      { since: '0', default: 6, source: 'huggingface/smolagents v1.1.0 agents.py' },
      { since: '1.10', default: 20, source: 'huggingface/smolagents v1.10.0 agents.py' },
    ],
  },
};
const ask: Spending = {
  kind: 'call',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: ['messages'],
  slots: {
    model: ['this.model_id'],
    messages: ['messages'],
    tools: ['tools_to_call_from'],
    maxOutput: ['max_tokens', 'max_completion_tokens', 'this.max_tokens', 'this.max_completion_tokens', 'this.max_new_tokens'],
    baseUrl: ['this.api_base', 'this.base_url'],
  },
};

export const smolagents: Sdk = {
  name: 'smolagents',
  title: 'smolagents',
  provider: null,
  wire: 'smolagents',
  packages: { python: ['smolagents'], javascript: [] },
  exports: [
    {
      names: [
        'CodeAgent',
        'ToolCallingAgent',
        'MultiStepAgent',
        'ManagedAgent',
        'ReactCodeAgent',
        'ReactJsonAgent',
        'CodeAgent.from_hub',
        'CodeAgent.from_folder',
        'ToolCallingAgent.from_hub',
      ],
      makes: 'agent',
      positional: ['tools', 'model'],
    },
    {
      names: [
        'InferenceClientModel',
        'HfApiModel',
        'LiteLLMModel',
        'LiteLLMRouterModel',
        'OpenAIModel',
        'OpenAIServerModel',
        'Model',
        'ApiModel',
        'AmazonBedrockModel',
        'AmazonBedrockServerModel',
      ],
      makes: 'model',
      positional: ['model_id'],
    },
    { names: ['AzureOpenAIModel', 'AzureOpenAIServerModel'], makes: 'model', positional: ['model_id'], host: 'azure' },
    { names: ['TransformersModel', 'VLLMModel', 'MLXModel'], makes: 'model', positional: ['model_id'], host: 'local' },
  ],
  methods: [
    { on: 'agent', paths: ['run', ''], spends: run },
    { on: 'model', paths: ['', 'generate', 'generate_stream'], spends: ask },
  ],
  source: 'huggingface/smolagents 2026-07',
  verified: '2026-11-23',
};
