import { ask, count, embed } from './call.ts';
import type { Sdk, Slots, Spending, When } from './sdk.ts';
import { converse } from './slots.ts';

/** What the vendors' own request bodies of `invoke_model` call their fields. */
const invoked: Slots = {
  model: ['modelId'],
  system: ['system', 'preamble'],
  history: ['chat_history'],
  messages: ['messages', 'prompt', 'inputText', 'message'],
  tools: ['tools', 'toolConfig.tools'],
  maxOutput: [
    'max_tokens',
    'max_tokens_to_sample',
    'max_gen_len',
    'maxTokens',
    'max_completion_tokens',
    'max_new_tokens',
    'textGenerationConfig.maxTokenCount',
    'inferenceConfig.maxTokens',
    'inferenceConfig.max_new_tokens',
  ],
  thinking: ['thinking'],
  thinkingBudget: ['thinking.budget_tokens'],
};
const invoke = (body: readonly string[], more: Partial<Spending> = {}): Spending => ask(invoked, { body, wire: 'bedrock.invoke', ...more });

const embedding: When = { argument: ['modelId', '0.0.modelId'], matches: /embed/i };
/** Images and video are made by the same call. */
const other: When = { lacks: ['taskType', 'text_prompts', 'input_image', 'imageGenerationConfig'] };
const client: When = { argument: ['0', 'service_name'], matches: /^bedrock-runtime$/ };

/** A command's constructor spends nothing: sending it does. */
const command = (type: string): When => ({ argument: ['0'], type });
const sent = (slots: Slots, more: Partial<Spending> = {}): Spending => ask(slots, { body: ['0.0'], ...more });

export const bedrock: Sdk = {
  name: 'bedrock',
  title: 'Amazon Bedrock',
  provider: 'aws',
  wire: 'bedrock.converse',
  packages: { python: ['boto3', 'aioboto3', 'aiobotocore.session', 'botocore.session'], javascript: ['@aws-sdk/client-bedrock-runtime'] },
  isEverywhere: true,
  mentions: [
    'bedrock-runtime',
    'bedrock_runtime',
    'invoke_model(',
    'invoke_model_with_response_stream(',
    '.converse(',
    '.converse_stream(',
  ],
  exports: [
    { names: ['client'], when: client, makes: 'client', host: 'bedrock' },
    { names: ['Session', 'session.Session', 'get_session', 'AioSession'], makes: 'session', host: 'bedrock' },
    { names: ['BedrockRuntimeClient', 'BedrockRuntime'], makes: 'client', host: 'bedrock' },
    { names: ['ConverseCommand'], makes: 'converse' },
    { names: ['ConverseStreamCommand'], makes: 'converse-stream' },
    { names: ['InvokeModelCommand'], makes: 'invoke' },
    { names: ['InvokeModelWithResponseStreamCommand'], makes: 'invoke-stream' },
    { names: ['CountTokensCommand'], makes: 'count' },
  ],
  methods: [
    { on: 'session', paths: ['client', 'create_client'], when: client, makes: 'client' },
    {
      on: 'client',
      paths: ['converse', 'converse_stream', 'converseStream'],
      isDistinct: true,
      spends: ask(converse, { evidence: ['modelId', 'messages'] }),
    },
    {
      on: 'client',
      paths: ['invoke_model', 'invoke_model_with_response_stream'],
      when: embedding,
      isDistinct: true,
      spends: embed(invoked, { body: ['body'], evidence: ['modelId'] }),
    },
    {
      on: 'client',
      paths: ['invoke_model', 'invoke_model_with_response_stream'],
      isDistinct: true,
      when: other,
      spends: invoke(['body'], { evidence: ['modelId'] }),
    },
    { on: 'client', paths: ['invokeModel', 'invokeModelWithResponseStream'], spends: invoke(['0', '0.body']) },
    { on: 'client', paths: ['send'], isDistinct: true, when: command('converse'), spends: sent(converse, { api: 'ConverseCommand' }) },
    {
      on: 'client',
      paths: ['send'],
      isDistinct: true,
      when: command('converse-stream'),
      spends: sent(converse, { api: 'ConverseStreamCommand' }),
    },
    {
      on: 'client',
      paths: ['send'],
      isDistinct: true,
      when: { ...command('invoke'), ...other },
      spends: invoke(['0.0', '0.0.body'], { api: 'InvokeModelCommand' }),
    },
    {
      on: 'client',
      paths: ['send'],
      isDistinct: true,
      when: { ...command('invoke-stream'), ...other },
      spends: invoke(['0.0', '0.0.body'], { api: 'InvokeModelWithResponseStreamCommand' }),
    },
    {
      on: 'client',
      paths: ['send'],
      isDistinct: true,
      when: command('count'),
      spends: count(converse, { body: ['0.0'], api: 'CountTokensCommand' }),
    },
    { on: 'client', paths: ['count_tokens'], spends: count(converse) },
  ],
  source: 'boto/boto3 2026-08 bedrock-runtime service model; @aws-sdk/client-bedrock-runtime (npm) 3.1164.0',
  verified: '2026-11-23',
};
