import { limitedTo, run } from './run.ts';
import type { BoundRow, Sdk } from './sdk.ts';

const slots = {
  model: ['model', 'this.model'],
  system: ['instructions', 'this.instructions'],
  messages: ['messages', '0'],
  tools: ['this.tools'],
  maxOutput: ['modelSettings.maxOutputTokens', 'maxOutputTokens', 'maxTokens', 'this.defaultOptions.modelSettings.maxOutputTokens'],
  outputSchema: ['structuredOutput', 'output', 'experimental_output'],
};
const steps: BoundRow = {
  ...limitedTo(
    5,
    ['maxSteps', 'stopWhen', 'this.defaultOptions.maxSteps', 'this.defaultGenerateOptions.maxSteps', 'this.defaultStreamOptions.maxSteps'],
    'an agent stops after 5 steps by default',
    '@mastra/core 1.71.0 dist/agent',
    { zero: 'default' },
  ),
  conditions: [
    { names: ['stepCountIs', 'isStepCount'], means: 'first-argument' },
    { names: ['hasToolCall'], means: 'model-word' },
  ],
};
const given = { fields: { python: 'named', javascript: 1 }, positional: ['messages', ''] } as const;

export const mastra: Sdk = {
  name: 'mastra',
  title: 'Mastra',
  provider: null,
  wire: 'ai-sdk',
  packages: { python: [], javascript: ['@mastra/core'] },
  exports: [
    { names: ['Agent'], makes: 'agent', positional: [''] },
    { names: ['Mastra'], makes: 'mastra', positional: [''] },
  ],
  methods: [
    { on: 'mastra', paths: ['getAgent', 'getAgentById'], makes: 'agent' },
    {
      on: 'agent',
      paths: [
        'generate',
        'stream',
        'generateLegacy',
        'streamLegacy',
        'generateVNext',
        'streamVNext',
        'resumeStream',
        'resumeGenerate',
        'streamUntilIdle',
      ],
      spends: run(slots, steps, given),
    },
    {
      on: 'agent',
      paths: ['network'],
      spends: run(slots, limitedTo(1, ['maxSteps'], 'network takes one step by default', '@mastra/core 1.71.0'), given),
    },
  ],
  source: '@mastra/core 1.71.0',
  verified: '2026-11-23',
};
