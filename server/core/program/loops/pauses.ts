import type { Expression } from '../../module/expression.ts';
import type { LoopStatement, Statement } from '../../module/statement.ts';
import type { Frame } from '../frame.ts';
import type { Value } from '../value.ts';
import { childExpressions, childStatements, eachExpression } from '../workspace/walk.ts';

/** How a loop waits for the clock: for a long time by a known number, or for a time that the source does not show. */
export type Pause = 'long' | 'unseen';

/** A shorter pause spares a rate limit or polls for a result; it paces nothing that a bill would notice. */
const longPauseSeconds = 30;

/** `time.sleep`, `asyncio.sleep`, `trio.sleep`, `timers/promises` and the helpers of that name. Sources: Python and Node libraries. */
const SLEEP = /(^|_)(sleep|delay|pause)$|^(setTimeout|sleepAsync|wait_seconds)$/i;

/** The longest pause on a pass that goes well; one behind a failure only holds a retry back. Null: it does not pause. */
export function pauseOf(frame: Frame, loop: LoopStatement): Pause | null {
  const isPython = /\.(py|ipynb)$/.test(frame.file);
  let found: Pause | null = null;
  const look = (expression: Expression): void => {
    if (expression.kind !== 'call') return;
    // `new Promise((resolve) => setTimeout(resolve, interval))`
    if (lastName(expression.callee) === 'Promise')
      for (const { value } of expression.arguments) if (value.kind === 'function') visit(value.function.body);
    if (!SLEEP.test(lastName(expression.callee))) return;
    const times = expression.arguments.map(({ value }) => frame.worth.get(value) ?? worthInside(frame, value));
    const known = times.find((time) => time?.kind === 'number');
    if (known?.kind !== 'number') {
      if (times.length > 0) found ??= 'unseen';
    } else if (known.value >= (isPython ? longPauseSeconds : longPauseSeconds * 1000)) found = 'long';
  };
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (statement.kind === 'loop') continue;
      for (const expression of childExpressions(statement)) eachExpression(expression, look);
      visit(statement.kind === 'try' ? [...statement.body, ...statement.otherwise, ...statement.finally] : childStatements(statement));
    }
  };
  visit(loop.body);
  return found;
}

/** What stands in a function inside was read there. */
function worthInside(frame: Frame, expression: Expression): Value | undefined {
  if (expression.kind === 'number') return { kind: 'number', value: expression.value, place: frame.place(expression.span) };
  return expression.kind === 'name' ? (frame.lookup(expression.name) ?? undefined) : undefined;
}

const lastName = (callee: Expression): string => (callee.kind === 'member' || callee.kind === 'name' ? callee.name : '');
