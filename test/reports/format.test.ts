import { describe, expect, it } from 'vitest';
import { formatHint, formatMoneyRange, formatTokenRange, shortCount, shortMoney } from '../../server/reports/format.ts';
import { dollars, sampleItem, tokens } from '../bill/sample.ts';

describe('a hint', () => {
  it('says floors with ≥ and caps with ≤', () => {
    expect(formatHint(sampleItem())).toBe('≥1.8k→≤1k tok · ≥$0.009');
  });

  it('has no sign where a number is exact, and a range where both ends are known', () => {
    expect(formatHint(sampleItem({ input: tokens(310), output: tokens(0), cost: dollars(0.00031) }))).toBe('310 tok · $0.00031');
    expect(formatHint(sampleItem({ input: tokens(310), cost: dollars(0.0009, null, 0.0163) }))).toBe('310→≤1k tok · $0.0009–0.016');
  });

  it('marks an estimate', () => {
    expect(formatHint(sampleItem({ input: tokens(1690, 1842, 1990), output: tokens(0), cost: dollars(0.005, 0.0055, 0.006) }))).toBe(
      '~1.8k tok · ~$0.0055',
    );
  });

  it('says that a price is unknown, and that counting goes on', () => {
    expect(formatHint(sampleItem({ cost: null }))).toBe('≥1.8k→≤1k tok · price unknown');
    expect(formatHint(sampleItem({ pending: ['ranks/o200k_base'] }))).toBe('counting…');
  });

  it('gives up ceilings before it grows past 30 characters', () => {
    const wide = sampleItem({ input: tokens(12_300, null, 24_600), output: tokens(0, null, 128_000), cost: dollars(0.0123, null, 1.92) });
    const hint = formatHint(wide);
    expect(hint).toBe('12k–25k→≤128k tok · ≥$0.012');
    expect(hint.length).toBeLessThanOrEqual(30);
    const wider = sampleItem({
      input: tokens(123_000, null, 246_000),
      output: tokens(0, null, 128_000),
      cost: dollars(0.0000123, null, 1.92),
    });
    expect(formatHint(wider)).toBe('≥123k→≤128k tok · ≥$0.000012');
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1024, '1k'],
    [1842, '1.8k'],
    [9949, '9.9k'],
    [9950, '10k'],
    [128_000, '128k'],
    [999_499, '999k'],
    [1_048_576, '1M'],
    [1_250_000, '1.3M'],
  ])('writes %d tokens as %s', (count, said) => expect(shortCount(count)).toBe(said));

  it.each([
    [0, '$0'],
    [4e-8, '$0.00000004'],
    [0.009, '$0.009'],
    [0.00555, '$0.0056'],
    [0.0999, '$0.1'],
    [0.995, '$0.99'],
    [0.996, '$1'],
    [1.25, '$1.25'],
    [1.5, '$1.50'],
    [12, '$12'],
    [1204.4, '$1,204'],
  ])('writes %d dollars as %s', (amount, said) => expect(shortMoney(amount * 1e12)).toBe(said));

  it('says ? where nothing is known', () => {
    expect(formatTokenRange(tokens(0, null, null))).toBe('?');
    expect(formatMoneyRange(dollars(0, null, 0.5))).toBe('≤$0.5');
  });
});
