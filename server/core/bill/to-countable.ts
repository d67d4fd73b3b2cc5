import type { CallSite, ModelRequest, Part, Piece } from '../program/call-site.ts';
import { readTool } from '../tokens/bodies/any-tool.ts';
import type * as counted from '../tokens/request.ts';
import type { CountableRequest, CountingApi, Message, MessageRole, Tool } from '../tokens/request.ts';

/** Where a part of a request went when it was put in the words of the counter. */
export type PartSlot =
  | { readonly kind: 'tool' | 'message'; readonly index: number }
  /** Its pieces within the system prompt. */
  | { readonly kind: 'system'; readonly from: number; readonly to: number }
  | { readonly kind: 'output' };

export interface Countable {
  readonly request: CountableRequest;
  /** One for each part of the call's request, in its order. */
  readonly slots: readonly PartSlot[];
}

/** The request of a call as a vendor would count it, for one of the models that may answer. */
export function toCountable(call: CallSite, model: string | null): Countable {
  const { request } = call;
  const tools: Tool[] = [];
  const system: counted.Piece[] = [];
  const messages: Message[] = [];
  let output: CountableRequest['output'] = null;
  const slots = request.parts.map((part): PartSlot => {
    switch (part.role) {
      case 'tools':
        return { kind: 'tool', index: tools.push(toolOf(part)) - 1 };
      case 'schema':
        output = { name: part.name ?? '', schema: part.schema ?? textOf(part.pieces) };
        return { kind: 'output' };
      case 'system':
        system.push(...part.pieces.map(pieceOf));
        return { kind: 'system', from: system.length - part.pieces.length, to: system.length };
      default:
        return { kind: 'message', index: messages.push({ role: roles[part.role], name: part.name, pieces: part.pieces.map(pieceOf) }) - 1 };
    }
  });
  const api = apiOf(request, model);
  const { hasThinking, toolChoice, thinkingBudget } = request.settings;
  return {
    request: {
      api,
      model,
      system,
      messages,
      tools,
      toolChoice: toolChoice === null ? 'auto' : (toolChoices[toolChoice] ?? 'forced'),
      thinking: hasThinking !== true ? 'off' : thinkingBudget === null ? 'adaptive' : 'on',
      output,
      stored: [],
    },
    slots,
  };
}

const roles: Readonly<Record<Exclude<Part['role'], 'tools' | 'schema' | 'system'>, MessageRole>> = {
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
  history: 'user',
};

const toolChoices: Readonly<Record<string, CountableRequest['toolChoice']>> = {
  auto: 'auto',
  none: 'none',
  any: 'forced',
  required: 'forced',
  tool: 'forced',
};

const apis: Readonly<Record<string, CountingApi>> = {
  'anthropic.messages': 'anthropic.messages',
  'openai.chat': 'openai.chat',
  'openai.responses': 'openai.responses',
  'openai.embeddings': 'openai.embeddings',
  'gemini.generateContent': 'gemini.generateContent',
  gemini: 'gemini.generateContent',
  'bedrock.converse': 'bedrock.converse',
};

/** An SDK that speaks to many vendors counts as the vendor of the model does. */
function apiOf(request: ModelRequest, model: string | null): CountingApi {
  const known = apis[request.wire];
  if (known !== undefined) return known;
  const name = `${request.provider ?? ''}/${model ?? ''}`;
  if (/anthropic|claude/i.test(name)) return 'anthropic.messages';
  if (/google|gemini/i.test(name)) return 'gemini.generateContent';
  return /^openai\//i.test(name) && request.wire === 'ai-sdk' ? 'openai.responses' : 'openai.chat';
}

function pieceOf(piece: Piece): counted.Piece {
  switch (piece.kind) {
    case 'text':
      return { kind: 'text', text: piece.text };
    case 'hole':
      return { kind: 'hole', name: piece.name, maxTokens: piece.maxTokens };
    case 'image':
      return { kind: 'image', size: null, detail: details[piece.detail?.value ?? ''] ?? 'auto' };
    case 'file':
      return { kind: 'file', mediaType: 'application/pdf', pages: null };
    case 'audio':
      return { kind: 'audio', seconds: null };
  }
}

const details: Readonly<Record<string, counted.ImageDetail>> = { low: 'low', high: 'high', original: 'original' };

function toolOf(part: Part): Tool {
  const name = part.name ?? '';
  if (part.schema === null || part.schema === undefined) return { kind: 'written', name, pieces: part.pieces.map(pieceOf) };
  return readTool(part.schema, name);
}

const textOf = (pieces: readonly Piece[]): string => pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
