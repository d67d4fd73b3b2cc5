import { limitedTo, run } from './run.ts';
import type { Sdk } from './sdk.ts';

const slots = {
  model: ['this.agent.model', 'this.app.root_agent.model'],
  system: ['this.agent.instruction'],
  messages: ['new_message', 'newMessage'],
  tools: ['this.agent.tools'],
  maxOutput: ['this.agent.generate_content_config.max_output_tokens', 'this.agent.generateContentConfig.maxOutputTokens'],
};
const calls = limitedTo(
  500,
  ['run_config.max_llm_calls', 'runConfig.maxLlmCalls'],
  'a run stops after 500 model calls by default',
  'google/adk-python 2025-06 run_config.py; @google/adk 2.0.0',
  { zero: 'none', unit: 'calls' },
);

export const googleAdk: Sdk = {
  name: 'google-adk',
  title: 'Google ADK',
  provider: 'google',
  wire: 'gemini',
  packages: { python: ['google.adk'], javascript: ['@google/adk'] },
  exports: [
    { names: ['Agent', 'LlmAgent', 'LoopAgent', 'SequentialAgent', 'ParallelAgent', 'BaseAgent'], makes: 'agent', positional: [''] },
    { names: ['Runner', 'InMemoryRunner'], makes: 'runner', positional: ['agent|'] },
    { names: ['LiteLlm', 'Gemini', 'Claude', 'AnthropicLlm'], makes: 'model', positional: ['model|'] },
    { names: ['RunConfig'], makes: 'config', positional: [''] },
    { names: ['App'], makes: 'app' },
    { names: ['AgentTool'], makes: 'agent-tool', positional: ['agent'] },
  ],
  methods: [
    { on: 'agent-tool', paths: ['run_async', 'runAsync'], spends: run(slots, calls) },
    {
      on: 'runner',
      paths: ['run', 'run_async', 'run_live', 'run_debug', 'runAsync', 'runEphemeral', 'runLive'],
      spends: run(slots, calls),
    },
  ],
  source: 'google/adk-python 2025-06; @google/adk 2.0.0',
  verified: '2026-11-23',
};
