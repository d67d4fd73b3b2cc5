import type { BoundRow, IgnoredOption, Sdk, Spending } from './sdk.ts';
import { aiSdkText } from './slots.ts';

const stops = {
  conditions: [
    { names: ['stepCountIs', 'isStepCount'], means: 'first-argument' },
    { names: ['isLoopFinished'], means: 'none' },
  ],
  zero: 'none',
  null: 'default',
  unit: 'steps',
  source: 'ai 4.3.19, 5.0.277, 6.0.326 (run), 7.0.173',
} as const;

/** `maxSteps` is v4's name, `stopWhen` v5's and later; each is ignored by the other majors. */
const steps: BoundRow = {
  ...stops,
  limit: ['stopWhen', 'maxSteps'],
  default: 1,
  note: 'one step unless stopWhen or maxSteps says more',
  package: 'ai',
  versions: [
    { since: '0', default: 1, limit: ['maxSteps'], source: 'ai 4.3.19 dist/index.js' },
    { since: '5', default: 1, limit: ['stopWhen'], source: 'ai 5.0.277, 6.0.326, 7.0.173' },
  ],
};
/** Version 5 has it as `Experimental_Agent`. */
const agentSteps: BoundRow = {
  ...stops,
  limit: ['this.0.stopWhen'],
  default: 20,
  note: 'ToolLoopAgent stops after 20 steps by default',
  package: 'ai',
  versions: [
    { since: '5', default: 1, source: 'ai 5.0.277' },
    { since: '6', default: 20, source: 'ai 6.0.326 (run), 7.0.173' },
  ],
};
const workflowSteps: BoundRow = {
  ...stops,
  limit: ['this.0.stopWhen'],
  default: null,
  note: 'WorkflowAgent has no limit of its own',
  package: '@ai-sdk/workflow',
};
/** The coding tool that it drives goes on until it is done. */
const harnessSteps: BoundRow = {
  ...workflowSteps,
  note: 'HarnessAgent has no limit of its own',
  package: '@ai-sdk/harness',
  source: 'vercel/ai packages/harness, harness-agent-settings.ts',
};

const migration = 'https://ai-sdk.dev/docs/migration-guides/migration-guide-5-0';
const renamedCap: readonly IgnoredOption[] = [
  {
    at: 'maxTokens',
    since: '5',
    effect: 'Nothing limits the answer.',
    renamedTo: 'maxOutputTokens',
    instead: 'Call it `maxOutputTokens`.',
    source: migration,
  },
  {
    at: 'maxOutputTokens',
    until: '5',
    effect: 'Nothing limits the answer.',
    renamedTo: 'maxTokens',
    instead: 'Call it `maxTokens`, as version 4 does.',
    source: migration,
  },
];
const renamedSteps: readonly IgnoredOption[] = [
  {
    at: 'maxSteps',
    since: '5',
    effect: 'The default of one step holds: what the tools return is paid for and never answered.',
    instead: 'Write `stopWhen: stepCountIs(n)`.',
    source: `ai 6.0.326, run: one call; ${migration}`,
  },
  {
    at: 'stopWhen',
    until: '5',
    effect: 'The default of one step holds: what the tools return is paid for and never answered.',
    instead: 'Write `maxSteps: n`, as version 4 does.',
    source: 'ai 4.3.19 dist/index.js',
  },
];

const text: Spending = {
  kind: 'call',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: [],
  slots: aiSdkText,
  ignores: [...renamedCap, ...renamedSteps],
  bound: steps,
};
const once: Spending = {
  kind: 'call',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: [],
  slots: aiSdkText,
  ignores: renamedCap,
};

const agentSlots = {
  model: ['this.0.model'],
  system: ['this.0.instructions', 'this.0.system'],
  messages: ['messages', 'prompt'],
  tools: ['this.0.tools'],
  maxOutput: ['this.0.maxOutputTokens'],
  retries: ['this.0.maxRetries'],
};
const agentRun = (bound: BoundRow): Spending => ({
  kind: 'run',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: [],
  slots: agentSlots,
  bound,
});

const inside = (path: string): string => path.replace(/^this\./, 'agent.');
/** The agent is among what it is given. */
const served: Spending = {
  ...agentRun({ ...agentSteps, limit: agentSteps.limit.map(inside) }),
  slots: {
    model: agentSlots.model.map(inside),
    system: agentSlots.system.map(inside),
    messages: ['uiMessages', 'messages'],
    tools: agentSlots.tools.map(inside),
    maxOutput: agentSlots.maxOutput.map(inside),
    retries: agentSlots.retries.map(inside),
  },
};

export const aiSdk: Sdk = {
  name: 'ai-sdk',
  title: 'Vercel AI SDK',
  provider: null,
  wire: 'ai-sdk',
  packages: { python: [], javascript: ['ai', '@ai-sdk/workflow', '@ai-sdk/harness'] },
  exports: [
    { names: ['generateText', 'streamText', 'experimental_streamTextLowMemory'], spends: text },
    { names: ['generateObject', 'streamObject'], spends: once },
    { names: ['embed', 'embedMany'], spends: { ...once, operation: 'embed', slots: { model: ['model'], messages: ['value', 'values'] } } },
    { names: ['ToolLoopAgent'], makes: 'tool-loop-agent' },
    { names: ['Experimental_Agent', 'Agent'], makes: 'tool-loop-agent' },
    { names: ['createAgentUIStreamResponse', 'createAgentUIStream', 'pipeAgentUIStreamToResponse'], spends: served },
    { names: ['WorkflowAgent', 'DurableAgent'], makes: 'workflow-agent' },
    { names: ['HarnessAgent'], makes: 'harness-agent' },
    { names: ['gateway', 'gateway.languageModel', 'gateway.chat'], passes: 'first-argument' },
    { names: ['wrapLanguageModel', 'experimental_wrapLanguageModel'], makes: 'wrapped-model', positional: [''] },
    { names: ['createProviderRegistry', 'experimental_createProviderRegistry'], makes: 'registry' },
  ],
  methods: [
    {
      on: 'tool-loop-agent',
      paths: ['generate', 'stream', 'respond'],
      spends: agentRun(agentSteps),
    },
    { on: 'registry', paths: ['languageModel'], makes: 'wrapped-model', positional: ['model'] },
    { on: 'workflow-agent', paths: ['generate', 'stream'], spends: agentRun(workflowSteps) },
    { on: 'harness-agent', paths: ['generate', 'stream'], spends: agentRun(harnessSteps) },
  ],
  source: 'ai (npm) 4.3.19, 5.0.277, 6.0.326, 7.0.173; vercel/ai 2026-08',
  verified: '2026-11-23',
};
