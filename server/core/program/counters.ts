import type { Expression } from '../module/expression.ts';
import type { LoopStatement, Statement } from '../module/statement.ts';
import type { Frame } from './frame.ts';
import { settleHead } from './settle.ts';
import { fromModel } from './taint.ts';
import { nameOf } from './texts.ts';
import type { Value } from './value.ts';
import { dotted } from './waits.ts';
import { childExpressions, childStatements, eachExpression, eachStatement } from './walk.ts';

/** Names and members that each pass moves in one direction: `steps += 1`, `i = i + 1`, `this.turns++`, `budget -= cost`. */
export function countersOf(loop: LoopStatement): ReadonlySet<string> {
  const counters = new Set<string>();
  const note = (statement: Statement): boolean => {
    if (statement.kind === 'augment' && (statement.operator === '+' || statement.operator === '-')) add(counters, pathOf(statement.target));
    if (
      statement.kind === 'assign' &&
      statement.value?.kind === 'operation' &&
      (statement.value.operator === '+' || statement.value.operator === '-')
    ) {
      const [left, right] = statement.value.operands;
      for (const target of statement.targets) {
        const path = pathOf(target);
        if (path && ((left && pathOf(left) === path) || (right && pathOf(right) === path))) add(counters, path);
      }
    }
    for (const expression of childExpressions(statement)) eachExpression(expression, (one) => noteExpression(one, counters));
    return true;
  };
  eachStatement([...loop.body, ...loop.update], note);
  if (loop.test) eachExpression(loop.test, (one) => noteExpression(one, counters));
  return counters;
}

function noteExpression(expression: Expression, counters: Set<string>): void {
  if (expression.kind === 'operation' && (expression.operator === 'increment' || expression.operator === 'decrement'))
    add(counters, expression.operands[0] ? pathOf(expression.operands[0]) : null);
  if (expression.kind === 'call' && expression.callee.kind === 'member' && /^(append|push|extend)$/.test(expression.callee.name)) {
    const path = pathOf(expression.callee.object);
    add(counters, path ? `${path}.length` : null);
  }
  if (expression.kind === 'assignment' && (expression.operator === '+' || expression.operator === '-'))
    add(counters, pathOf(expression.target));
}

const add = (counters: Set<string>, path: string | null): void => {
  if (path) counters.add(path);
};

function pathOf(expression: Expression): string | null {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'member') {
    const object = pathOf(expression.object);
    return object ? `${object}.${expression.name}` : null;
  }
  if (expression.kind === 'index' && expression.index.kind === 'text') {
    const object = pathOf(expression.object);
    return object ? `${object}.${expression.index.text}` : null;
  }
  return null;
}

const COMPARISONS = new Set(['<', '<=', '>', '>=', '==', '!=']);

/** A comparison of a counter (or of the length of something that grows) with a limit that the model does not set. */
export function isCounterTest(
  frame: Frame,
  condition: Expression,
  counters: ReadonlySet<string>,
): { readonly text: string; readonly max: number | null } | null {
  // Every part of `a and b` can end the loop by itself when it is the loop's test; in an exit's test both must hold, but a counter passes for good.
  const parts =
    condition.kind === 'choice'
      ? condition.options
      : condition.kind === 'operation' && condition.operator === 'not'
        ? condition.operands
        : null;
  if (parts) {
    for (const part of parts) {
      const found = isCounterTest(frame, part, counters);
      if (found) return found;
    }
    return null;
  }
  if (condition.kind !== 'operation' || !COMPARISONS.has(condition.operator)) return truthCounter(condition, counters);
  const [left, right] = condition.operands;
  if (!left || !right) return null;
  return compared(frame, left, right, counters) ?? compared(frame, right, left, counters);
}

function compared(
  frame: Frame,
  counter: Expression,
  limit: Expression,
  counters: ReadonlySet<string>,
): { readonly text: string; readonly max: number | null } | null {
  if (!mentionsCounter(counter, counters)) return null;
  const worth = frame.worth.get(limit);
  const value = worth && settleHead(frame.world, worth);
  if (value && fromModel(value)) return null;
  if (value && isOff(value)) return null;
  return { text: spelledLimit(counter, limit, value), max: value?.kind === 'number' ? value.value : null };
}

/** A limit whose value is "no limit". */
const isOff = (value: Value): boolean =>
  (value.kind === 'external' && /^(Infinity|inf|Number\.POSITIVE_INFINITY|MAX_SAFE_INTEGER)$/.test(value.path.join('.'))) ||
  (value.kind === 'called' && nameOf(value.callee) === 'float');

/** `while budget:`, `while (attempts--)`. */
function truthCounter(condition: Expression, counters: ReadonlySet<string>): { readonly text: string; readonly max: number | null } | null {
  const path =
    pathOf(condition) ??
    (condition.kind === 'operation' && condition.operator === 'decrement' && condition.operands[0] ? pathOf(condition.operands[0]) : null);
  return path && counters.has(path) ? { text: `${path} counts down`, max: null } : null;
}

function mentionsCounter(expression: Expression, counters: ReadonlySet<string>): boolean {
  let found = false;
  eachExpression(expression, (one) => {
    const path = pathOf(one);
    if (path && counters.has(path)) found = true;
    // `len(messages) > 40`, `history.length >= 20`: what a loop appends to only grows.
    if (one.kind === 'call' && one.callee.kind === 'name' && one.callee.name === 'len') {
      const inner = one.arguments[0] ? pathOf(one.arguments[0].value) : null;
      if (inner && counters.has(`${inner}.length`)) found = true;
    }
  });
  return found;
}

function spelledLimit(counter: Expression, limit: Expression, value: Value | undefined): string {
  const name = pathOf(counter) ?? 'a counter';
  if (value?.kind === 'number') return `${name} against ${value.value}`;
  const path = pathOf(limit);
  return path ? `${name} against ${path}` : `${name} against a limit`;
}

const CLOCKS =
  /(^|\.)(time|monotonic|perf_counter|now|utcnow|process_time|hrtime|timestamp|getTime|aborted|is_set|elapsed|expired|deadline|is_expired|timed_out)$/i;

/** A test that reads the clock or a signal that the clock sets. */
export function clockIn(frame: Frame, condition: Expression): boolean {
  let found = false;
  eachExpression(condition, (one) => {
    const value = frame.worth.get(one);
    if (!value) return;
    if (value.kind === 'called' && CLOCKS.test(dotted(value.callee))) found = true;
    if (value.kind === 'member' && /(^|\.)(aborted|expired|timed_out)$/.test(dotted(value))) found = true;
    if (value.kind === 'external' && /(^|\.)(aborted)$/.test(dotted(value))) found = true;
  });
  if (found) return true;
  // `elapsed = time.time() - start` keeps the clock in a name.
  return (
    condition.kind === 'operation' &&
    condition.operands.some((operand) => operand.kind === 'name' && /elapsed|deadline|time_?left|remaining_time/i.test(operand.name))
  );
}

/** `while queue:` whose body takes from the queue. */
export function shrinkingIn(loop: LoopStatement, test: Expression): { readonly name: string; readonly isRefilled: boolean } | null {
  const name = collectionOf(test);
  if (!name) return null;
  let shrinks = false;
  let isRefilled = false;
  eachStatement(loop.body, (statement) => {
    for (const expression of childExpressions(statement))
      eachExpression(expression, (one) => {
        if (one.kind !== 'call' || one.callee.kind !== 'member' || pathOf(one.callee.object) !== name) return;
        if (/^(pop|shift|popleft|get|get_nowait|remove|splice|dequeue|delete)$/.test(one.callee.name)) shrinks = true;
        if (/^(append|push|extend|add|unshift|appendleft|put|put_nowait|enqueue|insert)$/.test(one.callee.name)) isRefilled = true;
      });
    if (statement.kind === 'assign' && statement.targets.some((target) => pathOf(target) === name) && statement.value?.kind === 'slice')
      shrinks = true;
    return childStatements(statement).length > 0;
  });
  return shrinks ? { name, isRefilled } : null;
}

function collectionOf(test: Expression): string | null {
  const path = pathOf(test);
  if (path) return path.endsWith('.length') ? path.slice(0, -'.length'.length) : path;
  if (test.kind === 'call' && test.callee.kind === 'name' && test.callee.name === 'len')
    return test.arguments[0] ? pathOf(test.arguments[0].value) : null;
  if (test.kind === 'operation' || test.kind === 'choice') {
    const parts = test.kind === 'operation' ? test.operands : test.options;
    for (const part of parts) {
      const found = collectionOf(part);
      if (found) return found;
    }
  }
  return null;
}
