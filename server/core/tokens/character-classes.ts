import { characterClassRuns } from './data/character-classes.ts';

/** Bits of a code point, as the pre-token patterns ask for them. */
export const upperish = 1; // \p{Lu} \p{Lt} \p{Lm} \p{Lo} \p{M}
export const lowerish = 2; // \p{Ll} \p{Lm} \p{Lo} \p{M}
export const letter = 4; // \p{L}
export const number = 8; // \p{N}
export const space = 16; // \s as Rust reads it: with U+0085, without U+FEFF
export const newline = 32; // [\r\n]
export const surrogate = 64; // a code unit that is only half a code point
export const otherish = 128; // [^\s\p{L}\p{N}]

const bitsOfClass: Readonly<Record<string, number>> = {
  A: otherish,
  B: upperish | letter,
  C: lowerish | letter,
  D: upperish | lowerish | letter,
  E: upperish | lowerish | otherish,
  F: number,
  G: space,
  H: space | newline,
};

/** One byte a code point, so that a piece boundary costs one look-up; 1.1 MB, made once an encoding. */
export function createCharacterClasses(): Uint8Array {
  const classes = new Uint8Array(0x110000);
  let at = 0;
  for (const [, name = '', length] of characterClassRuns.matchAll(/([A-H])(\d*)/g)) {
    const end = at + (length ? Number(length) : 1);
    classes.fill(bitsOfClass[name] ?? otherish, at, end);
    at = end;
  }
  classes.fill(surrogate, 0xd800, 0xe000);
  return classes;
}
