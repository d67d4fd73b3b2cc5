import type { CallExpression, Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { LoopStatement, Statement } from '../../module/statement.ts';
import type { Frame } from '../frame.ts';
import type { CallArguments, Value } from '../value.ts';
import { dotted } from '../values/waits.ts';
import { childExpressions, childStatements, eachExpression, eachStatement, functionsOf } from '../workspace/walk.ts';

/** What ends the work that it stands around after a time, as data. */
const DEADLINES: readonly { readonly how: 'block' | 'call' | 'decorator' | 'alarm'; readonly names: RegExp; readonly source: string }[] = [
  { how: 'block', names: /^asyncio\.(timeout|timeout_at)$/, source: 'Python asyncio documentation' },
  { how: 'block', names: /^(anyio|trio)\.(fail_after|move_on_after|fail_at|move_on_at)$/, source: 'AnyIO, Trio documentation' },
  { how: 'block', names: /^(async_timeout\.timeout(_at)?|stopit\.\w+Timeout)$/, source: 'async-timeout, stopit documentation' },
  { how: 'call', names: /^asyncio\.(wait_for|wait)$/, source: 'Python asyncio documentation' },
  { how: 'call', names: /^(func_timeout\.(func_timeout|func_set_timeout)|stopit\.\w+)$/, source: 'func-timeout, stopit documentation' },
  {
    how: 'call',
    names: /^(p-timeout(\.default|\.pTimeout)?|promise-timeout\.timeout)$/,
    source: 'p-timeout, promise-timeout documentation',
  },
  { how: 'call', names: /^Promise\.race$/, source: 'ECMAScript' },
  {
    how: 'decorator',
    names: /^(timeout_decorator|wrapt_timeout_decorator|timeout_function_decorator)(\.timeout)+$/,
    source: 'timeout-decorator documentation',
  },
  { how: 'decorator', names: /^func_timeout\.func_set_timeout$/, source: 'func-timeout documentation' },
  { how: 'alarm', names: /^signal\.(alarm|setitimer)$/, source: 'Python signal documentation' },
];

/** Named options of decorators of task queues that stop a task: Celery, Dramatiq, Prefect, RQ, Modal. */
const TASK_LIMITS = new Set(['time_limit', 'soft_time_limit', 'timeout_seconds', 'job_timeout']);

const rowOf = (name: string, how: (typeof DEADLINES)[number]['how']): boolean =>
  name !== '' && DEADLINES.some((row) => row.how === how && row.names.test(name));

/** `async with asyncio.timeout(60):`; null where it is none, or switched off. */
export function deadlineOfBlock(value: Value): string | null {
  if (value.kind !== 'called' || !rowOf(dotted(value.callee), 'block')) return null;
  const limit = value.arguments.positional[0] ?? value.arguments.named[0]?.value;
  return limit && limit.kind !== 'null' ? `a deadline (${dotted(value.callee)})` : null;
}

/** `asyncio.wait_for(run(), 60)`, `Promise.race([run(), timer])`: what stands in its arguments ends with it. */
export function deadlineOfCall(callee: Value, expression: CallExpression): string | null {
  const name = dotted(callee).replace(/^builtins\./, '');
  if (callee.kind === 'function') return HELPERS.test(callee.node.name ?? '') ? `a deadline (${callee.node.name})` : null;
  if (!rowOf(name, 'call')) return null;
  if (name === 'Promise.race') return expression.arguments.some(({ value }) => mentionsTimer(value)) ? 'a deadline (Promise.race)' : null;
  const timeout =
    expression.arguments.find((one) => one.kind === 'named' && one.name === 'timeout')?.value ?? expression.arguments[1]?.value;
  return timeout && timeout.kind !== 'null' ? `a deadline (${name})` : null;
}

/** `signal.alarm(60)` holds until `signal.alarm(0)`. Undefined where the call sets no alarm. */
export function alarmOf(callee: Value, given: CallArguments): string | null | undefined {
  const name = dotted(callee);
  if (!rowOf(name, 'alarm')) return undefined;
  const seconds = given.positional.at(name.endsWith('setitimer') ? 1 : 0);
  return seconds?.kind === 'number' && seconds.value === 0 ? null : `a deadline (${name})`;
}

/** `@timeout_decorator.timeout(60)`, `@app.task(time_limit=300)`. */
export function deadlineOfDecorators(frame: Frame, node: FunctionNode): string | null {
  for (const decorator of node.decorators) {
    const value = frame.evaluate(decorator);
    if (value.kind !== 'called') continue;
    const name = dotted(value.callee);
    if (rowOf(name, 'decorator')) return `a deadline (${name})`;
    const limit = value.arguments.named.find((one) => TASK_LIMITS.has(one.name) && one.value.kind !== 'null');
    if (limit) return `a deadline (${limit.name})`;
  }
  return null;
}

/** The project's own helpers, by what people call them. */
const HELPERS = /^(run|call|execute)?_?with_?(timeout|deadline|time_limit)$/i;

/** A timer among the promises of a race, also behind a helper's name. */
function mentionsTimer(expression: Expression): boolean {
  let found = false;
  eachWithFunctions(expression, (one) => {
    const name = one.kind === 'name' ? one.name : one.kind === 'member' ? one.name : '';
    if (/timeout|timer|sleep|delay|deadline/i.test(name)) found = true;
  });
  return found;
}

function eachWithFunctions(expression: Expression, note: (expression: Expression) => void): void {
  const visit = (list: readonly Statement[]): void => {
    for (const statement of list) {
      for (const one of childExpressions(statement)) eachWithFunctions(one, note);
      for (const inner of functionsOf(statement)) visit(inner.body);
      visit(childStatements(statement));
    }
  };
  eachExpression(expression, (one) => {
    note(one);
    if (one.kind === 'function') visit(one.function.body);
  });
}

const SIGNALS = /^(abort_?)?signal$|^(abort|cancel(lation)?)_?(signal|token|event)$/i;

/**
 * A signal from outside the loop that its calls are given: a timer sets it (bounded), or somebody else may (unknown). Null where
 * there is none.
 */
export function signalIn(frame: Frame, loop: LoopStatement): 'timer' | 'unseen' | null {
  let found: 'timer' | 'unseen' | null = null;
  const note = (argument: Expression, name: string): void => {
    if (argument.kind === 'null' || found === 'timer') return;
    const value = frame.worth.get(argument);
    if (value && isMadeIn(frame, loop, value)) return;
    if (value && isTimed(frame, value)) found = 'timer';
    else if (SIGNALS.test(name) || (value && SIGNALS.test(lastName(value)))) found ??= 'unseen';
  };
  eachStatement(loop.body, (statement) => {
    for (const expression of childExpressions(statement))
      eachExpression(expression, (one) => {
        if (one.kind === 'record')
          for (const entry of one.entries) if (entry.kind === 'entry' && SIGNALS.test(entry.key)) note(entry.value, entry.key);
        if (one.kind === 'call') for (const argument of one.arguments) note(argument.value, argument.kind === 'named' ? argument.name : '');
      });
    return true;
  });
  return found;
}

const lastName = (value: Value): string => (value.kind === 'parameter' ? value.name : value.kind === 'member' ? value.name : '');

const isMadeIn = (frame: Frame, loop: LoopStatement, value: Value): boolean =>
  value.kind === 'called' &&
  value.place.unit === frame.unit &&
  value.place.file === frame.file &&
  value.place.span.start >= loop.bodySpan.start &&
  value.place.span.end <= loop.bodySpan.end;

/** `AbortSignal.timeout(…)`, or the signal of a controller that a timer of this function aborts. */
function isTimed(frame: Frame, value: Value): boolean {
  const name = dotted(value);
  if (/^AbortSignal\.(timeout|any)$/.test(name)) return true;
  return /^AbortController\.signal$/.test(name) && frame.hasAbortTimer;
}

/** `setTimeout(() => controller.abort(), 30_000)` */
export const isAbortTimer = (callee: Value, expression: CallExpression): boolean => {
  if (!/^(setTimeout|globalThis\.setTimeout|window\.setTimeout)$/.test(dotted(callee))) return false;
  let found = false;
  for (const { value } of expression.arguments)
    eachWithFunctions(value, (one) => {
      if (one.kind === 'member' && one.name === 'abort') found = true;
    });
  return found;
};

/** `signal.throwIfAborted()` */
export const isAbortCheck = (callee: Value): boolean =>
  /(^|\.)(throwIfAborted|throw_if_aborted|raise_if_cancelled|throwIfCancellationRequested)$/.test(dotted(callee));
