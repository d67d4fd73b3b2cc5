import type { FixEdit } from '../../server/core/edits/fragment.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import { applyEdits } from '../../server/core/text/span.ts';

/** Reads one version of a file and says what is found in it; the last version read is the one that fixes apply to. */
export interface Reader {
  readonly file: string;
  readonly read: (text: string) => Promise<Reading>;
  readonly edits: (finding: Finding, fix: number) => ReadonlyMap<string, readonly FixEdit[]> | null;
}

export interface Reading {
  readonly findings: readonly Finding[];
  readonly hasErrors: boolean;
}

export interface Proof {
  readonly finding: Finding;
  readonly title: string;
  readonly isSafe: boolean;
  /** Empty where the fix is what a fix should be. */
  readonly problems: readonly string[];
}

/** Tries every fix of every finding on a text, each by itself, and says what is wrong with it. */
export async function proveFixes(reader: Reader, text: string): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  const before = await reader.read(text);
  for (const finding of before.findings) {
    for (const [index, fix] of finding.fixes.entries()) {
      await reader.read(text);
      const problems = await prove(reader, text, before, finding, index);
      proofs.push({ finding, title: fix.title, isSafe: fix.isSafe, problems });
    }
  }
  await reader.read(text);
  return proofs;
}

async function prove(reader: Reader, text: string, before: Reading, finding: Finding, index: number): Promise<readonly string[]> {
  const files = reader.edits(finding, index);
  if (files === null) return ['it does not apply'];
  const edits = files.get(reader.file);
  // A prompt that stands in another file is changed there.
  if (edits === undefined) return files.size > 0 ? [] : ['it changes nothing'];
  const changed = applyEdits(text, edits);
  const after = await reader.read(changed);
  const again = after.findings.find((one) => one.id === finding.id && one.fixes[index]?.title === finding.fixes[index]?.title);
  const repeated = again === undefined ? undefined : reader.edits(again, index)?.get(reader.file);
  return [
    ...(changed === text ? ['it changes nothing'] : []),
    ...wrongSpans(text, changed, edits),
    ...(after.hasErrors && !before.hasErrors ? ['the file no longer parses'] : []),
    ...wrongCounts(finding, before.findings, after.findings),
    ...(repeated !== undefined && isSamePlace(again, finding) && applyEdits(changed, repeated) !== changed
      ? ['a second time it changes more']
      : []),
    ...wrongLayout(text, edits),
  ];
}

/** What is not inside of an edit is as it was. */
function wrongSpans(text: string, changed: string, edits: readonly FixEdit[]): readonly string[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  let at = 0;
  let written = '';
  for (const { span, text: inserted } of sorted) {
    if (span.start < at || span.end < span.start || span.end > text.length) return ['its edits overlap'];
    written += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return written + text.slice(at) === changed ? [] : ['it changes what it did not declare'];
}

/** The finding is gone; others stay, but for those of the same place (a model may be dear and old), and none is new. */
function wrongCounts(finding: Finding, before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const rules = new Set([...before, ...after].map((one) => one.rule));
  const count = (all: readonly Finding[], rule: string): number => all.filter((one) => one.rule === rule).length;
  return [...rules].flatMap((rule) => {
    const change = count(after, rule) - count(before, rule);
    if (rule === finding.rule) return change < 0 ? [] : ['its finding stays'];
    const beside = before.filter((one) => one.rule === rule && isSamePlace(one, finding)).length;
    return change <= 0 && change >= -beside ? [] : [`${rule} is found ${change > 0 ? 'anew' : 'no longer'}`];
  });
}

const isSamePlace = (a: Finding | undefined, b: Finding): boolean => a?.at.unit === b.at.unit && a.at.span.start === b.at.span.start;

/** Quotes, line endings and indentation follow the file. */
function wrongLayout(text: string, edits: readonly FixEdit[]): readonly string[] {
  // Between two edits the file goes on.
  const written = edits.map((edit) => edit.text).join('\u0000');
  const problems: string[] = [];
  const usesOnly = (quote: string, other: string): boolean => text.includes(quote) && !text.includes(other);
  if (usesOnly("'", '"') && written.includes('"')) problems.push('it writes double quotes where the file has single ones');
  if (usesOnly('"', "'") && written.includes("'")) problems.push('it writes single quotes where the file has double ones');
  if (/\r\n/.test(text) && !/(?<!\r)\n/.test(text) && /(?<!\r)\n/.test(written)) problems.push('it writes other line endings');
  if (/^\t/m.test(text) && !/^ {2}/m.test(text) && /^ {2}/m.test(written)) problems.push('it indents by spaces where the file has tabs');
  if (/[ \t]\r?\n/.test(written)) problems.push('it leaves blanks at the end of a line');
  return problems;
}
