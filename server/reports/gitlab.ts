import type { Severity } from '../core/rules/rule.ts';
import { isNew, messageAt } from './finding-words.ts';
import type { Report, ReportedFinding } from './report.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' };

/** A Code Quality report, which GitLab compares with that of the target branch by fingerprint. */
export function renderGitlab(report: Report, fingerprint: (key: string) => string): string {
  const issue = (one: ReportedFinding): object => ({
    description: messageAt(one),
    check_name: one.finding.rule,
    fingerprint: fingerprint(one.finding.key),
    severity: severities[one.finding.severity],
    location: {
      path: one.where.file,
      lines: one.where.cell === null ? { begin: one.where.line, end: one.where.endLine } : { begin: 1, end: 1 },
    },
  });
  return `${JSON.stringify(report.findings.filter(isNew).map(issue), null, 2)}\n`;
}
