import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSource, type SourceFile } from '../../server/core/languages/source-file.ts';
import type { Module, Unit } from '../../server/core/module/module.ts';
import { sample } from './python-sample.ts';
import { grammars, moduleOf } from './python-source.ts';

const pieces = [
  '# lineitem: x\n',
  'class A:\n    ',
  'def f():\n    pass\n',
  'return ',
  'else:',
  '"""',
  "f'{",
  '\n    ',
  '\r\n',
  '🙂',
  '\ud83d',
  '\u0000',
];
const inserted = fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...' \n()[]{}":=#@,.x\\'));
const change = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  inserted: fc.oneof(inserted, fc.constant('')),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const open = (text: string): SourceFile => openSource({ file: 'a.py', language: 'python', text, grammars });

/** Makes the change and tells the file, as an editor does. */
function type(source: SourceFile, text: string, { from, length, inserted }: Change): string {
  const start = Math.floor(from * text.length);
  const oldEnd = Math.min(text.length, start + length);
  const after = text.slice(0, start) + inserted + text.slice(oldEnd);
  source.update(after, [{ start, oldEnd, newEnd: start + inserted.length }]);
  return after;
}

describe('an edited file', () => {
  it.each([
    ['LF', sample],
    ['CRLF', sample.replaceAll('\n', '\r\n')],
  ])('says what reading it from scratch says (%s)', (_, original) => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const source = open(original);
        let text = original;
        for (const each of changes) {
          const before = unitsByText(source.module, text);
          text = type(source, text, each);
          expect(source.module).toEqual(moduleOf(text));
          expect(outOfPlace(source.module, text)).toEqual([]);
          expect(replaced(source.module, text, before)).toEqual([]);
        }
        source.dispose();
      }),
      { numRuns: 100 },
    );
  });

  it('takes several edits at once, and edits that nobody described', () => {
    const source = open(sample);
    const text = sample.replaceAll('attempt', 'try_number').replace('MODEL =', '# 🙂\nMODEL =');
    expect(source.update(text, [])).toEqual(moduleOf(text));
    expect(source.update(sample)).toEqual(moduleOf(sample));
    expect(source.update(sample, [{ start: 5, oldEnd: 9, newEnd: 90 }])).toEqual(moduleOf(sample));
    source.dispose();
  });

  it('keeps every unit that was not touched, and moves it', () => {
    const source = open(sample);
    const { units, starts } = source.module;
    const top = `\n\n${sample}`;
    const moved = source.update(top, [{ start: 0, oldEnd: 0, newEnd: 2 }]);
    expect(moved.units.slice(1)).toSatisfy((kept: Unit[]) => kept.every((unit, index) => unit === units[index + 1]));
    expect(moved.starts).toEqual(starts.map((start) => start + 2));

    const at = top.indexOf('question, retries');
    const typed = source.update(`${top.slice(0, at)}a_${top.slice(at)}`, [{ start: at, oldEnd: at, newEnd: at + 2 }]);
    expect(typed.units.filter((unit, index) => unit !== moved.units[index]).map(({ id }) => id)).toEqual(['ask']);
    source.dispose();
  });

  it('reads one member again where one member was typed in', () => {
    const source = open(sample);
    const before = source.module;
    const at = sample.indexOf('while True');
    const after = source.update(`${sample.slice(0, at)}x = 1\n        ${sample.slice(at)}`, [{ start: at, oldEnd: at, newEnd: at + 14 }]);
    expect(after.units.filter((unit, index) => unit !== before.units[index]).map(({ id }) => id)).toEqual(['Agent.run']);
    source.dispose();
  });

  it('renumbers what follows a new namesake without reading it again', () => {
    const text = 'def f():\n    return 1\n\n\ndef f():\n    return 2\n';
    const source = open(text);
    const before = source.module.units.map(({ statement }) => statement);
    const { units } = source.update(`def f():\n    return 0\n\n\n${text}`);
    expect(units.map(({ id }) => id)).toEqual(['f', 'f~2', 'f~3']);
    expect(units[2]?.statement).toBe(before[1]);
    source.dispose();
  });

  it('keeps the first of two twins when the other takes its number', () => {
    const twin = 'def f():\n    return 1\n\n\n';
    const source = open(`${twin}${twin}`);
    const [first] = source.module.units;
    const { units } = source.update(`${twin}${twin}`.slice(1));
    expect(units.at(-1)).toBe(first);
    source.dispose();
  });
});

type Seen = Map<string, Unit>;

const textsOf = ({ units, starts }: Module, text: string): string[] =>
  units.map(({ id, length }, index) => `${id} ${text.slice(starts[index], (starts[index] ?? 0) + length)}`);

function unitsByText(module: Module, text: string): Seen {
  const texts = textsOf(module, text);
  return new Map(module.units.map((unit, index) => [texts[index] ?? '', unit]));
}

/** Units that say what they said before and still are another object. */
function replaced(module: Module, text: string, before: Seen): string[] {
  const texts = textsOf(module, text);
  return module.units.flatMap((unit, index) => {
    const known = before.get(texts[index] ?? '');
    return known === undefined || known === unit || JSON.stringify(known) !== JSON.stringify(unit) ? [] : [unit.id];
  });
}

/** Units that overlap, or leave the file. */
function outOfPlace({ units, starts }: Module, text: string): string[] {
  let end = 0;
  return units.flatMap(({ id, length }, index) => {
    const start = starts[index] ?? -1;
    const isWrong = start < end || start + length > text.length;
    end = start + length;
    return isWrong ? [id] : [];
  });
}
