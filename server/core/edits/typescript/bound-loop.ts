import type { LoopStatement } from '../../module/statement.ts';
import { shift } from '../../text/span.ts';
import { edit, type FixEdit, fragment, insertion, placeholder } from '../fragment.ts';
import { indentationAt, lineEndingOf, lineStart, sliceOf, startsLine } from '../layout.ts';
import { findOutsideComments, unusedName } from '../scan.ts';
import type { LoopTarget } from '../syntax.ts';
import { bindsLooserThanAnd, isAlwaysTrue } from '../tests.ts';
import { skipTypescriptComment } from './comments.ts';

const comments = { skipComment: skipTypescriptComment };

/** `while (…)` and `for (;;)` become a counted `for`, whose update runs on `continue` too; `do` counts in its test. */
export function boundTypescriptLoop(target: LoopTarget): readonly FixEdit[] | null {
  switch (target.loop.form) {
    case 'while':
    case 'count':
      return countInHeader(target);
    case 'do':
      return countInTest(target);
    case 'each':
      return null;
    default:
      return target.loop.form satisfies never;
  }
}

function countInHeader({ text, scope, loop, offset, limit }: LoopTarget): readonly FixEdit[] | null {
  if (loop.before.length > 0 || loop.update.length > 0) return null;
  const header = headerEnd(text, loop, offset);
  if (header === null) return null;
  const name = unusedName(scope, ['step', 'attempt']);
  const condition = conditionOf(text, loop.test, offset);
  const counted = fragment`for (let ${name} = 0; ${name} < ${placeholder(String(limit))}${condition}; ${name}++)`;
  return [edit({ start: loop.keyword.start + offset, end: header }, counted)];
}

/** Past the header's closing parenthesis. A test's span may leave out parentheses around it, so those are counted. */
function headerEnd(text: string, loop: LoopStatement, offset: number): number | null {
  const open = findOutsideComments(text, '(', loop.keyword.end + offset, text.length, comments);
  if (open === null) return null;
  const test = loop.test === null ? { start: open + 1, end: open + 1 } : shift(loop.test.span, offset);
  let depth = 0;
  for (let at: number | null = open; at !== null; at = findOutsideComments(text, '(', at + 1, test.start, comments)) depth++;
  let end: number | null = test.end;
  while (depth > 0 && end !== null) {
    const close: number | null = findOutsideComments(text, ')', end, text.length, comments);
    end = close === null ? null : close + 1;
    depth--;
  }
  return end;
}

function countInTest({ text, scope, loop, offset, limit }: LoopTarget): readonly FixEdit[] | null {
  const start = loop.span.start + offset;
  // A declaration before the loop is only a statement of the same block where the loop starts its line.
  if (loop.test === null || !startsLine(text, start) || !followsStatement(text, start)) return null;
  const name = unusedName(scope, ['step', 'attempt']);
  const test = shift(loop.test.span, offset);
  return [
    insertion(lineStart(text, start), `${indentationAt(text, start)}let ${name} = 0;${lineEndingOf(text)}`),
    edit(test, fragment`++${name} < ${placeholder(String(limit))}${conditionOf(text, loop.test, offset)}`),
  ];
}

function conditionOf(text: string, test: LoopTarget['loop']['test'], offset: number): string {
  if (test === null || isAlwaysTrue(test)) return '';
  const source = sliceOf(text, shift(test.span, offset));
  return bindsLooserThanAnd(test) ? ` && (${source})` : ` && ${source}`;
}

/** False behind `if (…)` or `else`, whose only statement the loop may be. */
function followsStatement(text: string, start: number): boolean {
  const before = text.slice(0, start).trimEnd();
  return before === '' || /[{};]$/.test(before);
}
