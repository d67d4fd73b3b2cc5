import { z } from 'zod';
import { readAnthropic } from './bodies/anthropic.ts';
import { readConverse } from './bodies/bedrock.ts';
import { readGemini } from './bodies/gemini.ts';
import type { Loose } from './bodies/loose.ts';
import { readChat, readEmbeddings, readResponses } from './bodies/openai.ts';
import type { CountableRequest, CountingApi } from './request.ts';

/** Reads a saved request body; null where it has not the outline of that API. `model`: where the address names it. */
export function readRequestBody(api: CountingApi, body: unknown, model: string | null = null): CountableRequest | null {
  const read = outlines[api].safeParse(body);
  if (!read.success) return null;
  const request = readers[api](read.data);
  return { ...request, model: request.model ?? model };
}

/** The API that an address belongs to, by its path. */
export function apiOfUrl(url: string): CountingApi | null {
  const path = url.replace(/[?#].*$/, '');
  return addresses.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** The model, where the vendor has it in the address. */
export function modelOfUrl(url: string): string | null {
  const found =
    /\/(?:models|model)\/([^/?#]+?)(?::[a-z]\w*)?(?:\/(?:converse|converse-stream|invoke|invoke-with-response-stream))?(?:[?#].*)?$/.exec(
      url,
    );
  if (!found?.[1]) return null;
  try {
    return decodeURIComponent(found[1]);
  } catch {
    return found[1];
  }
}

/** The API whose shape a body has, where no address tells; null where several could be meant or none fits. */
export function apiOfShape(body: unknown): CountingApi | null {
  const read = anyBody.safeParse(body);
  if (!read.success) return null;
  const has = (...names: readonly string[]): boolean => names.some((name) => read.data[name] !== undefined);
  if (has('contents')) return 'gemini.generateContent';
  if (has('inferenceConfig', 'toolConfig', 'additionalModelRequestFields', 'modelId')) return 'bedrock.converse';
  if (has('messages')) return looksLikeAnthropic(read.data) ? 'anthropic.messages' : 'openai.chat';
  if (has('input'))
    return has('encoding_format', 'dimensions') || /embed/i.test(String(read.data.model)) ? 'openai.embeddings' : 'openai.responses';
  return null;
}

const anyBody = z.record(z.string(), z.unknown());
const withMessages = z.looseObject({ messages: z.array(z.unknown()) });

/** The least that makes a body one of that API; everything else is read tolerantly. */
const outlines: Readonly<Record<CountingApi, z.ZodType<Loose>>> = {
  'anthropic.messages': withMessages,
  'openai.chat': withMessages,
  'openai.responses': anyBody,
  'openai.embeddings': z.looseObject({ input: z.unknown() }),
  'gemini.generateContent': z.looseObject({ contents: z.union([z.array(z.unknown()), z.string()]) }),
  'bedrock.converse': withMessages,
};

const readers: Readonly<Record<CountingApi, (body: Loose) => CountableRequest>> = {
  'anthropic.messages': readAnthropic,
  'openai.chat': readChat,
  'openai.responses': readResponses,
  'openai.embeddings': readEmbeddings,
  'gemini.generateContent': readGemini,
  'bedrock.converse': readConverse,
};

const addresses: readonly (readonly [RegExp, CountingApi])[] = [
  [/\/messages(\/count_tokens)?$/, 'anthropic.messages'],
  [/\/chat\/completions$/, 'openai.chat'],
  [/\/responses$/, 'openai.responses'],
  [/\/embeddings$/, 'openai.embeddings'],
  [/:(generateContent|streamGenerateContent|countTokens)$/, 'gemini.generateContent'],
  [/\/converse(-stream)?$/, 'bedrock.converse'],
];

/** Anthropic has the system prompt beside the messages, its own tools, and a cap that is never left out. */
function looksLikeAnthropic(body: Loose): boolean {
  if (body.system !== undefined || body.anthropic_version !== undefined) return true;
  const tools = z.array(z.looseObject({ input_schema: z.unknown() })).safeParse(body.tools);
  if (tools.success && tools.data.some((tool) => tool.input_schema !== undefined)) return true;
  return /claude/i.test(String(body.model)) && body.max_tokens !== undefined && !hasSystemMessage(body);
}

function hasSystemMessage(body: Loose): boolean {
  const messages = z.array(z.looseObject({ role: z.unknown() })).safeParse(body.messages);
  return messages.success && messages.data.some(({ role }) => role === 'system' || role === 'tool' || role === 'developer');
}
