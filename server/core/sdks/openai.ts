import type { Sdk, Spending } from './sdk.ts';
import { openaiChat, openaiResponses } from './slots.ts';

const chat: Spending = {
  kind: 'call',
  operation: 'generate',
  fields: { python: 'named', javascript: 0 },
  positional: [],
  slots: openaiChat,
  evidence: ['messages'],
};
const response: Spending = { ...chat, wire: 'openai.responses', slots: openaiResponses, evidence: ['model', 'input'] };
const embedding: Spending = {
  ...chat,
  operation: 'embed',
  wire: 'openai.embeddings',
  slots: { model: ['model'], messages: ['input'] },
  evidence: [],
};

export const openai: Sdk = {
  name: 'openai',
  title: 'OpenAI SDK',
  provider: 'openai',
  wire: 'openai.chat',
  packages: { python: ['openai'], javascript: ['openai'] },
  exports: [
    { names: ['OpenAI', 'AsyncOpenAI', 'Client', 'AsyncClient', 'default'], makes: 'client' },
    { names: ['AzureOpenAI', 'AsyncAzureOpenAI'], makes: 'client', host: 'azure' },
    { names: ['BedrockOpenAI', 'AsyncBedrockOpenAI'], makes: 'client', host: 'bedrock' },
    { names: ['OpenAIApi'], makes: 'client-v3' },
    // The package itself is a client in Python (`openai.chat.completions.create`), and was one before 1.0.
    { names: [''], is: 'client' },
    {
      names: ['ChatCompletion.create', 'ChatCompletion.acreate'],
      spends: { ...chat, slots: { ...openaiChat, model: ['model', 'engine', 'deployment_id'] }, api: 'chat.completions.create' },
    },
    {
      names: ['Embedding.create', 'Embedding.acreate'],
      spends: { ...embedding, slots: { model: ['model', 'engine', 'deployment_id'], messages: ['input'] } },
    },
    {
      names: ['Completion.create', 'Completion.acreate'],
      spends: { ...chat, api: 'completions.create', slots: { model: ['model', 'engine'], prompt: ['prompt'], maxOutput: ['max_tokens'] } },
    },
  ],
  methods: [
    {
      on: 'client',
      paths: [
        'chat.completions.create',
        'chat.completions.parse',
        'chat.completions.stream',
        'beta.chat.completions.parse',
        'beta.chat.completions.stream',
        'beta.chat.completions.create',
      ],
      spends: chat,
    },
    {
      on: 'client',
      paths: ['chat.completions.runTools', 'beta.chat.completions.runTools', 'beta.chat.completions.runFunctions'],
      spends: {
        ...chat,
        kind: 'run',
        bound: {
          limit: ['1.maxChatCompletions'],
          default: 10,
          zero: 'stops',
          null: 'default',
          unit: 'calls',
          note: 'runTools stops after 10 completions by default',
          source: 'openai (npm) 6.49.0, run; 7.57.0, read',
        },
        ignores: [
          {
            at: 'maxChatCompletions',
            effect: 'It is an option of the runner and no field of the request: the default of 10 completions holds.',
            instead: 'Give it in the second argument: `runTools(body, { maxChatCompletions: n })`.',
            source: 'openai (npm) 6.49.0, run; 7.57.0, read',
          },
        ],
      },
    },
    { on: 'client', paths: ['responses.create', 'responses.parse', 'responses.stream', 'responses.compact'], spends: response },
    {
      on: 'client',
      paths: ['completions.create'],
      spends: {
        ...chat,
        wire: 'openai.completions',
        slots: { model: ['model'], prompt: ['prompt'], maxOutput: ['max_tokens'], completions: ['n'] },
        evidence: ['model', 'prompt'],
      },
    },
    {
      on: 'client',
      paths: [
        'beta.threads.runs.create',
        'beta.threads.runs.create_and_poll',
        'beta.threads.runs.createAndPoll',
        'beta.threads.runs.stream',
        'beta.threads.runs.create_and_stream',
        'beta.threads.runs.createAndStream',
        'beta.threads.create_and_run',
        'beta.threads.create_and_run_poll',
        'beta.threads.createAndRun',
        'beta.threads.createAndRunPoll',
        'beta.threads.runs.submit_tool_outputs',
        'beta.threads.runs.submit_tool_outputs_and_poll',
        'beta.threads.runs.submit_tool_outputs_stream',
        'beta.threads.runs.submitToolOutputs',
        'beta.threads.runs.submitToolOutputsAndPoll',
        'beta.threads.runs.submitToolOutputsStream',
      ],
      spends: {
        ...chat,
        wire: 'openai.assistants',
        fields: { python: 'named', javascript: 1 },
        positional: ['thread_id', ''],
        slots: { model: ['model'], system: ['instructions'], tools: ['tools'], maxOutput: ['max_completion_tokens'] },
        evidence: [],
      },
    },
    { on: 'client', paths: ['embeddings.create'], spends: embedding },
    // JavaScript before 4.0.
    { on: 'client-v3', paths: ['createChatCompletion'], spends: { ...chat, evidence: [] } },
    {
      on: 'client-v3',
      paths: ['createCompletion'],
      spends: {
        ...chat,
        wire: 'openai.completions',
        slots: { model: ['model'], prompt: ['prompt'], maxOutput: ['max_tokens'], completions: ['n'] },
        evidence: [],
      },
    },
    { on: 'client-v3', paths: ['createEmbedding'], spends: embedding },
    { on: 'client', paths: ['with_options', 'withOptions', 'copy'], passes: 'receiver' },
  ],
  source: 'openai/openai-python 2026-08; openai (npm) 7.57.0',
  verified: '2026-11-23',
};
