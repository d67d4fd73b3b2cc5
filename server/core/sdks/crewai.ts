import type { Sdk, Spending } from './sdk.ts';

const base: Pick<Spending, 'operation' | 'fields'> = { operation: 'generate', fields: { python: 'named', javascript: 0 } };

const iterations = [
  { since: '0', default: 15, source: 'crewAIInc/crewAI v0.1.32 agent.py' },
  { since: '0.28', default: 25, source: 'crewAIInc/crewAI v0.28.0 agent.py' },
  { since: '0.60', default: 15, source: 'crewAIInc/crewAI v0.60.0 agent.py' },
  { since: '0.64', default: 20, source: 'crewAIInc/crewAI 0.64.0, v0.83.0 agent.py' },
  { since: '0.102', default: 25, source: 'crewAIInc/crewAI 0.102.0 base_agent.py' },
];
const kickoff: Spending = {
  ...base,
  kind: 'run',
  positional: ['inputs'],
  slots: { model: ['this.agents.0.llm', 'this.manager_llm'], maxOutput: ['this.agents.0.llm.max_tokens'] },
  bound: {
    limit: ['this.agents.0.max_iter'],
    default: 25,
    zero: 'stops',
    null: 'default',
    unit: 'steps',
    note: 'each agent of the crew stops after 25 iterations by default',
    source: 'crewai 1.15.17 base_agent.py',
    versions: iterations,
  },
};
const agentKickoff: Spending = {
  ...base,
  kind: 'run',
  positional: ['messages'],
  slots: { model: ['this.llm'], messages: ['messages', '0'], maxOutput: ['this.llm.max_tokens'] },
  bound: {
    limit: ['this.max_iter'],
    default: 25,
    zero: 'stops',
    null: 'default',
    unit: 'steps',
    note: 'an agent stops after 25 iterations by default',
    source: 'crewai 1.15.17 base_agent.py',
    versions: iterations,
  },
};
const flow: Spending = {
  ...base,
  kind: 'run',
  positional: ['inputs'],
  slots: {},
  bound: {
    limit: ['this.max_method_calls'],
    default: 100,
    zero: 'stops',
    null: 'default',
    unit: 'passes',
    note: 'a flow calls each of its methods 100 times at most by default',
    source: 'crewai 1.15.17 flow/runtime/__init__.py',
  },
};
const model: Spending = {
  ...base,
  kind: 'call',
  positional: ['messages'],
  slots: {
    model: ['this.model'],
    messages: ['messages'],
    tools: ['tools'],
    maxOutput: ['this.max_tokens', 'this.max_completion_tokens'],
    baseUrl: ['this.base_url', 'this.api_base'],
  },
};

export const crewai: Sdk = {
  name: 'crewai',
  title: 'CrewAI',
  provider: null,
  wire: 'crewai',
  packages: { python: ['crewai'], javascript: [] },
  // The script that starts a crew often imports only the project's own class.
  mentions: ['.kickoff('],
  exports: [
    { names: ['Crew'], makes: 'crew' },
    { names: ['Agent', 'LiteAgent'], makes: 'agent' },
    { names: ['LLM', 'BaseLLM'], makes: 'model', positional: ['model'] },
    { names: ['Flow', 'flow.flow.Flow'], makes: 'flow' },
  ],
  methods: [
    {
      on: 'crew',
      paths: [
        'kickoff',
        'kickoff_async',
        'akickoff',
        'kickoff_for_each',
        'kickoff_for_each_async',
        'akickoff_for_each',
        'train',
        'test',
        'replay',
      ],
      spends: kickoff,
    },
    { on: 'agent', paths: ['kickoff', 'kickoff_async', 'akickoff', 'execute_task'], spends: agentKickoff },
    { on: 'flow', paths: ['kickoff', 'kickoff_async', 'akickoff'], spends: flow },
    { on: 'model', paths: ['call', 'acall'], spends: model },
    { on: 'crew', paths: ['copy'], passes: 'receiver' },
  ],
  source: 'crewai 1.15.17',
  verified: '2026-11-23',
};
