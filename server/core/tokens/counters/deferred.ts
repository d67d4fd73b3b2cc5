import type { Message, Piece, Tool } from '../request.ts';

/** A tool that is loaded later is shown to the model once a result names it or the model has called it. */
export function isShown(tool: Extract<Tool, { kind: 'function' }>, messages: readonly Message[]): boolean {
  return !tool.isDeferred || messages.some(({ pieces }) => pieces.some((piece) => names(piece, tool.name)));
}

function names(piece: Piece, name: string): boolean {
  if (piece.kind === 'tool-use') return piece.name === name;
  return piece.kind === 'tool-result' && piece.pieces.some((inner) => inner.kind === 'text' && inner.text.includes(name));
}
