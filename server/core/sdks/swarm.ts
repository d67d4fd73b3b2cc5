import type { Sdk } from './sdk.ts';

export const swarm: Sdk = {
  name: 'swarm',
  title: 'OpenAI Swarm',
  provider: 'openai',
  wire: 'openai.chat',
  packages: { python: ['swarm'], javascript: [] },
  isCommonName: true,
  exports: [
    { names: ['Swarm'], makes: 'swarm', positional: ['client'] },
    { names: ['Agent'], makes: 'agent' },
  ],
  methods: [
    {
      on: 'swarm',
      paths: ['run', 'run_and_stream'],
      spends: {
        kind: 'run',
        operation: 'generate',
        fields: { python: 'named', javascript: 0 },
        positional: ['agent', 'messages'],
        slots: {
          model: ['model_override', 'agent.model'],
          system: ['agent.instructions'],
          messages: ['messages'],
          tools: ['agent.functions'],
        },
        bound: {
          limit: ['max_turns'],
          default: null,
          zero: 'stops',
          null: 'none',
          unit: 'calls',
          note: 'max_turns is infinite by default',
          source: 'openai/swarm swarm/core.py',
        },
      },
    },
  ],
  source: 'openai/swarm',
  verified: '2026-11-23',
};
