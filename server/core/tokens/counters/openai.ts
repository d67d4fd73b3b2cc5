import type { TokenQuantity } from '../../quantity/quantity.ts';
import { addTokens } from '../../quantity/quantity.ts';
import { type OpenAiOverheads, openAiOverheads, openAiServerTools, openAiToolSearch } from '../data/openai-overheads.ts';
import type { CountableRequest, Message, Tool } from '../request.ts';
import { declarationOf, namespaceOfTools } from '../tool-namespace.ts';
import { amount, around, fixed } from './amounts.ts';
import { type Counting, countPieces, hiddenThought, type PartCount, type PieceRules, unknownFile } from './counting.ts';
import { isShown } from './deferred.ts';
import { openAiImage } from './images.ts';

type FunctionTool = Extract<Tool, { kind: 'function' }>;

export function countOpenAi(request: CountableRequest, counting: Counting): readonly PartCount[] {
  const overheads = openAiOverheads.find(({ pattern }) => pattern.test(request.model ?? ''));
  if (!overheads) return [];
  const rules = pieceRules(request, counting, overheads);
  return [
    ...toolParts(request, counting, overheads, rules),
    ...outputParts(request, counting),
    ...request.system.map((piece, index): PartCount => ({ role: 'system', index, tokens: countPieces([piece], counting, rules) })),
    ...request.messages.map(
      (message, index): PartCount => ({ role: 'message', index, tokens: messageTokens(message, request, counting, overheads, rules) }),
    ),
    { role: 'overhead', index: 0, tokens: fixed(frameOf(request, overheads)) },
  ];
}

/** What stands once in a request, with the frame of the system prompt. */
function frameOf({ api, system }: CountableRequest, { priming, message }: OpenAiOverheads): number {
  if (api === 'openai.embeddings') return 0;
  if (system.length === 0) return priming;
  const isEmpty = system.every((piece) => piece.kind === 'text' && piece.text === '');
  return isEmpty ? priming - 1 : priming + message; // empty instructions cost one less than none
}

function messageTokens(
  message: Message,
  { api }: CountableRequest,
  counting: Counting,
  overheads: OpenAiOverheads,
  rules: PieceRules,
): TokenQuantity {
  const content = countPieces(message.pieces, counting, rules);
  if (api === 'openai.embeddings') return content;
  const uses = message.pieces.filter(({ kind }) => kind === 'tool-use').length;
  const name = message.name === null ? [] : [counting.text(message.name), fixed(1)];
  const wrapper = uses > 1 ? [around(parallelCalls * (uses - 1), 0.3, 3, 'calls made at once are wrapped once more')] : [];
  return addTokens([content, fixed(overheads.message), ...name, ...wrapper]);
}

/** Calls made at once go through a wrapper that names each recipient again. */
const parallelCalls = 18;

function pieceRules({ api }: CountableRequest, counting: Counting, overheads: OpenAiOverheads): PieceRules {
  const exchange = api === 'openai.responses' ? overheads.exchange.responses : overheads.exchange.chat;
  return {
    image: (piece) => openAiImage(piece, overheads.images),
    file: (piece) => unknownFile(piece.kind, 1_000),
    thinking: ({ text, hiddenBytes }) => (hiddenBytes > 0 ? hiddenThought(hiddenBytes, encrypted) : counting.text(text)),
    toolUse: ({ name, input }) =>
      addTokens([counting.text(name), counting.text(input), around(exchange, 0.2, 3, 'a tool call and its answer')]),
    toolResult: ({ name }, inner) => addTokens([inner, ...(name === null ? [] : [counting.text(name)])]),
  };
}

const encrypted = { envelope: 500, perCharacter: 0.12 };

/** The declarations are counted as one text; what they cost beyond the sum of them is overhead. */
function toolParts(request: CountableRequest, counting: Counting, overheads: OpenAiOverheads, rules: PieceRules): readonly PartCount[] {
  const shown = request.tools.filter((tool): tool is FunctionTool => tool.kind === 'function' && isShown(tool, request.messages));
  const hasTools = shown.length > 0 || request.tools.some(({ kind }) => kind === 'written');
  const parts = request.tools.map(
    (tool, index): PartCount => ({ role: 'tool', index, tokens: toolTokens(tool, request, counting, rules) }),
  );
  return hasTools
    ? [...parts, { role: 'overhead', index: 1, tokens: namespaceTokens(shown, toolBase(request, overheads), counting) }]
    : parts;
}

/** What the namespace costs beside its declarations. */
function namespaceTokens(tools: readonly FunctionTool[], base: number, counting: Counting): TokenQuantity {
  if (tools.length === 0) return fixed(base);
  const whole = counting.raw(namespaceOfTools(tools)) - (tools.length - 1) + base;
  const rest = whole - tools.reduce((sum, tool) => sum + counting.raw(declarationOf(tool)), 0);
  const isLarge = tools.some(({ schema }) => JSON.stringify(schema ?? null).length > largeSchema);
  const spread = 3 + Math.round((isLarge ? 0.08 : 0.02) * whole);
  return { ...around(rest, 0, 0, 'tools as OpenAI is known to declare them'), floor: rest - spread, likely: rest, ceiling: rest + spread };
}

const largeSchema = 400;

function toolBase(request: CountableRequest, { tools }: OpenAiOverheads): number {
  if (request.api === 'openai.responses') return tools.responses;
  const hasSystem =
    request.system.some((piece) => piece.kind !== 'text' || piece.text !== '') ||
    request.messages.some(({ role }) => role === 'system' || role === 'developer');
  return hasSystem ? tools.chatWithSystem : tools.chat;
}

function toolTokens(tool: Tool, request: CountableRequest, counting: Counting, rules: PieceRules): TokenQuantity {
  switch (tool.kind) {
    case 'function':
      return fixed(isShown(tool, request.messages) ? counting.raw(declarationOf(tool)) : 0);
    case 'written':
      return addTokens([counting.text(tool.name), countPieces(tool.pieces, counting, rules)]);
    case 'server':
      return tool.type === 'tool_search' ? searchTokens(request) : serverTokens(tool.type);
  }
}

function serverTokens(type: string): TokenQuantity {
  const row = openAiServerTools.find(({ pattern }) => pattern.test(type));
  const note = `${type}: run by the vendor, its results are billed too`;
  return amount(row?.floor ?? 0, row?.likely ?? 0, row?.ceiling ?? null, { kind: 'estimated', error: 0.5, note });
}

/** How to look for tools is told only while a tool is left to be found. */
function searchTokens({ model, tools, messages }: CountableRequest): TokenQuantity {
  const row = openAiToolSearch.find(({ pattern }) => pattern.test(model ?? ''));
  const functions = tools.filter((tool): tool is FunctionTool => tool.kind === 'function');
  const shown = new Set(functions.filter((tool) => isShown(tool, messages)).map(({ name }) => name));
  const isOpen = functions.some(({ name }) => !shown.has(name));
  return around((isOpen ? row?.open : row?.done) ?? 0, 0.12, 15, 'how to look for tools');
}

/** The schema is shown to the model about as it stands, under a heading. */
function outputParts({ output }: CountableRequest, counting: Counting): readonly PartCount[] {
  if (!output) return [];
  const shown = JSON.stringify(output.schema, (name, value: unknown) =>
    name === 'additionalProperties' && value === false ? undefined : value,
  );
  return [{ role: 'output', index: 0, tokens: around(counting.raw(shown ?? '') + outputHeading, 0.11, 5, 'the schema of the answer') }];
}

const outputHeading = 3;
