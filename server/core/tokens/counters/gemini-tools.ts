import type { TokenQuantity } from '../../quantity/quantity.ts';
import { addTokens } from '../../quantity/quantity.ts';
import { type GeminiOverheads, geminiSignature, geminiToolParts } from '../data/gemini-overheads.ts';
import { parsed, type Written, writtenAnswer, writtenCall, writtenDeclaration } from '../gemini-template.ts';
import type { Piece, Tool } from '../request.ts';
import { shapeOfSchema } from '../schema-text.ts';
import { amount, around, fixed } from './amounts.ts';
import { type Counting, countPieces, type PieceRules } from './counting.ts';

export function geminiTool(tool: Tool, counting: Counting, overheads: GeminiOverheads, rules: PieceRules): TokenQuantity {
  switch (tool.kind) {
    case 'function':
      return overheads.tools === 'template'
        ? templateTokens(writtenDeclaration(tool.name, tool.description, tool.schema), counting)
        : partsTokens(tool, counting, overheads);
    case 'written': {
      const frame = overheads.tools === 'words' ? 0 : geminiToolParts.tool;
      return addTokens([counting.text(tool.name), countPieces(tool.pieces, counting, rules), fixed(frame)]);
    }
    case 'server':
      return overheads.serverTool === null
        ? amount(0, serverStandIn, null, { kind: 'estimated', error: 1, note: `${tool.type}: what it finds is billed too` })
        : fixed(overheads.serverTool);
  }
}

/** What a search or a run of code brought in the recorded bills, about. */
const serverStandIn = 200;

export function callTokens(name: string, input: string, counting: Counting, { calls }: GeminiOverheads): TokenQuantity {
  return calls === 'template'
    ? templateTokens(writtenCall(name, input), counting)
    : wordTokens([name, ...wordsOf(parsed(input) ?? input)], counting);
}

export function answerTokens(
  { name, pieces }: Extract<Piece, { kind: 'tool-result' }>,
  counting: Counting,
  { calls }: GeminiOverheads,
  rules: PieceRules,
): TokenQuantity {
  const text = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
  const answer =
    calls === 'template'
      ? templateTokens(writtenAnswer(name ?? '', text), counting)
      : wordTokens([name ?? '', ...wordsOf(parsed(text) ?? text)], counting);
  const others = pieces.filter(({ kind }) => kind !== 'text');
  return addTokens([answer, countPieces(others, counting, rules)]);
}

export function signatureTokens(length: number, { signature }: GeminiOverheads): TokenQuantity {
  const { envelope, power } = geminiSignature;
  const likely = signature.factor * Math.max(0, length - envelope) ** power;
  return around(likely, signature.error, 2, 'encrypted thinking of an earlier turn, by its length');
}

/** The marks that open and close it, those around its texts, and what it says. */
function templateTokens(written: Written, counting: Counting): TokenQuantity {
  const plain = written.filter((_, index) => index % 2 === 0).reduce((sum, text) => sum + nameTokens(text, counting), 0);
  return addTokens([
    fixed(plain + 2 + written.length - 1),
    wordTokens(
      written.filter((_, index) => index % 2 === 1),
      counting,
    ),
  ]);
}

function partsTokens(tool: Extract<Tool, { kind: 'function' }>, counting: Counting, overheads: GeminiOverheads): TokenQuantity {
  const { properties, required, choices, propertyDescriptions, nested } = shapeOfSchema(tool.schema);
  const words = wordTokens([tool.name, tool.description, ...properties, ...required, ...choices, ...propertyDescriptions], counting);
  if (overheads.tools === 'words') return addTokens([words, fixed(overheads.type * (properties.length + 1))]);
  const parts = geminiToolParts;
  const frame =
    parts.tool + parts.property * properties.length + parts.description * propertyDescriptions.length + parts.choice * choices.length;
  return addTokens([words, fixed(frame), ...(nested === 0 ? [] : [around(parts.nested * nested, 0.5, 0, 'lists and records inside')])]);
}

/** Texts that are counted one by one. */
function wordTokens(texts: readonly string[], counting: Counting): TokenQuantity {
  return counting.scaled(
    texts.reduce((sum, text) => sum + counting.raw(text), 0),
    texts.join(' '),
  );
}

/** Gemma's vocabulary cuts at each underscore and digit and knows most words without a space too; a run of punctuation is one token. */
function nameTokens(text: string, counting: Counting): number {
  const pieces = text.match(/\p{L}+|\p{N}|_+|[^\p{L}\p{N}_]+/gu) ?? [];
  return pieces.reduce((sum, piece) => sum + (/^\p{L}/u.test(piece) ? counting.raw(` ${piece}`) : 1), 0);
}

/** Names and texts of a record, at any depth. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...wordsOf(inner)]);
}
