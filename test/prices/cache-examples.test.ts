import { describe, expect, test } from 'vitest';
import {
  breakEvenUses,
  type Invalidation,
  invalidationBy,
  type SimulatedRequest,
  type SimulationRules,
  simulateCache,
  simulatedCost,
  simulationRules,
  storageCost,
  usesToPayStorage,
} from '../../server/core/prices/index.ts';
import type { TokenPrices } from '../../server/core/prices/types.ts';
import { exactUsd } from '../../server/core/quantity/money.ts';
import { priced } from './book.ts';

/** What vendors say of their own caches, played: each example is one test. */

const rulesOf = (model: string): SimulationRules => {
  const { cache } = priced(model);
  if (!cache) throw new Error(`${model} has no cache rules.`);
  return simulationRules(cache);
};

const blocks = (...all: readonly (readonly [string, number])[]) => all.map(([id, tokens]) => ({ id, tokens }));
const played = (requests: readonly SimulatedRequest[], rules: SimulationRules) =>
  simulateCache(requests, rules).map(({ fresh, read, writes }) => ({
    fresh,
    read,
    written: writes.reduce((sum, one) => sum + one.tokens, 0),
  }));

const minute = 60;
const hour = 3600;

describe('Anthropic', () => {
  const rules = rulesOf('claude-opus-5');
  const marked = (at: number, more: Partial<SimulatedRequest> = {}): SimulatedRequest => ({
    at,
    blocks: blocks(['system', 5000], [`question ${at}`, 50]),
    marks: [{ block: 0 }],
    ...more,
  });

  test('the entry pays after one read for five minutes and after two reads for an hour', () => {
    const { prices } = priced('claude-opus-5');
    const sum = (lifetimeSeconds: number, uses: number): bigint =>
      simulateCache(
        Array.from({ length: uses }, (_, at) => marked(at, { marks: [{ block: 0, lifetimeSeconds }] })),
        rules,
      ).reduce((total, one) => total + simulatedCost(one, prices), 0n);
    const plain = (uses: number): bigint => BigInt(uses) * 5050n * prices.input;
    expect([sum(300, 1) > plain(1), sum(300, 2) < plain(2)]).toEqual([true, true]);
    expect([sum(3600, 2) > plain(2), sum(3600, 3) < plain(3)]).toEqual([true, true]);
  });

  test('each use renews the five minutes, free of charge', () => {
    const answers = played([marked(0), marked(4 * minute), marked(8 * minute), marked(12 * minute), marked(18 * minute)], rules);
    expect(answers.map((one) => one.written)).toEqual([5000, 0, 0, 0, 5000]);
  });

  test('the five minutes run from the start of the request, so a slow answer uses them up', () => {
    const slow = marked(0, { answersAfter: 4 * minute });
    expect(played([slow, marked(4.5 * minute)], rules)[1]?.read).toBe(5000);
    expect(played([slow, marked(6 * minute)], rules)[1]?.read).toBe(0);
  });

  test('requests that start before the first answer has begun all write', () => {
    const wave = Array.from({ length: 5 }, (_, at) => marked(at / 10, { answersAfter: 2 }));
    expect(played([...wave, marked(3)], rules).map((one) => [one.written, one.read])).toEqual([
      ...Array.from({ length: 5 }, () => [5000, 0]),
      [0, 5000],
    ]);
  });

  test('a prefix below the minimum is sent plain, and no error says so', () => {
    const short: SimulatedRequest = { at: 0, blocks: blocks(['system', 4000]), marks: [{ block: 0 }] };
    expect(played([short, { ...short, at: 1 }], rulesOf('claude-haiku-4-5'))).toEqual([
      { fresh: 4000, read: 0, written: 0 },
      { fresh: 4000, read: 0, written: 0 },
    ]);
    expect(played([short, { ...short, at: 1 }], rules)[1]?.read).toBe(4000);
  });

  test('twenty blocks behind a mark are looked at, itself included', () => {
    const turn = (count: number): SimulatedRequest => ({
      at: count,
      blocks: blocks(['system', 5000], ...Array.from({ length: count }, (_, at) => [`block ${at}`, 10] as const)),
      marks: [{ block: count }],
    });
    expect(played([turn(0), turn(19)], rules)[1]?.read).toBe(5000);
    expect(played([turn(0), turn(20)], rules)[1]?.read).toBe(0);
  });

  test('another text before the mark is another prefix', () => {
    const dated = (at: number): SimulatedRequest => ({ at, blocks: blocks([`it is ${at}`, 25], ['system', 5000]), marks: [{ block: 1 }] });
    const { prices } = priced('claude-opus-5');
    const answers = simulateCache([dated(0), dated(60), dated(120)], rules);
    const plain = 5025n * prices.input;
    expect(answers.every((one) => simulatedCost(one, prices) > plain)).toBe(true);
  });

  test.each<[Invalidation['setting'], [boolean, boolean, boolean]]>([
    ['tools', [false, false, false]],
    ['model', [false, false, false]],
    ['system', [true, false, false]],
    ['tool-choice', [true, true, false]],
  ])('another %s leaves tools, system prompt and messages: %o', (setting, [tools, system, messages]) => {
    expect(invalidationBy(setting, 'anthropic')?.keeps).toEqual({ tools, system, messages });
  });

  test('5 minutes and 1 hour in one request: the longer first, each at its own price', () => {
    const { prices } = priced('claude-opus-5');
    const [first] = simulateCache(
      [
        {
          at: 0,
          blocks: blocks(['tools', 2000], ['system', 3000], ['turn', 100]),
          marks: [{ block: 0, lifetimeSeconds: hour }, { block: 1 }],
        },
      ],
      rules,
    );
    expect(first?.writes).toEqual([
      { lifetimeSeconds: hour, tokens: 2000 },
      { lifetimeSeconds: 5 * minute, tokens: 3000 },
    ]);
    // 2,000 × $10 + 3,000 × $6.25 + 100 × $5, a million each.
    expect(exactUsd(simulatedCost(first ?? { fresh: 0, read: 0, writes: [] }, prices))).toBe('0.03925');
  });

  test('prices of reading differ by generation: a tenth, a twentieth, a fortieth', () => {
    const share = ({ prices }: { readonly prices: TokenPrices }): number => Number(prices.cacheRead ?? prices.input) / Number(prices.input);
    expect(['claude-opus-5', 'claude-opus-5-5', 'claude-fable-5-1'].map((model) => share(priced(model)))).toEqual([0.1, 0.05, 0.025]);
  });
});

describe('OpenAI', () => {
  const implicit = (at: number, ...all: readonly (readonly [string, number])[]): SimulatedRequest => ({
    at,
    blocks: blocks(...all),
    marks: [],
  });

  test('before GPT-5.5 any shared beginning hits, in steps of 128 from 1,024 tokens on, and writing is free', () => {
    const answers = simulateCache([implicit(0, ['system', 1500], ['a', 10]), implicit(9, ['system', 1500], ['b', 10])], rulesOf('gpt-4o'));
    expect(answers.map((one) => [one.read, one.writes.length])).toEqual([
      [0, 0],
      [1408, 0],
    ]);
    expect(simulateCache([implicit(0, ['system', 1000]), implicit(9, ['system', 1000])], rulesOf('gpt-4o'))[1]?.read).toBe(0);
  });

  test('before GPT-5.5 entries go after five minutes without use', () => {
    const at = (seconds: number): SimulatedRequest => implicit(seconds, ['system', 2048]);
    expect(simulateCache([at(0), at(4 * minute), at(8 * minute), at(14 * minute)], rulesOf('gpt-4o')).map((one) => one.read)).toEqual([
      0, 2048, 2048, 0,
    ]);
  });

  test('from GPT-5.6 on nothing falls back to a shorter beginning that nobody marked', () => {
    const answers = simulateCache(
      [implicit(0, ['system', 4000], ['ticket 1', 40]), implicit(9, ['system', 4000], ['ticket 2', 40])],
      rulesOf('gpt-5.6-sol'),
    );
    expect(answers.map((one) => one.read)).toEqual([0, 0]);
  });

  test('from GPT-5.6 on a mark behind the shared beginning makes it hit, and the implicit one stays', () => {
    const marked = (at: number, ticket: string): SimulatedRequest => ({
      at,
      blocks: blocks(['system', 4000], [ticket, 40]),
      marks: [{ block: 0 }],
    });
    expect(played([marked(0, 'ticket 1'), marked(9, 'ticket 2')], rulesOf('gpt-5.6-sol'))).toEqual([
      { fresh: 0, read: 0, written: 4040 },
      { fresh: 0, read: 4000, written: 40 },
    ]);
  });

  test('asked for marks only, and given none, nothing is cached', () => {
    const request = (at: number): SimulatedRequest => ({ ...implicit(at, ['system', 4000]), isExplicit: true });
    expect(played([request(0), request(9)], rulesOf('gpt-5.6-sol')).map((one) => one.fresh)).toEqual([4000, 4000]);
  });

  test('one of the four writes is the implicit one', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((id) => [id, 2000] as const);
    const request: SimulatedRequest = { at: 0, blocks: blocks(...all), marks: [0, 1, 2, 3].map((block) => ({ block })) };
    const [first] = simulateCache([request], rulesOf('gpt-5.6-sol'));
    expect(first?.writes.length).toBe(4);
    expect(first?.writes.reduce((sum, one) => sum + one.tokens, 0)).toBe(10_000);
  });

  test('thirty minutes after the last use the entry goes; twelve hours can be had at 2.5 times the price', () => {
    const rules = rulesOf('gpt-6.1-sol');
    const request = (at: number, lifetimeSeconds: number): SimulatedRequest => ({
      at,
      blocks: blocks(['system', 4000]),
      marks: [{ block: 0, lifetimeSeconds }],
    });
    expect(
      played([request(0, 1800), request(29 * minute, 1800), request(58 * minute, 1800), request(90 * minute, 1800)], rules).map(
        (one) => one.read,
      ),
    ).toEqual([0, 4000, 4000, 0]);
    expect(played([request(0, 12 * hour), request(11 * hour, 12 * hour)], rules)[1]?.read).toBe(4000);
    expect(breakEvenUses({ prices: priced('gpt-6.1-sol').prices, lifetimeSeconds: 12 * hour })).toBe(3);
  });

  test('requests with different cache keys never meet', () => {
    const request = (at: number, key: string): SimulatedRequest => ({ ...implicit(at, ['system', 2048]), key });
    expect(played([request(0, 'one'), request(1, 'two'), request(2, 'one')], rulesOf('gpt-5')).map((one) => one.read)).toEqual([
      0, 0, 2048,
    ]);
  });

  test.each<[Invalidation['setting'], boolean]>([
    ['model', false],
    ['tools', false],
    ['thinking', false],
    ['output-schema', false],
    ['tool-choice', true],
  ])('another %s keeps the prefix: %s', (setting, keeps) => {
    expect(invalidationBy(setting, 'openai')?.keeps.messages).toBe(keeps);
  });
});

describe('DeepSeek', () => {
  const rules = rulesOf('deepseek-v4-pro');
  const request = (at: number, ...all: readonly (readonly [string, number])[]): SimulatedRequest => ({
    at,
    blocks: blocks(...all),
    marks: [],
  });

  test('A+B and then A+C do not hit, but the third request that begins with A does', () => {
    const answers = played(
      [request(0, ['A', 3000], ['B', 100]), request(1, ['A', 3000], ['C', 100]), request(2, ['A', 3000], ['D', 100])],
      rules,
    );
    expect(answers.map((one) => one.read)).toEqual([0, 0, 3000]);
  });

  test('the next turn finds the whole last request with its answer', () => {
    const first = { ...request(0, ['system', 3000], ['question', 100]), answer: { id: 'answer', tokens: 200 } };
    const next = request(9, ['system', 3000], ['question', 100], ['answer', 200], ['more', 50]);
    expect(played([first, next], rules)[1]).toMatchObject({ read: 3300 });
  });
});

describe('Gemini', () => {
  const pro = priced('gemini-2.5-pro');

  test('an explicit cache of a million tokens costs $4.50 an hour with Pro', () => {
    expect(exactUsd(storageCost({ storagePerTokenHour: pro.cache?.storagePerTokenHour ?? null }, 1_000_000, hour) ?? 0n)).toBe('4.5');
  });

  test('of 100,000 tokens for ten minutes: $0.075', () => {
    expect(exactUsd(storageCost({ storagePerTokenHour: pro.cache?.storagePerTokenHour ?? null }, 100_000, 10 * minute) ?? 0n)).toBe(
      '0.075',
    );
  });

  test('storage is paid back by five uses in each hour with 2.5 Pro: four cost as much', () => {
    expect(
      usesToPayStorage({ prices: pro.prices, lifetimeSeconds: null }, { storagePerTokenHour: pro.cache?.storagePerTokenHour ?? null }),
    ).toBe(5);
  });

  test('nothing is charged for keeping what is cached by itself', () => {
    expect(storageCost({ storagePerTokenHour: priced('gpt-5').cache?.storagePerTokenHour ?? null }, 1_000_000, hour)).toBe(null);
  });
});
