import { describe, expect, it } from 'vitest';
import { createBiller } from '../../server/core/bill/biller.ts';
import { type ComparableModel, comparableModels } from '../../server/core/bill/comparable-models.ts';
import { compareModels } from '../../server/core/bill/compare-models.ts';
import type { CountCall } from '../../server/core/bill/count.ts';
import type { ModelRequest } from '../../server/core/program/call-site.ts';
import { comparisonRows, describeComparison, renderComparisonText } from '../../server/reports/compare-models.ts';
import { book, november } from '../prices/book.ts';
import { holePart, placeAt, sampleCall, sampleRequest, textPart, tokens } from './sample.ts';

/** A hundred tokens, and a quarter more with another vendor's tokenizer, give or take eight percent. */
const count: CountCall = ({ model }, slots) => {
  const isClaude = model?.startsWith('claude') === true;
  const basis = { kind: 'estimated', error: 0.08, note: '' } as const;
  const input = { ...tokens(isClaude ? 125 : 100), basis: isClaude ? [basis] : [] };
  return { parts: slots.map(() => tokens(1)), input, pending: [] };
};
const biller = createBiller({ count, prices: book, now: november });

function compare(request: Partial<ModelRequest>, models?: readonly ComparableModel[]) {
  const own = biller.item(sampleCall({ request: sampleRequest({ parts: [textPart('user', 'Hello')], ...request }) }));
  const comparison = compareModels(own, { bill: biller.item, prices: book, now: november, ...(models === undefined ? {} : { models }) });
  if (comparison === null) throw new Error('Nothing was pending.');
  return comparison;
}

const named = (id: string): ComparableModel => {
  const found = comparableModels.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not in the table.`);
  return found;
};

describe('models for one request', () => {
  it('are ranked by what a call costs at its cap, with the own model among them', () => {
    const { ranked, rankedBy } = compare({});
    expect(rankedBy).toBe('cost at the cap');
    expect(ranked.filter(({ isOwn }) => isOwn).map(({ id }) => id)).toEqual(['claude-sonnet-4-5']);
    const amounts = ranked.map(({ amount }) => amount);
    expect(amounts).toEqual([...amounts].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('are ranked by what is sent where nothing caps the answer', () => {
    expect(compare({ maxOutput: { kind: 'absent' } }).rankedBy).toBe('cost of the input');
  });

  it('count a whole answer also where the input is open', () => {
    const { ranked } = compare({ parts: [textPart('user', 'Hello'), holePart('user', 'question')] }, [named('gpt-5.4')]);
    expect(ranked.find(({ id }) => id === 'gpt-5.4')?.amount).toBeGreaterThan(1024n * 15_000_000n);
  });

  it('say how their tokenizers differ, with the error', () => {
    const comparison = compare({}, [named('gpt-5.4')]);
    expect(comparison.ranked.find(({ isOwn }) => !isOwn)?.tokens?.likely).toBeCloseTo(-0.2);
    expect(comparisonRows(comparison).find(({ id }) => id === 'gpt-5.4')?.tokens).toBe('100 (−20 % ±8 %)');
  });

  it('are left out where they cannot take the request, with the reason', () => {
    const image = {
      ...textPart('user', ''),
      pieces: [{ kind: 'image', name: 'photo', stability: 'per-call', place: placeAt('agent.py') } as const],
    };
    expect(compare({ parts: [image] }).unfit).toContainEqual({ id: 'deepseek-v4-pro', why: 'it reads no images' });
    const long = compare({ maxOutput: { kind: 'set', tokens: 100_000, place: placeAt('agent.py') } }, [named('claude-haiku-4-5')]);
    expect(long.unfit).toEqual([{ id: 'claude-haiku-4-5', why: 'it answers with 64000 tokens at most' }]);
    expect(describeComparison(long)).toMatch(/Left out: claude-haiku-4-5/);
  });

  it('read as a table in a terminal', () => {
    const text = renderComparisonText(compare({}, [named('gpt-5.4')]));
    expect(text.split('\n')[0]).toMatch(/model +provider +tokens in +from +at its cap +change/);
    expect(text).toMatch(/\* claude-sonnet-4-5/);
  });

  it('are all in the price list', () => {
    for (const { id, provider } of comparableModels)
      expect(book.lookup({ model: id, provider, at: november }), id).toMatchObject({ kind: 'priced' });
  });
});
