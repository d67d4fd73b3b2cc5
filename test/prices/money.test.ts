import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  divideHalfEven,
  exactUsd,
  formatPricePerMillion,
  formatUsd,
  parseDecimal,
  parsePricePerMillion,
  parseUsd,
  picodollarsPerUsd,
  scaleMoney,
} from '../../server/core/quantity/money.ts';
import { addMoney, type MoneyQuantity } from '../../server/core/quantity/quantity.ts';

const usd = (text: string): bigint => parseUsd(text) ?? -1n;

describe('money', () => {
  test.each([
    ['3', 3_000_000n],
    ['0.0028', 2_800n],
    ['0.003625', 3_625n],
    ['2.5e-7', 0n],
    ['5e-7', 0n],
    ['1.5e-6', 2n],
    ['2.5e-6', 2n],
    ['75', 75_000_000n],
    ['', null],
    ['abc', null],
    ['.', null],
  ])('%s USD a million tokens', (text, picodollars) => {
    expect(parsePricePerMillion(text)).toBe(picodollars);
  });

  test('halves go to the even neighbour, on both sides of zero', () => {
    expect([1n, 3n, 5n, 7n, -1n, -3n, -5n].map((half) => divideHalfEven(half, 2n))).toEqual([0n, 2n, 2n, 4n, 0n, -2n, -2n]);
    expect(divideHalfEven(7n, -2n)).toBe(-4n);
  });

  test('several multiples round once', () => {
    const half = parseDecimal('0.5');
    const tenth = parseDecimal('1.1');
    expect(half && tenth && scaleMoney(5n, half, tenth)).toBe(3n);
  });

  test.each([
    ['0', '$0'],
    ['0.00003', '<$0.0001'],
    ['0.0001', '$0.0001'],
    ['0.009', '$0.009'],
    ['0.0116', '$0.0116'],
    ['0.01', '$0.01'],
    ['0.5', '$0.50'],
    ['0.1234', '$0.123'],
    ['0.99996', '$1.00'],
    ['1.236', '$1.24'],
    ['124.5', '$124.50'],
    ['1240.4', '$1,240'],
    ['1234567', '$1,234,567'],
    ['-0.009', '-$0.009'],
    ['-0.00001', '>-$0.0001'],
  ])('%s shows as %s', (amount, shown) => {
    expect(formatUsd(usd(amount))).toBe(shown);
  });

  test('a price shows as vendors print it', () => {
    expect([3_000_000n, 2_800n, 150_000n].map(formatPricePerMillion)).toEqual(['$3', '$0.0028', '$0.15']);
  });

  test('exports keep every digit', () => {
    expect(exactUsd(2_500n)).toBe('0.0000000025');
    expect(exactUsd(-picodollarsPerUsd)).toBe('-1');
    fc.assert(
      fc.property(fc.bigInt(), (amount) => {
        expect(parseUsd(exactUsd(amount))).toBe(amount);
      }),
    );
  });

  test('sums are exact in any order', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 24n }), { minLength: 1, maxLength: 50 });
    const quantity = (amount: bigint): MoneyQuantity => ({
      unit: 'USD',
      per: 'call',
      floor: amount,
      likely: amount,
      ceiling: amount,
      basis: [],
    });
    fc.assert(
      fc.property(amounts, (list) => {
        const total = list.reduce((sum, amount) => sum + amount, 0n);
        expect(addMoney(list.map(quantity)).likely).toBe(total);
        expect(addMoney(list.toReversed().map(quantity)).floor).toBe(total);
      }),
    );
  });
});
