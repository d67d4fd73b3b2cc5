import { ask } from './call.ts';
import { limitedTo, run } from './run.ts';
import type { MethodRow, Sdk } from './sdk.ts';

const slots = {
  model: ['this.model', 'this.llm'],
  system: ['this.instructions', 'this.system_message', 'this.system_prompt', 'this.description'],
  messages: ['input', 'message'],
  tools: ['this.tools'],
  maxOutput: ['this.model.max_tokens', 'this.model.max_completion_tokens', 'this.model.max_output_tokens'],
  outputSchema: ['this.output_schema', 'this.response_model'],
};
const RUNS = ['run', 'arun', 'print_response', 'aprint_response', 'continue_run', 'acontinue_run', 'cli_app', 'acli_app', 'deep_think'];
const runs = (on: string, most: number | null, limit: readonly string[], note: string): MethodRow => ({
  on,
  paths: RUNS,
  spends: run(slots, limitedTo(most, limit, note, 'agno-agi/agno 2026-08 models/base.py, team, workflow'), { positional: ['input'] }),
});

export const agno: Sdk = {
  name: 'agno',
  title: 'Agno',
  provider: null,
  wire: 'agno',
  packages: { python: ['agno', 'phi'], javascript: [] },
  exports: [
    { names: ['Agent', 'Assistant'], makes: 'agent', positional: ['model'] },
    { names: ['Team'], makes: 'team', positional: ['members'] },
    {
      names: [
        'OpenAIChat',
        'OpenAIResponses',
        'OpenAILike',
        'Claude',
        'Gemini',
        'Groq',
        'MistralChat',
        'Mistral',
        'Cohere',
        'CohereChat',
        'DeepSeek',
        'DeepSeekChat',
        'xAI',
        'OpenRouter',
        'Together',
        'Fireworks',
        'Perplexity',
        'HuggingFace',
        'LiteLLM',
        'Nvidia',
        'Cerebras',
        'DashScope',
        'WatsonX',
        'Model',
      ],
      makes: 'model',
      positional: ['id'],
    },
    { names: ['AzureOpenAI', 'AzureOpenAIChat', 'AzureAIFoundry'], makes: 'model', positional: ['id'], host: 'azure' },
    { names: ['AwsBedrock'], makes: 'model', positional: ['id'], host: 'bedrock' },
    { names: ['Ollama', 'OllamaTools', 'LMStudio', 'VLLM', 'LlamaCpp'], makes: 'model', positional: ['id'], host: 'local' },
  ],
  methods: [
    // `tool_call_limit` makes further tools fail; the model's loop goes on.
    runs('agent', null, [], 'an agent has no limit on its model calls'),
    runs('team', 10, ['this.max_iterations'], 'a team stops after 10 iterations by default'),
    {
      on: 'model',
      paths: ['response', 'aresponse', 'response_stream', 'invoke', 'ainvoke'],
      spends: ask(
        {
          model: ['this.id'],
          messages: ['messages'],
          maxOutput: ['this.max_tokens', 'this.max_completion_tokens', 'this.max_output_tokens'],
        },
        { positional: ['messages'] },
      ),
    },
  ],
  source: 'agno-agi/agno 2026-08',
  verified: '2026-11-23',
};
