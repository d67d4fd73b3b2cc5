import type { BoundRow, Sdk, Spending } from './sdk.ts';

const turns = (limit: readonly string[]): BoundRow => ({
  limit,
  default: 10,
  zero: 'stops',
  null: 'none',
  unit: 'calls',
  note: 'a run stops after 10 turns by default',
  source: 'openai-agents (Python) 0.22.0 run_config.py; @openai/agents-core 0.20.0 run.js',
});

const slots = {
  model: ['run_config.model', 'this.model', 'agent.model'],
  system: ['agent.instructions'],
  messages: ['input'],
  tools: ['agent.tools'],
  maxOutput: [
    'agent.model_settings.max_tokens',
    'agent.modelSettings.maxTokens',
    'run_config.model_settings.max_tokens',
    'this.modelSettings.maxTokens',
  ],
};

/** Python gives the agent first, by position or as `starting_agent`. */
const run: Spending = {
  kind: 'run',
  operation: 'generate',
  fields: { python: 'named', javascript: 2 },
  positional: ['agent', 'input', ''],
  slots: {
    ...slots,
    model: [...slots.model, 'starting_agent.model'],
    system: [...slots.system, 'starting_agent.instructions'],
    tools: [...slots.tools, 'starting_agent.tools'],
  },
  bound: turns(['max_turns', 'maxTurns', 'this.maxTurns']),
  repeats: {
    limit: ['agent.modelSettings.retry.maxRetries', 'agent.model_settings.retry.max_retries', 'this.modelSettings.retry.maxRetries'],
    default: null,
    zero: 'stops',
    null: 'default',
    unit: 'passes',
    note: 'no retries of its own',
    source: '@openai/agents-core 0.20.0 ModelRetrySettings; openai-agents (Python) 0.22.0 model_settings.py',
  },
};

export const openaiAgents: Sdk = {
  name: 'openai-agents',
  title: 'OpenAI Agents SDK',
  provider: 'openai',
  wire: 'openai.responses',
  packages: { python: ['agents'], javascript: ['@openai/agents', '@openai/agents-core', '@openai/agents-openai'] },
  distributions: ['openai-agents'],
  isCommonName: true,
  exports: [
    { names: ['Agent', 'SandboxAgent', 'Agent.create', 'RealtimeAgent'], makes: 'agent', positional: ['name|', 'instructions'] },
    { names: ['Runner'], makes: 'runner', positional: [''] },
    { names: ['Runner.run', 'Runner.run_sync', 'Runner.run_streamed'], spends: run },
    { names: ['run'], spends: run },
    { names: ['run_demo_loop'], spends: { ...run, bound: turns(['max_turns']) } },
    {
      names: ['OpenAIChatCompletionsModel', 'OpenAIResponsesModel', 'LitellmModel', 'AnyLLMModel'],
      makes: 'model',
      positional: ['model|', 'openai_client'],
    },
    { names: ['ModelSettings'], makes: 'settings' },
    { names: ['RunConfig'], makes: 'settings' },
    { names: ['handoff', 'aisdk'], passes: 'first-argument' },
  ],
  methods: [
    { on: 'runner', paths: ['run', 'run_sync', 'run_streamed'], spends: run },
    { on: 'agent', paths: ['clone'], makes: 'agent', positional: [''] },
  ],
  source: 'openai-agents (Python) 0.22.0; @openai/agents 0.20.0',
  verified: '2026-11-23',
};
