import type { TokenQuantity } from '../../quantity/quantity.ts';
import { addTokens } from '../../quantity/quantity.ts';
import { recordOf } from '../bodies/loose.ts';
import {
  bedrockPdfText,
  type ClaudeOverheads,
  type ClaudeToolShape,
  claudeOverheads,
  claudePdfPage,
  claudeServerTools,
  claudeTaskBudget,
  claudeToolShapes,
} from '../data/claude-overheads.ts';
import type { CountableRequest, Message, Piece, Tool } from '../request.ts';
import { withoutDescriptions } from '../schema-text.ts';
import { amount, around, fixed } from './amounts.ts';
import { type Counting, countPieces, type PartCount, type PieceRules, unknownFile } from './counting.ts';
import { isShown } from './deferred.ts';
import { claudeImage } from './images.ts';

export function countClaude(request: CountableRequest, counting: Counting): readonly PartCount[] {
  const overheads = claudeOverheads.find(({ pattern }) => pattern.test((request.model ?? '').toLowerCase()));
  if (!overheads) return [];
  const shape = claudeToolShapes[counting.family.id === 'claude-newer' ? 'newer' : 'older'];
  const rules = pieceRules(request, counting, overheads, shape);
  const recent = lastQuestion(request.messages);
  const once: readonly PartCount[] = [
    ...request.tools.map((tool, index): PartCount => ({ role: 'tool', index, tokens: toolTokens(tool, request, counting, shape, rules) })),
    ...outputParts(request, counting, shape),
    ...request.system.map((piece, index): PartCount => ({ role: 'system', index, tokens: countPieces([piece], counting, rules) })),
    ...request.messages.map(
      (message, index): PartCount => ({
        role: 'message',
        index,
        tokens: messageTokens(index > recent ? message : withoutThinking(message), index, counting, overheads, shape, rules),
      }),
    ),
    { role: 'overhead', index: 0, tokens: addTokens(overheadsOf(request, overheads, shape)) },
  ];
  return mustSearch(request) ? [...once, { role: 'overhead', index: 1, tokens: searchPass(once, request.tools.length, shape) }] : once;
}

/** A model that is shown no tool but the one that looks for tools has to use that for any task. */
function mustSearch({ tools, messages }: CountableRequest): boolean {
  return (
    tools.some((tool) => tool.kind === 'server' && tool.type.startsWith('tool_search')) &&
    tools.every((tool) => tool.kind === 'server' || (tool.kind === 'function' && !isShown(tool, messages)))
  );
}

/** After a search the request is sent again, with the call, its answer and the tools that were found. */
function searchPass(once: readonly PartCount[], tools: number, shape: ClaudeToolShape): TokenQuantity {
  const { likely, ceiling } = addTokens(once.map(({ tokens }) => tokens));
  const found = shape.exchange + foundTool;
  return amount(0, (likely ?? 0) + found, (ceiling ?? 0) + found + 2 * tools * foundTool, {
    kind: 'estimated',
    error: 1,
    note: 'a search for tools sends the request again; without one it is billed once',
  });
}

/** What a tool of a usual size adds once it is found. */
const foundTool = 100;

function overheadsOf(
  { tools, toolChoice, thinking, hasTaskBudget }: CountableRequest,
  overheads: ClaudeOverheads,
  shape: ClaudeToolShape,
): readonly TokenQuantity[] {
  const hidden = toolChoice === 'forced' ? overheads.toolPrompt.forced : overheads.toolPrompt.auto;
  const thinks = thinking === 'off' ? 0 : overheads.thinking[thinking];
  const isDeferring = tools.some((tool) => tool.kind === 'function' && tool.isDeferred);
  return [
    fixed(overheads.base + thinks + (isDeferring ? shape.deferral : 0)),
    ...(hasTaskBudget ? [around(claudeTaskBudget.tokens, 0.1, 0, 'the budget of the task')] : []),
    ...(tools.length === 0 ? [] : [around(hidden, 0.02, 0, 'the hidden prompt that any tool brings')]),
  ];
}

function messageTokens(
  message: Message,
  index: number,
  counting: Counting,
  overheads: ClaudeOverheads,
  shape: ClaudeToolShape,
  rules: PieceRules,
): TokenQuantity {
  const uses = message.pieces.filter(({ kind }) => kind === 'tool-use').length;
  return addTokens([
    countPieces(message.pieces, counting, rules),
    fixed(index === 0 ? 0 : overheads.message),
    ...(uses > 1 ? [around(shape.parallel * (uses - 1), 0.3, 3, 'calls made at once')] : []),
  ]);
}

/** What the model thought is sent back to it only while it works on the last question. */
function lastQuestion(messages: readonly Message[]): number {
  return messages.findLastIndex(({ role, pieces }) => role === 'user' && pieces.some(({ kind }) => kind !== 'tool-result'));
}

function withoutThinking(message: Message): Message {
  return { ...message, pieces: message.pieces.filter(({ kind }) => kind !== 'thinking') };
}

function pieceRules(request: CountableRequest, counting: Counting, overheads: ClaudeOverheads, shape: ClaudeToolShape): PieceRules {
  const isBedrock = request.api === 'bedrock.converse';
  const rules: PieceRules = {
    image: ({ size }) => claudeImage(size, overheads.image),
    file: (piece) => fileTokens(piece, isBedrock ? { ...claudePdfPage, floor: bedrockPdfText.floor } : claudePdfPage),
    thinking: ({ text, hiddenBytes }) => addTokens([counting.text(text), fixed(hiddenBytes * hiddenByte)]),
    toolUse: ({ name, input }) => {
      const frame = around(shape.exchange + shape.argument * argumentCount(input), 0.16, 4, 'a tool call and its answer');
      return addTokens([counting.text(name), counting.text(input), frame]);
    },
    toolResult: ({ pieces }, inner) =>
      isBedrock ? countPieces(pieces, counting, { ...rules, file: (piece) => fileTokens(piece, bedrockPdfText) }) : inner,
  };
  return rules;
}

const hiddenByte = 0.15;

function argumentCount(input: string): number {
  try {
    const value: unknown = JSON.parse(input);
    return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  } catch {
    return 1; // half-written arguments
  }
}

function fileTokens(piece: Extract<Piece, { kind: 'file' | 'audio' | 'video' }>, page: typeof claudePdfPage): TokenQuantity {
  if (piece.kind !== 'file' || piece.pages === null) return unknownFile(piece.kind, page.likely);
  const basis = { kind: 'estimated', error: 0.6, note: `a PDF of ${piece.pages} pages` } as const;
  return amount(piece.pages * page.floor, piece.pages * page.likely, piece.pages * page.ceiling, basis);
}

function toolTokens(tool: Tool, request: CountableRequest, counting: Counting, shape: ClaudeToolShape, rules: PieceRules): TokenQuantity {
  switch (tool.kind) {
    case 'function': {
      if (!isShown(tool, request.messages)) return fixed(0);
      const { schema, descriptions } = withoutDescriptions(tool.schema);
      const structure = counting.raw(
        JSON.stringify({ name: tool.name, description: '', input_schema: { properties: {}, ...recordOf(schema) } }),
      );
      const words = [tool.description, ...descriptions].reduce((sum, text) => sum + counting.raw(text), 0);
      return around(shape.structure * structure + shape.description * words, 0.15, 6, 'a tool as Anthropic is known to write it');
    }
    case 'written':
      return addTokens([counting.text(tool.name), countPieces(tool.pieces, counting, rules), fixed(toolWrapper)]);
    case 'server': {
      if (tool.type.startsWith('tool_search')) return searchTokens(shape);
      const row = claudeServerTools.find(({ pattern }) => pattern.test(tool.type));
      return amount(row?.floor ?? 0, row?.likely ?? 0, row?.ceiling ?? null, {
        kind: 'estimated',
        error: 0.5,
        note: `${tool.type}: a tool of the vendor's`,
      });
    }
  }
}

/** For one pass of the model: a search made while answering sends the request again. */
function searchTokens({ toolSearch }: ClaudeToolShape): TokenQuantity {
  const basis = { kind: 'estimated' as const, error: 0.1, note: 'looking for tools; each search sends the request again' };
  return amount(toolSearch * 0.9, toolSearch, toolSearch * 1.25, basis);
}

/** Around a tool whose schema is not shown whole. */
const toolWrapper = 40;

function outputParts({ output }: CountableRequest, counting: Counting, shape: ClaudeToolShape): readonly PartCount[] {
  if (!output) return [];
  const tokens = around(
    shape.output.base + shape.output.factor * counting.raw(JSON.stringify(output.schema)),
    0.1,
    6,
    'the schema of the answer',
  );
  return [{ role: 'output', index: 0, tokens }];
}
