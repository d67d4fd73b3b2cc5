import { describe, expect, it } from 'vitest';
import { besideFixtures, fixtures } from './fixtures.ts';
import { createLinter } from './lint.ts';
import { readFixture } from './marks.ts';
import { proveFixes, type Reader } from './prove-fix.ts';

/** The same code as others lay it out. */
const layouts: readonly { readonly name: string; readonly layOut: (code: string, name: string) => string }[] = [
  { name: 'as it stands', layOut: (code) => code },
  { name: 'with CRLF', layOut: (code) => code.replaceAll('\n', '\r\n') },
  { name: 'with tabs', layOut: (code, name) => (name.endsWith('.py') ? withTabs(code, 4) : withTabs(code, 2)) },
];

const withTabs = (code: string, width: number): string =>
  code.replace(/^ +/gm, (blanks) => '\t'.repeat(Math.floor(blanks.length / width)) + ' '.repeat(blanks.length % width));

const marked = fixtures.filter((fixture) => /\.(py|tsx?|jsx?|md)$/.test(fixture.name) && readFixture(fixture.text).marks.length > 0);

describe.each(marked)('fixes on $rule/$name', (fixture) => {
  it.each(layouts)('are proven $name', async ({ layOut }) => {
    const code = layOut(readFixture(fixture.text).code, fixture.name);
    const linter = createLinter(fixture.name, besideFixtures, fixture.rule);
    const reader: Reader = { file: fixture.name, read: linter.lint, edits: (finding, fix) => linter.analyzer.fix(finding.id, fix) };
    const proofs = await proveFixes(reader, code);
    const wrong = proofs.flatMap(({ finding, title, problems }) => problems.map((problem) => `${finding.rule}, "${title}": ${problem}`));
    expect(wrong).toEqual([]);
  });
});
