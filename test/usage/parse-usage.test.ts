import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreement, fingerprintOf } from '../../server/core/usage/fingerprint.ts';
import { parseUsage } from '../../server/core/usage/parse-usage.ts';
import { usageOfCall } from '../../server/core/usage/usage.ts';
import { sampleCall, sampleRequest, textPart } from '../bill/sample.ts';

/** Each problem with the text that it stands on. */
const problems = (text: string): readonly (readonly [string, string])[] =>
  parseUsage(text).problems.map(({ span, message }) => [text.slice(span.start, span.end), message]);

describe('a usage file', () => {
  it('may have comments and trailing commas', () => {
    const parsed = parseUsage('// ours\n{ "calls": { "a.py#x/create~1": { "callsPerMonth": 10, } } }');
    expect(parsed.problems).toEqual([]);
    expect(parsed.calls.get('a.py#x/create~1')?.value).toEqual({ callsPerMonth: 10 });
  });

  it.each([
    ['{ "calls": { "a": { "usefulRate": 1.2 } } }', '1.2', '`usefulRate`: at most 1. This entry is not applied.'],
    ['{ "calls": { "a": { "cacheHitRate": -1 } } }', '-1', '`cacheHitRate`: at least 0. This entry is not applied.'],
    ['{ "calls": { "a": { "attempts": 0.5 } } }', '0.5', '`attempts`: at least 1. This entry is not applied.'],
    ['{ "calls": { "a": { "discount": 1 } } }', '1', '`discount`: at most 1, and less. This entry is not applied.'],
    ['{ "calls": { "a": { "callPerMonth": 3 } } }', '3', 'There is no field `callPerMonth` here. This entry is not applied.'],
    [
      '{ "calls": { "a": { "inputTokens": { "p50": 9, "p95": 3 } } } }',
      '{ "p50": 9, "p95": 3 }',
      '`inputTokens`: p50 is above p95. This entry is not applied.',
    ],
    ['{ "defaults": { "batchShare": "half" } }', '"half"', '`batchShare`: expected number, received string. The defaults are not applied.'],
    ['{ "asOf": "October" }', '"October"', 'A day looks like 2026-10-31.'],
    ['{ "callls": {} }', '"callls"', 'There is no field `callls` here.'],
  ])('says what is wrong in %s at its place', (text, at, message) => expect(problems(text)).toEqual([[at, message]]));

  it('applies neither of two entries for one call', () => {
    const text = '{ "calls": { "a": { "steps": 2 }, "b": {}, "a": { "steps": 3 } } }';
    expect(problems(text)).toEqual(
      Array.from({ length: 2 }, () => ['"a"', 'There are two entries for `a`; neither is applied. Keep one.']),
    );
    expect([...parseUsage(text).calls.keys()]).toEqual(['b']);
  });

  it('keeps the entries beside a broken one', () => {
    const parsed = parseUsage('{ "calls": { "a": { "steps": 0 }, "b": { "steps": 2 } } }');
    expect([...parsed.calls.keys()]).toEqual(['b']);
  });

  it.each(['', '{', '[]', '{ "calls": [] }', 'null', '{ "calls": { "a": 3 } }', '\u0000', '{"calls":{"a":{"measured":{"rows":[]}}}}'])(
    'is one message, and no crash, for %j',
    (text) => expect(parseUsage(text).problems).toHaveLength(1),
  );
});

describe('any text', () => {
  const whole =
    '{ // ours\n  "asOf": "2026-10-31", "defaults": { "discount": 0.1 },\n  "calls": { "a#b/c~1": { "inputTokens": { "p50": 1, "p95": 2 }, "steps": 3 } }, "entryPoints": { "a#b": { "runsPerMonth": 9 } } }';

  it('is read or has a message at a place in it, and never crashes', () => {
    const isSound = (text: string): void => {
      for (const { span, message } of parseUsage(text).problems) {
        expect(span.start).toBeLessThanOrEqual(text.length);
        expect(message).toMatch(/\.$/);
        expect(message).not.toContain('undefined');
      }
    };
    fc.assert(fc.property(fc.string(), isSound));
    fc.assert(fc.property(fc.json(), isSound));
    const cut = fc.tuple(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 4 }));
    fc.assert(fc.property(cut, ([at, length, text]) => isSound(whole.slice(0, at) + text + whole.slice(at + length))));
  });
});

describe('usage of a call', () => {
  const named = (file: string, text: string) => ({ file, usage: parseUsage(text) });
  const root = named('lineitem.usage.json', '{ "defaults": { "discount": 0.1, "steps": 9 }, "calls": { "a": { "steps": 2 } } }');
  const near = named('app/lineitem.usage.json', '{ "calls": { "a": { "usefulRate": 0.5 } } }');

  it('is the nearest entry, with the defaults where it says nothing', () => {
    expect(usageOfCall('a', [near, root], [])).toMatchObject({
      source: 'app/lineitem.usage.json',
      from: 'declared',
      usefulRate: 0.5,
      discount: 0.1,
      steps: 9,
    });
    expect(usageOfCall('a', [root], [])).toMatchObject({ steps: 2, discount: 0.1, callsPerMonth: null });
  });

  it('is the default where no entry is its own, and nothing without both', () => {
    expect(usageOfCall('other', [root], [])).toMatchObject({ from: 'default', steps: 9 });
    expect(usageOfCall('other', [near], [])).toBeNull();
  });

  it('takes the figures of the run that makes the call', () => {
    expect(usageOfCall('other', [near], [{ runsPerMonth: 3, steps: 4 }])).toMatchObject({ from: 'declared', steps: 4 });
  });
});

describe('a fingerprint', () => {
  const print = (model: string, text: string) =>
    fingerprintOf(
      sampleCall({ request: sampleRequest({ model: { ...sampleRequest().model, id: model }, parts: [textPart('system', text)] }) }),
    );

  it('stands while the model or the text is still the same', () => {
    expect(disagreement(print('gpt-5.4', 'You sort mail.'), print('gpt-5.5', 'You sort mail.'))).toBeNull();
    expect(disagreement(print('gpt-5.4', 'You sort mail.'), print('gpt-5.4', 'You sort letters.'))).toBeNull();
    expect(disagreement(print('gpt-5.4', 'You  sort\nmail.'), print('gpt-5.4', 'You sort mail.'))).toBeNull();
  });

  it('falls where both are others', () => {
    expect(disagreement(print('gpt-5.4', 'You sort mail.'), print('gpt-5.5', 'You write poems.'))).toBe(
      'made for a call of gpt-5.4 with another prompt',
    );
  });
});
