import type { Place } from '../module/module.ts';
import type { RequestEntry } from '../module/request-file.ts';
import type { CacheMark, CallSite, ModelRequest, Part, Piece } from '../program/call-site.ts';
import type * as counted from '../tokens/request.ts';
import type { CountableRequest, CountingApi } from '../tokens/request.ts';
import { apiOfShape, apiOfUrl, modelOfUrl, readRequestBody } from '../tokens/request-body.ts';
import { readCacheMarks, type SavedMarks } from './request-cache-marks.ts';
import { readSettings } from './request-settings.ts';
import type { PartSlot } from './to-countable.ts';

/** A saved request as a call site, with the request as its vendor counts it. */
export interface RequestCall {
  readonly call: CallSite;
  readonly countable: CountableRequest;
  readonly slots: readonly PartSlot[];
}

export interface RequestPlace {
  readonly file: string;
  /** The whole entry. */
  readonly at: Place;
}

/** Null where the entry holds no body, or none of a shape that any vendor takes. */
export function requestCall(entry: RequestEntry, { file, at }: RequestPlace): RequestCall | null {
  const api = (entry.url === null ? null : apiOfUrl(entry.url)) ?? apiOfShape(entry.body);
  if (api === null || entry.body === null) return null;
  const model = entry.model ?? (entry.url === null ? null : modelOfUrl(entry.url));
  const countable = readRequestBody(api, entry.body, model);
  if (countable === null) return null;
  const request = requestOf(entry, api, { ...countable, model: countable.model ?? model }, at);
  const call: CallSite = {
    id: entry.customId ?? `${file}:${entry.line}`,
    kind: 'call',
    operation: operationOf(api, entry.url),
    via: [],
    isTemplate: false,
    inTest: false,
    place: at,
    whole: at,
    anchor: { language: 'request', fields: at, fieldForm: 'record', present: [], hasSpread: false },
    sdk: sdkOf(api),
    api: apiName(api),
    symbol: entry.customId ?? '',
    request,
    multipliers: [],
    isDiscarded: false,
    answerUse: 'unknown',
    storage: null,
    switches: [],
    ineffective: [],
  };
  return { call, countable, slots: slotsOf(countable) };
}

const sdkOf = (api: CountingApi): string => api.slice(0, api.indexOf('.'));
const apiName = (api: CountingApi): string => api.slice(api.indexOf('.') + 1);

function operationOf(api: CountingApi, url: string | null): CallSite['operation'] {
  if (api === 'openai.embeddings') return 'embed';
  return url !== null && /(?:\/count_tokens|:countTokens|\/count-tokens)(?:[?#]|$)/.test(url) ? 'count' : 'generate';
}

function requestOf(entry: RequestEntry, api: CountingApi, countable: CountableRequest, at: Place): ModelRequest {
  const { maxOutput, settings } = readSettings(entry, at);
  const marks = readCacheMarks(entry.body, at);
  return {
    provider: null,
    wire: api,
    model: {
      id: countable.model,
      source: countable.model === null ? 'unknown' : 'literal',
      note: countable.model === null ? 'the body names none' : null,
      alternatives: [],
      place: at,
      host: api === 'bedrock.converse' ? 'bedrock' : 'unknown',
    },
    maxOutput,
    parts: partsOf(countable, marks, at),
    cacheMarks: marks.automatic === null ? [] : [marks.automatic],
    settings: { ...settings, toolCount: countable.tools.length, hasOutputSchema: countable.output !== null },
    unknowns: countable.stored,
  };
}

/** Tools, system, messages: what was sent stands there whole, so nothing of it can change. */
function partsOf(countable: CountableRequest, marks: SavedMarks, at: Place): Part[] {
  const part = (
    role: Part['role'],
    name: string | null,
    pieces: readonly counted.Piece[],
    cacheMark: CacheMark | null = null,
    schema: unknown = null,
  ): Part => ({
    role,
    pieces: pieces.flatMap((piece) => pieceOf(piece, at)),
    place: at,
    stability: 'constant',
    cacheMark,
    growth: null,
    name,
    schema,
  });
  return [
    ...countable.tools.map((tool, index) => {
      const mark = marks.tools.get(index) ?? null;
      if (tool.kind === 'server') return part('tools', tool.type, [], mark);
      if (tool.kind === 'written') return part('tools', tool.name, tool.pieces, mark);
      return part('tools', tool.name, [{ kind: 'text', text: tool.description }], mark, tool.schema);
    }),
    ...(countable.output === null ? [] : [part('schema', countable.output.name, [], null, countable.output.schema)]),
    ...(countable.system.length === 0 ? [] : [part('system', null, countable.system, marks.system)]),
    ...countable.messages.map((message, index) =>
      part(message.role === 'developer' ? 'system' : message.role, message.name, message.pieces, marks.messages.get(index) ?? null),
    ),
  ];
}

/** Where each of those parts stands in the countable request. */
function slotsOf({ tools, output, system, messages }: CountableRequest): PartSlot[] {
  return [
    ...tools.map((_, index): PartSlot => ({ kind: 'tool', index })),
    ...(output === null ? [] : [{ kind: 'output' } as const]),
    ...(system.length === 0 ? [] : [{ kind: 'system', from: 0, to: system.length } as const]),
    ...messages.map((_, index): PartSlot => ({ kind: 'message', index })),
  ];
}

function pieceOf(piece: counted.Piece, place: Place): Piece[] {
  const stability = 'constant';
  switch (piece.kind) {
    case 'text':
    case 'thinking':
      return [{ kind: 'text', text: piece.text, stability, place }];
    case 'tool-use':
      return [{ kind: 'text', text: `${piece.name} ${piece.input}`, stability, place }];
    case 'tool-result':
      return piece.pieces.flatMap((inner) => pieceOf(inner, place));
    case 'hole':
      return [
        { kind: 'hole', name: piece.name, why: 'left out of the saved request', stability: 'unknown', place, maxTokens: piece.maxTokens },
      ];
    case 'image':
      return [{ kind: 'image', name: 'image', stability, place }];
    case 'file':
      return [{ kind: 'file', name: piece.mediaType, stability, place }];
    case 'audio':
    case 'video':
      return [{ kind: 'audio', name: piece.kind, stability, place }];
  }
}
