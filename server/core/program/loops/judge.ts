import type { Expression } from '../../module/expression.ts';
import type { LoopStatement, Statement } from '../../module/statement.ts';
import type { Loop } from '../call-site.ts';
import type { Frame, OpenLoop } from '../frame.ts';
import type { Verdict } from '../summary.ts';
import type { Value } from '../value.ts';
import { isLeftToPeople, isModelsWord } from '../values/taint.ts';
import { nameOf } from '../values/texts.ts';
import { dotted, loopWait } from '../values/waits.ts';
import { childExpressions, childStatements, eachExpression, eachGuarded, eachStatement } from '../workspace/walk.ts';
import { isNoLimit, shrinkingIn } from './counters.ts';
import { signalIn } from './deadlines.ts';
import { inEachPass } from './each-pass.ts';
import { CLOCK } from './effects.ts';
import { limitIn, limitOfTest } from './limits.ts';
import { countersOf } from './loop-counters.ts';
import { passesUntil } from './passes.ts';
import { pauseOf } from './pauses.ts';
import { retriedBy } from './retried.ts';
import { retryOf } from './retries.ts';
import { worksThrough } from './worklists.ts';

/**
 * What ends a loop that calls a model. A counter, a clock, a budget, a finite collection or a shrinking one bounds it; the
 * model's own word does not; a loop that waits for a person or an event in each pass is paced by it. Where an exit hangs on
 * something that the source does not show, the answer is unknown, and nothing is said.
 */
export function judge(
  frame: Frame,
  loop: LoopStatement,
  open: OpenLoop,
  iterable: Value | null,
): Verdict & { readonly kind: Loop['kind']; readonly retries: Loop['retries'] } {
  const retry = iterable && loop.form === 'each' ? retryOf(iterable) : null;
  if (retry) return { kind: 'retry', ...retry, retries: retry.retries ?? retriedBy(frame, loop, open, true), modelExits: [] };
  const kind = repeatsFailures(loop) ? 'retry' : 'loop';
  return { kind, retries: retriedBy(frame, loop, open, kind === 'retry'), ...judgeEnd(frame, loop, open, iterable) };
}

function judgeEnd(frame: Frame, loop: LoopStatement, open: OpenLoop, iterable: Value | null): Verdict {
  if (loop.form === 'each' && iterable) {
    const wait = loopWait(iterable);
    if (wait === 'person') return verdictOf('user-paced', 'waits for a person in each pass');
    if (wait === 'event') return verdictOf('event-driven', 'waits for the next event');
    if (!isEndlessIterable(iterable)) return judgeEach(iterable);
  }
  if (open.waits.has('person')) return verdictOf('user-paced', 'waits for a person in each pass');
  if (open.waits.has('event')) return verdictOf('event-driven', 'waits for the next event in each pass');
  const verdict = judgeExits(frame, loop, open);
  if (verdict.bound === 'bounded') return verdict;
  if (open.deadline !== null) return verdictOf('bounded', open.deadline);
  if (verdict.bound !== 'unbounded') return verdict;
  const signal = signalIn(frame, loop);
  if (signal === 'timer') return verdictOf('bounded', 'a signal that a timer sets');
  if (signal === 'unseen') return verdictOf('unknown', 'its calls are given a signal');
  // A watcher that looks again every half hour is paced by the clock, as a service is by its events.
  const pause = repeatsFailures(loop) ? null : pauseOf(frame, loop);
  if (pause === 'long' || (pause === 'unseen' && verdict.modelExits.length === 0))
    return verdictOf('event-driven', 'waits on the clock in each pass');
  if (pause === 'unseen') return verdictOf('unknown', 'pauses for a time that the source does not show');
  if (worksThrough(frame, loop)) return verdictOf('unknown', 'works through a structure');
  // Where a person is asked in some passes, how often the model goes on by itself in between is not shown.
  return open.seldomWaits.size > 0 ? verdictOf('unknown', 'waits in some passes only') : verdict;
}

const verdictOf = (
  bound: Loop['bound'],
  boundBy: string | null,
  max: number | null = null,
  modelExits: readonly Expression[] = [],
): Verdict => ({ bound, boundBy, max, modelExits });

const ENDLESS = /(^|\.)(count|cycle|repeat)$/;
const isEndlessIterable = (iterable: Value): boolean =>
  iterable.kind === 'called' &&
  iterable.callee.kind === 'external' &&
  iterable.callee.package === 'itertools' &&
  ENDLESS.test(dotted(iterable.callee)) &&
  iterable.arguments.positional.length < 2;

function judgeEach(iterable: Value): Verdict {
  if (iterable.kind === 'list') {
    const isKnown = iterable.items.every((item) => item.count === 'one');
    return verdictOf(
      'bounded',
      isKnown ? `${iterable.items.length} elements` : 'the size of its collection',
      isKnown ? iterable.items.length : null,
    );
  }
  if (iterable.kind === 'called' && iterable.callee.kind === 'external' && iterable.callee.path.at(-1) === 'range') {
    const numbers = iterable.arguments.positional.map((value) => largest(value));
    const [first, second, step = 1] = numbers;
    const max =
      numbers.length === 1 ? (first ?? null) : first != null && second != null ? passesUntil({ start: first, step }, '<', second) : null;
    return verdictOf(
      'bounded',
      `range(${iterable.arguments.positional.map((value) => (value.kind === 'number' ? value.value : nameOf(value))).join(', ')})`,
      max,
    );
  }
  return verdictOf('bounded', 'the size of its collection');
}

function largest(value: Value): number | null {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'parameter' && value.default) return largest(value.default);
  return null;
}

/** A way out of the loop, with the conditions it hangs on. */
interface Exit {
  readonly conditions: readonly Expression[];
}

function judgeExits(frame: Frame, loop: LoopStatement, open: OpenLoop): Verdict {
  const exits = exitsOf(loop);
  if (endsAfterOnePass(loop)) return verdictOf('bounded', 'ends in its first pass', 1);
  const counters = countersOf(frame, loop, open);
  const limit = (loop.test ? limitOfTest(frame, loop.test, counters) : null) ?? firstOf(exits, (exit) => limitIn(frame, exit, counters));
  if (limit) return verdictOf('bounded', limit.text, limit.max);
  const check = open.checks.find((one) => one.key === CLOCK || counters.has(one.key));
  if (check) return verdictOf('bounded', check.text);
  if (exits.some((exit) => exit.conditions.length === 1 && exit.conditions.some((one) => isUsedUp(loop, one))))
    return verdictOf('bounded', 'a flag that the first pass sets', 2);
  const shrinking = loop.test ? shrinkingIn(loop, loop.test) : null;
  if (shrinking) return verdictOf(shrinking.isRefilled ? 'unknown' : 'bounded', `${shrinking.name} is used up`);
  return judgeByWord(frame, loop, exits);
}

function firstOf<Result>(exits: readonly Exit[], ask: (condition: Expression) => Result | null): Result | null {
  for (const exit of exits)
    for (const condition of exit.conditions) {
      const found = ask(condition);
      if (found) return found;
    }
  return null;
}

/** No counter, no clock: either every way out is the model's own word, or something unseen ends it. */
function judgeByWord(frame: Frame, loop: LoopStatement, exits: readonly Exit[]): Verdict {
  const words: Expression[] = [];
  const hasTest = loop.test !== null && !isTrue(loop.test) && !isNoLimit(frame, loop.test);
  if (hasTest && loop.test) {
    const parts = loop.test.kind === 'choice' && loop.test.operator === 'and' ? loop.test.options : [loop.test];
    const isWord = parts.some((part) => isModelWord(frame, part)) || parts.every((part) => isFlagOfModel(frame, loop, part));
    if (!isWord) return verdictOf('unknown', `ends by ${spelled(loop.test)}`);
    words.push(loop.test);
  }
  for (const exit of exits) {
    if (exit.conditions.length === 0) continue;
    const word = exit.conditions.find((condition) => isModelWord(frame, condition) || isFlagOfModel(frame, loop, condition));
    if (!word)
      return verdictOf(
        'unknown',
        `ends by ${exit.conditions.map(spelled).filter((one) => one !== '')[0] ?? 'something that the source does not show'}`,
      );
    words.push(word);
  }
  if (words.length === 0 && exits.length === 0 && handsOut(loop)) return verdictOf('unknown', 'goes on as long as somebody iterates');
  const how =
    words.length > 0 ? 'only the model\u2019s own word ends it' : exits.length > 0 ? 'ends only when a try succeeds' : 'nothing ends it';
  return verdictOf('unbounded', how, null, words);
}

/** A generator stands still until its next element is asked for: whoever iterates ends it. */
function handsOut(loop: LoopStatement): boolean {
  let found = false;
  eachStatement(loop.body, (statement) => {
    for (const expression of childExpressions(statement))
      eachExpression(expression, (part) => {
        if (part.kind === 'yield') found = true;
      });
    return !found;
  });
  return found;
}

const isTrue = (test: Expression): boolean => (test.kind === 'boolean' && test.value) || (test.kind === 'number' && test.value !== 0);

function isModelWord(frame: Frame, condition: Expression): boolean {
  const value = frame.worth.get(condition);
  if (value && isModelsWord(value)) return true;
  // A call whose object decides is not taken apart: its arguments are not what the test reads.
  if (condition.kind === 'call' || (value && isLeftToPeople(value))) return false;
  return childExpressions(condition).some((child) => isModelWord(frame, child));
}

/** `while not done:` where every assignment to `done` in the body hangs on the model's answer. */
function isFlagOfModel(frame: Frame, loop: LoopStatement, condition: Expression): boolean {
  const flag = flagOf(condition);
  if (!flag) return false;
  const settings = settingsOf(loop, flag);
  const isTry = repeatsFailures(loop);
  return (
    settings.length > 0 &&
    settings.every(
      ({ conditions, value }) =>
        isModelWord(frame, value) || (isTry && conditions.length === 0) || conditions.some((one) => isModelWord(frame, one)),
    )
  );
}

/** `if (!mayRetry) return; … mayRetry = false;`: every pass that goes on sets it. */
function isUsedUp(loop: LoopStatement, condition: Expression): boolean {
  const flag = flagOf(condition);
  const leavesAt = condition.kind === 'name';
  const sets = (one: Statement): boolean =>
    one.kind === 'assign' && one.targets.some((target) => target.kind === 'name' && target.name === flag);
  return (
    flag !== null &&
    inEachPass(loop.body, sets) &&
    settingsOf(loop, flag).every(({ value }) => value.kind === 'boolean' && value.value === leavesAt) &&
    (leavesAt || (condition.kind === 'operation' && condition.operator === 'not'))
  );
}

/** Where the body sets a flag, or puts something on a list that starts empty, with the tests around each. */
function settingsOf(
  loop: LoopStatement,
  flag: string,
): readonly { readonly conditions: readonly Expression[]; readonly value: Expression }[] {
  const settings: { conditions: readonly Expression[]; value: Expression }[] = [];
  eachGuarded(loop.body, (statement, conditions) => {
    const value = statement.kind === 'expression' ? putOn(statement.value, flag) : statement.kind === 'assign' ? statement.value : null;
    const isSet = statement.kind !== 'assign' || statement.targets.some((target) => target.kind === 'name' && target.name === flag);
    if (value && isSet && !(value.kind === 'list' && value.items.length === 0)) settings.push({ conditions, value });
  });
  return settings;
}

/** `results.append(result)` */
function putOn(expression: Expression, list: string): Expression | null {
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return null;
  const { object, name } = expression.callee;
  return object.kind === 'name' && object.name === list && /^(append|extend|add|push)$/.test(name)
    ? (expression.arguments[0]?.value ?? null)
    : null;
}

function flagOf(condition: Expression): string | null {
  if (condition.kind === 'name') return condition.name;
  if (condition.kind === 'member' && condition.name === 'length') return flagOf(condition.object);
  if (condition.kind === 'call' && condition.callee.kind === 'name' && condition.callee.name === 'len')
    return condition.arguments[0] ? flagOf(condition.arguments[0].value) : null;
  if (
    condition.kind === 'operation' &&
    (condition.operator === 'not' || condition.operator === '==' || condition.operator === 'is' || condition.operator === '!=')
  )
    return condition.operands[0] ? flagOf(condition.operands[0]) : null;
  return null;
}

/** Breaks of this loop, returns and raises, each with the tests it stands under. */
function exitsOf(loop: LoopStatement): readonly Exit[] {
  const exits: Exit[] = [];
  eachGuarded(loop.body, (statement, conditions, depth) => {
    const leaves =
      statement.kind === 'return' ||
      (statement.kind === 'break' && (depth === 0 || (statement.label !== null && statement.label === loop.label)));
    if (leaves || (statement.kind === 'throw' && conditions.length > 0)) exits.push({ conditions });
  });
  return exits;
}

/** `while True: … return answer` with no way back to the top. */
function endsAfterOnePass(loop: LoopStatement): boolean {
  const last = loop.body.at(-1);
  let goesBack = false;
  eachGuarded(loop.body, (statement, _conditions, depth) => {
    if (statement.kind === 'continue' && depth === 0) goesBack = true;
  });
  return !goesBack && (last?.kind === 'return' || last?.kind === 'break');
}

/** A loop whose pass tries something, leaves when it works and goes on when it fails. */
function repeatsFailures(loop: LoopStatement): boolean {
  const flag = loop.test ? flagOf(loop.test) : null;
  const lowers = (one: Statement): boolean =>
    flag !== null && one.kind === 'assign' && one.targets.some((target) => target.kind === 'name' && target.name === flag);
  return loop.body.some((statement) => {
    if (statement.kind !== 'try' || statement.handlers.length === 0) return false;
    const leaves = (list: readonly Statement[]): boolean =>
      list.some((one) => one.kind === 'return' || one.kind === 'break' || lowers(one) || leaves(childStatements(one)));
    const isLast = loop.body.at(-1) !== statement && leaves(loop.body.slice(loop.body.indexOf(statement) + 1));
    const goesOn = statement.handlers.some(
      (handler) =>
        !handler.body.some(
          (one) => one.kind === 'return' || one.kind === 'break' || (one.kind === 'throw' && handler.body.indexOf(one) === 0),
        ),
    );
    return goesOn && (leaves(statement.body) || leaves(statement.otherwise) || isLast);
  });
}

/** A test in the words of the source, for messages. */
function spelled(expression: Expression): string {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'member': {
      const object = spelled(expression.object);
      return object ? `${object}.${expression.name}` : expression.name;
    }
    case 'call':
      return `${spelled(expression.callee)}()`;
    default:
      return (
        childExpressions(expression)
          .map(spelled)
          .find((one) => one !== '') ?? ''
      );
  }
}
