import { ask, count, embed } from './call.ts';
import type { BoundRow, Sdk, Slots } from './sdk.ts';

/** `client.aio` holds the same calls, asynchronous. */
const both = (paths: readonly string[]): readonly string[] => paths.flatMap((path) => [path, `aio.${path}`]);

const settings = (at: string): Slots => ({
  system: [`${at}.system_instruction`, `${at}.systemInstruction`],
  tools: [`${at}.tools`],
  toolChoice: [`${at}.tool_config`, `${at}.toolConfig`],
  maxOutput: [`${at}.max_output_tokens`, `${at}.maxOutputTokens`],
  thinking: [`${at}.thinking_config`, `${at}.thinkingConfig`],
  thinkingBudget: [`${at}.thinking_config.thinking_budget`, `${at}.thinkingConfig.thinkingBudget`],
  outputSchema: [`${at}.response_schema`, `${at}.response_json_schema`, `${at}.responseSchema`, `${at}.responseJsonSchema`],
  completions: [`${at}.candidate_count`, `${at}.candidateCount`],
  serviceTier: [`${at}.service_tier`, `${at}.serviceTier`],
  cacheKey: [`${at}.cached_content`, `${at}.cachedContent`],
});
const slots: Slots = {
  ...settings('config'),
  model: ['model'],
  messages: ['contents'],
  retries: ['this.http_options.retry_options.attempts'],
};

/** Of the session's settings and those of one message, the message's own win. */
const turn = settings('config');
const kept = settings('this.config');
const session: Slots = {
  ...Object.fromEntries(Object.entries(kept).map(([name, paths]) => [name, [...(turn[name as keyof Slots] ?? []), ...paths]])),
  model: ['this.model'],
  history: ['this.history'],
  prompt: ['message'],
};

/** Python functions given as tools are called by the SDK itself, and the model asked again. */
const rounds: BoundRow = {
  limit: ['config.automatic_function_calling.maximum_remote_calls', 'config.automaticFunctionCalling.maximumRemoteCalls'],
  default: 10,
  zero: 'stops',
  null: 'default',
  unit: 'calls',
  note: 'automatic function calling stops after 10 calls by default',
  source: 'google-genai 2.19 _extra_utils.py, models.py; @google/genai 2.32.0',
};

export const googleGenai: Sdk = {
  name: 'google-genai',
  title: 'Google Gen AI SDK',
  provider: 'google',
  wire: 'gemini',
  packages: { python: ['google.genai'], javascript: ['@google/genai'] },
  exports: [
    { names: ['Client', 'client.Client', 'GoogleGenAI', 'default'], makes: 'client' },
    { names: ['Content', 'types.Content', 'ContentDict'], message: 'given', positional: ['parts', 'role'] },
    { names: ['UserContent', 'types.UserContent', 'createUserContent'], message: 'user', positional: ['parts'] },
    { names: ['ModelContent', 'types.ModelContent', 'createModelContent'], message: 'assistant', positional: ['parts'] },
    {
      names: ['Part', 'types.Part', 'types.Part.from_text', 'Part.from_text', 'createPartFromText'],
      message: 'given',
      positional: ['text'],
    },
    {
      names: [
        'GenerateContentConfig',
        'types.GenerateContentConfig',
        'ThinkingConfig',
        'types.ThinkingConfig',
        'Tool',
        'types.Tool',
        'FunctionDeclaration',
        'types.FunctionDeclaration',
        'AutomaticFunctionCallingConfig',
        'types.AutomaticFunctionCallingConfig',
        'CreateCachedContentConfig',
        'types.CreateCachedContentConfig',
        'Schema',
        'types.Schema',
      ],
      message: 'given',
      positional: [],
    },
  ],
  methods: [
    {
      on: 'client',
      paths: both(['models.generate_content', 'models.generate_content_stream', 'models.generateContent', 'models.generateContentStream']),
      spends: ask(slots, { bound: rounds, evidence: ['model', 'contents'] }),
    },
    {
      on: 'client',
      paths: both(['models.embed_content', 'models.embedContent']),
      spends: embed({ model: ['model'], messages: ['contents'] }),
    },
    {
      on: 'client',
      paths: both(['models.count_tokens', 'models.countTokens', 'models.compute_tokens', 'models.computeTokens']),
      spends: count(slots),
    },
    {
      on: 'client',
      paths: both(['caches.create']),
      // Its input alone is billed, and then the hours.
      spends: embed(
        {
          ...settings('config'),
          model: ['model'],
          messages: ['config.contents'],
          storedFor: ['config.ttl', 'config.expire_time', 'config.expireTime'],
        },
        { stores: { deletes: 'caches.delete' } },
      ),
    },
    { on: 'client', paths: both(['chats.create']), makes: 'chat', positional: [''] },
    {
      on: 'client',
      paths: both(['interactions.create']),
      spends: ask({
        model: ['model', 'agent'],
        system: ['system_instruction'],
        messages: ['input'],
        tools: ['tools'],
        maxOutput: ['generation_config.max_output_tokens'],
      }),
    },
    {
      on: 'chat',
      paths: ['send_message', 'send_message_stream'],
      spends: ask(session, { positional: ['message', 'config'], isSession: true }),
    },
    { on: 'chat', paths: ['sendMessage', 'sendMessageStream'], spends: ask(session, { isSession: true }) },
  ],
  source: 'googleapis/python-genai 2.19; @google/genai (npm) 2.32.0',
  verified: '2026-11-23',
};
