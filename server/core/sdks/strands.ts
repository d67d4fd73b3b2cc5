import { limitedTo, run } from './run.ts';
import type { Sdk } from './sdk.ts';

const slots = {
  model: ['this.model'],
  system: ['this.system_prompt', 'this.systemPrompt'],
  messages: ['prompt'],
  tools: ['this.tools'],
  maxOutput: ['this.model.max_tokens', 'this.model.maxTokens', 'this.model.params.max_tokens', 'this.model.params.maxTokens'],
};
const turns = limitedTo(
  null,
  ['limits.turns', '1.limits.turns', 'limits.totalTokens', '1.limits.totalTokens', 'limits.outputTokens', '1.limits.outputTokens'],
  'an agent has no limit on its turns',
  'strands-agents (Python) 2026-05 event_loop.py; @strands-agents/sdk 1.16.0 types/agent.d.ts',
);

export const strands: Sdk = {
  name: 'strands',
  title: 'Strands Agents',
  provider: null,
  wire: 'strands',
  packages: { python: ['strands', 'strands_agents'], javascript: ['@strands-agents/sdk'] },
  distributions: ['strands-agents'],
  exports: [
    { names: ['Agent'], makes: 'agent', positional: ['model|'] },
    { names: ['BedrockModel'], makes: 'model', positional: [''], host: 'bedrock' },
    {
      names: [
        'AnthropicModel',
        'OpenAIModel',
        'OpenAIResponsesModel',
        'LiteLLMModel',
        'GeminiModel',
        'GoogleModel',
        'MistralModel',
        'WriterModel',
        'LlamaAPIModel',
        'CohereModel',
      ],
      makes: 'model',
      positional: ['client_args|'],
    },
    { names: ['OllamaModel', 'LlamaCppModel'], makes: 'model', positional: ['host'], host: 'local' },
    { names: ['Swarm'], makes: 'swarm', positional: ['nodes'] },
    { names: ['GraphBuilder'], makes: 'builder' },
  ],
  methods: [
    {
      on: 'agent',
      paths: ['', 'invoke_async', 'stream_async', 'structured_output', 'structured_output_async', 'invoke', 'stream'],
      spends: run(slots, turns, { positional: ['prompt'], fields: { python: 'named', javascript: 1 } }),
    },
    {
      on: 'swarm',
      paths: ['', 'invoke_async', 'stream_async'],
      spends: run(
        { messages: ['task'] },
        limitedTo(
          20,
          ['this.max_iterations', 'this.max_handoffs'],
          'a swarm stops after 20 iterations by default',
          'strands-agents (Python) 2026-05 multiagent/swarm.py',
        ),
        { positional: ['task'] },
      ),
    },
    { on: 'builder', paths: ['build'], makes: 'graph' },
    { on: 'graph', paths: ['', 'invoke_async', 'stream_async'], spends: run({ messages: ['task'] }, null, { positional: ['task'] }) },
  ],
  source: 'strands-agents (Python) 2026-05; @strands-agents/sdk 1.16.0',
  verified: '2026-11-23',
};
