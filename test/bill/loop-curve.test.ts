import { describe, expect, it } from 'vitest';
import { loopCurve } from '../../server/core/bill/loop-curve.ts';
import { priced } from '../prices/book.ts';
import { sampleCall, sampleItem, sampleLoop, sampleRequest, textPart, tokens } from './sample.ts';

/** $3 in, $15 out, $3.75 to write, $0.30 to read; nothing shorter than 1,024 tokens is cached. */
const sonnet = { prices: priced('claude-sonnet-4-5').prices, minimumTokens: 1024 };
const usd = (amount: number): bigint => BigInt(Math.round(amount * 1e12));

const growing = sampleItem({
  call: sampleCall({
    request: sampleRequest({ parts: [textPart('system', 'x'), textPart('history', 'y', 'per-call', { growth: 'per-turn' })] }),
  }),
  input: tokens(2000),
  rates: sonnet,
});

describe('what a loop costs step by step', () => {
  it('pays a growing conversation in full each time, or writes what is new and reads the rest', () => {
    const curve = loopCurve(sampleLoop({ max: 3, bound: 'bounded' }), [growing]);
    expect(curve?.assumes).toBe('each step adds 1024 tokens, its cap; answers of 1024 tokens, their cap');
    const answer = 1024 * 15e-6;
    const first = { plain: 2000 * 3e-6 + answer, cached: 2000 * 3.75e-6 + answer };
    expect(curve?.points[0]).toEqual({ step: 1, withoutCache: usd(first.plain), withCache: usd(first.cached) });
    expect(curve?.points[1]).toEqual({
      step: 2,
      withoutCache: usd(first.plain + 3024 * 3e-6 + answer),
      withCache: usd(first.cached + 2000 * 0.3e-6 + 1024 * 3.75e-6 + answer),
    });
    expect(curve?.points).toHaveLength(3);
  });

  it('takes the growth that usage tells', () => {
    const usage = { outputTokens: { mean: 200 }, steps: 5 };
    const measured = { ...growing, expected: { input: 2400, output: 200, usage } };
    // A test's own object stands for what the usage file gives.
    const curve = loopCurve(sampleLoop({ max: null }), [Object.assign(sampleItem(), measured)]);
    expect(curve?.assumes).toBe('each step adds 200 tokens, by the usage file; the usage file’s answers');
    expect(curve?.points).toHaveLength(14);
    expect(curve?.points.at(-1)?.step).toBe(40);
  });

  it('says nothing where nothing says how much a step adds', () => {
    const open = sampleItem({ ...growing, call: { ...growing.call, request: { ...growing.call.request, maxOutput: { kind: 'absent' } } } });
    expect(loopCurve(sampleLoop(), [open])).toBeNull();
    expect(loopCurve(sampleLoop(), [sampleItem({ rates: null })])).toBeNull();
    expect(loopCurve(sampleLoop({ kind: 'retry' }), [growing])).toBeNull();
  });

  it('has no cached line where a vendor sells none', () => {
    const uncached = sampleItem({ ...growing, rates: { ...sonnet, minimumTokens: null } });
    expect(loopCurve(sampleLoop({ max: 2 }), [uncached])?.points.map(({ withCache }) => withCache)).toEqual([null, null]);
  });

  it('caches no prefix below the minimum', () => {
    const short = sampleItem({ ...growing, input: tokens(300), rates: { ...sonnet, minimumTokens: 1_000_000 } });
    for (const { withCache, withoutCache } of loopCurve(sampleLoop({ max: 4 }), [short])?.points ?? [])
      expect(withCache).toBe(withoutCache);
  });
});
