import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Queries } from '../../server/core/program/queries.ts';

/** What is seen around a ring, and how deep the answer is: one layer more with every look, as objects are whose members make each other. */
interface Seen {
  readonly depth: number;
  readonly inputs: readonly string[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Each asks the two behind it, and adds its own input. */
function ring(queries: Queries, size: number): (at: number) => Seen {
  const ask = (at: number): Seen =>
    queries.ask<Seen>(
      ['ring', String(at % size)],
      () => {
        const own = String(queries.read(['input', String(at % size)]));
        const behind = [ask((at + 1) % size), ask((at + 2) % size)];
        return {
          depth: 1 + Math.max(...behind.map(({ depth }) => depth)),
          inputs: [...new Set([own, ...behind.flatMap(({ inputs }) => inputs)])].sort(),
        };
      },
      () => ({ depth: 0, inputs: [] }),
      same,
    );
  return ask;
}

describe('answers that hold each other', () => {
  it('come to rest: asking again computes nothing, whichever is asked', () => {
    const queries = new Queries();
    const ask = ring(queries, 6);
    for (let round = 0; round < 3; round++) for (let at = 0; at < 6; at++) ask(at);
    const before = queries.computed;
    const answers = [0, 1, 2, 3, 4, 5].map(ask);
    expect(queries.computed).toBe(before);
    expect([0, 1, 2, 3, 4, 5].map(ask)).toEqual(answers);
    expect(before).toBeLessThan(200);
    expect(Math.max(...answers.map(({ depth }) => depth))).toBeLessThan(30);
  });

  it('see an input that changes anywhere around the ring', () => {
    const queries = new Queries();
    const ask = ring(queries, 5);
    for (let at = 0; at < 5; at++) ask(at);
    for (let changed = 0; changed < 5; changed++) {
      queries.set(['input', String(changed)], `new ${changed}`);
      for (let at = 0; at < 5; at++) expect(ask(at).inputs).toContain(`new ${changed}`);
    }
  });

  it('come to rest again after a change, though each look makes them deeper', () => {
    const queries = new Queries();
    const ask = ring(queries, 6);
    const all = (): readonly Seen[] => [0, 1, 2, 3, 4, 5].map(ask);
    all();
    for (let change = 0; change < 20; change++) {
      queries.set(['input', String(change % 6)], `new ${change}`);
      all();
      all();
      const before = queries.computed;
      all();
      expect(queries.computed).toBe(before);
    }
  });
});

describe('answers without circles', () => {
  it('are after any changes what they would be from scratch', () => {
    const size = 8;
    const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 });
    const change = fc.tuple(fc.nat(size - 1), fc.nat(3));
    fc.assert(
      fc.property(edges, fc.array(fc.tuple(change, fc.nat(size - 1)), { maxLength: 30 }), (links, steps) => {
        const asker = (queries: Queries): ((at: number) => number) => {
          const ask = (at: number): number =>
            queries.ask(
              ['sum', String(at)],
              () => {
                // Rounded, so that some changes come to nothing on their way up.
                const below = links.filter(([from, to]) => from === at && to > at).map(([, to]) => ask(to));
                return Math.floor((Number(queries.read(['input', String(at)]) ?? 0) + below.reduce((sum, one) => sum + one, 0)) / 2);
              },
              () => 0,
            );
          return ask;
        };
        const kept = new Queries();
        const inputs = new Map<number, number>();
        for (const [[at, value], asked] of steps) {
          inputs.set(at, value);
          kept.set(['input', String(at)], value);
          const fresh = new Queries();
          for (const [one, given] of inputs) fresh.set(['input', String(one)], given);
          expect(asker(kept)(asked)).toBe(asker(fresh)(asked));
        }
      }),
    );
  });
});
