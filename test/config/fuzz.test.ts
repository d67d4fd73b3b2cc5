import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/core/config/read.ts';
import { configSchema } from '../../server/core/config/schema.ts';
import { createConfigStore } from '../../server/core/config/store.ts';

const sound = {
  root: true,
  rules: { LI401: 'error', 'volatile-prefix': { severity: 'hint' }, cache: 'info' },
  minSaving: { run: 0.01, month: 5 },
  budgets: { callSites: { '*': { call: 0.05 } }, entryPoints: { 'src/a.py#main': { run: 2 } }, project: { month: 500 } },
  overrides: [
    { files: ['tests/'], rules: { loops: 'off' } },
    { files: ['*.ts'], preview: true },
  ],
  ignore: ['vendor/'],
  owners: { '*': 'platform' },
  currency: { code: 'EUR', rate: 0.92, date: '2026-11-01' },
  prices: { 'openai/x': { input: 2, output: 12, date: '2026-10-01', source: 'contract' } },
  preview: false,
};
const soundText = JSON.stringify(sound, null, 2);

/** Every place of a value in the settings. */
const places = (value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [
        ...(path.length > 0 ? [path] : []),
        ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, Array.isArray(value) ? Number(key) : key])),
      ];

function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? replaced(one, rest, by) : one));
  return { ...Object(value), [key]: replaced(Object(value)[key], rest, by) };
}

const problemsOf = (text: string) => readConfig('lineitem.json', text).problems;

describe('settings that are broken', () => {
  it('are sound to begin with', () => {
    expect(problemsOf(soundText)).toEqual([]);
    expect(readConfig('lineitem.json', soundText).value).toEqual(sound);
  });

  it('never stop anything, and each problem has a place in the text', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.json(),
      fc
        .tuple(fc.nat(soundText.length), fc.nat(12), fc.string({ maxLength: 4 }))
        .map(([at, gone, put]) => soundText.slice(0, at) + put + soundText.slice(at + gone)),
      fc.tuple(fc.constantFrom(...places(sound)), fc.jsonValue()).map(([path, value]) => JSON.stringify(replaced(sound, path, value))),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { value, problems } = readConfig('lineitem.json', text);
        expect(configSchema.safeParse(value).success).toBe(true);
        for (const { at, message } of problems) {
          expect(message).toMatch(/^.+\.$/s);
          expect(at.span.start).toBeLessThanOrEqual(at.span.end);
          expect(at.span.end).toBeLessThanOrEqual(text.length);
        }
        const store = createConfigStore({ preview: false, isMissing: () => true });
        store.set('lineitem.json', text);
        store.of('src/deep/a.py');
        store.problems('lineitem.json');
      }),
      { numRuns: 500 },
    );
  });

  it('say one thing of one value that does not fit, inside of it, and keep all others', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places(sound)), (path) => {
        // A list of lists of numbers fits nowhere.
        const text = JSON.stringify(replaced(sound, path, [[7]]), null, 2);
        const { problems, value } = readConfig('lineitem.json', text);
        expect(problems.map(({ message }) => message)).toHaveLength(1);
        const [problem] = problems;
        expect(text.slice(problem?.at.span.start)).toMatch(/^\[/);
        for (const key of Object.keys(sound)) if (key !== path[0]) expect(value).toHaveProperty(key);
      }),
    );
  });

  it.each([
    ['', 'This file is empty.'],
    ['{', 'A `}` is missing.'],
    ['{ "preview": tru }', 'This word means nothing in JSON.'],
    ['{ "preview": true, "rules": { "LI401": "off" ', 'A `}` is missing.'],
    ['{ preview: true }', 'This word means nothing in JSON.'],
    ['{ "preview" true }', 'A colon is missing here.'],
    ['{ "root": true "preview": true }', 'A comma is missing before this.'],
    ['{} more', 'This word means nothing in JSON.'],
    ['[]', '`[]` does not fit here.'],
    ['7', '`7` does not fit here.'],
    ['{ "rules": { "LI999": "off" } }', 'There is no setting `LI999` here.'],
    ['{ "overrides": [{ "preview": true }] }', '`files` is missing.'],
    ['{ "budgets": { "callSites": { "*": { "run": 1 } } } }', 'There is no setting `run` here.'],
  ])('say of %j once: %s', (text, message) => {
    expect(problemsOf(text).map((one) => one.message)).toEqual([message]);
  });
});
