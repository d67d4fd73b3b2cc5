import type { TokenQuantity } from '../../quantity/quantity.ts';
import { addTokens } from '../../quantity/quantity.ts';
import { type OpenAiOverheads, openAiOverheads, openAiServerTools } from '../data/openai-overheads.ts';
import type { CountableRequest, Message, Tool } from '../request.ts';
import { declarationOf, namespaceOfTools } from '../tool-namespace.ts';
import { amount, around, fixed } from './amounts.ts';
import { type Counting, countPieces, hiddenThought, type PartCount, type PieceRules, unknownFile } from './counting.ts';
import { openAiImage } from './images.ts';

type FunctionTool = Extract<Tool, { kind: 'function' }>;

export function countOpenAi(request: CountableRequest, counting: Counting): readonly PartCount[] {
  const overheads = openAiOverheads.find(({ pattern }) => pattern.test(request.model ?? ''));
  if (!overheads) return [];
  const rules = pieceRules(request, counting, overheads);
  const priming = request.api === 'openai.embeddings' ? 0 : overheads.priming;
  return [
    ...toolParts(request, counting, overheads, rules),
    ...outputParts(request, counting),
    ...request.system.map((piece, index): PartCount => ({ role: 'system', index, tokens: countPieces([piece], counting, rules) })),
    ...request.messages.map(
      (message, index): PartCount => ({ role: 'message', index, tokens: messageTokens(message, request, counting, overheads, rules) }),
    ),
    { role: 'overhead', index: 0, tokens: fixed(priming + (request.system.length > 0 ? overheads.message : 0)) },
  ];
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
    thinking: ({ text, hiddenBytes }) => (hiddenBytes > 0 ? hiddenThought(hiddenBytes, encryptedBytes) : counting.text(text)),
    toolUse: ({ name, input }) =>
      addTokens([counting.text(name), counting.text(input), around(exchange, 0.2, 3, 'a tool call and its answer')]),
    toolResult: ({ name }, inner) => addTokens([inner, ...(name === null ? [] : [counting.text(name)])]),
  };
}

const encryptedBytes = 0.1;

/** The declarations are counted as one text; what they cost beyond the sum of them is overhead. */
function toolParts(request: CountableRequest, counting: Counting, overheads: OpenAiOverheads, rules: PieceRules): readonly PartCount[] {
  const functions = request.tools.filter((tool): tool is FunctionTool => tool.kind === 'function');
  const parts = request.tools.map(
    (tool, index): PartCount => ({ role: 'tool', index, tokens: toolTokens(tool, request, counting, rules) }),
  );
  if (functions.length === 0) {
    const written = request.tools.some(({ kind }) => kind === 'written');
    return written ? [...parts, { role: 'overhead', index: 1, tokens: fixed(toolBase(request, overheads)) }] : parts;
  }
  const whole = counting.raw(namespaceOfTools(functions)) - (functions.length - 1) + toolBase(request, overheads);
  const alone = functions.reduce((sum, tool) => sum + counting.raw(declarationOf(tool)), 0);
  const nested = functions.filter(({ schema }) => JSON.stringify(schema ?? null).length > largeSchema).length;
  const spread = around(0, 0, 3 + Math.round((nested > 0 ? 0.08 : 0.02) * whole), 'tools as OpenAI is known to declare them');
  const rest = whole - alone;
  return [
    ...parts,
    {
      role: 'overhead',
      index: 1,
      tokens: { ...spread, floor: rest - (spread.ceiling ?? 0), likely: rest, ceiling: rest + (spread.ceiling ?? 0) },
    },
  ];
}

const largeSchema = 400;

function toolBase(request: CountableRequest, { tools }: OpenAiOverheads): number {
  if (request.api === 'openai.responses') return tools.responses;
  const hasSystem = request.system.length > 0 || request.messages.some(({ role }) => role === 'system' || role === 'developer');
  return hasSystem ? tools.chatWithSystem : tools.chat;
}

function toolTokens(tool: Tool, request: CountableRequest, counting: Counting, rules: PieceRules): TokenQuantity {
  switch (tool.kind) {
    case 'function':
      return fixed(counting.raw(declarationOf(tool)));
    case 'written':
      return addTokens([counting.text(tool.name), countPieces(tool.pieces, counting, rules)]);
    case 'server': {
      const row = openAiServerTools.find(({ pattern }) => pattern.test(tool.type));
      const searched = request.messages.some(({ pieces }) => pieces.some(({ kind }) => kind === 'tool-result'));
      const likely = row && searched ? row.floor + 20 : (row?.likely ?? 0);
      return amount(row?.floor ?? 0, likely, row?.ceiling ?? null, {
        kind: 'estimated',
        error: 0.5,
        note: `${tool.type}: run by the vendor, its results are billed too`,
      });
    }
  }
}

/** The schema is shown to the model about as it stands. */
function outputParts({ output }: CountableRequest, counting: Counting): readonly PartCount[] {
  if (!output) return [];
  return [{ role: 'output', index: 0, tokens: around(counting.raw(JSON.stringify(output.schema)), 0.25, 6, 'the schema of the answer') }];
}
