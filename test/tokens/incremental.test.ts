import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCountedText } from '../../server/core/tokens/incremental.ts';
import { ourEncodings } from './encodings.ts';
import { code, languages, odd } from './texts.ts';

const snippets = [
  'a',
  'Z',
  'é',
  '한',
  '中',
  '\u0301',
  '1',
  '½',
  ' ',
  '    ',
  '\n',
  '\r\n',
  '\u0085',
  '!',
  '/',
  "'",
  "'ll",
  '😀',
  '\ud83d',
  '\ude00',
  'ABCDEF',
];

describe.each(ourEncodings())('$name', ({ ours }) => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...snippets), { maxLength: 400 }).map((parts) => parts.join('')),
    fc.array(fc.constantFrom(...Object.values(languages), ...code, ...odd), { maxLength: 6 }).map((parts) => parts.join('\n')),
    fc.tuple(fc.constantFrom(...snippets), fc.nat(900), fc.constantFrom(...code)).map(([one, times, end]) => one.repeat(times) + end),
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(500)),
    text: fc.oneof(fc.constant(''), fc.constantFrom(...snippets), fc.constantFrom(...code, ...Object.values(languages))),
  });

  test('after any edits the count is that of the whole text', { timeout: 30_000 }, () => {
    const property = fc.property(text, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
      let current = start;
      const counted = createCountedText(ours, current);
      expect(counted.count).toBe(ours.count(current));
      for (const { at, removed, text: inserted } of edits) {
        const from = Math.floor(at * current.length);
        const to = Math.min(current.length, from + removed);
        current = current.slice(0, from) + inserted + current.slice(to);
        expect(counted.edit({ span: { start: from, end: to }, text: inserted })).toBe(ours.count(current));
        expect(counted.length).toBe(current.length);
      }
    });
    fc.assert(property, { numRuns: 300, seed: 4 });
  });

  test('typing a text letter by letter ends at its count', () => {
    const typed = code.join('\n');
    const counted = createCountedText(ours, '');
    for (let at = 0; at < typed.length; at++) counted.edit({ span: { start: at, end: at }, text: typed.charAt(at) });
    expect(counted.count).toBe(ours.count(typed));
  });

  test('an edit outside of the text is refused', () => {
    const counted = createCountedText(ours, 'abc');
    expect(() => counted.edit({ span: { start: 2, end: 4 }, text: '' })).toThrow(RangeError);
  });
});
