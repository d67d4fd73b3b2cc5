import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/core/index.ts';
import { picodollarsPerUsd } from '../../server/core/quantity/money.ts';
import { type AnyRule, defineRule, type RuleOption } from '../../server/core/rules/rule.ts';
import { assetNamed } from '../rules/lint.ts';

const source = `from anthropic import Anthropic

client = Anthropic()


def answer(question):
    return client.messages.create(model="claude-sonnet-4-6", max_tokens=50, messages=[{"role": "user", "content": question}])
`;
const least: RuleOption = { rule: 'LI106', name: 'share', usual: 7, summary: 'A number.' };

/** A rule that says what it was told, and counts how often it is asked. */
function talkative(asked: { count: number }, over: Partial<AnyRule> = {}): AnyRule {
  const rule = defineRule({
    code: 'LI106',
    name: 'heavy-tools',
    family: 'input',
    severity: 'warning',
    on: 'call',
    summary: '',
    isPreview: false,
    *check({ call }, context) {
      asked.count++;
      const budgets = context.budgets(call.id).map(({ usd, per }) => `${usd / (picodollarsPerUsd / 100n)} cents a ${per}`);
      const saving = { unit: 'USD' as const, per: 'call' as const, floor: 0n, likely: 5n, ceiling: null, basis: [] };
      const what = [context.option(least), ...budgets].join(', ');
      yield { at: call.place, what, costs: null, instead: '', call: call.id, saving, related: [], fixes: [] };
    },
  });
  return Object.assign(rule, over);
}

async function analyzerOf(rules: readonly AnyRule[], preview = false) {
  const analyzer = createAnalyzer({ now: Date.UTC(2026, 10, 1), rules, preview });
  for (const file of ['a/a.py', 'b/b.py']) analyzer.open(file, 'python', source);
  for (;;) {
    analyzer.project();
    const needs = analyzer.needs();
    if (needs.length === 0) break;
    for (const name of needs) await analyzer.provide(name, await assetNamed(name));
  }
  return analyzer;
}

const configOf = (value: object): string => JSON.stringify(value);

describe('the configuration in the analyzer', () => {
  it('asks a rule again only where an answer to it changed', async () => {
    const asked = { count: 0 };
    const analyzer = await analyzerOf([talkative(asked)]);
    const told = (file: string) => analyzer.file(file).findings.map(({ what, severity }) => `${severity}: ${what}`);
    expect([told('a/a.py'), told('b/b.py')]).toEqual([['warning: 7'], ['warning: 7']]);
    const before = { count: asked.count, report: analyzer.file('b/b.py') };

    analyzer.setConfig('a/lineitem.json', configOf({ rules: { LI106: 'hint' } }));
    expect(told('a/a.py')).toEqual(['hint: 7']);
    expect(asked.count).toBe(before.count);
    expect(analyzer.file('b/b.py')).toBe(before.report);

    analyzer.setConfig('a/lineitem.json', configOf({ budgets: { callSites: { '*': { call: 0.05 } } } }));
    expect(told('a/a.py')).toEqual(['warning: 7, 5 cents a call']);
    expect(asked.count).toBe(before.count + 1);
    expect(analyzer.file('b/b.py')).toBe(before.report);

    analyzer.setConfig('a/lineitem.json', null);
    expect(told('a/a.py')).toEqual(['warning: 7']);
  });

  it('leaves out what is off, in preview, ignored or saves too little', async () => {
    const analyzer = await analyzerOf([talkative({ count: 0 }, { isPreview: true })]);
    const count = (config: object): number => {
      analyzer.setConfig('lineitem.json', configOf(config));
      return analyzer.file('a/a.py').findings.length;
    };
    expect(count({})).toBe(0);
    expect(count({ preview: true })).toBe(1);
    expect(count({ rules: { 'heavy-tools': 'info' } })).toBe(1);
    expect(count({ rules: { input: 'info' } })).toBe(0);
    expect(count({ preview: true, rules: { input: 'off' } })).toBe(0);
    expect(count({ preview: true, rules: { input: 'off', LI106: 'error' } })).toBe(1);
    expect(count({ preview: true, ignore: ['a/'] })).toBe(0);
    expect(count({ preview: true, minSaving: { call: 0.01 } })).toBe(0);
    expect(count({ preview: true, minSaving: { run: 0.01 } })).toBe(1);
  });

  it('bills by the prices of the folder', async () => {
    const analyzer = await analyzerOf([]);
    const costs = (): readonly unknown[] => ['a/a.py', 'b/b.py'].map((file) => analyzer.file(file).items[0]?.price?.source);
    const [usual] = costs();
    const own = { input: 1, output: 2, date: '2026-10-01', source: 'our contract' };
    analyzer.setConfig('a/lineitem.json', configOf({ prices: { 'anthropic/claude-sonnet-4-6': own } }));
    expect(costs()).toEqual(['our contract', usual]);
    analyzer.setConfig('a/lineitem.json', null);
    expect(costs()).toEqual([usual, usual]);
  });
});
