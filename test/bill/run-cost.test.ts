import { describe, expect, it } from 'vitest';
import type { LineItem } from '../../server/core/bill/line-item.ts';
import { lookupIn } from '../../server/core/bill/project-lookup.ts';
import { passesOf, runCost, timesOf } from '../../server/core/bill/run-cost.ts';
import type { Loop } from '../../server/core/program/call-site.ts';
import { dollars, sampleCall, sampleEntryPoint, sampleItem, sampleLoop } from './sample.ts';

const bounded = (max: number, more: Partial<Loop> = {}): Loop => sampleLoop({ id: `max ${max}`, bound: 'bounded', max, ...more });

function costOf(items: readonly LineItem[], loops: readonly Loop[] = [], calls = items.map(({ call }) => call.id)) {
  const file = { file: 'agent.py', items, loops, entryPoints: [], prompts: [], findings: [], problems: [] };
  return runCost(sampleEntryPoint({ calls }), lookupIn([file]));
}

const item = (id: string, more: Partial<LineItem> = {}, call: Parameters<typeof sampleCall>[0] = {}): LineItem =>
  sampleItem({ cost: dollars(0.01, 0.02, 0.03), ...more, call: sampleCall({ id, ...call }) });

describe('how often a loop repeats', () => {
  it.each([
    ['a count that runs through', bounded(10, { form: 'count' }), { floor: 1, likely: 10, ceiling: 10 }],
    ['a while that the model may end', bounded(10), { floor: 1, likely: null, ceiling: 10 }],
    ['a retry', bounded(3, { kind: 'retry', form: 'each' }), { floor: 1, likely: null, ceiling: 3 }],
    ['a run counted in tool calls', bounded(5, { kind: 'agent-run', maxUnit: 'tool-calls' }), { floor: 1, likely: null, ceiling: 6 }],
    ['no bound', sampleLoop(), { floor: 1, likely: null, ceiling: null }],
    ['the size of a collection', sampleLoop({ bound: 'bounded', max: null }), { floor: 1, likely: null, ceiling: null }],
  ])('%s', (_, loop, times) => expect(passesOf(loop)).toEqual(times));

  it('multiplies from the inside out, a run first, and counts no loop twice', () => {
    const run = bounded(6, { id: 'run', kind: 'agent-run' });
    const around = bounded(10, { id: 'around', form: 'count' });
    const loops = new Map([run, around].map((loop) => [loop.id, loop]));
    const lookup = { loop: (id: string) => loops.get(id) ?? null, runOf: () => run };
    expect(timesOf(sampleCall({ multipliers: ['around'] }), lookup).ceiling).toBe(60);
    expect(timesOf(sampleCall({ multipliers: ['run', 'around'] }), lookup).ceiling).toBe(60);
  });
});

describe('one run of an entry point', () => {
  it('adds its calls, each as often as it may be made', () => {
    const { cost, missing } = costOf([item('a', {}, { multipliers: ['max 10'] }), item('b')], [bounded(10, { form: 'each' })]);
    expect(cost).toMatchObject({ per: 'run', ...pick(dollars(0.02, 0.22, 0.33)) });
    expect(missing).toEqual([]);
  });

  it('is open above where a loop has no bound, and says why', () => {
    const loop = sampleLoop({ id: 'forever' });
    const { cost, missing } = costOf([item('a', {}, { multipliers: ['forever'] })], [loop]);
    expect(cost).toMatchObject(pick(dollars(0.01, null, null)));
    expect(missing).toEqual(['loop without a bound']);
    expect(costOf([item('a', {}, { multipliers: ['gone'] })]).missing).toEqual(['a loop of unknown length']);
  });

  it('is incomplete where one price is unknown, and null where all are', () => {
    const unpriced = item('b', { cost: null });
    expect(costOf([item('a'), unpriced])).toMatchObject({ cost: pick(dollars(0.01, null, null)), missing: ['incomplete, 1 unpriced'] });
    expect(costOf([unpriced])).toEqual({ cost: null, missing: ['1 unpriced'] });
  });

  it('pays nothing twice: not a wrapper beside the calls through it, nor one call named twice', () => {
    const wrapper = item('wrapper');
    const through = item('through', {}, { via: ['wrapper'] });
    expect(costOf([wrapper, through]).cost).toMatchObject(pick(dollars(0.01, 0.02, 0.03)));
    expect(costOf([wrapper], [], ['wrapper', 'wrapper', 'gone']).cost).toMatchObject(pick(dollars(0.01, 0.02, 0.03)));
  });
});

function pick({ floor, likely, ceiling }: ReturnType<typeof dollars>): object {
  return { floor, likely, ceiling };
}
