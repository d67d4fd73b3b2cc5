import { z } from 'zod';

/** How a line or record wraps a request: which field holds what. The first row whose `body` field is a record reads it. */
export interface Envelope {
  readonly name: string;
  readonly body: string;
  readonly customId: string;
  readonly source: string;
  readonly verified: string;
}

export const ENVELOPES: readonly Envelope[] = [
  { name: 'OpenAI batch input', body: 'body', customId: 'custom_id', source: 'platform.openai.com: batch guide', verified: '2026-11-23' },
  { name: 'Anthropic batch', body: 'params', customId: 'custom_id', source: 'docs.claude.com: message batches', verified: '2026-11-23' },
  { name: 'Gemini and Vertex batch', body: 'request', customId: 'key', source: 'ai.google.dev: batch mode', verified: '2026-11-23' },
  {
    name: 'Bedrock batch',
    body: 'modelInput',
    customId: 'recordId',
    source: 'docs.aws.amazon.com: batch inference',
    verified: '2026-11-23',
  },
];

/** Where the usage of a finished request stands, beside the request or in the response; the first record wins. */
export const USAGE_PATHS: readonly (readonly string[])[] = [
  ['usage'],
  ['response', 'body', 'usage'],
  ['response', 'usage'],
  ['response', 'usageMetadata'],
  ['response', 'body', 'usageMetadata'],
  ['result', 'message', 'usage'],
  ['modelOutput', 'usage'],
  ['usageMetadata'],
];

/** Where the model's name stands beside the body. */
export const MODEL_PATHS: readonly (readonly string[])[] = [
  ['model'],
  ['modelId'],
  ['response', 'body', 'model'],
  ['response', 'model'],
  ['response', 'modelVersion'],
  ['result', 'message', 'model'],
];

/** Paths that name the model; an Azure deployment is a name of the user's own and so is left out. */
export const MODEL_URLS: readonly RegExp[] = [
  /\/models\/([^/:?#]+):\w+/,
  /\/model\/([^/?#]+)\/(?:converse|converse-stream|invoke|invoke-with-response-stream|count-tokens)(?:[?#]|$)/,
];

/** What marks a record as the body of a request to a model. */
const messageLike = z.array(z.unknown());
export const requestBody = z.union([
  z.looseObject({ messages: messageLike }),
  z.looseObject({ contents: z.union([messageLike, z.looseObject({}), z.string()]) }),
  z.looseObject({ model: z.string(), input: z.union([z.string(), messageLike]) }),
  z.looseObject({ model: z.string(), prompt: z.union([z.string(), messageLike, z.looseObject({})]) }),
  z.looseObject({ conversation: z.unknown(), input: z.union([z.string(), messageLike]) }),
]);

export const requestList = z.looseObject({ requests: z.array(z.unknown()) });
