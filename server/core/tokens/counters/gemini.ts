import type { TokenQuantity } from '../../quantity/quantity.ts';
import { addTokens } from '../../quantity/quantity.ts';
import { type GeminiOverheads, geminiMedia, geminiOverheads, vertexOverheads } from '../data/gemini-overheads.ts';
import type { CountableRequest, Piece, Tool } from '../request.ts';
import { shapeOfSchema } from '../schema-text.ts';
import { amount, around, fixed } from './amounts.ts';
import { type Counting, countPieces, hiddenThought, type PartCount, type PieceRules, unknownFile } from './counting.ts';
import { geminiImage } from './images.ts';

export function countGemini(request: CountableRequest, counting: Counting): readonly PartCount[] {
  const model = (request.model ?? '').toLowerCase();
  const overheads = request.surface === 'vertex' ? vertexOverheads : geminiOverheads.find(({ pattern }) => pattern.test(model));
  if (!overheads) return [];
  const rules = pieceRules(request, counting, overheads, model);
  return [
    ...request.tools.map((tool, index): PartCount => ({ role: 'tool', index, tokens: toolTokens(tool, counting, overheads, rules) })),
    ...outputParts(request, counting),
    ...request.system.map((piece, index): PartCount => ({ role: 'system', index, tokens: countPieces([piece], counting, rules) })),
    ...request.messages.map(
      (message, index): PartCount => ({ role: 'message', index, tokens: countPieces(message.pieces, counting, rules) }),
    ),
    {
      role: 'overhead',
      index: 0,
      tokens: amount(0, overheads.base, overheads.base + overheads.slack, {
        kind: 'estimated',
        error: 0,
        note: 'up to two tokens a request',
      }),
    },
  ];
}

/** A schema that the answer must follow is mostly not billed. */
function outputParts({ output }: CountableRequest, counting: Counting): readonly PartCount[] {
  if (!output) return [];
  const whole = counting.raw(JSON.stringify(output.schema));
  const note = 'the schema of the answer is mostly not billed';
  return [{ role: 'output', index: 0, tokens: amount(0, 0, Math.min(3, whole), { kind: 'estimated', error: 1, note }) }];
}

function pieceRules(request: CountableRequest, counting: Counting, overheads: GeminiOverheads, model: string): PieceRules {
  return {
    image: ({ size }) => {
      const { image3 } = geminiMedia;
      if (!newest.test(model)) return geminiImage(size, geminiMedia.tile);
      return amount(image3.floor, image3.likely, image3.ceiling, { kind: 'estimated', error: 0.75, note: 'an image, by media resolution' });
    },
    file: (piece) => mediaTokens(piece, model, request.surface),
    thinking: ({ text, hiddenBytes }) =>
      hiddenBytes > 0
        ? hiddenThought(hiddenBytes, { envelope: signatureEnvelope, perCharacter: overheads.signature })
        : counting.text(text),
    toolUse: ({ name, input }) =>
      addTokens([counting.text(name), counting.text(input), around(overheads.exchange, 0.15, 1, 'a function call and its answer')]),
    toolResult: ({ name }, inner) => addTokens([inner, ...(name === null ? [] : [counting.text(name)])]),
  };
}

const newest = /gemini-[3-9]/;

/** What a search or a run of code brought in the recorded bills, about. */
const serverStandIn = 200;

/** Characters of a signature that hold no thought. */
const signatureEnvelope = 60;

function mediaTokens(
  piece: Extract<Piece, { kind: 'file' | 'audio' | 'video' }>,
  model: string,
  surface: CountableRequest['surface'],
): TokenQuantity {
  const video = newest.test(model) ? geminiMedia.videoPerSecond3 : geminiMedia.videoPerSecond;
  const perSecond = piece.kind === 'audio' ? geminiMedia.audioPerSecond : video;
  if (piece.kind === 'file')
    return piece.pages === null ? unknownFile('file', geminiMedia.pdfPage) : pdfTokens(piece.pages, model, surface);
  return piece.seconds === null ? unknownFile(piece.kind, 10 * perSecond) : fixed(piece.seconds * perSecond);
}

function pdfTokens(pages: number, model: string, surface: CountableRequest['surface']): TokenQuantity {
  if (!newest.test(model)) return fixed(pages * geminiMedia.pdfPage);
  return around(
    pages * (surface === 'vertex' ? geminiMedia.pdfPage3.vertex : geminiMedia.pdfPage3.other),
    0.06,
    0,
    'a PDF, by media resolution',
  );
}

function toolTokens(tool: Tool, counting: Counting, overheads: GeminiOverheads, rules: PieceRules): TokenQuantity {
  switch (tool.kind) {
    case 'function': {
      const { properties, propertyDescriptions, nested } = shapeOfSchema(tool.schema);
      const words = [tool.name, tool.description, ...properties, ...propertyDescriptions].reduce(
        (sum, text) => sum + counting.raw(text),
        0,
      );
      const frame = overheads.tool + overheads.property * properties.length + overheads.propertyDescription * propertyDescriptions.length;
      return around(words + frame + overheads.nested * nested, 0.06, 1, 'a function as Google is known to declare it');
    }
    case 'written':
      return addTokens([counting.text(tool.name), countPieces(tool.pieces, counting, rules), fixed(overheads.tool)]);
    case 'server':
      return overheads.serverTool === null
        ? amount(0, serverStandIn, null, { kind: 'estimated', error: 1, note: `${tool.type}: what it finds is billed too` })
        : fixed(overheads.serverTool);
  }
}
