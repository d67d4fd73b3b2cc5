import type { Expression } from '../../module/expression.ts';
import type { Statement } from '../../module/statement.ts';
import { childExpressions } from '../workspace/walk.ts';

/**
 * Whether something is done on every way through a loop's body that goes back to the top. A way that leaves needs not; one that
 * goes back before it is done (`continue`, a failure that is passed over) spoils it.
 */
export const inEachPass = (body: readonly Statement[], does: Does): boolean => walk(body, { does, leaving: 'done' }) === 'done';

/** Whether each call of a function does it that does not end by an error. */
export const inEachCall = (body: readonly Statement[], does: Does): boolean => walk(body, { does, leaving: 'missed' }) === 'done';

export type Does = (statement: Statement) => boolean;

interface Looked {
  readonly does: Does;
  /** What it comes to where a `return` leaves first. */
  readonly leaving: Outcome;
}

/** Done or left behind on all ways; gone back without it on one; or not yet on those that go on behind it. */
type Outcome = 'done' | 'missed' | 'open';

function walk(statements: readonly Statement[], looked: Looked): Outcome {
  for (const statement of statements) {
    const outcome = outcomeOf(statement, looked);
    if (outcome !== 'open') return outcome;
  }
  return 'open';
}

function outcomeOf(statement: Statement, looked: Looked): Outcome {
  const ways = (...bodies: readonly (readonly Statement[])[]): Outcome => together(bodies.map((body) => walk(body, looked)));
  switch (statement.kind) {
    case 'return':
      return looked.does(statement) ? 'done' : looked.leaving;
    case 'throw':
      return 'done';
    case 'break':
      return statement.label === null ? 'done' : 'missed';
    case 'continue':
      return 'missed';
    case 'if':
      return looked.does(statement) ? 'done' : ways(statement.then, statement.otherwise);
    case 'with':
    case 'block':
      return walk(statement.body, looked);
    case 'try': {
      if (walk(statement.finally, looked) === 'done') return 'done';
      return ways([...statement.body, ...statement.otherwise], ...statement.handlers.map((one) => one.body));
    }
    // A `break` inside may leave the switch alone, and a loop inside may make no pass.
    case 'switch':
    case 'loop':
      return 'open';
    default:
      return looked.does(statement) ? 'done' : 'open';
  }
}

function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('missed')) return 'missed';
  return outcomes.every((one) => one === 'done') ? 'done' : 'open';
}

/** Whether a statement makes one of these calls itself, whatever it decides on the way. */
export const callsOneOf =
  (calls: readonly Expression[]): Does =>
  (statement) =>
    childExpressions(statement).some((one) => holds(one, calls));

function holds(expression: Expression, calls: readonly Expression[]): boolean {
  if (calls.includes(expression)) return true;
  // Of `a or b`, only what is looked at first is sure.
  const inside = expression.kind === 'choice' ? [expression.test ?? expression.options[0]] : childExpressions(expression);
  return expression.kind !== 'comprehension' && inside.some((one) => one !== undefined && holds(one, calls));
}
