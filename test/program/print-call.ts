import type { CallSite, Part, Piece } from '../../server/core/program/call-site.ts';

/** A call in a few lines, for tests to read: id, model and where it came from, cap, then its parts. */
export function printCall(call: CallSite): string {
  const { model, maxOutput } = call.request;
  const cap = maxOutput.kind === 'set' ? String(maxOutput.tokens) : maxOutput.kind;
  const via = call.via.length > 0 ? ` via ${call.via.join(' ')}` : '';
  return [`${call.id}${via} model=${model.id ?? '?'} (${model.source}) cap=${cap}`, ...call.request.parts.map(printPart)].join('\n');
}

function printPart(part: Part): string {
  const marks = [part.stability, part.growth, part.cacheMark ? 'marked' : null].filter((one) => one !== null);
  return `  ${part.role} [${marks.join(' ')}] ${part.pieces.map(printPiece).join('')}`;
}

const printPiece = (piece: Piece): string => (piece.kind === 'text' ? piece.text.replaceAll('\n', '\\n') : `{${piece.name}}`);
