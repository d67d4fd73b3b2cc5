import { ask } from './call.ts';
import { limitedTo, run } from './run.ts';
import type { Sdk } from './sdk.ts';

const generate = ask(
  {
    model: ['this.model', 'this.azure_deployment'],
    messages: ['messages', 'prompt'],
    tools: ['tools', 'this.tools'],
    maxOutput: [
      'generation_kwargs.max_tokens',
      'generation_kwargs.max_completion_tokens',
      'this.generation_kwargs.max_tokens',
      'this.generation_kwargs.max_completion_tokens',
      'this.max_tokens',
    ],
    baseUrl: ['this.api_base_url'],
  },
  { positional: ['messages'] },
);

export const haystack: Sdk = {
  name: 'haystack',
  title: 'Haystack',
  provider: null,
  wire: 'openai.chat',
  packages: { python: ['haystack', 'haystack_integrations', 'haystack_experimental'], javascript: [] },
  distributions: ['haystack-ai', 'farm-haystack'],
  exports: [
    { names: ['Agent'], makes: 'agent' },
    {
      names: [
        'OpenAIChatGenerator',
        'OpenAIResponsesChatGenerator',
        'OpenAIGenerator',
        'AnthropicChatGenerator',
        'AnthropicGenerator',
        'GoogleGenAIChatGenerator',
        'GoogleAIGeminiChatGenerator',
        'GoogleAIGeminiGenerator',
        'VertexAIGeminiChatGenerator',
        'VertexAIGeminiGenerator',
        'MistralChatGenerator',
        'CohereChatGenerator',
        'CohereGenerator',
        'HuggingFaceAPIChatGenerator',
        'HuggingFaceAPIGenerator',
        'OpenRouterChatGenerator',
        'NvidiaChatGenerator',
        'NvidiaGenerator',
        'TogetherAIChatGenerator',
        'WatsonxChatGenerator',
        'PromptNode',
        'FallbackChatGenerator',
      ],
      makes: 'generator',
      positional: ['model'],
    },
    { names: ['AzureOpenAIChatGenerator', 'AzureOpenAIGenerator', 'AzureOpenAIResponsesChatGenerator'], makes: 'generator', host: 'azure' },
    { names: ['AmazonBedrockChatGenerator', 'AmazonBedrockGenerator'], makes: 'generator', positional: ['model'], host: 'bedrock' },
    {
      names: [
        'OllamaChatGenerator',
        'OllamaGenerator',
        'LlamaCppChatGenerator',
        'LlamaCppGenerator',
        'HuggingFaceLocalChatGenerator',
        'HuggingFaceLocalGenerator',
      ],
      makes: 'generator',
      positional: ['model'],
      host: 'local',
    },
    { names: ['Pipeline', 'AsyncPipeline'], makes: 'pipeline' },
    { names: ['ChatMessage.from_system'], message: 'system' },
    { names: ['ChatMessage.from_user'], message: 'user' },
    { names: ['ChatMessage.from_assistant'], message: 'assistant' },
  ],
  methods: [
    { on: 'generator', paths: ['run', 'run_async', ''], spends: generate },
    {
      on: 'agent',
      paths: ['run', 'run_async'],
      spends: run(
        { model: ['this.chat_generator'], system: ['this.system_prompt'], messages: ['messages'], tools: ['this.tools'] },
        limitedTo(
          100,
          ['this.max_agent_steps'],
          'an agent stops after 100 steps by default',
          'haystack 3.2.0-rc0 components/agents/agent.py',
        ),
        { positional: ['messages'] },
      ),
    },
    // Only a pipeline that holds a component which asks a model is a run.
    { on: 'pipeline', paths: ['add_component'], keeps: ['name', 'component'] },
    {
      on: 'pipeline',
      paths: ['run', 'run_async', 'run_async_generator', 'stream'],
      spends: run(
        { model: ['this.component'], maxOutput: ['this.component.generation_kwargs.max_tokens'] },
        limitedTo(
          100,
          ['this.max_runs_per_component'],
          'each component runs 100 times at most by default',
          'haystack 3.2.0-rc0 core/pipeline/base.py',
          { unit: 'passes' },
        ),
        { positional: ['data'], asks: 'component' },
      ),
    },
  ],
  source: 'deepset-ai/haystack 3.2.0-rc0',
  verified: '2026-11-23',
};
