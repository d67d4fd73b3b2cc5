import { describe, expect, it } from 'vitest';
import { type Biller, createBiller } from '../../server/core/bill/biller.ts';
import type { CountCall } from '../../server/core/bill/count.ts';
import type { CacheMark, CallSite, ModelRequest } from '../../server/core/program/call-site.ts';
import { addTokens } from '../../server/core/quantity/quantity.ts';
import { book, november } from '../prices/book.ts';
import { dollars, holePart, placeAt, sampleCall, sampleRequest, textPart, tokens } from './sample.ts';

/** Ten tokens a character, so that the arithmetic can be followed; holes have no likely size. */
const count: CountCall = (request, slots) => {
  const sizeOf = (pieces: readonly { readonly kind: string; readonly text?: string }[]) =>
    addTokens(pieces.map((piece) => (piece.kind === 'text' ? tokens((piece.text ?? '').length * 10) : tokens(0, null, null))));
  const parts = slots.map((slot) => {
    if (slot.kind === 'system') return sizeOf(request.system.slice(slot.from, slot.to));
    if (slot.kind === 'message') return sizeOf(request.messages[slot.index]?.pieces ?? []);
    return tokens(0);
  });
  return { parts, input: addTokens([...parts, tokens(5)]), pending: [] };
};

const biller: Biller = createBiller({ count, prices: book, now: november });
const bill = (request: Partial<ModelRequest>, call: Partial<CallSite> = {}) =>
  biller.item(sampleCall({ ...call, request: sampleRequest(request) }));
const model = (id: string | null, more: Partial<ModelRequest['model']> = {}): Pick<ModelRequest, 'model'> => ({
  model: { id, source: 'literal', note: null, alternatives: [], place: null, host: 'vendor', ...more },
});
const mark: CacheMark = { kind: 'block', lifetimeSeconds: 300, place: placeAt('agent.py') };
const range = (quantity: { floor: unknown; likely: unknown; ceiling: unknown } | null) =>
  quantity && [quantity.floor, quantity.likely, quantity.ceiling];
const money = (...amounts: Parameters<typeof dollars>) => range(dollars(...amounts));
const long = 'x'.repeat(500);

describe('a line item', () => {
  it('is a floor where a hole stands in the input, with its name', () => {
    const item = bill({});
    expect(range(item.input)).toEqual([115, null, null]);
    expect(range(item.output)).toEqual([0, null, 1024]);
    expect(range(item.cost)).toEqual(money(115 * 3e-6, null, null));
    expect(item.parts.map(({ role, holes }) => [role, holes])).toEqual([
      ['system', []],
      ['user', ['question']],
    ]);
    expect(item.price).toMatchObject({ provider: 'anthropic', inputPerMillion: '$3', outputPerMillion: '$15' });
  });

  it('has both ends where everything is known', () => {
    const item = bill({ parts: [textPart('user', 'x'.repeat(10))] });
    expect(range(item.cost)).toEqual(money(105 * 3e-6, null, 105 * 3e-6 + 1024 * 15e-6));
  });

  it('takes the limit of the model where nothing caps the answer', () => {
    expect(range(bill({ maxOutput: { kind: 'absent' } }).output)).toEqual([0, null, 64_000]);
    expect(bill({ maxOutput: { kind: 'unknown', name: 'options' } }).output.basis).toEqual([
      { kind: 'unknown', note: 'length of the answer, a cap may stand in options' },
    ]);
  });

  it('counts every completion that is asked for, and none of an embedding', () => {
    const settings = { ...sampleRequest().settings, completions: 3 };
    expect(bill({ settings }).output.ceiling).toBe(3072);
    expect(
      range(bill({ ...model('text-embedding-3-small'), provider: 'openai', wire: 'openai.embeddings' }, { operation: 'embed' }).output),
    ).toEqual([0, 0, 0]);
  });

  it.each([
    [model(null, { source: 'env', note: 'OPENAI_MODEL' }), 'which model answers is set by OPENAI_MODEL'],
    [model('made-up-1'), '`made-up-1` is in no price list.'],
    [model('llama3', { host: 'local' }), 'the model runs on a server of your own'],
    [model('gpt-4o', { host: 'azure' }), '`gpt-4o` is a deployment name on Azure; it does not say which model answers.'],
  ])('is not priced, and says why: %j', (request, why) => {
    const item = bill({ ...request, provider: null });
    expect(item).toMatchObject({ cost: null, price: null, unpriced: why });
  });

  it('spans the models that may answer', () => {
    const parts = [textPart('user', 'x'.repeat(10))];
    const item = bill({ ...model('claude-sonnet-4-5', { alternatives: ['claude-haiku-4-5'] }), parts });
    expect(range(item.cost)).toEqual(money(105e-6, null, 105 * 3e-6 + 1024 * 15e-6));
    const open = bill({ ...model('claude-sonnet-4-5', { alternatives: ['made-up-1'] }), parts });
    expect(range(open.cost)).toEqual([0n, null, null]);
    expect(open.unpriced).toBe('`made-up-1` is in no price list.');
  });

  it('moves as a whole to the price above a context tier', () => {
    const item = bill({
      ...model('gpt-5.4'),
      provider: 'openai',
      wire: 'openai.chat',
      parts: [textPart('user', 'x'.repeat(30_000), 'per-call')],
      maxOutput: { kind: 'set', tokens: 10, place: placeAt('a') },
    });
    expect(item.cost?.floor).toBe(dollars(300_005 * 5e-6).floor);
  });

  it('is half the price in a batch', () => {
    const settings = { ...sampleRequest().settings, isBatch: true };
    expect(range(bill({ settings }).cost)).toEqual(money(115 * 1.5e-6, null, null));
  });
});

describe('a cached prefix', () => {
  const system = textPart('system', long, 'constant', { cacheMark: mark });

  it('is written or read: the call costs from all read to all written', () => {
    const item = bill({ parts: [system, textPart('user', 'x', 'per-call')], maxOutput: { kind: 'set', tokens: 0, place: placeAt('a') } });
    expect(range(item.cost)).toEqual(money(5000 * 0.3e-6 + 15 * 3e-6, null, 5000 * 3.75e-6 + 15 * 3e-6));
    expect(range(item.classes.read)).toEqual([0, null, 5000]);
    expect(range(item.classes.write)).toEqual([0, null, 5000]);
    expect(range(item.classes.fresh)).toEqual([15, 15, 15]);
    expect(item.parts.map(({ cached }) => cached)).toEqual([true, false]);
  });

  it('is written each time where something in it changes', () => {
    const item = bill({
      parts: [textPart('system', long, 'per-call', { cacheMark: mark }), textPart('user', 'x')],
      maxOutput: { kind: 'set', tokens: 0, place: placeAt('a') },
    });
    expect(range(item.cost)).toEqual(money(5000 * 3.75e-6 + 15 * 3e-6));
  });

  it('does nothing below the minimum', () => {
    const item = bill({ parts: [textPart('system', 'x'.repeat(50), 'constant', { cacheMark: mark }), holePart('user', 'question')] });
    expect(range(item.classes.write)).toEqual([0, 0, 0]);
    expect(item.parts.map(({ cached }) => cached)).toEqual([false, false]);
  });

  it('lowers the floor where the vendor caches by itself', () => {
    const request = {
      ...model('gpt-5'),
      provider: 'openai',
      wire: 'openai.chat',
      maxOutput: { kind: 'set', tokens: 0, place: placeAt('a') },
    } as const;
    const item = bill({ ...request, parts: [textPart('system', long), textPart('user', 'x', 'per-call')] });
    expect(range(item.cost)).toEqual(money(5000 * 0.125e-6 + 15 * 1.25e-6, null, 5015 * 1.25e-6));
    expect(item.parts.map(({ cached }) => cached)).toEqual([false, false]);
  });
});
