import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Priced, priceTokens, type RequestTokens } from '../../server/core/prices/index.ts';
import { exactUsd } from '../../server/core/quantity/money.ts';
import { exactTokens, noTokens, type TokenQuantity } from '../../server/core/quantity/quantity.ts';
import { priced } from './book.ts';

const tokens = (fresh: number | TokenQuantity, output: number | TokenQuantity, more: Partial<RequestTokens> = {}): RequestTokens => ({
  fresh: typeof fresh === 'number' ? exactTokens(fresh, 'test') : fresh,
  output: typeof output === 'number' ? exactTokens(output, 'test') : output,
  read: noTokens,
  write: [],
  ...more,
});

const range = (floor: number, likely: number | null, ceiling: number | null): TokenQuantity => ({
  unit: 'tokens',
  per: 'call',
  floor,
  likely,
  ceiling,
  basis: [],
});

const usd = (amount: bigint | null | undefined): string | null => (amount === null || amount === undefined ? null : exactUsd(amount));

const total = (request: RequestTokens, model: Priced, options = {}) => {
  const { floor, likely, ceiling } = priceTokens(request, model, options).total;
  return [usd(floor), usd(likely), usd(ceiling)];
};

describe('a request', () => {
  test('classes are exclusive and each has its price', () => {
    const request = tokens(1000, 500, {
      read: exactTokens(10_000, 'cached'),
      write: [
        { lifetimeSeconds: 300, tokens: exactTokens(2000, 'short') },
        { lifetimeSeconds: 3600, tokens: exactTokens(3000, 'long') },
      ],
    });
    const answer = priceTokens(request, priced('claude-opus-4-8'), { per: 'run' });
    expect(answer.classes.map((one) => [one.class, usd(one.money.likely)])).toEqual([
      ['fresh', '0.005'],
      ['write', '0.0125'],
      ['write', '0.03'],
      ['read', '0.005'],
      ['output', '0.0125'],
    ]);
    expect([usd(answer.total.likely), answer.total.per]).toEqual(['0.065', 'run']);
  });

  test('writing is not charged where the vendor does not charge it, and reading costs input where no discount is listed', () => {
    const write = [{ lifetimeSeconds: null, tokens: exactTokens(1000, 'new') }];
    expect(total(tokens(0, 0, { write }), priced('gpt-4o'))[1]).toBe('0.0025');
    expect(total(tokens(0, 0, { read: exactTokens(1000, 'old') }), priced('gpt-5-pro'))[1]).toBe('0.015');
  });

  test('a lifetime between two offered ones costs the longer one', () => {
    const write = [{ lifetimeSeconds: 600, tokens: exactTokens(1000, 'new') }];
    expect(total(tokens(0, 0, { write }), priced('claude-opus-5'))[1]).toBe('0.01');
  });
});

describe('unknowns', () => {
  const opus = priced('claude-opus-5');

  test('the floor comes from floors; what production alone knows has no likely; no bound has no ceiling', () => {
    expect(total(tokens(range(1000, null, null), range(0, null, 4000)), opus)).toEqual(['0.005', null, null]);
    expect(total(tokens(range(1000, 1200, 1500), range(0, 300, 4000)), opus)).toEqual(['0.005', '0.0135', '0.1075']);
  });

  test('an unknown output price leaves the rest known from below', () => {
    expect(total(tokens(1000, 0), priced('text-embedding-3-small'))).toEqual(['0.00002', '0.00002', '0.00002']);
    expect(total(tokens(1000, 10), priced('text-embedding-3-small'))).toEqual(['0.00002', null, null]);
  });

  test('estimates are rounded to whole tokens outwards', () => {
    expect(total(tokens(range(10.9, 11.5, 12.1), 0), opus)).toEqual(['0.00005', '0.00006', '0.000065']);
  });
});

describe('context tiers', () => {
  const sol = priced('gpt-5.6-sol');

  test('from the threshold on, all of the request moves, output included', () => {
    expect(total(tokens(271_999, 1000), sol)[1]).toBe('1.107996');
    expect(total(tokens(272_000, 1000), sol)[1]).toBe('2.206');
  });

  test('cached tokens count towards the length', () => {
    const answer = priceTokens(tokens(1, 0, { read: exactTokens(271_999, 'cached') }), sol);
    expect([answer.tier, usd(answer.total.likely)]).toEqual([{ floor: 271_999, ceiling: 271_999 }, '0.2176072']);
  });

  test('floor and ceiling each take the tier they fall in', () => {
    const answer = priceTokens(tokens(range(100_000, 150_000, 300_000), 1000), sol);
    expect(answer.tier).toEqual({ floor: null, ceiling: 271_999 });
    expect([usd(answer.total.floor), usd(answer.total.likely), usd(answer.total.ceiling)]).toEqual(['0.42', '0.62', '2.43']);
  });

  test('without a bound on the input, the output’s ceiling is that of the highest tier', () => {
    const output = priceTokens(tokens(range(1000, null, null), 1000), sol).classes.find((one) => one.class === 'output');
    expect([usd(output?.money.floor), usd(output?.money.ceiling)]).toEqual(['0.02', '0.03']);
  });

  test('Haiku 5.5 costs five times as much above 100,000 tokens', () => {
    expect(total(tokens(100_000, 0), priced('claude-haiku-5-5'))[1]).toBe('0.01');
    expect(total(tokens(100_001, 0), priced('claude-haiku-5-5'))[1]).toBe('0.0500005');
  });
});

describe('daily windows', () => {
  test('become floor and ceiling; likely is the price in force longest', () => {
    const answer = priceTokens(tokens(1_000_000, 0), priced('deepseek-v4-pro'));
    expect([usd(answer.total.floor), usd(answer.total.likely), usd(answer.total.ceiling)]).toEqual(['0.66', '0.66', '1.32']);
    expect(answer.total.basis).toContainEqual({ kind: 'unknown', note: 'time-of-day prices' });
  });

  test('the longest window may be the dear one', () => {
    expect(total(tokens(1_000_000, 0), priced('deepseek-chat'))).toEqual(['0.135', '0.27', '0.27']);
  });
});

describe('services', () => {
  test('batch halves, and stacks with caching where the vendor says so', () => {
    const request = tokens(1000, 1000, { read: exactTokens(1000, 'cached') });
    expect(total(request, priced('claude-opus-5'), { service: 'batch' })[1]).toBe('0.01525');
    expect(total(request, priced('gpt-4o'), { service: 'batch' })[1]).toBe('0.0075');
    expect(total(request, priced('openrouter/openai/gpt-5.5:batch'))[1]).toBe('0.02');
  });

  test('fast and in-region processing multiply', () => {
    expect(total(tokens(1000, 0), priced('claude-opus-5'), { service: 'fast' })[1]).toBe('0.01');
    expect(total(tokens(1000, 0), priced('claude-opus-5'), { service: 'batch', processing: 'in-region' })[1]).toBe('0.00275');
  });

  test('an unlisted batch price is at most the standard price, an unlisted priority price at least', () => {
    expect(total(tokens(1000, 0), priced('grok-4.5'), { service: 'batch' })).toEqual(['0', null, '0.002']);
    expect(total(tokens(1000, 0), priced('grok-4.5'), { service: 'priority' })).toEqual(['0.002', null, null]);
  });
});

test('floor ≤ likely ≤ ceiling, and classes add up to the total', () => {
  const models = ['claude-opus-5', 'claude-haiku-5-5', 'gpt-5.6-sol', 'gemini-2.5-pro', 'deepseek-v4-pro', 'grok-4.5'].map((id) =>
    priced(id),
  );
  const quantity = fc
    .tuple(fc.nat(400_000), fc.nat(100_000), fc.nat(100_000))
    .map(([floor, more, evenMore]) => range(floor, floor + more, floor + more + evenMore));
  fc.assert(
    fc.property(fc.constantFrom(...models), quantity, quantity, quantity, quantity, (model, fresh, read, write, output) => {
      const answer = priceTokens({ fresh, read, output, write: [{ lifetimeSeconds: null, tokens: write }] }, model);
      const { floor, likely, ceiling } = answer.total;
      expect(likely !== null && ceiling !== null && floor <= likely && likely <= ceiling).toBe(true);
      expect(answer.classes.reduce((sum, one) => sum + (one.money.likely ?? 0n), 0n)).toBe(likely);
    }),
  );
});
