import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Module } from '../../server/core/module/module.ts';
import { sample } from './python-sample.ts';
import { moduleOf } from './python-source.ts';

describe('broken Python', () => {
  it('may end anywhere', () => {
    fc.assert(
      fc.property(fc.nat(sample.length), (end) => {
        expect(outside(moduleOf(sample.slice(0, end)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('may be any words in any order', () => {
    const words = sample.split(/(\s+|\b)/);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (found) => {
        expect(outside(moduleOf(found.join('')))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(outside(moduleOf(text))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['brackets', '['.repeat(3000)],
    ['closed brackets', `${'['.repeat(3000)}${']'.repeat(3000)}`],
    ['a sum', `x = ${'"a" + '.repeat(3000)}"b"`],
    ['attributes', `x${'.y()'.repeat(3000)}`],
    ['blocks', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n')],
    ['f-strings', `${'f"{'.repeat(200)}x${'}"'.repeat(200)}`],
  ])('may nest too deep: %s', (_, text) => {
    expect(outside(moduleOf(text))).toEqual([]);
  });

  it('marks the unit that is broken, and that one alone', () => {
    const { units } = moduleOf('a = 1\ndef f():\n    x = (1\ndef g():\n    return 2\nb = g(\n');
    expect(units[0]).toMatchObject({ id: 'a', hasErrors: false });
    expect(units.some(({ hasErrors }) => hasErrors)).toBe(true);
    const inClass = moduleOf('class A:\n    x = 1\n    def m(self):\n        self.\n    def n(self):\n        return 2\n');
    expect(inClass.units.map(({ id, hasErrors }) => [id, hasErrors])).toEqual([
      ['A', false],
      ['A.x', false],
      ['A.m', true],
      ['A.n', false],
    ]);
  });
});

/** Spans that leave their unit. */
function outside({ units }: Module): string[] {
  return units.flatMap(({ id, length, statement, comments }) =>
    spansIn([statement, comments])
      .filter(({ start, end }) => start < 0 || end < start || end > length)
      .map(({ start, end }) => `${id} ${start}-${end}`),
  );
}

function spansIn(value: unknown): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const isSpan = 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
  if (isSpan) return [{ start: Number(value.start), end: Number(value.end) }];
  return Object.values(value).flatMap(spansIn);
}
