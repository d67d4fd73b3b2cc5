import { limitedTo, run } from './run.ts';
import type { Sdk } from './sdk.ts';

export const agentKit: Sdk = {
  name: 'agent-kit',
  title: 'Inngest AgentKit',
  provider: null,
  wire: 'agent-kit',
  packages: { python: [], javascript: ['@inngest/agent-kit'] },
  exports: [
    { names: ['createAgent', 'createRoutingAgent'], makes: 'agent', positional: [''] },
    { names: ['createNetwork'], makes: 'network', positional: [''] },
    { names: ['openai', 'anthropic', 'gemini', 'grok'], makes: 'model', positional: [''] },
  ],
  methods: [
    {
      on: 'agent',
      paths: ['run'],
      spends: run(
        { model: ['model', 'this.model'], system: ['this.system'], messages: ['input'], tools: ['this.tools'] },
        limitedTo(1, ['maxIter'], 'an agent asks once unless maxIter says more', '@inngest/agent-kit 0.13.2 src/agent.ts', {
          unit: 'calls',
          zero: 'default',
        }),
        { fields: { python: 'named', javascript: 1 }, positional: ['input', ''] },
      ),
    },
    {
      on: 'network',
      paths: ['run'],
      spends: run(
        { model: ['this.defaultModel'], messages: ['input'] },
        limitedTo(null, ['this.maxIter'], 'a network has no limit unless maxIter is set', '@inngest/agent-kit 0.13.2 src/network.ts', {
          unit: 'calls',
          zero: 'none',
        }),
        { positional: ['input'] },
      ),
    },
  ],
  source: '@inngest/agent-kit 0.13.2',
  verified: '2026-11-23',
};
