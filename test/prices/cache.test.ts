import { describe, expect, test } from 'vitest';
import {
  breakEvenHitRate,
  breakEvenUses,
  type CachePlan,
  cacheSaving,
  minimumVerdict,
  type SimulatedRequest,
  type SimulatedTokens,
  type SimulationRules,
  savingPerHit,
  simulateCache,
  simulationRules,
  worthLengtheningFrom,
  writePremium,
} from '../../server/core/prices/index.ts';
import { exactUsd } from '../../server/core/quantity/money.ts';
import { priced } from './book.ts';

const plan = (model: string, lifetimeSeconds: number | null = null): CachePlan => ({ prices: priced(model).prices, lifetimeSeconds });

const rulesOf = (model: string): SimulationRules => {
  const cache = priced(model).cache;
  if (!cache) throw new Error(`${model} has no cache rules`);
  return simulationRules(cache);
};

describe('break-even', () => {
  test.each([
    ['claude-opus-5', 300, 2],
    ['claude-opus-5', 3600, 3],
    ['claude-opus-5-5', 300, 2],
    ['claude-opus-5-5', 3600, 3],
    ['claude-fable-5-1', 300, 2],
    ['claude-fable-5-1', 3600, 3],
    ['gpt-6.1-sol', 1800, 2],
    ['gpt-6.1-sol', 43_200, 3],
    ['gpt-4o', null, 2],
  ])('%s for %s s pays from request %s on', (model, lifetime, uses) => {
    expect(breakEvenUses(plan(model, lifetime))).toBe(uses);
    expect(cacheSaving(plan(model, lifetime), 10_000, uses) > 0n).toBe(true);
    expect(cacheSaving(plan(model, lifetime), 10_000, uses - 1) > 0n).toBe(false);
  });

  test('no discount, no break-even', () => {
    expect([breakEvenUses(plan('gpt-5-pro')), breakEvenHitRate(plan('gpt-5-pro'))]).toEqual([null, null]);
  });

  test.each([
    ['claude-opus-5', 300, 0.217],
    ['claude-opus-5', 3600, 0.526],
    ['claude-opus-5-5', 300, 0.208],
    ['claude-opus-5-5', 3600, 0.513],
  ])('%s for %s s loses money below a hit rate of %s', (model, lifetime, rate) => {
    expect(breakEvenHitRate(plan(model, lifetime))).toBeCloseTo(rate, 3);
  });

  test('lengthening a prefix to the minimum pays from a length on', () => {
    expect(worthLengtheningFrom(plan('gpt-5.6-sol'), 1024, 10)).toBe(221);
    expect(worthLengtheningFrom(plan('gpt-5.6-sol'), 4096, 10)).toBeGreaterThanOrEqual(881);
    expect(worthLengtheningFrom(plan('gpt-5.6-sol'), 4096, 10)).toBeLessThanOrEqual(882);
  });

  test('in money', () => {
    expect(exactUsd(savingPerHit(plan('claude-opus-5'), 2310))).toBe('0.010395');
    expect(exactUsd(writePremium(plan('claude-opus-5'), 2310))).toBe('0.0028875');
    expect(exactUsd(cacheSaving(plan('claude-opus-5'), 2310, 10))).toBe('0.0906675');
  });
});

describe('minimum length', () => {
  const opus48 = priced('claude-opus-4-8').cache?.minimum ?? null;
  test.each([
    [{ floor: 5000, ceiling: 5000 }, 'cached'],
    [{ floor: 4096, ceiling: null }, 'cached'],
    [{ floor: 1000, ceiling: 1023 }, 'too-short'],
    [{ floor: 1100, ceiling: 1200 }, 'between'],
    [{ floor: 0, ceiling: null }, 'between'],
  ])('%o is %s', (tokens, verdict) => {
    expect(minimumVerdict(opus48, tokens)).toBe(verdict);
  });

  test('unknown where no source says', () => {
    expect(minimumVerdict(priced('grok-4.5').cache?.minimum ?? null, { floor: 9, ceiling: 9 })).toBe('unknown');
  });
});

describe('a simulated cache with marks', () => {
  const rules = rulesOf('claude-opus-5');
  const system = { id: 'system', tokens: 10_000 };
  const ask = (at: number, id: string, more: Partial<SimulatedRequest> = {}): SimulatedRequest => ({
    at,
    blocks: [system, { id, tokens: 100 }],
    marks: [{ block: 0 }],
    ...more,
  });
  const seen = (answers: readonly SimulatedTokens[]) =>
    answers.map((one) => [one.fresh, one.writes.reduce((sum, write) => sum + write.tokens, 0), one.read]);

  test('the first writes, later ones read, and each hit renews the entry', () => {
    expect(seen(simulateCache([ask(0, 'a'), ask(200, 'b'), ask(450, 'c'), ask(800, 'd')], rules))).toEqual([
      [100, 10_000, 0],
      [100, 0, 10_000],
      [100, 0, 10_000],
      [100, 10_000, 0],
    ]);
  });

  test('an hour outlives the pause', () => {
    const marks = [{ block: 0, lifetimeSeconds: 3600 }];
    expect(seen(simulateCache([ask(0, 'a', { marks }), ask(3000, 'b', { marks })], rules))[1]).toEqual([100, 0, 10_000]);
  });

  test('parallel first requests all pay for a write', () => {
    const cold = ['a', 'b', 'c'].map((id) => ask(0, id, { answersAfter: 2 }));
    expect(seen(simulateCache([...cold, ask(3, 'd')], rules)).map(([, write]) => write)).toEqual([10_000, 10_000, 10_000, 0]);
  });

  test('below the minimum nothing is cached and nothing is said', () => {
    const short = (at: number): SimulatedRequest => ({ at, blocks: [{ id: 'short', tokens: 500 }], marks: [{ block: 0 }] });
    expect(seen(simulateCache([short(0), short(1)], rules))).toEqual([
      [500, 0, 0],
      [500, 0, 0],
    ]);
  });

  test('a mark on a block that changes each time is written and never read', () => {
    const volatile = (at: number): SimulatedRequest => ({ at, blocks: [{ id: `now ${at}`, tokens: 20 }, system], marks: [{ block: 1 }] });
    expect(seen(simulateCache([volatile(0), volatile(1), volatile(2)], rules))).toEqual([
      [0, 10_020, 0],
      [0, 10_020, 0],
      [0, 10_020, 0],
    ]);
  });

  test.each([
    [19, 10_000 + 0],
    [20, 0],
  ])('a turn that adds %i blocks finds %i tokens behind the mark', (added, read) => {
    const grown = [system, ...Array.from({ length: added }, (_, index) => ({ id: `turn ${index}`, tokens: 10 }))];
    const answers = simulateCache(
      [ask(0, 'x', { blocks: [system], marks: [{ block: 0 }] }), { at: 1, blocks: grown, marks: [{ block: added }] }],
      rules,
    );
    expect(answers[1]?.read).toBe(read);
  });

  test('one-hour and five-minute marks split the write', () => {
    const blocks = [system, { id: 'project', tokens: 4000 }, { id: 'turn', tokens: 50 }];
    const marks = [{ block: 0, lifetimeSeconds: 3600 }, { block: 1 }];
    expect(simulateCache([{ at: 0, blocks, marks }], rules)[0]).toEqual({
      fresh: 50,
      read: 0,
      writes: [
        { lifetimeSeconds: 3600, tokens: 10_000 },
        { lifetimeSeconds: 300, tokens: 4000 },
      ],
    });
  });

  /** S = 10,000 static tokens, 1,000 added a turn, a mark at the end of each turn. */
  test.each([
    [2, 1.4],
    [10, 4.0],
    [40, 6.8],
  ])('over %i turns the input costs %f times less', (turns, factor) => {
    const turn = (count: number): SimulatedRequest => ({
      at: count * 60,
      blocks: [system, ...Array.from({ length: count }, (_, index) => ({ id: `turn ${index}`, tokens: 1000 }))],
      marks: [{ block: count }],
    });
    const { input, cacheRead, cacheWrites } = priced('claude-opus-5').prices;
    const write = cacheWrites[0]?.price ?? 0n;
    const answers = simulateCache(
      Array.from({ length: turns }, (_, index) => turn(index)),
      rules,
    );
    let cached = 0n;
    let plain = 0n;
    for (const [fresh = 0, written = 0, read = 0] of seen(answers)) {
      cached += BigInt(fresh) * input + BigInt(written) * write + BigInt(read) * (cacheRead ?? input);
      plain += BigInt(fresh + written + read) * input;
    }
    expect(Math.abs(Number(plain) / Number(cached) - factor)).toBeLessThanOrEqual(0.1);
  });
});

describe('a simulated automatic cache', () => {
  const request = (at: number, ...blocks: readonly (readonly [string, number])[]): SimulatedRequest => ({
    at,
    blocks: blocks.map(([id, tokens]) => ({ id, tokens })),
    marks: [],
  });

  test('any shared beginning hits, in steps of 128, from the minimum on', () => {
    const answers = simulateCache(
      [
        request(0, ['system', 2000], ['a', 50]),
        request(10, ['system', 2000], ['b', 50]),
        request(20, ['other', 900], ['c', 50]),
        request(30, ['other', 900], ['d', 50]),
      ],
      rulesOf('gpt-4o'),
    );
    expect(answers.map((one) => [one.fresh, one.read])).toEqual([
      [2050, 0],
      [130, 1920],
      [950, 0],
      [950, 0],
    ]);
  });

  test('GPT-5.6 and later: the implicit mark stands at the end, so a changing end never hits', () => {
    const rules = rulesOf('gpt-5.6-sol');
    const answers = simulateCache([request(0, ['system', 2000], ['a', 50]), request(10, ['system', 2000], ['b', 50])], rules);
    expect(answers.map((one) => one.read)).toEqual([0, 0]);
    const conversation = simulateCache(
      [request(0, ['system', 2000], ['a', 50]), request(10, ['system', 2000], ['a', 50], ['b', 50])],
      rules,
    );
    expect(conversation.map((one) => [one.read, one.writes[0]?.tokens])).toEqual([
      [0, 2050],
      [2050, 50],
    ]);
  });
});
