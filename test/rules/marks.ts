/** What a fixture expects: a comment of tildes under the place, with the rule and a part of its message. */
export interface Mark {
  /** 0-based, in the code without marks. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly part: string;
}

export interface Fixture {
  /** As a user would have it: without the marks. */
  readonly code: string;
  readonly marks: readonly Mark[];
}

export interface Found {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly message: string;
}

const markLine = /^(\s*(?:#|\/\/)\s*)(~+) ([a-z-]+)(?:: (.+))?$/;

export function readFixture(text: string): Fixture {
  const code: string[] = [];
  const marks: Mark[] = [];
  for (const line of text.split('\n')) {
    const match = markLine.exec(line.trimEnd());
    if (match === null) {
      code.push(line);
      continue;
    }
    const [, before = '', tildes = '', rule = '', part = ''] = match;
    marks.push({ line: code.length - 1, start: before.length, end: before.length + tildes.length, rule, part });
  }
  return { code: code.join('\n'), marks };
}

/** What is expected and not found, and what is found and not expected, in words. A finding may answer several marks. */
export function differences(fixture: Fixture, findings: readonly Found[]): readonly string[] {
  const missing = fixture.marks.filter((mark) => !findings.some((finding) => answers(finding, mark)));
  const unexpected = findings.filter((finding) => !fixture.marks.some((mark) => answers(finding, mark)));
  return [
    ...missing.map((mark) => `line ${mark.line + 1}: expected ${mark.rule}${mark.part === '' ? '' : `: ${mark.part}`}`),
    ...unexpected.map((finding) => `line ${finding.line + 1}: unexpected ${finding.rule}: ${finding.message}`),
  ];
}

/** The mark stands under the finding's first line; a place too far left for a comment is marked beside. */
function answers(finding: Found, mark: Mark): boolean {
  const endColumn = finding.endLine > finding.line ? Number.POSITIVE_INFINITY : finding.endColumn;
  const isUnder = mark.line === finding.line && mark.start < Math.max(endColumn, finding.column + 4) && finding.column < mark.end;
  return isUnder && mark.rule === finding.rule && finding.message.includes(mark.part);
}
