import type { CallSite } from '../program/call-site.ts';
import type { CountableRequest, Message, Piece, Tool } from '../tokens/request.ts';
import { toCountable } from './to-countable.ts';

/** Vendors that count a request for nothing when they are asked. */
export type CountingVendor = 'anthropic' | 'google' | 'openai';

/** A request in the words of its vendor's counting endpoint, as far as the source shows it. */
export interface CountBody {
  readonly vendor: CountingVendor;
  readonly model: string;
  readonly body: unknown;
  /** What only production knows, and what the endpoint does not take: none of it is in the body. */
  readonly leftOut: readonly string[];
}

/** A text says why there is none. */
export function countBody(call: CallSite): CountBody | string {
  const { model, provider } = call.request;
  const { id } = model;
  if (id === null) return 'Which model answers is unknown, and with it who could count.';
  if (model.host !== 'vendor' && model.host !== 'unknown') return 'The request goes through a host that counts nothing by itself.';
  const vendor = vendorOf(provider, id);
  if (vendor === null) return `No endpoint is known that counts for ${id}.`;
  const { request } = toCountable(call, id);
  const leftOut: string[] = [];
  return { vendor, model: id, body: bodies[vendor](id, request, leftOut), leftOut: [...new Set(leftOut)] };
}

function vendorOf(provider: string | null, id: string): CountingVendor | null {
  if (provider === 'anthropic' || (provider === null && id.startsWith('claude-'))) return 'anthropic';
  if (provider === 'google' || (provider === null && id.startsWith('gemini-'))) return 'google';
  return provider === 'openai' || (provider === null && /^(?:gpt-|o\d)/.test(id)) ? 'openai' : null;
}

type WriteBody = (model: string, request: CountableRequest, leftOut: string[]) => unknown;

/** Sources, read 2026-11-23: Anthropic's and Google's token counting guides, and OpenAI's reference of `/responses/input_tokens`. */
const bodies: Readonly<Record<CountingVendor, WriteBody>> = {
  anthropic: (model, { system, messages, tools }, leftOut) => ({
    model,
    ...optional('system', textOf(system, leftOut)),
    messages: messages.map((message) => ({
      role: message.role === 'assistant' ? 'assistant' : 'user',
      content: contentOf(message, leftOut),
    })),
    ...optionalList(
      'tools',
      functionsOf(tools, leftOut).map(({ name, description, schema }) => ({ name, description, input_schema: schema })),
    ),
  }),
  openai: (model, { system, messages, tools }, leftOut) => ({
    model,
    ...optional('instructions', textOf(system, leftOut)),
    input: messages.map((message) => ({ role: message.role === 'tool' ? 'user' : message.role, content: contentOf(message, leftOut) })),
    ...optionalList(
      'tools',
      functionsOf(tools, leftOut).map(({ name, description, schema }) => ({ type: 'function', name, description, parameters: schema })),
    ),
  }),
  google: (model, { system, messages, tools }, leftOut) => {
    const instruction = textOf(system, leftOut);
    const declarations = functionsOf(tools, leftOut).map(({ name, description, schema }) => ({
      name,
      description,
      parametersJsonSchema: schema,
    }));
    return {
      generateContentRequest: {
        model: `models/${model}`,
        ...(instruction === '' ? {} : { systemInstruction: { parts: [{ text: instruction }] } }),
        contents: messages.map((message) => ({
          role: message.role === 'assistant' ? 'model' : 'user',
          parts: [{ text: contentOf(message, leftOut) }],
        })),
        ...(declarations.length === 0 ? {} : { tools: [{ functionDeclarations: declarations }] }),
      },
    };
  },
};

const optional = (name: string, text: string): Record<string, string> => (text === '' ? {} : { [name]: text });
const optionalList = (name: string, list: readonly unknown[]): Record<string, readonly unknown[]> =>
  list.length === 0 ? {} : { [name]: list };

function textOf(pieces: readonly Piece[], leftOut: string[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      leftOut.push(piece.kind === 'hole' ? `{${piece.name}}` : piece.kind);
      return '';
    })
    .join('');
}

/** No vendor takes an empty message: one that only production fills is counted as one letter. */
const contentOf = (message: Message, leftOut: string[]): string => textOf(message.pieces, leftOut) || 'x';

function functionsOf(tools: readonly Tool[], leftOut: string[]): readonly Extract<Tool, { readonly kind: 'function' }>[] {
  return tools.flatMap((tool) => {
    if (tool.kind === 'function') return [tool];
    leftOut.push(`tool ${tool.kind === 'server' ? tool.type : tool.name}`);
    return [];
  });
}
