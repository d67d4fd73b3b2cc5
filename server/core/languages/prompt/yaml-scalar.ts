import { type MappedText, mapped, verbatim } from './mapped-text.ts';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/**
 * Finds where in the file each unit of a decoded scalar stands: escapes, folded lines and indentation are walked past.
 * Both texts say the same in the same order, so that one pass over them is enough.
 */
export function decodedScalar(source: string, start: number, end: number, text: string, style: ScalarStyle): MappedText {
  const from = style === 'plain' ? start : style === 'block' ? bodyStart(source, start, end) : start + 1;
  if (source.startsWith(text, from) && !text.includes('\n')) return verbatim(source, { start: from, end: from + text.length });
  const offsets: number[] = [];
  let at = from;
  while (offsets.length < text.length && at < end) {
    const wanted = text.charAt(offsets.length);
    const found = source.charAt(at);
    if (style === 'double' && found === '\\') {
      const width = escapeWidth(source, at);
      const units = width === 0 ? 0 : width === LONG_ESCAPE && isHighSurrogate(wanted) ? 2 : 1;
      for (let unit = 0; unit < units; unit++) offsets.push(at);
      at += Math.max(width, 2);
    } else if (found === wanted || (wanted === ' ' && found === '\n')) {
      offsets.push(at);
      at += style === 'single' && found === "'" ? 2 : 1;
    } else {
      at++;
    }
  }
  return mapped(text, offsets, Math.min(at, end));
}

/** A block scalar starts on the line after its header. */
function bodyStart(source: string, start: number, end: number): number {
  const newline = source.indexOf('\n', start);
  return newline < 0 || newline >= end ? end : newline + 1;
}

/** 0 for an escaped line break, which says nothing. */
function escapeWidth(source: string, at: number): number {
  const letter = source.charAt(at + 1);
  if (letter === '\n' || letter === '\r') return 0;
  return ESCAPE_WIDTHS.get(letter) ?? 2;
}

const LONG_ESCAPE = 10;
const ESCAPE_WIDTHS: ReadonlyMap<string, number> = new Map([
  ['x', 4],
  ['u', 6],
  ['U', LONG_ESCAPE],
]);

const isHighSurrogate = (unit: string): boolean => unit >= '\ud800' && unit <= '\udbff';
