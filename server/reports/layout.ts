/** Laying out text in columns, for terminals. Everything is plain strings; colour comes from a Paint that may do nothing. */

export const reportWidth = 80;

export type Colour = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green' | 'cyan';
export type Paint = (colour: Colour, text: string) => string;

const codes: Readonly<Record<Colour, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  cyan: [36, 39],
};

export const plainPaint: Paint = (_, text) => text;
export const colourPaint: Paint = (colour, text) => `\u001b[${codes[colour][0]}m${text}\u001b[${codes[colour][1]}m`;

/** Columns that a terminal needs: two for East Asian and emoji, none for what joins the letter before it. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character.codePointAt(0) ?? 0);
  return width;
}

function widthOf(codePoint: number): 0 | 1 | 2 {
  if (codePoint < 0x300) return 1;
  if (isBetween(codePoint, 0x300, 0x36f) || isBetween(codePoint, 0x200b, 0x200f) || isBetween(codePoint, 0xfe00, 0xfe0f)) return 0;
  return wideRanges.some(([from, to]) => isBetween(codePoint, from, to)) ? 2 : 1;
}

/** Blocks that terminals draw two columns wide (Unicode's East Asian Width W and F, by block). */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const isBetween = (value: number, from: number, to: number): boolean => value >= from && value <= to;

/** Cuts to a width, with an ellipsis where something is gone. */
export function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}

export const padEnd = (text: string, width: number): string => {
  const cut = cutTo(text, width);
  return cut + ' '.repeat(Math.max(0, width - displayWidth(cut)));
};

/** Numbers are never cut: one that is too wide pushes what follows. */
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text;

/** Breaks at spaces; a word that is longer than a line gets a line of its own, whole (it may be a link or a path). */
export function wrap(text: string, width: number, indent: string, hanging: string = indent): string[] {
  const lines: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (!isEmpty && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = hanging;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  lines.push(line);
  return lines;
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
