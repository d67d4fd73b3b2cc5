import type { BoundRow, Sdk, Spending } from './sdk.ts';

const slots = {
  model: ['options.model', 'this.options.model'],
  system: ['options.system_prompt', 'options.systemPrompt', 'this.options.system_prompt'],
  prompt: ['prompt'],
};
const limit = ['options.max_turns', 'options.maxTurns', 'options.max_budget_usd', 'options.maxBudgetUsd'];
const turns: BoundRow = {
  limit: [...limit, 'this.options.max_turns', 'this.options.max_budget_usd'],
  default: null,
  zero: 'none',
  null: 'none',
  unit: 'calls',
  note: 'no limit on turns or budget',
  source: 'claude-agent-sdk (Python) 0.2.143 types.py, subprocess_cli.py; @anthropic-ai/claude-agent-sdk 0.3.330 sdk.d.ts',
};
const run: Spending = {
  kind: 'run',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: ['prompt|'],
  slots,
  bound: turns,
  answers: 'object',
};

export const claudeAgentSdk: Sdk = {
  name: 'claude-agent-sdk',
  title: 'Claude Agent SDK',
  provider: 'anthropic',
  wire: 'anthropic.messages',
  packages: {
    python: ['claude_agent_sdk', 'claude_code_sdk'],
    javascript: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
  },
  exports: [
    { names: ['query', 'unstable_v2_prompt'], spends: run },
    { names: ['ClaudeAgentOptions', 'ClaudeCodeOptions'], makes: 'options' },
    { names: ['ClaudeSDKClient'], makes: 'client', positional: ['options'] },
    { names: ['unstable_v2_createSession'], makes: 'session', positional: ['options'] },
  ],
  methods: [
    { on: 'client', paths: ['query'], spends: run },
    { on: 'session', paths: ['send'], spends: run },
  ],
  source: 'claude-agent-sdk (Python) 0.2.143; @anthropic-ai/claude-agent-sdk 0.3.330',
  verified: '2026-11-23',
};
