import { ask, count, embed } from './call.ts';
import type { ExportRow, MethodRow, Sdk, Slots } from './sdk.ts';

/** The older SDKs of the Gemini API and of Vertex AI: settings are the model object's, and those of one call win. */
const settings: Slots = {
  model: ['this.model_name', 'this.model'],
  system: ['contents.systemInstruction', 'this.system_instruction', 'this.systemInstruction'],
  tools: ['tools', 'contents.tools', 'this.tools'],
  toolChoice: ['tool_config', 'this.tool_config', 'this.toolConfig'],
  maxOutput: [
    'generation_config.max_output_tokens',
    'contents.generationConfig.maxOutputTokens',
    'this.generation_config.max_output_tokens',
    'this.generationConfig.maxOutputTokens',
  ],
  outputSchema: [
    'generation_config.response_schema',
    'contents.generationConfig.responseSchema',
    'this.generation_config.response_schema',
    'this.generationConfig.responseSchema',
  ],
  completions: ['generation_config.candidate_count', 'contents.generationConfig.candidateCount'],
  stream: ['stream'],
};
const content: Slots = { ...settings, messages: ['contents.contents', 'contents'] };
const turn: Slots = { ...settings, history: ['this.history'], prompt: ['contents'] };
const python = ['contents', 'generation_config', 'safety_settings'];

const methods: readonly MethodRow[] = [
  {
    on: 'client',
    paths: ['getGenerativeModel', 'preview.getGenerativeModel', 'getGenerativeModelFromCachedContent'],
    makes: 'model',
    positional: [''],
  },
  { on: 'model', paths: ['generate_content', 'generate_content_async'], spends: ask(content, { positional: python }) },
  {
    on: 'model',
    paths: ['generateContent', 'generateContentStream'],
    spends: ask(content, { positional: ['contents'], fields: { python: 'named', javascript: -1 } }),
  },
  { on: 'model', paths: ['count_tokens', 'count_tokens_async', 'countTokens'], spends: count(content, { positional: ['contents'] }) },
  { on: 'model', paths: ['start_chat', 'startChat'], makes: 'chat', positional: [''] },
  { on: 'chat', paths: ['send_message', 'send_message_async'], spends: ask(turn, { positional: python, isSession: true }) },
  {
    on: 'chat',
    paths: ['sendMessage', 'sendMessageStream'],
    spends: ask(turn, { positional: ['contents'], fields: { python: 'named', javascript: -1 }, isSession: true }),
  },
  {
    on: 'model',
    paths: ['embedContent', 'batchEmbedContents'],
    spends: embed(
      { model: ['this.model'], messages: ['contents'] },
      { positional: ['contents'], fields: { python: 'named', javascript: -1 } },
    ),
  },
];
/** The models before Gemini. */
const textMethods: readonly MethodRow[] = [
  {
    on: 'text-model',
    paths: ['predict', 'predict_async', 'predict_streaming', 'predict_streaming_async'],
    spends: ask(
      { model: ['this.model_name'], prompt: ['prompt'], maxOutput: ['max_output_tokens'], completions: ['candidate_count'] },
      { positional: ['prompt'] },
    ),
  },
  { on: 'text-model', paths: ['start_chat'], makes: 'text-chat', positional: [''] },
  {
    on: 'text-chat',
    paths: ['send_message', 'send_message_async', 'send_message_streaming'],
    spends: ask(
      {
        model: ['this.model_name'],
        system: ['this.context'],
        prompt: ['message'],
        maxOutput: ['max_output_tokens', 'this.max_output_tokens'],
      },
      { positional: ['message'], isSession: true },
    ),
  },
];
const records: ExportRow = {
  names: [
    'GenerationConfig',
    'types.GenerationConfig',
    'generative_models.GenerationConfig',
    'Content',
    'generative_models.Content',
    'types.ContentDict',
  ],
  message: 'given',
  positional: [],
};
const modelPositions = ['model_name', 'safety_settings', 'generation_config', 'tools', 'tool_config', 'system_instruction'];
const vertexPositions = ['model_name', 'generation_config', 'safety_settings', 'tools', 'tool_config', 'system_instruction'];
const textModels = ['TextGenerationModel', 'ChatModel', 'CodeGenerationModel', 'CodeChatModel'].flatMap((name) =>
  ['', 'language_models.', 'preview.language_models.'].map((folder) => `${folder}${name}.from_pretrained`),
);

export const googleGenerativeAi: Sdk = {
  name: 'google-generativeai',
  title: 'Google Generative AI SDK (old)',
  provider: 'google',
  wire: 'gemini',
  packages: { python: ['google.generativeai'], javascript: ['@google/generative-ai'] },
  exports: [
    { names: ['GenerativeModel', 'generative_models.GenerativeModel'], makes: 'model', positional: modelPositions },
    { names: ['GoogleGenerativeAI', 'default'], makes: 'client' },
    {
      names: ['embed_content', 'embed_content_async'],
      spends: embed({ model: ['model'], messages: ['content'] }, { positional: ['model', 'content'] }),
    },
    {
      names: ['generate_text', 'chat'],
      spends: ask({ model: ['model'], messages: ['prompt', 'messages'], maxOutput: ['max_output_tokens'] }),
    },
    records,
  ],
  methods,
  source: 'google-gemini/deprecated-generative-ai-python 0.8; @google/generative-ai (npm) 0.24.1',
  verified: '2026-11-23',
};

export const vertexAi: Sdk = {
  name: 'vertexai',
  title: 'Vertex AI SDK (old)',
  provider: 'google',
  wire: 'gemini',
  packages: { python: ['vertexai'], javascript: ['@google-cloud/vertexai'] },
  exports: [
    {
      names: ['GenerativeModel', 'generative_models.GenerativeModel', 'preview.generative_models.GenerativeModel'],
      makes: 'model',
      positional: vertexPositions,
      host: 'vertex',
    },
    { names: ['VertexAI', 'default'], makes: 'client', host: 'vertex' },
    { names: textModels, makes: 'text-model', positional: ['model_name'], host: 'vertex' },
    records,
  ],
  methods: [...methods, ...textMethods],
  source: 'googleapis/python-aiplatform vertexai/generative_models; @google-cloud/vertexai (npm) 1.12.0',
  verified: '2026-11-23',
};
