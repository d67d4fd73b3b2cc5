import { ask } from './call.ts';
import { limitedTo, run } from './run.ts';
import type { BoundRow, Sdk } from './sdk.ts';

const agentSlots = {
  model: ['this.model_client'],
  system: ['this.system_message'],
  messages: ['task'],
  tools: ['this.tools'],
  maxOutput: ['this.model_client.max_tokens', 'this.model_client.max_completion_tokens'],
};
const toolTurns = limitedTo(
  1,
  ['this.max_tool_iterations'],
  'an AssistantAgent calls tools once by default',
  'autogen-agentchat _assistant_agent.py, 2026-04',
);

/** What ends a team's talk. Words that an agent says are no bound. */
const conditions: BoundRow['conditions'] = [
  { names: ['MaxMessageTermination'], means: 'first-argument' },
  { names: ['TokenUsageTermination', 'TimeoutTermination'], means: 'bounded' },
  {
    names: [
      'TextMentionTermination',
      'HandoffTermination',
      'StopMessageTermination',
      'ExternalTermination',
      'TextMessageTermination',
      'FunctionCallTermination',
      'SourceMatchTermination',
      'FunctionalTermination',
    ],
    means: 'model-word',
  },
];
const teamTurns: BoundRow = {
  ...limitedTo(
    null,
    ['this.max_turns', 'this.termination_condition'],
    'a team has no limit on turns unless max_turns or a condition that counts is given',
    'autogen-agentchat _round_robin_group_chat.py, 2026-04',
  ),
  ...(conditions ? { conditions } : {}),
};
const teamSlots = { model: ['this.model_client', 'this.participants.0.model_client'], messages: ['task'] };

export const autogen: Sdk = {
  name: 'autogen',
  title: 'AutoGen',
  provider: null,
  wire: 'autogen',
  packages: { python: ['autogen_agentchat', 'autogen_core', 'autogen_ext'], javascript: [] },
  exports: [
    {
      names: [
        'OpenAIChatCompletionClient',
        'AnthropicChatCompletionClient',
        'AzureAIChatCompletionClient',
        'SKChatCompletionAdapter',
        'ChatCompletionClient',
        'ReplayChatCompletionClient',
      ],
      makes: 'model',
    },
    { names: ['AzureOpenAIChatCompletionClient'], makes: 'model', host: 'azure' },
    { names: ['AnthropicBedrockChatCompletionClient'], makes: 'model', host: 'bedrock' },
    { names: ['OllamaChatCompletionClient', 'LlamaCppChatCompletionClient'], makes: 'model', host: 'local' },
    {
      names: [
        'AssistantAgent',
        'CodeExecutorAgent',
        'SocietyOfMindAgent',
        'MultimodalWebSurfer',
        'FileSurfer',
        'MagenticOneCoderAgent',
        'OpenAIAssistantAgent',
        'OpenAIAgent',
        'BaseChatAgent',
      ],
      makes: 'agent',
      positional: ['name', 'model_client'],
    },
    {
      names: ['RoundRobinGroupChat', 'SelectorGroupChat', 'Swarm', 'GraphFlow', 'BaseGroupChat', 'Team'],
      makes: 'team',
      positional: ['participants', 'model_client'],
    },
    { names: ['MagenticOneGroupChat', 'MagenticOne'], makes: 'magentic', positional: ['participants', 'model_client'] },
  ],
  methods: [
    {
      on: 'model',
      paths: ['create', 'create_stream'],
      spends: ask(
        {
          model: ['this.model', 'this.azure_deployment'],
          messages: ['messages'],
          tools: ['tools'],
          maxOutput: ['extra_create_args.max_tokens', 'this.max_tokens', 'this.max_completion_tokens'],
          baseUrl: ['this.base_url', 'this.azure_endpoint'],
        },
        { positional: ['messages'] },
      ),
    },
    {
      on: 'agent',
      paths: ['run', 'run_stream', 'on_messages', 'on_messages_stream'],
      spends: run(agentSlots, toolTurns, { positional: ['task'] }),
    },
    { on: 'team', paths: ['run', 'run_stream'], spends: run(teamSlots, teamTurns, { positional: ['task'] }) },
    {
      on: 'magentic',
      paths: ['run', 'run_stream'],
      spends: run(
        teamSlots,
        limitedTo(
          20,
          ['this.max_turns'],
          'a MagenticOne team stops after 20 turns by default',
          'autogen-agentchat _magentic_one_group_chat.py, 2026-04',
          { null: 'none' },
        ),
        { positional: ['task'] },
      ),
    },
  ],
  source: 'microsoft/autogen 2026-04',
  verified: '2026-11-23',
};

const replies = limitedTo(
  100,
  ['max_turns', 'recipient.groupchat.max_round', 'this.max_consecutive_auto_reply', 'recipient.max_consecutive_auto_reply'],
  'an agent stops after 100 replies in a row by default',
  'ag2ai/ag2 conversable_agent.py',
  // Who may not answer at all still asks, and is answered.
  { zero: 'once' },
);
const chatSlots = {
  model: [
    'recipient.llm_config.model',
    'recipient.llm_config.config.model',
    'recipient.llm_config.config_list.0.model',
    'this.llm_config.model',
    'this.llm_config.config.model',
    'this.llm_config.config_list.0.model',
  ],
  system: ['recipient.system_message'],
  messages: ['message'],
};

export const ag2: Sdk = {
  name: 'ag2',
  title: 'AG2',
  provider: null,
  wire: 'openai.chat',
  packages: { python: ['autogen', 'ag2'], javascript: [] },
  exports: [
    {
      names: [
        'ConversableAgent',
        'AssistantAgent',
        'UserProxyAgent',
        'GPTAssistantAgent',
        'RetrieveUserProxyAgent',
        'RetrieveAssistantAgent',
        'GroupChatManager',
        'TeachableAgent',
        'SwarmAgent',
        'CaptainAgent',
        'ReasoningAgent',
        'WebSurferAgent',
        'DeepResearchAgent',
        'MathUserProxyAgent',
        'MultimodalConversableAgent',
        'SocietyOfMindAgent',
      ],
      makes: 'agent',
      positional: ['name'],
    },
    { names: ['GroupChat'], makes: 'group', positional: ['agents', 'messages', 'max_round'] },
    { names: ['OpenAIWrapper'], makes: 'wrapper' },
    { names: ['LLMConfig'], makes: 'config', positional: ['config'] },
    {
      names: [
        'initiate_swarm_chat',
        'a_initiate_swarm_chat',
        'initiate_group_chat',
        'a_initiate_group_chat',
        'run_group_chat',
        'a_run_group_chat',
      ],
      spends: run(
        { messages: ['messages'] },
        limitedTo(20, ['max_rounds'], 'a group chat stops after 20 rounds by default', 'ag2ai/ag2 multi_agent_chat.py'),
      ),
    },
    // Each chat of the list has a limit of its own.
    { names: ['initiate_chats'], spends: run({}, null) },
  ],
  methods: [
    {
      on: 'agent',
      paths: ['initiate_chat', 'a_initiate_chat', 'run', 'a_run'],
      spends: run(chatSlots, replies, { positional: ['recipient'] }),
    },
    { on: 'agent', paths: ['initiate_chats', 'a_initiate_chats'], spends: run({}, null) },
    {
      on: 'agent',
      paths: ['generate_reply', 'a_generate_reply', 'generate_oai_reply'],
      spends: ask(
        {
          model: ['this.llm_config.model', 'this.llm_config.config.model', 'this.llm_config.config_list.0.model'],
          system: ['this.system_message'],
          messages: ['messages'],
        },
        { positional: ['messages'] },
      ),
    },
    {
      on: 'wrapper',
      paths: ['create'],
      spends: ask({ model: ['model', 'this.model', 'this.config_list.0.model'], messages: ['messages'], maxOutput: ['max_tokens'] }),
    },
  ],
  source: 'ag2ai/ag2 2026',
  verified: '2026-11-23',
};
