import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { catalogueFrom, newestDayIn, readCatalogueSource } from '../../server/core/prices/catalogue-source.ts';
import { readFirstLiteral } from '../../server/core/prices/read-literal.ts';

const head = { version: '1', date: '2026-09-23', sha256: '0'.repeat(64), license: 'MIT' };
const model = { id: 'm', match: { equals: 'm' }, prices: { input_mtok: 3, output_mtok: 15 } };

describe('a literal in a script', () => {
  it('is read as the script would have it, and the script is not run', () => {
    const code = 'const E = [{ id: "a", "b-c": [1, .5, -2e3, !0, !1, null], t: `x\\n\\u00e9`, u: \'it\\\'s\' }];\nthrow new Error("run")';
    expect(readFirstLiteral(code)).toEqual([{ id: 'a', 'b-c': [1, 0.5, -2000, true, false, null], t: 'x\né', u: "it's" }]);
  });

  it('reads what the package holds as the package itself does', async () => {
    const file = createRequire(import.meta.url)
      .resolve('@pydantic/genai-prices')
      .replace('index.cjs', 'index.js');
    const source = readCatalogueSource(readFirstLiteral(readFileSync(file, 'utf8')));
    expect(source.length).toBeGreaterThan(30);
    expect(source.find(({ id }) => id === 'anthropic')?.models.length).toBeGreaterThan(10);
  });

  for (const code of ['const E = [1 + 1]', 'const E = [f()]', 'const E = [`${x}`]', 'const E = [', 'nothing'])
    it(`takes nothing that would have to be computed: ${code}`, () => expect(() => readFirstLiteral(code)).toThrow(/no plain data/));
});

describe('a catalogue', () => {
  it('becomes picodollars a token', () => {
    const [provider] = catalogueFrom(readCatalogueSource([{ id: 'p', name: 'P', models: [model] }]), head).providers;
    expect(provider?.models).toEqual([{ id: 'm', match: '=m', periods: ['3000000 15000000'] }]);
  });

  it('says what is wrong with it', () => {
    expect(() => readCatalogueSource([{ id: 'p', name: 'P', models: [{ ...model, prices: { input_mtok: 'three' } }] }])).toThrow();
    expect(() => readCatalogueSource({})).toThrow();
  });

  it('is as old as the newest day that it speaks of', () => {
    const dated = [{ prices_checked: '2026-08-01' }, { start_date: '2027-01-01' }, { start_date: '2026-03-01' }];
    expect(newestDayIn(dated, '2026-11-01')).toBe('2026-08-01');
    expect(newestDayIn([], '2026-11-01')).toBeNull();
  });
});
