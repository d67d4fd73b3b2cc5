import { describe, expect, it } from 'vitest';
import { writeBaseline } from '../../server/core/config/baseline.ts';
import { budgetsFor } from '../../server/core/config/budgets.ts';
import { createConfigStore } from '../../server/core/config/store.ts';

function storeOf(files: Readonly<Record<string, object>>, missing: readonly string[] = []) {
  const store = createConfigStore({ preview: false, isMissing: (file) => missing.includes(file) });
  for (const [file, value] of Object.entries(files)) store.set(file, JSON.stringify(value));
  return store;
}

describe('the configuration of a file', () => {
  it('is the usual one where nobody says anything', () => {
    expect(storeOf({}).of('src/a.py')).toMatchObject({ files: [], rules: {}, preview: false, isIgnored: false, budgets: [] });
    expect(storeOf({ 'other/lineitem.json': { preview: true } }).of('src/a.py')).toMatchObject({ files: [], preview: false });
  });

  it('takes each key from the nearest file that has it', () => {
    const store = storeOf({
      'lineitem.json': { preview: true, rules: { LI401: 'error', LI402: 'off' }, minSaving: { call: 0.5, run: 1 } },
      'src/lineitem.json': { rules: { 'uncached-prefix': 'hint' }, minSaving: { call: 0.25 } },
    });
    expect(store.of('src/a.py')).toMatchObject({
      files: ['src/lineitem.json', 'lineitem.json'],
      preview: true,
      rules: { LI401: { severity: 'hint' }, LI402: { severity: 'off' } },
      minSaving: { call: 250_000_000_000n, run: 1_000_000_000_000n, month: null },
    });
    expect(store.of('a.py').rules).toMatchObject({ LI401: { severity: 'error' } });
  });

  it('does not look above a root', () => {
    const store = storeOf({ 'lineitem.json': { preview: true }, 'app/lineitem.json': { root: true }, 'app/src/lineitem.json': {} });
    expect(store.of('app/src/a.py')).toMatchObject({ files: ['app/src/lineitem.json', 'app/lineitem.json'], preview: false });
  });

  it('lays overrides over the file that has them, the last on top', () => {
    const store = storeOf({
      'lineitem.json': {
        rules: { cache: 'error' },
        overrides: [
          { files: ['tests/', '*.spec.ts'], rules: { cache: 'off' } },
          { files: ['tests/slow'], rules: { cache: 'info' }, preview: true },
        ],
      },
    });
    expect(store.of('src/a.py').rules).toEqual({ cache: { severity: 'error', options: {} } });
    expect(store.of('src/deep/a.spec.ts').rules).toEqual({ cache: { severity: 'off', options: {} } });
    expect(store.of('tests/slow/a.py')).toMatchObject({ preview: true, rules: { cache: { severity: 'info' } } });
  });

  it('starts from what a file extends, whose patterns count from the folder that extends it', () => {
    const store = storeOf({
      'shared/base.json': { ignore: ['vendor/'], rules: { loops: 'off' }, extends: 'more.json' },
      'shared/more.json': { rules: { loops: 'error', price: 'hint' } },
      'app/lineitem.json': { extends: ['../shared/base.json'], rules: { price: 'info' } },
    });
    expect(store.of('app/a.py').rules).toMatchObject({ loops: { severity: 'off' }, price: { severity: 'info' } });
    expect(store.of('app/vendor/a.py').isIgnored).toBe(true);
    expect(store.of('app/a.py').isIgnored).toBe(false);
    expect(store.takes('shared/base.json')).toBe(true);
    expect(store.takes('package.json')).toBe(false);
  });

  it('asks for what is extended, and says where it is not there, leads out or turns in a circle', () => {
    const store = storeOf(
      {
        'lineitem.json': { extends: ['a.json', 'gone.json', '../out.json', 'later.json'] },
        'a.json': { extends: 'b.json', preview: true },
        'b.json': { extends: 'a.json' },
      },
      ['gone.json'],
    );
    expect(store.wanted()).toEqual(['gone.json', 'later.json']);
    expect(store.problems('lineitem.json').map(({ message }) => message)).toEqual([
      'There is no file `gone.json`.',
      '`../out.json` leads out of the project.',
    ]);
    expect(store.problems('a.json').map(({ message }) => message)).toEqual(['`b.json` extends this file in turn.']);
    expect(store.of('x.py').preview).toBe(true);
  });

  it('knows who pays, in what, and what was there before', () => {
    const store = storeOf({
      'lineitem.json': {
        owners: { '*': 'platform', 'search/': 'team-search' },
        currency: { code: 'EUR', rate: 0.92, date: '2026-11-01' },
        baseline: 'ci/baseline.json',
      },
      'search/lineitem.json': { owners: { '*.ts': 'web' } },
    });
    expect(store.of('a.py')).toMatchObject({ owner: 'platform', baseline: 'ci/baseline.json', currency: { code: 'EUR' } });
    expect(store.of('search/a.py').owner).toBe('team-search');
    expect(store.of('search/a.ts').owner).toBe('web');
  });

  it('finds budgets by id, with the place where each is declared', () => {
    const store = storeOf({
      'lineitem.json': {
        budgets: {
          callSites: { '*': { call: 0.05 }, 'src/a.py#run/*': { month: 20 } },
          entryPoints: { 'src/a.py#main': { run: 2 } },
          project: { month: 500 },
        },
      },
      'src/lineitem.json': { budgets: { callSites: { '*': { call: 0.01 } } } },
    });
    const told = (id: string) => budgetsFor(id, store.of('src/a.py')).map(({ of, per, usd, declaredIn }) => [of, per, usd, declaredIn]);
    expect(told('src/a.py#run/create~1')).toEqual([
      ['*', 'call', 10_000_000_000n, 'src/lineitem.json'],
      ['src/a.py#run/*', 'month', 20_000_000_000_000n, 'lineitem.json'],
    ]);
    expect(told('src/a.py#main')).toContainEqual(['src/a.py#main', 'run', 2_000_000_000_000n, 'lineitem.json']);
    expect(store.of('src/a.py').budgets.filter(({ scope }) => scope === 'project')).toMatchObject([{ of: '', per: 'month' }]);
  });

  it('stays the same object through an edit that changes nothing of it', () => {
    const store = storeOf({ 'lineitem.json': { rules: { LI401: 'off' }, prices: {} }, 'b/lineitem.json': {} });
    const [inA, inB] = [store.of('a.py'), store.of('b/b.py')];
    store.set('b/lineitem.json', '{ "preview": true } // now');
    expect(store.of('a.py')).toBe(inA);
    expect(store.of('b/b.py')).not.toBe(inB);
    expect(store.of('b/b.py').rules).toBe(inB.rules);
    store.set('b/lineitem.json', null);
    expect(store.of('b/b.py')).toBe(inA);
  });
});

describe('a baseline', () => {
  const known = new Map([
    ['LI401:app/b.py#run/create~1~1', 'app/b.py'],
    ['LI401:app/a.py#run/create~1~1', 'app/a.py'],
  ]);

  it('is asked for where settings name it, and read as it was written', () => {
    const store = storeOf({ 'app/lineitem.json': { baseline: 'known.json' } });
    expect(store.wanted()).toEqual(['app/known.json']);
    expect(store.takes('app/known.json')).toBe(true);
    store.set('app/known.json', writeBaseline(known));
    expect(store.wanted()).toEqual([]);
    expect(new Map(store.baselineOf('app/a.py'))).toEqual(known);
    expect(store.baselineOf('a.py').size).toBe(0);
  });

  it('is said to be missing where it is', () => {
    const store = storeOf({ 'lineitem.json': { baseline: 'known.json' } }, ['known.json']);
    expect(store.problems('lineitem.json').map(({ message }) => message)).toEqual(['There is no file `known.json`.']);
  });
});
