import type { Expression } from '../../module/expression.ts';
import type { LoopStatement, Statement } from '../../module/statement.ts';
import type { Frame } from '../frame.ts';
import type { Value } from '../value.ts';
import { settleHead } from '../values/settle.ts';
import { fromModel } from '../values/taint.ts';
import { nameOf } from '../values/texts.ts';
import { dotted } from '../values/waits.ts';
import { childExpressions, childStatements, eachExpression, eachStatement } from '../workspace/walk.ts';
import { counterKey, keysIn } from './counter-keys.ts';
import type { Does } from './each-pass.ts';
import { type Counters, passesUntil, turned } from './passes.ts';

/** What ends a loop, and after how many passes at most where that is shown. */
export interface Limit {
  readonly text: string;
  readonly max: number | null;
}

/** What a statement moves in one direction: a name, a member, or the length of something that it appends to. */
export interface Moved {
  readonly target: Expression;
  readonly isLength: boolean;
  /** How far, where it is a known number. */
  readonly step: number | null;
}

/** Names and members that each pass moves in one direction: `steps += 1`, `i = i + 1`, `this.turns++`, `budget -= cost`. */
export function movedBy(loop: LoopStatement): readonly Moved[] {
  return movedIn([...loop.body, ...loop.update], loop.test ? [loop.test] : []);
}

export function movedIn(statements: readonly Statement[], tests: readonly Expression[]): readonly Moved[] {
  const found: Moved[] = [];
  const add = (target: Expression | undefined, step: number | null, isLength = false): void => {
    if (target && pathOf(target) !== null) found.push({ target, isLength, step });
  };
  const inExpression = (expression: Expression): void => {
    if (expression.kind === 'operation' && (expression.operator === 'increment' || expression.operator === 'decrement'))
      add(expression.operands[0], expression.operator === 'increment' ? 1 : -1);
    if (expression.kind === 'call' && expression.callee.kind === 'member' && /^(append|push|extend)$/.test(expression.callee.name))
      add(expression.callee.object, 1, true);
    if (expression.kind === 'assignment' && isStep(expression.operator)) add(expression.target, by(expression.operator, expression.value));
  };
  eachStatement(statements, (statement) => {
    if (statement.kind === 'augment' && isStep(statement.operator)) add(statement.target, by(statement.operator, statement.value));
    if (statement.kind === 'assign' && statement.value)
      for (const target of statement.targets) {
        const amount = movedAmount(target, statement.value);
        if (amount) add(target, by(amount.operator, amount.value));
      }
    for (const expression of childExpressions(statement)) eachExpression(expression, inExpression);
    return true;
  });
  for (const test of tests) eachExpression(test, inExpression);
  return found;
}

const isStep = (operator: string): boolean => operator === '+' || operator === '-';
const by = (operator: string, amount: Expression): number | null =>
  amount.kind === 'number' ? (operator === '-' ? -amount.value : amount.value) : null;

/** Whether a statement moves it itself, not by what stands inside. */
export const moves =
  ({ target, isLength }: Moved): Does =>
  (statement) =>
    movedIn(childStatements(statement).length > 0 ? [] : [statement], statement.kind === 'if' ? [statement.test] : []).some(
      (one) => pathOf(one.target) === pathOf(target) && one.isLength === isLength,
    );

export function movedKey(frame: Frame, moved: Moved): string | null {
  const key = counterKey(frame, moved.target);
  return key === null ? null : moved.isLength ? `${key}.length` : key;
}

/** `i = i + 1` */
function movedAmount(target: Expression, value: Expression): { readonly operator: string; readonly value: Expression } | null {
  const path = pathOf(target);
  if (path === null || value.kind !== 'operation' || !isStep(value.operator)) return null;
  const amount = value.operands.find((operand) => pathOf(operand) !== path);
  return amount && value.operands.some((operand) => pathOf(operand) === path) ? { operator: value.operator, value: amount } : null;
}

/** Every comparison below a condition, once for each of its sides. */
export function comparisonsIn(condition: Expression): readonly { readonly side: Expression; readonly other: Expression }[] {
  const found: { side: Expression; other: Expression }[] = [];
  eachExpression(condition, (one) => {
    if (one.kind !== 'operation' || !COMPARISONS.has(one.operator)) return;
    const [left, right] = one.operands;
    if (left && right) found.push({ side: left, other: right }, { side: right, other: left });
  });
  return found;
}

export function pathOf(expression: Expression): string | null {
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
export function isCounterTest(frame: Frame, condition: Expression, counters: Counters): Limit | null {
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
  if (condition.kind !== 'operation' || !COMPARISONS.has(condition.operator)) return truthCounter(frame, condition, counters);
  const { operator } = condition;
  const [left, right] = condition.operands;
  if (!left || !right) return null;
  return compared(frame, left, operator, right, counters) ?? compared(frame, right, turned(operator), left, counters);
}

function compared(frame: Frame, side: Expression, operator: string, limit: Expression, counters: Counters): Limit | null {
  const key = keysIn(frame, side).find((one) => counters.has(one));
  const counter = key === undefined ? undefined : counters.get(key);
  if (key === undefined || !counter) return null;
  const worth = frame.worth.get(limit);
  const value = worth && settleHead(frame.world, worth);
  if (value && (fromModel(value) || isOff(value))) return null;
  const number = value?.kind === 'number' ? value.value : null;
  // What is put on a list does not empty it.
  if (number === 0 && key.endsWith('.length')) return null;
  return { text: spelledLimit(side, limit, value), max: number === null ? null : passesUntil(counter, operator, number) };
}

/** `turn < Infinity` ends nothing. */
export function isNoLimit(frame: Frame, condition: Expression): boolean {
  if (condition.kind !== 'operation' || !COMPARISONS.has(condition.operator)) return false;
  return condition.operands.some((operand) => {
    const worth = frame.worth.get(operand);
    return worth !== undefined && isOff(settleHead(frame.world, worth));
  });
}

/** A limit whose value is "no limit". */
const isOff = (value: Value): boolean =>
  (value.kind === 'external' && /^(Infinity|inf|Number\.POSITIVE_INFINITY|MAX_SAFE_INTEGER)$/.test(value.path.join('.'))) ||
  (value.kind === 'called' && nameOf(value.callee) === 'float');

/** `while budget:`, `while (attempts--)`. */
function truthCounter(frame: Frame, condition: Expression, counters: Counters): Limit | null {
  const inner = condition.kind === 'operation' && condition.operator === 'decrement' ? condition.operands[0] : condition;
  const key = inner ? counterKey(frame, inner) : null;
  const counter = key === null ? undefined : counters.get(key);
  return inner && counter ? { text: `${pathOf(inner)} counts down`, max: passesUntil(counter, '>', 0) } : null;
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
