import { describe, expect, it } from 'vitest';
import type { Loop } from '../../server/core/program/call-site.ts';
import { type AnyRule, defineRule, type Report, type RuleContext } from '../../server/core/rules/rule.ts';
import { checkRules, createRuleMemory } from '../../server/core/rules/run.ts';
import { book } from '../prices/book.ts';

const place = { file: 'a.py', unit: 'run', span: { start: 4, end: 9 } };
const elsewhere = { ...place, span: { start: 40, end: 45 } };

const loop: Loop = {
  id: 'loop:a.py#run@4',
  kind: 'loop',
  form: 'while',
  inTest: false,
  place,
  whole: place,
  bound: 'unbounded',
  boundBy: null,
  max: null,
  maxUnit: 'passes',
  calls: [],
  anchor: null,
  over: [],
  isConcurrent: false,
  modelExits: [],
  retries: null,
};

const report: Report = { at: place, what: 'What.', costs: null, instead: 'Instead.', call: null, saving: null, related: [], fixes: [] };

function ruleOf(name: string, check: (loop: Loop, context: RuleContext) => Iterable<Report>): AnyRule {
  return defineRule({ code: 'LI301', name, family: 'loops', severity: 'warning', on: 'loop', summary: '', isPreview: false, check });
}

function contextOf(over: Partial<RuleContext> = {}): RuleContext {
  return {
    prices: book,
    item: () => null,
    loop: () => null,
    runOf: () => null,
    entryPoints: () => [],
    tokens: () => ({ unit: 'tokens', per: 'call', floor: 0, likely: 0, ceiling: 0, basis: [] }),
    textTokens: () => null,
    asModel: () => null,
    runCost: () => ({ cost: null, missing: [] }),
    budgets: () => [],
    option: ({ usual }) => usual,
    applies: () => true,
    now: 0,
    ...over,
  };
}

describe('checkRules', () => {
  it('names a finding by code, subject and ordinal, and joins its message', () => {
    const rule = ruleOf('two-places', () => [report, { ...report, at: elsewhere, costs: 'Costs.' }]);
    const { findings } = checkRules([rule], { loop: [loop] }, contextOf(), createRuleMemory());
    expect(findings.map(({ id, message, severity }) => [id, message, severity])).toEqual([
      ['LI301:loop:a.py#run@4~1', 'What. Instead.', 'warning'],
      ['LI301:loop:a.py#run@4~2', 'What. Costs. Instead.', 'warning'],
    ]);
  });

  it('says once what two subjects find in one place, as the more severe of them', () => {
    const note = { at: elsewhere, note: 'Also here.' };
    const rule = ruleOf('same-place', (one) => [
      { ...report, severity: one.id.endsWith('2') ? 'warning' : 'info', related: one.id.endsWith('2') ? [note] : [] },
    ]);
    const second = { ...loop, id: 'loop:2' };
    const { findings } = checkRules([rule], { loop: [loop, second] }, contextOf(), createRuleMemory());
    expect(findings.map(({ id, severity, related }) => [id, severity, related])).toEqual([['LI301:loop:a.py#run@4~1', 'warning', [note]]]);
  });

  it('loses nothing else where a rule fails', () => {
    const failing = ruleOf('failing', function* () {
      yield report;
      throw new Error('broken');
    });
    const fine = ruleOf('fine', () => [report]);
    const { findings, crashes } = checkRules([failing, fine], { loop: [loop] }, contextOf(), createRuleMemory());
    expect(findings.map((finding) => finding.rule)).toEqual(['fine']);
    expect(crashes.map(({ rule, subject }) => [rule, subject])).toEqual([['failing', loop.id]]);
  });

  it('leaves tests alone', () => {
    const rule = ruleOf('any', () => [report]);
    expect(checkRules([rule], { loop: [{ ...loop, inTest: true }] }, contextOf(), createRuleMemory()).findings).toEqual([]);
  });

  it('keeps only fixes that can be written', () => {
    const fix = { title: 'Fix', isSafe: true, verbs: [] };
    const rule = ruleOf('fixing', () => [{ ...report, fixes: [fix] }]);
    const { findings } = checkRules([rule], { loop: [loop] }, contextOf({ applies: () => false }), createRuleMemory());
    expect(findings[0]?.fixes).toEqual([]);
  });

  it('asks a rule again only where an answer that it had changed', () => {
    let runs = 0;
    const rule = ruleOf('counting', (one, context) => {
      runs++;
      context.loop('other');
      context.entryPoints(one.id);
      return [report];
    });
    const memory = createRuleMemory();
    const context = contextOf();
    const check = (over: RuleContext): unknown => checkRules([rule], { loop: [loop] }, over, memory);
    check(context);
    check(contextOf());
    expect(runs).toBe(1);
    check(contextOf({ loop: () => loop }));
    expect(runs).toBe(2);
    check(contextOf({ loop: () => loop, now: 86_400_000 }));
    expect(runs).toBe(3);
    checkRules([rule], { loop: [{ ...loop }] }, contextOf({ loop: () => loop, now: 86_400_000 }), memory);
    expect(runs).toBe(4);
  });
});
