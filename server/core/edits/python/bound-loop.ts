import type { LoopStatement } from '../../module/statement.ts';
import { type Span, shift } from '../../text/span.ts';
import { edit, type FixEdit, fragment, insertion, placeholder } from '../fragment.ts';
import { indentationAt, lineEndingOf, lineStart, nextLine, sliceOf } from '../layout.ts';
import { findOutsideComments, unusedName } from '../scan.ts';
import type { LoopTarget } from '../syntax.ts';
import { bindsLooserThanAnd, isAlwaysTrue } from '../tests.ts';
import { skipPythonComment } from './comments.ts';

/** `while True:` becomes a counted `for`; any other `while` gets a counter in its test; `itertools.count()` a range. */
export function boundPythonLoop(target: LoopTarget): readonly FixEdit[] | null {
  const { loop, offset, limit } = target;
  if (loop.form === 'each') return boundEndlessIterable(target);
  if (loop.form !== 'while' || loop.test === null) return null;
  const test = shift(loop.test.span, offset);
  if (!isAlwaysTrue(loop.test)) return countPasses(target, loop, test);
  const colon = colonOf(target, test);
  if (colon === null) return null;
  const header = { start: loop.keyword.start + offset, end: colon };
  const name = /(?<!\w)_(?!\w)/.test(target.scope) ? unusedName(target.scope, ['step', 'attempt']) : '_';
  return [edit(header, fragment`for ${name} in range(${placeholder(String(limit))})`)];
}

function boundEndlessIterable({ loop, offset, limit }: LoopTarget): readonly FixEdit[] | null {
  const iterable = loop.iterable;
  if (iterable?.kind !== 'call' || iterable.arguments.length > 0) return null;
  const callee = iterable.callee;
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : null;
  return name === 'count' ? [edit(shift(iterable.span, offset), fragment`range(${placeholder(String(limit))})`)] : null;
}

/** The counter is compared first, so that a test that asks the model isn't paid once more at the limit. */
function countPasses({ text, scope, offset, limit }: LoopTarget, loop: LoopStatement, test: Span): readonly FixEdit[] | null {
  if (loop.test === null) return null;
  const name = unusedName(scope, ['step', 'steps', 'attempt']);
  const condition = bindsLooserThanAnd(loop.test) ? `(${sliceOf(text, test)})` : sliceOf(text, test);
  const bodyStart = loop.bodySpan.start + offset;
  const colon = colonOf({ text, loop, offset }, test);
  if (colon === null) return null;
  const lineEnding = lineEndingOf(text);
  const start = loop.span.start + offset;
  const firstLine = nextLine(text, colon);
  const increment =
    bodyStart < firstLine
      ? insertion(bodyStart, `${name} += 1; `)
      : insertion(firstLine, `${indentationAt(text, bodyStart)}${name} += 1${lineEnding}`);
  return [
    insertion(lineStart(text, start), `${indentationAt(text, start)}${name} = 0${lineEnding}`),
    edit(test, fragment`${name} < ${placeholder(String(limit))} and ${condition}`),
    increment,
  ];
}

/** Parentheses around the test belong to the header, though the test's span leaves them out. */
function colonOf({ text, loop, offset }: Pick<LoopTarget, 'text' | 'loop' | 'offset'>, test: Span): number | null {
  return findOutsideComments(text, ':', test.end, loop.bodySpan.start + offset, { skipComment: skipPythonComment });
}
