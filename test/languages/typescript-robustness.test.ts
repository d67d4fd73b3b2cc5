import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../server/core/languages/source-file.ts';
import type { Module, Unit } from '../../server/core/module/module.ts';
import type { Span } from '../../server/core/text/span.ts';
import { plainSample, sample } from './typescript-sample.ts';
import { type Dialect, dialects, grammars, moduleOf } from './typescript-source.ts';

const INSERTED: readonly string[] = " |\n|(|)|{|}|[|`|'|${|=|=>|.|,|;|/*|//|<|@|class |const |await |\u0000|\ud83d|\ufeff|".split('|');

const samples: readonly (readonly [Dialect, string])[] = [
  ['typescript', sample],
  ['tsx', plainSample + sample],
  ['javascript', plainSample],
];

/** Where, how much is taken out, and what comes in its place. */
type Cut = readonly [from: number, length: number, inserted: string];
const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60), fc.constantFrom(...INSERTED));

function applied([from, length, inserted]: Cut, text: string): string {
  const start = Math.floor(from * text.length);
  return text.slice(0, start) + inserted + text.slice(start + length);
}

describe('spans', () => {
  it.each(samples)('of names are where the names are (%s)', (language, text) => {
    for (const source of [text, text.replaceAll('\n', '\r\n')]) {
      const module = moduleOf(source, language);
      expect(module.hasErrors).toBe(false);
      expect(misplaced(module, source)).toEqual([]);
    }
  });

  it('of units stand in order and cover the statements', () => {
    const { units, starts } = moduleOf(sample);
    const texts = units.map(({ length }, index) => sample.slice(starts[index], (starts[index] ?? 0) + length));
    expect(texts[0]).toBe("import OpenAI, { type Client, toFile as file } from 'openai';");
    expect(texts[5]).toMatch(/^@Injectable.*export class Agent.*\{$/s);
    expect(texts.at(-1)).toBe('module.exports = { Agent };');
    starts.forEach((start, index) => {
      if (index > 0) expect(start).toBeGreaterThanOrEqual((starts[index - 1] ?? 0) + (units[index - 1]?.length ?? 0));
    });
  });
});

describe('broken input', () => {
  it.each(samples)('never throws, and no span leaves its unit (%s)', (language, text) => {
    fc.assert(
      fc.property(cut, (each) => {
        expect(outside(moduleOf(applied(each, text), language))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each(samples)('may end anywhere (%s)', (language, text) => {
    fc.assert(
      fc.property(fc.nat(text.length), (end) => {
        expect(outside(moduleOf(text.slice(0, end), language))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each(dialects)('may be nested deeper than the stack (%s)', (language) => {
    for (const [open, close] of [
      ['(', ')'],
      ['[', ']'],
      ['{a:', '}'],
      ['f(', ')'],
      ['a => ', ''],
      ['!', ''],
      ['x ? y : ', 'z'],
    ] as const) {
      const source = `const a = ${open.repeat(3000)}1${close.repeat(open === 'x ? y : ' ? 0 : 3000)};`;
      expect(outside(moduleOf(source, language))).toEqual([]);
    }
    expect(moduleOf('if (a) { '.repeat(3000) + '}'.repeat(3000), language).units).toHaveLength(1);
    expect(moduleOf(`f(${"'a' + ".repeat(5000)}b)`, language).units).toHaveLength(1);
  });
});

describe('an edit', () => {
  // While a text is broken, the parser itself recovers differently after an edit than from scratch.
  it.each(samples)('gives what reading from scratch gives, as soon as the text is whole (%s)', (language, text) => {
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const file = openSource({ file: 'a.ts', language, text, grammars });
        let source = text;
        for (const each of cuts) {
          source = applied(each, source);
          const module = file.update(source);
          if (module.hasErrors) expect(outside(module)).toEqual([]);
          else expect(module).toEqual(moduleOf(source, language));
        }
        expect(file.update(text)).toEqual(moduleOf(text, language));
        file.dispose();
      }),
      { numRuns: 25 },
    );
  });

  it('keeps every unit that it did not touch as the same object', () => {
    const file = openSource({ file: 'a.ts', language: 'typescript', text: sample, grammars });
    const before = file.module.units;
    const after = file.update(sample.replace('task}', 'task} 😀')).units;
    file.dispose();
    const changed = after.filter((unit, index) => unit !== before[index]).map(({ id }) => id);
    expect(changed).toEqual(['Agent.run']);
  });
});

type Visit = (value: Readonly<Record<string, unknown>>, unit: Unit) => void;

function visit(value: unknown, unit: Unit, onNode: Visit): void {
  if (Array.isArray(value)) for (const item of value) visit(item, unit, onNode);
  else if (isRecord(value)) {
    onNode(value, unit);
    for (const item of Object.values(value)) visit(item, unit, onNode);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isSpan = (value: unknown): value is Span => isRecord(value) && typeof value.start === 'number' && typeof value.end === 'number';

function outside(module: Module): unknown[] {
  const found: unknown[] = [];
  for (const each of module.units) {
    visit(each.statement, each, (value, unit) => {
      if (isSpan(value) && !(value.start >= 0 && value.start <= value.end && value.end <= unit.length)) found.push([unit.id, value]);
    });
  }
  return found;
}

/** Every name but the implied ones (`this` of a parameter property, `Array` of `T[]`) is written at its span. */
function misplaced(module: Module, text: string): unknown[] {
  const found: unknown[] = [];
  module.units.forEach((each, index) => {
    const start = module.starts[index] ?? 0;
    const written = (span: unknown): string => (isSpan(span) ? text.slice(start + span.start, start + span.end) : '');
    visit(each.statement, each, (value) => {
      if (value.kind === 'name' && value.name !== written(value.span) && value.name !== 'this' && value.name !== 'Array') found.push(value);
      if (value.kind === 'member' && value.name !== written(value.nameSpan)) found.push(value);
      if (value.kind === 'loop' && !/^(for|while|do)$/.test(written(value.keyword))) found.push(value);
      if (value.kind === 'call' && !/^(\(.*\)|)$/s.test(written(value.argumentsSpan))) found.push(value);
      if (value.kind === 'number' && !/^[-+\w.]+$/.test(written(value.span))) found.push(value);
      if (value.kind === 'text' && value.text === 'user' && written(value.span) !== "'user'") found.push(value);
    });
  });
  return found;
}
