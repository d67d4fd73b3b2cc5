import type { BoundRow, MethodRow, Sdk, Spending } from './sdk.ts';

const run = (bound: BoundRow): Spending => ({
  kind: 'run',
  operation: 'generate',
  fields: { python: 'named', javascript: 1 },
  positional: ['input', 'config|'],
  slots: {
    model: ['this.model', 'this.llm', 'this.supervisor.model'],
    system: [
      'this.prompt',
      'this.system_prompt',
      'this.systemPrompt',
      'this.state_modifier',
      'this.messages_modifier',
      'this.stateModifier',
    ],
    messages: ['input.messages', '0.messages'],
    tools: ['this.tools'],
    maxOutput: ['this.model.max_completion_tokens', 'this.model.max_tokens', 'this.model.maxTokens', 'this.model.max_output_tokens'],
  },
  bound,
  ignores: [
    {
      at: 'config.configurable.recursion_limit',
      effect: 'The default limit holds.',
      instead: 'Give `recursion_limit` beside `configurable`, not inside.',
      source: 'https://langchain-ai.github.io/langgraph/concepts/low_level/#recursion-limit',
    },
    {
      at: 'configurable.recursionLimit',
      effect: 'The default limit holds.',
      instead: 'Give `recursionLimit` beside `configurable`, not inside.',
      source: '@langchain/langgraph 1.7.3',
    },
  ],
});

const limit = ['config.recursion_limit', 'recursionLimit', 'this.recursion_limit', 'this.recursionLimit', 'this.config.recursion_limit'];
const inPython: BoundRow = {
  limit,
  default: 10_007,
  zero: 'stops',
  null: 'default',
  unit: 'steps',
  note: 'recursion_limit is 10,007 super-steps by default',
  source: 'langgraph (Python) 1.2.11 _internal/_config.py',
  package: 'langgraph',
  versions: [
    { since: '0', default: 25, source: 'langchain-ai/langgraph 0.6.11, 1.0.5' },
    { since: '1.0.6', default: 10_000, source: 'langchain-ai/langgraph 1.0.6 _internal/_config.py' },
    { since: '1.1.4', default: 10_007, source: 'langchain-ai/langgraph 1.1.4 _internal/_config.py' },
  ],
};
const inPythonAgent: BoundRow = {
  limit,
  default: 10_000,
  zero: 'stops',
  null: 'default',
  unit: 'steps',
  note: 'create_agent sets a recursion_limit of 10,000 super-steps',
  source: 'langchain (Python) 1.x agents/factory.py',
  package: 'langchain',
};
const inScript: BoundRow = {
  limit,
  default: 25,
  zero: 'stops',
  null: 'default',
  unit: 'steps',
  note: 'recursionLimit is 25 super-steps by default',
  source: '@langchain/langgraph 1.7.3, run',
};

const RUNS = [
  'invoke',
  'ainvoke',
  'stream',
  'astream',
  'batch',
  'abatch',
  'astream_events',
  'stream_events',
  'streamEvents',
  'astream_log',
  'streamLog',
];
const ofGraph = (type: string, bound: BoundRow): readonly MethodRow[] => [
  { on: type, paths: RUNS, spends: run(bound) },
  { on: type, paths: ['with_config', 'withConfig', 'bind'], makes: type, positional: [''] },
  { on: type, paths: ['with_retry', 'withRetry', 'with_fallbacks', 'with_types', 'with_listeners', 'copy', '|'], passes: 'receiver' },
];

const builders: readonly MethodRow[] = [
  { on: 'builder', paths: ['compile'], makes: 'graph' },
  { on: 'builder', paths: ['add_node', 'addNode'], passes: 'receiver', draws: 'node' },
  { on: 'builder', paths: ['add_edge', 'addEdge'], passes: 'receiver', draws: 'edge' },
  { on: 'builder', paths: ['add_conditional_edges', 'addConditionalEdges'], passes: 'receiver', draws: 'branch' },
  { on: 'builder', paths: ['set_entry_point', 'setEntryPoint'], passes: 'receiver', draws: 'entry' },
  { on: 'builder', paths: ['add_sequence', 'set_finish_point', 'addSequence', 'setFinishPoint'], passes: 'receiver' },
];
const source = 'langgraph (Python) 1.2.11; @langchain/langgraph 1.7.3; langchain 1.x (Python), 1.5.14 (npm)';

export const langgraphPython: Sdk = {
  name: 'langgraph',
  title: 'LangGraph',
  provider: null,
  wire: 'langchain',
  packages: {
    python: ['langgraph', 'langgraph_supervisor', 'langgraph_swarm', 'langgraph_bigtool', 'deepagents', 'langchain.agents'],
    javascript: [],
  },
  exports: [
    { names: ['graph.StateGraph', 'StateGraph', 'MessageGraph', 'Graph'], makes: 'builder' },
    { names: ['create_supervisor', 'create_swarm', 'create_handoff_agent'], makes: 'builder', positional: ['agents'] },
    { names: ['CompiledStateGraph', 'CompiledGraph', 'Pregel', 'RemoteGraph', 'CompiledMessageGraph'], makes: 'graph' },
    {
      names: [
        'prebuilt.create_react_agent',
        'prebuilt.chat_agent_executor.create_react_agent',
        'prebuilt.chat_agent_executor.create_tool_calling_executor',
        'prebuilt.create_tool_calling_executor',
      ],
      makes: 'graph',
      positional: ['model', 'tools'],
    },
    { names: ['create_agent'], makes: 'agent', positional: ['model', 'tools'] },
    { names: ['create_deep_agent', 'async_create_deep_agent'], makes: 'agent', positional: ['tools', 'system_prompt'] },
  ],
  methods: [...builders, ...ofGraph('graph', inPython), ...ofGraph('agent', inPythonAgent)],
  source,
  verified: '2026-11-23',
};

export const langgraphScript: Sdk = {
  name: 'langgraph-js',
  title: 'LangGraph',
  provider: null,
  wire: 'langchain',
  packages: {
    python: [],
    javascript: ['@langchain/langgraph', '@langchain/langgraph-supervisor', '@langchain/langgraph-swarm', 'deepagents', 'langchain'],
  },
  exports: [
    { names: ['StateGraph', 'MessageGraph', 'Graph'], makes: 'builder' },
    { names: ['createSupervisor', 'createSwarm'], makes: 'builder', positional: [''] },
    { names: ['CompiledStateGraph', 'CompiledGraph', 'Pregel', 'RemoteGraph', 'ReactAgent'], makes: 'graph', positional: [''] },
    { names: ['createReactAgent', 'createAgent', 'createDeepAgent'], makes: 'graph', positional: [''] },
  ],
  methods: [...builders, ...ofGraph('graph', inScript)],
  source,
  verified: '2026-11-23',
};
