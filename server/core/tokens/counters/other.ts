import type { TokenQuantity } from '../../quantity/quantity.ts';
import { addTokens } from '../../quantity/quantity.ts';
import { type OtherOverheads, otherOverheads } from '../data/other-overheads.ts';
import type { CountableRequest, Piece, Tool } from '../request.ts';
import { amount, around, fixed } from './amounts.ts';
import { type Counting, countPieces, hiddenThought, type PartCount, type PieceRules, unknownFile } from './counting.ts';
import { imageTokens } from './images.ts';

/** Servers of open models and of the other vendors: their chat templates, roughly. */
export function countOther(request: CountableRequest, counting: Counting): readonly PartCount[] {
  const model = (request.model ?? '').toLowerCase();
  const overheads = otherOverheads.find(({ pattern }) => pattern.test(model));
  if (!overheads) return [];
  const rules = pieceRules(counting, overheads);
  const message = request.api === 'openai.embeddings' ? 0 : overheads.message;
  const base = request.api === 'openai.embeddings' ? 0 : overheads.base;
  const template = addTokens([around(base, overheads.error, 1, 'the chat template'), ...toolInstructions(request, overheads)]);
  return [
    ...request.tools.map((tool, index): PartCount => ({ role: 'tool', index, tokens: toolTokens(tool, counting, overheads, rules) })),
    ...outputParts(request, counting),
    ...request.system.map((piece, index): PartCount => ({ role: 'system', index, tokens: countPieces([piece], counting, rules) })),
    ...request.messages.map(
      ({ pieces }, index): PartCount => ({
        role: 'message',
        index,
        tokens: addTokens([countPieces(pieces, counting, rules), fixed(message)]),
      }),
    ),
    { role: 'overhead', index: 0, tokens: template },
  ];
}

function toolInstructions({ tools }: CountableRequest, overheads: OtherOverheads): readonly TokenQuantity[] {
  return tools.length === 0 ? [] : [around(overheads.tools, overheads.error, 3, 'instructions that come with tools')];
}

function pieceRules(counting: Counting, overheads: OtherOverheads): PieceRules {
  return {
    image: ({ size }) => imageTokens(size, ({ width, height }) => Math.min(4_096, Math.ceil((width * height) / 784))),
    file: (piece) => unknownFile(piece.kind, 1_000),
    thinking: (piece) => thinkingTokens(piece, counting, overheads),
    toolUse: ({ name, input }) =>
      addTokens([counting.text(name), counting.text(input), around(overheads.exchange, 0.3, 4, 'a tool call and its answer')]),
    toolResult: (_, inner) => inner,
  };
}

function thinkingTokens(
  { text, hiddenBytes }: Extract<Piece, { kind: 'thinking' }>,
  counting: Counting,
  { keepsThinking }: OtherOverheads,
): TokenQuantity {
  if (!keepsThinking) return fixed(0);
  return hiddenBytes > 0 ? hiddenThought(hiddenBytes, { envelope: 0, perCharacter: 0.1 }) : counting.text(text);
}

function toolTokens(tool: Tool, counting: Counting, overheads: OtherOverheads, rules: PieceRules): TokenQuantity {
  switch (tool.kind) {
    case 'function': {
      const json = JSON.stringify({ name: tool.name, description: tool.description, parameters: tool.schema ?? {} });
      return around(overheads.toolFactor * counting.raw(json), overheads.error, 4, 'a tool as JSON');
    }
    case 'written':
      return addTokens([counting.text(tool.name), countPieces(tool.pieces, counting, rules)]);
    case 'server':
      return amount(0, 0, null, { kind: 'unknown', note: `${tool.type}: run by the vendor, its results are billed too` });
  }
}

function outputParts({ output }: CountableRequest, counting: Counting): readonly PartCount[] {
  if (!output) return [];
  const whole = counting.raw(JSON.stringify(output.schema));
  return [
    {
      role: 'output',
      index: 0,
      tokens: amount(0, 0, whole, { kind: 'estimated', error: 1, note: 'servers mostly do not bill the schema of the answer' }),
    },
  ];
}
