/** What a model can be asked for; the price book knows its limits and prices. */
export interface ComparableModel {
  readonly id: string;
  readonly provider: string;
  /** How its vendor counts a request. */
  readonly wire: string;
  readonly tools: boolean;
  readonly images: boolean;
  /** Answers that follow a schema; null where the source does not say. */
  readonly schema: boolean | null;
  readonly source: string;
  readonly verified: string;
}

const modelsDev = (path: string) => ({ source: `https://github.com/anomalyco/models.dev (${path}.toml)`, verified: '2026-11-23' });

const anthropic = { provider: 'anthropic', wire: 'anthropic.messages', tools: true, images: true } as const;
const openai = { provider: 'openai', wire: 'openai.chat', tools: true, images: true, schema: true } as const;
const google = { provider: 'google', wire: 'gemini.generateContent', tools: true, images: true, schema: true } as const;
const chat = { wire: 'openai.chat', tools: true } as const;

/** Models in service of the vendors that most code names; older and special ones would only make the list long. */
export const comparableModels: readonly ComparableModel[] = [
  { ...anthropic, id: 'claude-opus-4-8', schema: null, ...modelsDev('providers/anthropic/models/claude-opus-4-8') },
  { ...anthropic, id: 'claude-opus-5-5', schema: true, ...modelsDev('providers/anthropic/models/claude-opus-5-5') },
  { ...anthropic, id: 'claude-sonnet-4-6', schema: null, ...modelsDev('providers/anthropic/models/claude-sonnet-4-6') },
  { ...anthropic, id: 'claude-sonnet-5-5', schema: true, ...modelsDev('providers/anthropic/models/claude-sonnet-5-5') },
  { ...anthropic, id: 'claude-haiku-4-5', schema: null, ...modelsDev('providers/anthropic/models/claude-haiku-4-5') },
  { ...anthropic, id: 'claude-haiku-5-5', schema: true, ...modelsDev('models/anthropic/claude-haiku-5-5') },
  { ...openai, id: 'gpt-5.4', ...modelsDev('providers/openai/models/gpt-5.4') },
  { ...openai, id: 'gpt-5.4-mini', ...modelsDev('providers/openai/models/gpt-5.4-mini') },
  { ...openai, id: 'gpt-5.4-nano', ...modelsDev('providers/openai/models/gpt-5.4-nano') },
  { ...openai, id: 'gpt-5.5', ...modelsDev('providers/openai/models/gpt-5.5') },
  { ...openai, id: 'gpt-6-sol', ...modelsDev('models/openai/gpt-6-sol') },
  { ...openai, id: 'gpt-6-luna', ...modelsDev('models/openai/gpt-6-luna') },
  { ...google, id: 'gemini-3.1-pro-preview', ...modelsDev('providers/google/models/gemini-3.1-pro-preview') },
  { ...google, id: 'gemini-3.1-flash-lite', ...modelsDev('providers/google/models/gemini-3.1-flash-lite') },
  { ...google, id: 'gemini-3.5-flash', ...modelsDev('providers/google/models/gemini-3.5-flash') },
  { ...google, id: 'gemini-3.8-flash', ...modelsDev('models/google/gemini-3.8-flash') },
  { ...chat, provider: 'x-ai', id: 'grok-4.3', images: true, schema: true, ...modelsDev('providers/xai/models/grok-4.3') },
  { ...chat, provider: 'x-ai', id: 'grok-4.6', images: true, schema: true, ...modelsDev('models/xai/grok-4.6') },
  {
    ...chat,
    provider: 'deepseek',
    id: 'deepseek-v4-flash',
    images: false,
    schema: true,
    ...modelsDev('providers/deepseek/models/deepseek-v4-flash'),
  },
  {
    ...chat,
    provider: 'deepseek',
    id: 'deepseek-v4-pro',
    images: false,
    schema: true,
    ...modelsDev('providers/deepseek/models/deepseek-v4-pro'),
  },
  {
    ...chat,
    provider: 'mistral',
    id: 'mistral-small-2603',
    images: true,
    schema: null,
    ...modelsDev('providers/mistral/models/mistral-small-2603'),
  },
  {
    ...chat,
    provider: 'mistral',
    id: 'mistral-large-2512',
    images: true,
    schema: null,
    ...modelsDev('providers/mistral/models/mistral-large-2512'),
  },
];
