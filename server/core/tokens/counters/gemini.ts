import type { TokenQuantity } from '../../quantity/quantity.ts';
import { type GeminiOverheads, geminiMedia, geminiOverheads, vertexOverheads } from '../data/gemini-overheads.ts';
import type { CountableRequest, Message, Piece } from '../request.ts';
import { amount, around, fixed } from './amounts.ts';
import { type Counting, countPieces, type PartCount, type PieceRules } from './counting.ts';
import { answerTokens, callTokens, geminiTool, signatureTokens } from './gemini-tools.ts';
import { geminiImage } from './images.ts';

type Media = Extract<Piece, { kind: 'file' | 'audio' | 'video' }>;

export function countGemini(request: CountableRequest, counting: Counting): readonly PartCount[] {
  const model = (request.model ?? '').toLowerCase();
  const overheads = request.surface === 'vertex' ? vertexOverheads : geminiOverheads.find(({ pattern }) => pattern.test(model));
  if (!overheads) return [];
  const rules = pieceRules(counting, overheads, model);
  const read = thoughtsRead(request.messages, overheads);
  const turns = request.messages.length + (request.system.length > 0 ? 1 : 0);
  return [
    ...request.tools.map((tool, index): PartCount => ({ role: 'tool', index, tokens: geminiTool(tool, counting, overheads, rules) })),
    ...outputParts(request, counting),
    ...request.system.map((piece, index): PartCount => ({ role: 'system', index, tokens: countPieces([piece], counting, rules) })),
    ...request.messages.map(
      ({ pieces }, index): PartCount => ({
        role: 'message',
        index,
        tokens: countPieces(index > read ? pieces : pieces.filter(isShownAgain), counting, rules),
      }),
    ),
    { role: 'overhead', index: 0, tokens: turnTokens(turns * overheads.turn, request.tools.length > 0) },
  ];
}

/** Vertex AI, which bills none, has the same models; only a request with tools shows where it goes. */
function turnTokens(turns: number, isSure: boolean): TokenQuantity {
  return amount(isSure ? turns : 0, turns, turns, { kind: 'estimated', error: 0, note: 'a token a message' });
}

/** The message after which encrypted thoughts are read again. */
function thoughtsRead(messages: readonly Message[], { thoughts }: GeminiOverheads): number {
  if (thoughts !== 'question') return thoughts === 'all' ? -1 : messages.length;
  return messages.findLastIndex(({ role, pieces }) => role === 'user' && pieces.some(({ kind }) => kind !== 'tool-result'));
}

function isShownAgain(piece: Piece): boolean {
  return piece.kind !== 'thinking' || piece.hiddenBytes === 0;
}

/** A schema that the answer must follow is mostly not billed. */
function outputParts({ output }: CountableRequest, counting: Counting): readonly PartCount[] {
  if (!output) return [];
  const whole = counting.raw(JSON.stringify(output.schema));
  const note = 'the schema of the answer is mostly not billed';
  return [{ role: 'output', index: 0, tokens: amount(0, 0, Math.min(3, whole), { kind: 'estimated', error: 1, note }) }];
}

function pieceRules(counting: Counting, overheads: GeminiOverheads, model: string): PieceRules {
  const rules: PieceRules = {
    image: ({ size }) => {
      const { image3 } = geminiMedia;
      if (!newest.test(model)) return geminiImage(size, geminiMedia.tile);
      return amount(image3.floor, image3.likely, image3.ceiling, { kind: 'estimated', error: 0.75, note: 'an image, by media resolution' });
    },
    file: (piece) => mediaTokens(piece, model, geminiMedia.pdfPage3),
    thinking: ({ text, hiddenBytes }) => (hiddenBytes > 0 ? signatureTokens(hiddenBytes, overheads) : counting.text(text)),
    toolUse: ({ name, input }) => callTokens(name, input, counting, overheads),
    toolResult: (piece) => answerTokens(piece, counting, overheads, answerRules),
  };
  const page3 = overheads.calls === 'words' ? geminiMedia.pdfPage3 : geminiMedia.pdfPage3InAnswer;
  const answerRules: PieceRules = { ...rules, file: (piece) => mediaTokens(piece, model, page3) };
  return rules;
}

const newest = /gemini-[3-9]/;

function mediaTokens(piece: Media, model: string, page3: number): TokenQuantity {
  const isNewest = newest.test(model);
  const { limits } = geminiMedia;
  switch (piece.kind) {
    case 'file': {
      const page = isNewest ? page3 : geminiMedia.pdfPage;
      if (piece.pages !== null) return around(piece.pages * page, isNewest ? 0.06 : 0, 0, 'a PDF, by its pages');
      return unseen('file', page, limits.pages * page);
    }
    case 'audio':
      return lasting(piece, isNewest ? geminiMedia.audioPerSecond3 : geminiMedia.audioPerSecond, limits.audioHours);
    case 'video':
      return lasting(piece, isNewest ? geminiMedia.videoPerSecond3 : geminiMedia.videoPerSecond, limits.videoHours);
  }
}

function lasting({ kind, seconds }: Extract<Media, { kind: 'audio' | 'video' }>, perSecond: number, mostHours: number): TokenQuantity {
  return seconds === null ? unseen(kind, 10 * perSecond, mostHours * 3_600 * perSecond) : fixed(seconds * perSecond);
}

/** Of a file that the request only names: a stated stand-in, and the most that Google takes. */
function unseen(kind: string, standIn: number, most: number): TokenQuantity {
  return amount(0, standIn, most, {
    kind: 'unknown',
    note: `the request does not show the ${kind}'s length: taken as ${standIn} tokens, up to what Google takes at all`,
  });
}
