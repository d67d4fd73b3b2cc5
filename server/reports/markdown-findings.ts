import type { Severity } from '../core/rules/rule.ts';
import { isNew } from './finding-words.ts';
import { formatMoneyRange } from './format.ts';
import { groupByFile } from './group.ts';
import { plural } from './layout.ts';
import { type LinkTo, linked, noLinks, plain } from './markdown.ts';
import type { Report, ReportedFinding } from './report.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Findings as a page or a comment: one list a file, the worst first. */
export function renderFindingsMarkdown(report: Report, linkTo: LinkTo = noLinks): string {
  const findings = report.findings.filter(isNew);
  if (findings.length === 0) return '# No waste found\n';
  const counts = severities.flatMap((severity) => {
    const count = findings.filter(({ finding }) => finding.severity === severity).length;
    return count === 0 ? [] : [severity === 'info' ? `${count} info` : plural(count, severity)];
  });
  const sections = [...groupByFile(findings)].map(([file, ones]) =>
    [`## ${plain(file)}`, '', ...ones.toSorted(bySeverity).flatMap((one) => entry(one, linkTo))].join('\n'),
  );
  return `${[`# ${counts.join(', ')}`, ...sections].join('\n\n')}\n`;
}

const bySeverity = (a: ReportedFinding, b: ReportedFinding): number =>
  severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity);

function entry({ finding, where }: ReportedFinding, linkTo: LinkTo): string[] {
  const { severity, rule, code, message, saving, fixes } = finding;
  const at = linked(`${where.cell === null ? '' : `cell ${where.cell}, `}line ${where.line}`, where, linkTo);
  const said = saving === null ? '?' : formatMoneyRange(saving);
  const money = saving === null || said === '?' ? '' : ` Saves **${plain(said)}** a ${saving.per}.`;
  return [
    `- **${severity}** ${at}: ${plain(rule)} (${code}). ${plain(message)}${money}`,
    ...fixes.map((fix) => `  - ${fix.isSafe ? 'fix' : 'offered'}: ${plain(fix.title)}`),
  ];
}
