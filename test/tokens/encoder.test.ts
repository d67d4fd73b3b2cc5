import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodingPairs } from './encodings.ts';
import { code, languages, odd } from './texts.ts';

const texts = [...Object.values(languages), ...code];

describe.each(encodingPairs())('$name', ({ ours, reference }) => {
  const expectSame = (text: string): void => {
    const expected = reference(text);
    const found = ours.encode(text);
    const isSame = expected.length === found.length && found.every((id, at) => id === expected[at]);
    if (!isSame) expect({ text, ids: found }).toEqual({ text, ids: [...expected] });
    if (ours.count(text) !== expected.length) expect({ text, count: ours.count(text) }).toEqual({ text, count: expected.length });
  };

  test('real text, code and odd strings are cut as the reference cuts them', { timeout: 30_000 }, () => {
    for (const text of [...texts, ...odd]) {
      expectSame(text);
      expectSame(text.replaceAll('\n', '\r\n'));
      expectSame(text.toUpperCase());
      expectSame(`${text} ${text}`);
    }
  });

  test('so is every stretch of them', { timeout: 30_000 }, () => {
    const pool = fc.constantFrom(...texts, ...odd);
    const stretch = fc
      .tuple(pool, fc.nat(200), fc.nat(60))
      .map(([text, from, length]) => text.slice(from % (text.length + 1)).slice(0, length));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 3 }), (parts) => expectSame(parts.join(''))),
      { numRuns: 4_000, seed: 1 },
    );
  });

  test('so are random characters that the pattern tells apart', { timeout: 30_000 }, () => {
    const characters = [
      "'s",
      "'LL",
      "'ſ",
      "'",
      'a',
      'B',
      'é',
      'É',
      'ǅ',
      'ʰ',
      '한',
      '中',
      '\u0301',
      '\u0903',
      '1',
      '٣',
      '½',
      ' ',
      '   ',
      '\t',
    ];
    const more = [
      '\n',
      '\r\n',
      '\r',
      '\u0085',
      '\ufeff',
      '\u00a0',
      '\u3000',
      '!',
      '/',
      '_',
      '-',
      '😀',
      '\u200d',
      '\ud800',
      '\udc00',
      '𝐀',
      '𐐨',
      '𝟏',
    ];
    const random = fc.array(fc.constantFrom(...characters, ...more, '<|endoftext|>'), { maxLength: 14 });
    fc.assert(
      fc.property(random, (parts) => expectSame(parts.join(''))),
      { numRuns: 4_000, seed: 2 },
    );
  });

  test('so are random code points, paired or not', { timeout: 30_000 }, () => {
    const point = fc.oneof(fc.nat(0x2fff), fc.nat(0xffff), fc.nat(0x1ffff), fc.nat(0x10ffff)).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (parts) => expectSame(parts.join(''))),
      { numRuns: 4_000, seed: 3 },
    );
  });

  test('every code point stands in the class that the reference gives it', { timeout: 30_000 }, () => {
    let text = '';
    for (let code = 0; code < 0x110000; code += isIdeograph(code) ? 16 : 1) {
      if (code === 0x33500) code = 0xe0000; // planes without a character
      if (code === 0xe1000) break;
      const character = String.fromCodePoint(code);
      text += `a${character}B${character}c `;
      if (code % 64 !== 0) continue;
      expectSame(text);
      text = '';
    }
    expectSame(text);
  });

  test('long runs of one character are merged as the reference merges them', { timeout: 30_000 }, () => {
    for (const character of ['a', 'A', ' ', '\n', '\t', '=', '0', 'é', '中', '😀', 'ab', '\r\n']) expectSame(character.repeat(2_000));
    expectSame(` ${'a'.repeat(5_000)} `);
  });

  test('a long random word is merged as the reference merges it', () => {
    let state = 1;
    let word = '';
    for (let at = 0; at < 3_000; at++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      word += String.fromCharCode(97 + (state % 26));
    }
    for (const length of [94, 95, 96, 97, 98, 500, 3_000]) expectSame(word.slice(0, length));
  });

  test('a count from the cache is the count without it', () => {
    for (let pass = 0; pass < 3; pass++) for (const text of texts) expect(ours.count(text)).toBe(reference(text).length);
  });
});

/** Blocks of thousands of letters of one class: every sixteenth stands for the rest. */
function isIdeograph(code: number): boolean {
  return (
    (code >= 0x3400 && code < 0x9fff) ||
    (code >= 0xac00 && code < 0xd7a3) ||
    (code >= 0x17000 && code < 0x18cff) ||
    (code >= 0x20000 && code < 0x33480)
  );
}
