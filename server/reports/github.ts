import type { Severity } from '../core/rules/rule.ts';
import { isNew, messageAt } from './finding-words.ts';
import type { Report, ReportedFinding, Where } from './report.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** Workflow commands: GitHub shows each as an annotation at its line. */
export function renderGithub(report: Report): string {
  const findings = report.findings.filter(isNew).map(annotation);
  const problems = report.problems.map(({ message, where }) => command('warning', where, 'Lineitem', message));
  return [...findings, ...problems].map((line) => `${line}\n`).join('');
}

const annotation = (one: ReportedFinding): string =>
  command(commands[one.finding.severity], one.where, `${one.finding.rule} (${one.finding.code})`, messageAt(one));

function command(name: string, where: Where, title: string, message: string): string {
  const place = where.cell === null ? placeOf(where) : [];
  const properties = [['file', where.file], ...place, ['title', title]].map(([key = '', value = '']) => `${key}=${property(value)}`);
  return `::${name} ${properties.join(',')}::${data(message)}`;
}

/** Columns are taken only where a place stays on one line. */
function placeOf({ line, endLine, column, endColumn }: Where): string[][] {
  const lines = [
    ['line', String(line)],
    ['endLine', String(endLine)],
  ];
  if (line !== endLine) return lines;
  return [...lines, ['col', String(column)], ['endColumn', String(endColumn)]];
}

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
