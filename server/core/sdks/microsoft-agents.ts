import { ask } from './call.ts';
import { limitedTo, run } from './run.ts';
import type { Sdk } from './sdk.ts';

const autoInvoke = limitedTo(
  5,
  ['settings.function_choice_behavior.maximum_auto_invoke_attempts', 'this.function_choice_behavior.maximum_auto_invoke_attempts'],
  'functions are invoked in 5 rounds by default, then the model is asked once more',
  'semantic-kernel (Python) 1.44.1 function_choice_behavior.py',
);
const serviceSlots = {
  model: ['this.ai_model_id', 'this.deployment_name'],
  messages: ['chat_history', 'prompt'],
  maxOutput: ['settings.max_tokens', 'settings.max_completion_tokens'],
  baseUrl: ['this.endpoint', 'this.base_url'],
};

export const semanticKernel: Sdk = {
  name: 'semantic-kernel',
  title: 'Semantic Kernel',
  provider: null,
  wire: 'semantic-kernel',
  packages: { python: ['semantic_kernel'], javascript: [] },
  exports: [
    { names: ['Kernel'], makes: 'kernel' },
    {
      names: [
        'OpenAIChatCompletion',
        'OpenAITextCompletion',
        'AnthropicChatCompletion',
        'GoogleAIChatCompletion',
        'VertexAIChatCompletion',
        'MistralAIChatCompletion',
        'HuggingFaceTextCompletion',
        'ChatCompletionClientBase',
        'NvidiaChatCompletion',
      ],
      makes: 'service',
    },
    { names: ['AzureChatCompletion', 'AzureTextCompletion', 'AzureAIInferenceChatCompletion'], makes: 'service', host: 'azure' },
    { names: ['BedrockChatCompletion'], makes: 'service', host: 'bedrock' },
    { names: ['OllamaChatCompletion', 'OnnxGenAIChatCompletion'], makes: 'service', host: 'local' },
    {
      names: [
        'ChatCompletionAgent',
        'OpenAIAssistantAgent',
        'AzureAssistantAgent',
        'AzureAIAgent',
        'OpenAIResponsesAgent',
        'AzureResponsesAgent',
        'BedrockAgent',
      ],
      makes: 'agent',
    },
    { names: ['AgentGroupChat'], makes: 'group' },
    {
      names: [
        'FunctionChoiceBehavior.Auto',
        'FunctionChoiceBehavior.Required',
        'OpenAIChatPromptExecutionSettings',
        'AzureChatPromptExecutionSettings',
        'PromptExecutionSettings',
      ],
      makes: 'settings',
    },
  ],
  methods: [
    {
      on: 'service',
      paths: [
        'get_chat_message_content',
        'get_chat_message_contents',
        'get_streaming_chat_message_content',
        'get_streaming_chat_message_contents',
        'get_text_content',
        'get_text_contents',
        'get_streaming_text_contents',
      ],
      spends: ask(serviceSlots, { positional: ['chat_history', 'settings'] }),
    },
    { on: 'kernel', paths: ['invoke_prompt', 'invoke_prompt_stream'], spends: ask({ messages: ['prompt'] }, { positional: ['prompt'] }) },
    { on: 'kernel', paths: ['invoke', 'invoke_stream'], spends: ask({}) },
    { on: 'kernel', paths: ['get_service'], makes: 'service' },
    {
      on: 'agent',
      paths: ['get_response', 'invoke', 'invoke_stream'],
      spends: run({ model: ['this.service'], system: ['this.instructions'], messages: ['messages'] }, autoInvoke, {
        positional: ['messages'],
      }),
    },
    {
      on: 'group',
      paths: ['invoke', 'invoke_stream'],
      spends: run(
        {},
        limitedTo(
          5,
          ['this.termination_strategy.maximum_iterations'],
          'the default strategy ends a group chat after 5 turns',
          'semantic-kernel (Python) 1.44.1 agents/strategies',
        ),
      ),
    },
  ],
  source: 'microsoft/semantic-kernel Python 1.44.1',
  verified: '2026-11-23',
};

const trips = limitedTo(
  40,
  ['this.client.function_invocation_configuration.max_iterations', 'this.function_invocation_configuration.max_iterations'],
  'tools are called in 40 round trips by default, then the model is asked once more',
  'agent-framework 1.13.0 core/agent_framework/_tools.py',
  { unit: 'calls' },
);
const agentSlots = {
  model: ['this.client', 'this.chat_client', 'this.model', 'this.model_id', 'this.deployment_name'],
  system: ['this.instructions'],
  messages: ['messages'],
  tools: ['this.tools'],
  maxOutput: ['this.max_tokens', 'this.default_options.max_tokens'],
};

export const agentFramework: Sdk = {
  name: 'agent-framework',
  title: 'Microsoft Agent Framework',
  provider: null,
  wire: 'openai.responses',
  packages: {
    python: ['agent_framework', 'agent_framework_openai', 'agent_framework_azure_ai', 'agent_framework_anthropic'],
    javascript: [],
  },
  exports: [
    { names: ['ChatAgent', 'Agent', 'RawAgent'], makes: 'agent', positional: ['client', 'instructions'] },
    {
      names: [
        'OpenAIChatClient',
        'OpenAIResponsesClient',
        'OpenAIAssistantsClient',
        'OpenAIChatCompletionClient',
        'AnthropicClient',
        'FoundryChatClient',
        'GitHubCopilotAgent',
      ],
      makes: 'model',
    },
    {
      names: ['AzureOpenAIChatClient', 'AzureOpenAIResponsesClient', 'AzureOpenAIAssistantsClient', 'AzureAIAgentClient', 'AzureAIClient'],
      makes: 'model',
      host: 'azure',
    },
    { names: ['OllamaChatClient', 'FoundryLocalClient'], makes: 'model', host: 'local' },
    {
      names: ['WorkflowBuilder', 'SequentialBuilder', 'ConcurrentBuilder', 'GroupChatBuilder', 'MagenticBuilder', 'HandoffBuilder'],
      makes: 'builder',
      positional: ['participants'],
    },
  ],
  methods: [
    { on: 'model', paths: ['create_agent', 'as_agent'], makes: 'agent' },
    {
      on: 'model',
      paths: ['get_response', 'get_streaming_response'],
      spends: ask(
        {
          model: ['this.model', 'this.model_id', 'this.deployment_name'],
          messages: ['messages'],
          maxOutput: ['max_tokens', 'options.max_tokens'],
        },
        { positional: ['messages'] },
      ),
    },
    { on: 'agent', paths: ['run', 'run_stream'], spends: run(agentSlots, trips, { positional: ['messages'] }) },
    {
      on: 'builder',
      paths: [
        'participants',
        'add_edge',
        'add_chain',
        'add_fan_out_edges',
        'add_fan_in_edges',
        'add_switch_case_edge_group',
        'set_start_executor',
        'set_manager',
        'with_manager',
        'with_standard_manager',
        'with_max_rounds',
        'with_termination_condition',
        'register_executors',
        'register_agents',
        'add_agent',
        'with_checkpointing',
        'coordinator',
        'set_coordinator',
        'add_handoff',
        'with_start_agent',
      ],
      passes: 'receiver',
    },
    { on: 'builder', paths: ['build'], makes: 'workflow' },
    {
      on: 'workflow',
      paths: ['run', 'run_stream'],
      spends: run(
        {},
        limitedTo(
          100,
          ['this.max_iterations'],
          'a workflow stops after 100 supersteps by default',
          'agent-framework 1.13.0 workflow runner',
        ),
      ),
    },
  ],
  source: 'microsoft/agent-framework Python 1.13.0',
  verified: '2026-11-23',
};
