import { describe, expect, it } from 'vitest';
import { createBiller } from '../../server/core/bill/biller.ts';
import type { CountCall } from '../../server/core/bill/count.ts';
import { expectedCall } from '../../server/core/bill/expected-call.ts';
import type { LineItem } from '../../server/core/bill/line-item.ts';
import { type MonthLookup, monthCost } from '../../server/core/bill/month-cost.ts';
import { paidWhere } from '../../server/core/bill/paid.ts';
import { entryPointCost, usefulCost } from '../../server/core/bill/useful-cost.ts';
import { wastesOf } from '../../server/core/bill/wastes.ts';
import type { CallSite, Loop } from '../../server/core/program/call-site.ts';
import { addTokens } from '../../server/core/quantity/quantity.ts';
import { parseUsage } from '../../server/core/usage/parse-usage.ts';
import { usageOfCall } from '../../server/core/usage/usage.ts';
import { dollars, placeAt, sampleCall, sampleEntryPoint, sampleLoop, sampleRequest, textPart, tokens } from '../bill/sample.ts';
import { book, november } from '../prices/book.ts';

/** One token a character. */
const count: CountCall = (request, slots) => {
  const sizes = slots.map((slot) => {
    const pieces =
      slot.kind === 'system'
        ? request.system.slice(slot.from, slot.to)
        : slot.kind === 'message'
          ? (request.messages[slot.index]?.pieces ?? [])
          : [];
    return addTokens(pieces.map((piece) => (piece.kind === 'text' ? tokens(piece.text.length) : tokens(0, null, null))));
  });
  return { parts: sizes, input: addTokens(sizes), pending: [] };
};
const biller = createBiller({ count, prices: book, now: november });

/** Claude Sonnet 4.5: $3 in, $15 out, $3.75 to write for 5 minutes, $0.30 to read. */
const mark = { kind: 'block', lifetimeSeconds: 300, place: placeAt('agent.py') } as const;
const cached = {
  parts: [textPart('system', 'x'.repeat(5000), 'constant', { cacheMark: mark }), textPart('user', 'y'.repeat(100), 'per-call')],
};
const plain = { parts: [textPart('user', 'y'.repeat(1000), 'per-call')] };

function item(usage: object, request: object = plain, call: Partial<CallSite> = {}): LineItem {
  const made = biller.item(sampleCall({ ...call, request: sampleRequest(request) }));
  const named = { file: 'lineitem.usage.json', usage: parseUsage(JSON.stringify({ calls: { [made.call.id]: usage } })) };
  expect(named.usage.problems).toEqual([]);
  const found = usageOfCall(made.call.id, [named], []);
  return found === null ? made : { ...made, expected: expectedCall(made, found, { prices: book, now: november }) };
}

function lookupOf(items: readonly LineItem[], loops: readonly Loop[] = [], more: Partial<MonthLookup> = {}): MonthLookup {
  const wrappers = new Set(items.flatMap(({ call }) => call.via));
  return {
    item: (id) => items.find(({ call }) => call.id === id) ?? null,
    loop: (id) => loops.find((loop) => loop.id === id) ?? null,
    runOf: () => null,
    isPaidElsewhere: (id) => wrappers.has(id),
    entryPoints: () => [],
    ...more,
  };
}

const usd = (amount: number): bigint => BigInt(Math.round(amount * 1e12));
const likely = (one: { readonly likely: bigint | null } | null | undefined) => one?.likely;
const figures = { callsPerMonth: 1000, outputTokens: { mean: 200 } };

describe('a month of a call', () => {
  it('is its calls at the declared tokens', () => {
    const one = item({ ...figures, inputTokens: { mean: 1500 } });
    expect(likely(monthCost(one, lookupOf([one])).paid)).toBe(usd(1000 * (1500 * 3e-6 + 200 * 15e-6)));
  });

  it('is unknown without a volume, and a floor where the answer is unknown', () => {
    const silent = item({ steps: 2 });
    expect(monthCost(silent, lookupOf([silent]))).toMatchObject({ paid: null, why: 'volume unknown' });
    const open = item({ callsPerMonth: 1000 });
    expect(monthCost(open, lookupOf([open])).paid).toMatchObject({ floor: usd(1000 * 1000 * 3e-6), likely: null });
  });

  it('prices hits as reads and misses as writes, by the rules of the vendor', () => {
    const one = item({ ...figures, cacheHitRate: 0.9 }, cached);
    const hit = 5000 * 0.3e-6 + 100 * 3e-6 + 200 * 15e-6;
    const miss = 5000 * 3.75e-6 + 100 * 3e-6 + 200 * 15e-6;
    expect(likely(monthCost(one, lookupOf([one])).paid)).toBe(usd(1000 * (0.9 * hit + 0.1 * miss)));
  });

  it('knows from the time between calls whether the cache is still there', () => {
    const often = item({ ...figures, secondsBetweenCalls: 20 }, cached);
    const seldom = item({ ...figures, secondsBetweenCalls: 900 }, cached);
    expect(often.expected).toMatchObject({ hitRate: 1, notes: ['a call every 20 s keeps the cache of 300 s alive'] });
    expect(seldom.expected).toMatchObject({ hitRate: 0, notes: ['a call every 900 s: the cache lives 300 s, so nothing hits'] });
  });

  it('does not apply a hit rate to a call that asks for no cache, and says so', () => {
    expect(item({ ...figures, cacheHitRate: 0.5 }).expected?.notes).toEqual([
      'cacheHitRate is not applied: this call asks for no cache, or its prefix is too short for one',
    ]);
  });

  it('bills a batch share at the batch price, and takes the discount off all of it', () => {
    const one = item({ ...figures, batchShare: 0.5, discount: 0.1 });
    const standard = 1000 * (1000 * 3e-6 + 200 * 15e-6);
    const month = monthCost(one, lookupOf([one]));
    expect(likely(month.list)).toBe(usd(standard * 0.75));
    expect(likely(month.paid)).toBe(usd(standard * 0.75 * 0.9));
    expect(new Set(month.charges.map(({ service }) => service))).toEqual(new Set(['standard', 'batch']));
  });

  it('takes the sums of a log as they were billed, each model at its own price', () => {
    const rows = [
      { model: 'claude-sonnet-4-5', requests: 900, fresh: 90_000, write: 10_000, writeHour: 1000, read: 800_000, output: 180_000 },
      { model: 'claude-haiku-4-5', requests: 100, fresh: 100_000, output: 20_000 },
    ];
    const one = item({ callsPerMonth: 2000, measured: { rows } });
    const sonnet = 90_000 * 3e-6 + 10_000 * 3.75e-6 + 1000 * 6e-6 + 800_000 * 0.3e-6 + 180_000 * 15e-6;
    const haiku = 100_000 * 1e-6 + 20_000 * 5e-6;
    expect(likely(monthCost(one, lookupOf([one])).paid)).toBe(usd(2 * (sonnet + haiku)));
    expect(one.expected).toMatchObject({ input: 1001, output: 200 });
  });

  it('is of so many months where a report counts tokens and no requests', () => {
    const one = item({ measured: { months: 2, rows: [{ model: 'claude-sonnet-4-5', requests: 0, fresh: 1_000_000, output: 0 }] } });
    expect(likely(monthCost(one, lookupOf([one])).paid)).toBe(usd(1.5));
  });

  it('is incomplete where a measured model has no price', () => {
    const rows = [
      { model: 'claude-sonnet-4-5', requests: 1, fresh: 1000, output: 0 },
      { model: 'our-own-7', requests: 5, fresh: 1000, output: 0 },
    ];
    const one = item({ callsPerMonth: 6, measured: { rows } });
    expect(one.expected?.notes).toEqual(['5 requests of our-own-7 have no price']);
    expect(monthCost(one, lookupOf([one])).paid).toMatchObject({ floor: usd(0.003), likely: null });
  });
});

describe('a volume', () => {
  const loop = sampleLoop({ id: 'while', form: 'while', bound: 'unbounded' });
  const entryPoint = sampleEntryPoint();
  const usage = { source: 'lineitem.usage.json', runsPerMonth: 500, usefulRate: 0.8 };

  it('follows from the runs of its entry point and the steps of one run', () => {
    const one = item({ steps: 4, outputTokens: { mean: 200 } }, plain, { multipliers: ['while'] });
    const lookup = lookupOf([one], [loop], { entryPoints: () => [{ entryPoint, usage }] });
    expect(monthCost(one, lookup).volume).toEqual({ calls: 2000, why: '500 runs a month × 4 calls a run' });
    expect(entryPointCost(entryPoint, usage, lookup)).toMatchObject({ runsPerMonth: 500, perMonth: { cost: { likely: usd(12) } } });
    expect(likely(entryPointCost(entryPoint, usage, lookup).perUseful.cost)).toBe(usd(12 / 500 / 0.8));
  });

  it('is unknown where nothing tells how often the loop goes round', () => {
    const one = item({ outputTokens: { mean: 200 } }, plain, { multipliers: ['while'] });
    expect(monthCost(one, lookupOf([one], [loop], { entryPoints: () => [{ entryPoint, usage }] })).volume).toBeNull();
  });
});

describe('a useful response', () => {
  const perCall = 1000 * 3e-6 + 200 * 15e-6;

  it('pays for every step, attempt and useless answer', () => {
    const loop = sampleLoop({ id: 'while', form: 'while' });
    const one = item({ ...figures, steps: 3, attempts: 1.5, usefulRate: 0.6 }, plain, { multipliers: ['while'] });
    expect(Number(likely(usefulCost(one, lookupOf([one], [loop])).cost)) / 1e12).toBeCloseTo((perCall * 3 * 1.5) / 0.6, 10);
  });

  it('is one pass of a walk over data, whose every answer counts', () => {
    const walk = sampleLoop({ id: 'each', form: 'each', bound: 'bounded', max: 50 });
    const one = item({ ...figures, usefulRate: 0.5 }, plain, { multipliers: ['each'] });
    expect(likely(usefulCost(one, lookupOf([one], [walk])).cost)).toBe(usd(perCall * 2));
  });

  it('is a floor while steps are unknown, and unknown without a rate', () => {
    const loop = sampleLoop({ id: 'while', form: 'while' });
    const one = item({ ...figures, usefulRate: 0.5 }, plain, { multipliers: ['while'] });
    expect(usefulCost(one, lookupOf([one], [loop]))).toMatchObject({ cost: { likely: null }, why: 'steps unknown' });
    const silent = item(figures);
    expect(usefulCost(silent, lookupOf([silent]))).toMatchObject({ cost: null, why: 'how many answers are useful is unknown' });
    const never = item({ ...figures, usefulRate: 0 });
    expect(usefulCost(never, lookupOf([never]))).toMatchObject({ cost: null, why: 'no answer was useful' });
  });
});

describe('the wastes', () => {
  it('are shares that never count the same money twice', () => {
    const loop = sampleLoop({ id: 'while', form: 'while' });
    const one = item({ ...figures, steps: 3, attempts: 2, usefulRate: 0.6 }, plain, { multipliers: ['while'] });
    const shares = wastesOf(one, [dollars(0.0012)], lookupOf([one], [loop])).map(({ kind, share }) => [kind, Number(share?.toFixed(6))]);
    // Half is the second attempt; of the other half two fifths were of no use; a fifth of what is left need not be sent.
    expect(shares).toEqual([
      ['input not needed', 0.06],
      ['output paid for again', 0.5],
      ['steps beyond what was useful', 0.2],
    ]);
  });

  it('are unknown where usage does not tell', () => {
    const loop = sampleLoop({ id: 'while', form: 'while' });
    const one = item(figures, plain, { multipliers: ['while'] });
    expect(wastesOf(one, [], lookupOf([one], [loop])).map(({ share }) => share)).toEqual([null, 0, null]);
  });
});

describe('a wrapper and its callers', () => {
  const wrapper = (usage: object): LineItem => item(usage, plain, { id: 'llm.py#ask/create~1' });
  const caller = (usage: object, id = 'a.py#x/wrapper:create~1'): LineItem => item(usage, plain, { id, via: ['llm.py#ask/create~1'] });

  it('are paid by the callers', () => {
    const items = [wrapper({}), caller(figures)];
    expect([...paidWhere(items, lookupOf(items))]).toEqual([['llm.py#ask/create~1', 'by its callers']]);
  });

  it('are paid at the wrapper where production counts only there', () => {
    const items = [wrapper(figures), caller({}), caller({}, 'b.py#y/wrapper:create~1')];
    expect([...paidWhere(items, lookupOf(items)).values()]).toEqual(['here', 'by its wrapper', 'by its wrapper']);
  });

  it('are never paid at both', () => {
    const items = [wrapper(figures), caller(figures)];
    expect([...paidWhere(items, lookupOf(items)).values()]).toEqual(['by its callers']);
  });
});
