import type { Language } from '../module/module.ts';
import type { Slots, Spending } from './sdk.ts';
import { anthropicMessages, converse, gemini, ollama, openaiChat, openaiResponses } from './slots.ts';

/** What an address means: a request sent there spends tokens. The first row that fits counts. */
export interface Endpoint {
  /** As reports name it. */
  readonly title: string;
  readonly path: RegExp;
  /** Whose address it is; the path alone suffices where neither this nor evidence is given. */
  readonly host?: RegExp;
  /** Fields of the body that together tell the request where the address does not show its host. */
  readonly evidence?: readonly string[];
  /** Only in this language. */
  readonly language?: Language;
  /** Finds the model in the address. */
  readonly model?: RegExp;
  readonly spends: Spending;
}

const post = (wire: string, slots: Slots, more: Partial<Spending> = {}): Spending => ({
  kind: 'call',
  operation: 'generate',
  wire,
  fields: { python: 'named', javascript: -1 },
  positional: [],
  slots: { ...slots, baseUrl: ['(address)'] },
  ...more,
});
const completion: Slots = { model: ['model'], prompt: ['prompt'], maxOutput: ['max_tokens'], completions: ['n'] };
const cohere: Slots = {
  model: ['model'],
  system: ['preamble'],
  history: ['chat_history'],
  messages: ['messages', 'message', 'prompt'],
  tools: ['tools'],
  maxOutput: ['max_tokens'],
};
const google = /googleapis\.com|gateway\.ai\.cloudflare\.com/;

/** The vendors' API references (paths and body fields), from general knowledge: still to be checked one by one. */
export const endpoints: readonly Endpoint[] = [
  {
    title: '/v1/chat/completions',
    path: /\/chat\/completions(?:[?#]|$)/,
    model: /\/deployments\/([^/]+)\//,
    spends: post('openai.chat', openaiChat),
  },
  {
    title: '/v1/responses',
    path: /\/responses(?:[?#]|$)/,
    host: /api\.openai\.com|\.azure\.com|openrouter\.ai/,
    evidence: ['model', 'input'],
    spends: post('openai.responses', openaiResponses),
  },
  {
    title: '/v1/messages/count_tokens',
    path: /\/v1\/messages\/count_tokens(?:[?#]|$)/,
    spends: post('anthropic.messages', anthropicMessages, { operation: 'count', provider: 'anthropic' }),
  },
  {
    title: '/v1/messages',
    path: /\/v1\/messages(?:[?#]|$)/,
    host: /anthropic/i,
    evidence: ['messages', 'max_tokens'],
    spends: post('anthropic.messages', anthropicMessages, { provider: 'anthropic' }),
  },
  {
    title: '/v1/complete',
    path: /\/v1\/complete(?:[?#]|$)/,
    host: /anthropic/i,
    spends: post(
      'anthropic.completions',
      { model: ['model'], prompt: ['prompt'], maxOutput: ['max_tokens_to_sample'] },
      { provider: 'anthropic' },
    ),
  },
  {
    title: ':rawPredict',
    path: /\/publishers\/anthropic\/models\/[^/]+:(?:streamRawPredict|rawPredict)/,
    model: /\/models\/([^/:]+):/,
    spends: post('anthropic.messages', anthropicMessages, { provider: 'anthropic' }),
  },
  {
    title: ':generateContent',
    path: /:(?:generateContent|streamGenerateContent)(?:[?#]|$)/,
    model: /\/models\/([^/:]+):/,
    spends: post('gemini', gemini, { provider: 'google' }),
  },
  {
    title: ':countTokens',
    path: /:countTokens(?:[?#]|$)/,
    host: google,
    model: /\/models\/([^/:]+):/,
    spends: post('gemini', gemini, { operation: 'count', provider: 'google' }),
  },
  {
    title: ':embedContent',
    path: /:(?:embedContent|batchEmbedContents)(?:[?#]|$)/,
    host: google,
    model: /\/models\/([^/:]+):/,
    spends: post('gemini', { model: ['model'], messages: ['content', 'requests'] }, { operation: 'embed', provider: 'google' }),
  },
  { title: '/api/chat', path: /\/api\/chat(?:[?#]|$)/, host: /:11434|ollama/i, spends: post('ollama', ollama, { provider: 'ollama' }) },
  {
    title: '/api/generate',
    path: /\/api\/generate(?:[?#]|$)/,
    host: /:11434|ollama/i,
    spends: post('ollama', ollama, { provider: 'ollama' }),
  },
  {
    title: '/api/embeddings',
    path: /\/api\/embed(?:dings)?(?:[?#]|$)/,
    host: /:11434|ollama/i,
    spends: post('ollama', { model: ['model'], messages: ['input', 'prompt'] }, { operation: 'embed', provider: 'ollama' }),
  },
  {
    title: '/v2/chat',
    path: /\/v[12]\/(?:chat|generate)(?:[?#]|$)/,
    host: /cohere\.(?:ai|com)/,
    spends: post('cohere', cohere, { provider: 'cohere' }),
  },
  {
    title: '/model/converse',
    path: /\/model\/[^/]+\/converse(?:-stream)?(?:[?#]|$)/,
    model: /\/model\/([^/]+)\//,
    spends: post('bedrock.converse', converse, { provider: 'aws' }),
  },
  {
    title: '/v1/completions',
    path: /\/completions(?:[?#]|$)/,
    host: /api\.openai\.com|\.openai\.azure\.com|api\.(?:mistral|deepseek|together|fireworks)/,
    evidence: ['model', 'prompt'],
    model: /\/deployments\/([^/]+)\//,
    spends: post('openai.completions', completion),
  },
  {
    title: '/v1/embeddings',
    path: /\/embeddings(?:[?#]|$)/,
    evidence: ['input'],
    spends: post('openai.embeddings', { model: ['model'], messages: ['input'] }, { operation: 'embed' }),
  },
  // An address that the source does not show at all: the fields must speak, and so must its name outside the server's own language.
  {
    title: '/v1/chat/completions',
    path: /^\{[^}]+\}$/,
    evidence: ['model', 'messages'],
    language: 'python',
    spends: post('openai.chat', openaiChat),
  },
  {
    title: '/v1/chat/completions',
    path: /^\{[^}]*(?:openai|groq|openrouter|deepseek|mistral|perplexity|completions|llm_)[^}]*\}$/i,
    evidence: ['model', 'messages'],
    spends: post('openai.chat', openaiChat),
  },
  ...['n', 'top_p', 'max_tokens', 'max_completion_tokens', 'frequency_penalty', 'presence_penalty', 'response_format', 'tool_choice'].map(
    (field): Endpoint => ({
      title: '/v1/chat/completions',
      path: /^\{[^}]+\}$/,
      evidence: ['messages', field],
      spends: post('openai.chat', openaiChat),
    }),
  ),
];
