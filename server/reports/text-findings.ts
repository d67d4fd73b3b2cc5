import type { Severity } from '../core/rules/rule.ts';
import { isNew } from './finding-words.ts';
import { groupByFile } from './group.ts';
import { type Colour, displayWidth, type Paint, plainPaint, plural, reportWidth, wrap } from './layout.ts';
import type { Report, ReportedFinding, Where } from './report.ts';

/** The text of one line of a file (from 1), without its line break; null where it can't be read. */
export type SourceLine = (where: Where) => string | null;

export interface FindingsOptions {
  readonly sourceLine: SourceLine;
  readonly paint?: Paint;
}

const colours: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' };
const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
const sourceIndent = '      ';
const textIndent = '    ';

/** Findings grouped by file, each with its source line, then one line that adds them up. */
export function renderFindings(report: Report, { sourceLine, paint = plainPaint }: FindingsOptions): string {
  const lines: string[] = [];
  for (const [file, findings] of groupByFile(report.findings.filter(isNew))) {
    lines.push(paint('bold', file));
    for (const one of findings) lines.push(...renderFinding(one, sourceLine(one.where), paint), '');
  }
  for (const { message, where } of report.problems) {
    lines.push(...wrap(`${place(where)}  ${message}`, reportWidth, '', '  '), '');
  }
  return `${[...lines, ...summary(report, paint)].join('\n')}\n`;
}

function renderFinding({ finding, where }: ReportedFinding, source: string | null, paint: Paint): string[] {
  const position = `${where.cell === null ? '' : `cell ${where.cell}, `}${where.line}:${where.column}`;
  const head = `  ${position}  ${paint(colours[finding.severity], finding.severity)}  ${finding.rule} ${paint('dim', finding.code)}`;
  const marked = source === null ? [] : markSource(source, where, paint);
  const fixes = finding.fixes.flatMap((fix) =>
    wrap(`${fix.isSafe ? 'fix' : 'offered'}: ${fix.title}`, reportWidth, textIndent, `${textIndent}  `),
  );
  return [head, ...marked, ...wrap(finding.message, reportWidth, textIndent), ...fixes.map((line) => paint('green', line))];
}

/** The source line, cut to what stands around the place, and carets under the place. */
function markSource(source: string, where: Where, paint: Paint): string[] {
  const room = reportWidth - sourceIndent.length;
  const isOneLine = where.endLine === where.line;
  const from = Math.min(where.column - 1, source.length);
  const to = isOneLine ? Math.min(Math.max(where.endColumn - 1, from + 1), source.length) : source.trimEnd().length;
  const lead = source.length - source.trimStart().length;
  const start = to - lead <= room ? Math.min(lead, from) : Math.max(Math.min(lead, from), from - Math.floor(room / 3));
  const before = visible(source.slice(start, from));
  const shown = fitWidth(`${before}${visible(source.slice(from))}`, room);
  const carets = Math.max(1, Math.min(displayWidth(visible(source.slice(from, to))), room - displayWidth(before)));
  return [`${sourceIndent}${shown}`, `${sourceIndent}${' '.repeat(displayWidth(before))}${paint('yellow', '^'.repeat(carets))}`];
}

/** Tabs and control characters as one space each, so that carets stand where they should. */
function visible(text: string): string {
  return Array.from(text, (character) => (character < ' ' || character === '\u007f' ? ' ' : character)).join('');
}

function fitWidth(text: string, width: number): string {
  let shown = '';
  let used = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    shown += character;
  }
  return shown.trimEnd();
}

function summary(report: Report, paint: Paint): string[] {
  const calls = report.calls.filter(({ item }) => !item.call.inTest);
  const files = new Set(calls.map(({ where }) => where.file)).size;
  const read = `${plural(calls.length, 'call')} in ${plural(files, 'file')}`;
  const findings = report.findings.filter(isNew);
  if (findings.length === 0) return [paint('green', `No waste found: ${read}.`)];
  const counts = severities.flatMap((severity) => {
    const count = findings.filter(({ finding }) => finding.severity === severity).length;
    return count === 0 ? [] : [severity === 'info' ? `${count} info` : plural(count, severity)];
  });
  return [paint('bold', `${counts.join(', ')} (${read})`)];
}

export const place = (where: Where): string => `${where.file}:${where.cell === null ? '' : `cell ${where.cell}:`}${where.line}`;
