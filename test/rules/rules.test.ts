import { describe, expect, it } from 'vitest';
import { rules } from '../../server/core/rules/index.ts';
import { besideFixtures, type FixtureFile, fixedPath, fixtureFolders, fixtures } from './fixtures.ts';
import { createLinter, type Linted, type Linter } from './lint.ts';
import { differences, readFixture } from './marks.ts';

describe.each(fixtures)('$rule/$name', (fixture) => {
  const { code, marks } = readFixture(fixture.text);
  const linter = createLinter(fixture.name, besideFixtures, fixture.rule);

  it('shows what its marks say, and nothing else', async () => {
    const { findings, hasErrors } = await linter.lint(code);
    expect(hasErrors).toBe(false);
    expect(differences({ code, marks }, findings)).toEqual([]);
    expect(linter.faults).toEqual([]);
    expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
  });

  if (marks.length === 0) return;

  it('is as its golden file after all fixes, and stays so', async () => {
    const fixed = await fixAll(linter, code, fixture);
    const after = await linter.lint(fixed);
    expect(after.hasErrors).toBe(false);
    expect(after.findings.filter((finding) => finding.fixes.length > 0)).toEqual([]);
    if (fixed !== code) await expect(fixed).toMatchFileSnapshot(fixedPath(fixture));
  });
});

describe('the registry', () => {
  it('has its rules sorted by code, each code and name once', () => {
    const codes = rules.map((rule) => rule.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
  });

  it('has fixtures in Python and TypeScript for every rule, with and without its finding; of prompts, in a prompt file, of settings, in JSON', () => {
    expect([...fixtureFolders].sort()).toEqual(rules.map((rule) => rule.name).sort());
    for (const { name, on } of rules) {
      const marked = fixtures.filter((fixture) => readFixture(fixture.text).marks.some((mark) => mark.rule === name));
      const languages = on === 'prompt' ? ['md'] : on === 'config' ? ['json'] : ['py', 'ts'];
      expect(marked.map((fixture) => fixture.name.split('.').at(-1))).toEqual(expect.arrayContaining(languages));
    }
  });
});

/** Applies the first fix of the first finding, again and again; every step must take its finding away and add none. */
async function fixAll(linter: Linter, code: string, fixture: FixtureFile): Promise<string> {
  let text = code;
  for (let round = 0; round < 100; round++) {
    const before = await linter.lint(text);
    const finding = before.findings.find((one) => one.fixes.length > 0);
    if (finding === undefined) return text;
    const next = before.fixed(finding, 0);
    if (next === null || next === text) throw new Error(`${fixture.name}: "${finding.fixes[0]?.title}" changes nothing.`);
    const after = await linter.lint(next);
    expect(counts(after)).toEqual(without(counts(before), finding.rule));
    text = next;
  }
  throw new Error(`${fixture.name}: the fixes have no end.`);
}

function counts({ findings }: Linted): Readonly<Record<string, number>> {
  const byRule: Record<string, number> = {};
  for (const { rule } of findings) byRule[rule] = (byRule[rule] ?? 0) + 1;
  return byRule;
}

function without(byRule: Readonly<Record<string, number>>, rule: string): Readonly<Record<string, number>> {
  const { [rule]: count = 0, ...rest } = byRule;
  return count > 1 ? { ...rest, [rule]: count - 1 } : rest;
}
