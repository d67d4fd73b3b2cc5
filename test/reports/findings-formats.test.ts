import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/core/rules/index.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import { renderGithub } from '../../server/reports/github.ts';
import { renderGitlab } from '../../server/reports/gitlab.ts';
import { renderFindingsMarkdown } from '../../server/reports/markdown-findings.ts';
import type { Report, Where } from '../../server/reports/report.ts';
import { renderSarif } from '../../server/reports/sarif.ts';
import { finding, report } from './sample-report.ts';

const where: Where = { file: 'src/a file.py', cell: null, line: 12, column: 5, endLine: 12, endColumn: 10 };
const inCell: Where = { ...where, file: 'try.ipynb', cell: 3 };

function reportOf(...ones: readonly (readonly [Partial<Finding>, Where])[]): Report {
  return {
    ...report,
    findings: ones.map(([over, at], index) => ({ finding: { ...finding, key: `${finding.key}~${index}`, ...over }, where: at })),
  };
}

const edits = new Map([['src/a file.py', [{ span: { start: 3, end: 7 }, text: 'for', placeholders: [] }]]]);
const sarifOf = (some: Report): Log =>
  JSON.parse(
    renderSarif(some, {
      rules,
      page: (rule) => (rule === finding.rule ? '# page' : null),
      fingerprint: (key) => `print of ${key}`,
      locate: () => where,
      whereIn: (file, { start, end }) => ({ ...where, file, column: start + 1, endColumn: end + 1 }),
      edits: (_, fix) => (fix === 0 ? edits : null),
    }),
  );
const resultsOf = (some: Report): readonly Result[] => sarifOf(some).runs[0]?.results ?? [];

describe('GitHub annotations', () => {
  it('say the place and hide what a command would take for its own', () => {
    const text = renderGithub(reportOf([{ message: '50% more,\nsee: here' }, { ...where, file: 'a,b:c.py' }]));
    expect(text.split('\n')[0]).toBe(
      '::warning file=a%2Cb%3Ac.py,line=12,endLine=12,col=5,endColumn=10,title=unbounded-tool-loop (LI301)::50%25 more,%0Asee: here',
    );
  });

  it('leave columns away over several lines, and lines in notebooks', () => {
    const [first, second] = renderGithub(reportOf([{}, { ...where, endLine: 14 }], [{ severity: 'hint' }, inCell])).split('\n');
    expect(first).toContain('file=src/a file.py,line=12,endLine=14,title=');
    expect(second).toMatch(/^::notice file=try\.ipynb,title=unbounded-tool-loop \(LI301\)::Cell 3, line 12: /);
  });
});

describe('a Code Quality report', () => {
  it('has what GitLab reads', () => {
    expect(
      JSON.parse(renderGitlab(reportOf([{ severity: 'error' }, where], [{ isKnown: true }, where]), (key) => `print of ${key}`)),
    ).toEqual([
      {
        description: finding.message,
        check_name: 'unbounded-tool-loop',
        fingerprint: `print of ${finding.key}~0`,
        severity: 'critical',
        location: { path: 'src/a file.py', lines: { begin: 12, end: 12 } },
      },
    ]);
  });
});

describe('findings in Markdown', () => {
  it('put the worst first, and take no markup from the code', () => {
    const text = renderFindingsMarkdown(reportOf([{ severity: 'info', message: 'Use `x` | <b>' }, where], [{ severity: 'error' }, where]));
    expect(text).toMatch(/^# 1 error, 1 info\n\n## src\/a file\.py\n\n- \*\*error\*\* line 12:/);
    expect(text).toContain('Use \\`x\\` \\| \\<b\\>');
  });

  it('say so where there are none', () => {
    expect(renderFindingsMarkdown(reportOf([{ isKnown: true }, where]))).toBe('# No waste found\n');
  });
});

describe('SARIF', () => {
  it('names the version, the unit of columns and every rule once', () => {
    const { version, runs } = sarifOf(reportOf());
    expect(version).toBe('2.1.0');
    expect(runs[0]?.columnKind).toBe('utf16CodeUnits');
    const listed = runs[0]?.tool.driver.rules ?? [];
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ code }) => code));
    expect(listed.find(({ id }) => id === 'LI301')?.help).toEqual({ text: expect.any(String), markdown: '# page' });
  });

  it('puts each finding at its place, with its rule, fingerprint and fixes', () => {
    const [result] = resultsOf(reportOf([{ related: [{ at: finding.at, note: 'Here too.' }] }, where]));
    expect(result).toMatchObject({
      ruleId: 'LI301',
      ruleIndex: rules.findIndex(({ code }) => code === 'LI301'),
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/a%20file.py', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 10 },
          },
        },
      ],
      partialFingerprints: { 'lineitemFinding/v1': `print of ${finding.key}~0` },
      relatedLocations: [{ id: 1, message: { text: 'Here too.' } }],
      fixes: [
        {
          description: { text: 'Stop after 20 passes' },
          artifactChanges: [
            { replacements: [{ deletedRegion: { startLine: 12, startColumn: 4, endColumn: 8 }, insertedContent: { text: 'for' } }] },
          ],
        },
      ],
    });
    expect(result?.fixes).toHaveLength(1);
  });

  it('gives the cells of notebooks no lines of the file', () => {
    const [result] = resultsOf(reportOf([{}, inCell]));
    expect(result?.locations?.[0]?.physicalLocation).toEqual({ artifactLocation: { uri: 'try.ipynb', uriBaseId: '%SRCROOT%' } });
    expect(result?.message.text).toMatch(/^Cell 3, line 12: /);
  });

  it('marks what the baseline knows as there before', () => {
    const [result] = resultsOf(reportOf([{ isKnown: true, severity: 'info' }, where]));
    expect(result).toMatchObject({ level: 'note', baselineState: 'unchanged', suppressions: [{ kind: 'external' }] });
  });

  it('is what the standard allows', () => {
    // One of the standard's patterns is no pattern with Unicode switched on.
    const ajv = new Ajv({ allErrors: true, unicodeRegExp: false });
    formats(ajv);
    const isValid = ajv.compile<Log>(schema);
    const whole = sarifOf(
      reportOf([{ related: [{ at: finding.at, note: 'Here too.' }] }, where], [{}, inCell], [{ isKnown: true, severity: 'hint' }, where]),
    );
    expect(isValid(whole), ajv.errorsText(isValid.errors)).toBe(true);
    expect(isValid(sarifOf(reportOf()))).toBe(true);
    expect(isValid({ ...whole, runs: [{ ...whole.runs[0], columnKind: 'bytes' }] })).toBe(false);
  });
});
