import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRepeats } from '../../server/core/rules/facts/repeats.ts';
import { base64In, cleanText } from '../../server/core/rules/facts/wasteful-text.ts';

const long = 'A line that is long enough to be the beginning of a passage, and then some more of it.';
const other = 'Another line, of about the same length, that only ever follows upon the one before it.';

describe('findRepeats', () => {
  it('finds the longest run of lines that stands twice, in one text or in two', () => {
    const passage = `${long}\n${other}\n`;
    expect(findRepeats([{ text: `${passage}\nBetween.\n\n${passage}End.` }], 160)).toEqual([{ first: 0, second: 0, text: passage }]);
    expect(findRepeats([{ text: passage }, { text: `Question\n${passage}` }], 160)).toEqual([{ first: 0, second: 1, text: passage }]);
  });
  it('overlooks blanks at the ends of lines and blank lines between them', () => {
    expect(findRepeats([{ text: `${long}\n${other}` }, { text: `  ${long}  \n\n${other}` }], 160)).toHaveLength(1);
  });
  it('says nothing of lines that only look alike, of short ones, and of rules of dashes', () => {
    expect(findRepeats([{ text: `${long}\n${other}\n${long.slice(1)}\n${other}` }], 160)).toEqual([]);
    expect(findRepeats([{ text: '<answer>\n</answer>\n<answer>\n</answer>' }], 10)).toEqual([]);
    expect(findRepeats([{ text: `${'─'.repeat(200)}\n${'─'.repeat(200)}` }], 160)).toEqual([]);
  });
  it('counts no line twice, and finds only what stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(long, other, 'short', ''), { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const repeats = findRepeats([{ text }], 1);
        expect(repeats.every((one) => text.includes(one.text))).toBe(true);
        expect(repeats.reduce((sum, one) => sum + one.text.length, 0)).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('cleanText', () => {
  const cleaned = (text: string): string => cleanText(text).at(-1)?.after ?? text;

  it('takes the indentation of the source off, and leaves a list below its heading', () => {
    expect(cleaned('\n    One.\n      Two.\n    Three.\n    ')).toBe('\nOne.\n  Two.\nThree.\n');
    expect(cleaned('Rules:\n    - One.\n    - Two.\n    - Three.')).toBe('Rules:\n    - One.\n    - Two.\n    - Three.');
  });
  it('joins the lines of JSON, with its numbers and texts as they are written', () => {
    expect(cleaned('Like this:\n{\n  "a b": 1.0,\n  "c": [\n    "d  e"\n  ]\n}\nEnd.')).toBe('Like this:\n{"a b":1.0,"c":["d  e"]}\nEnd.');
    expect(cleaned('{\n  not JSON\n}')).toBe('{\n  not JSON\n}');
  });
  it('keeps the blank that a closing quote may need', () => {
    expect(cleaned('Say "yes" \nor "no" ')).toBe('Say "yes"\nor "no" ');
  });
  it('takes nothing but white space and dashes away, and nothing more the second time', () => {
    const line = fc.constantFrom(
      '    Word.',
      '  {',
      '  "a": 1,',
      '  "b": [1]',
      '}',
      '| a    | b |',
      '| ---- | - |',
      '',
      '   ',
      'End.  ',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const once = cleaned(lines.join('\n'));
        const rest = (text: string): string => text.replace(/[\s-]/g, '');
        expect(rest(once)).toBe(rest(lines.join('\n')));
        expect(once.length).toBeLessThanOrEqual(lines.join('\n').length);
      }),
    );
  });
});

describe('base64In', () => {
  it('tells a file from a hash and from words', () => {
    const file = Buffer.from(Uint8Array.from({ length: 300 }, (_, at) => (at * 137 + 11) % 256)).toString('base64');
    expect(base64In(`Look: ${file}`)).toBe(file);
    expect(base64In('0123456789abcdef'.repeat(20))).toBe(null);
    expect(base64In('word'.repeat(100))).toBe(null);
  });
});
