import type { Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { Place } from '../../module/module.ts';
import type { Loop } from '../call-site.ts';
import type { Frame } from '../frame.ts';
import type { LoopRecord, Summary } from '../summary.ts';
import type { CallArguments, Value } from '../value.ts';
import { argumentValues } from '../values/taint.ts';
import { nameOf } from '../values/texts.ts';
import { dotted } from '../values/waits.ts';
import { helperRetries } from './given-loops.ts';
import { isContentError, isTransportError } from './retried.ts';
import { RETRIES, type RetryRow, STOPS, TASK_RETRIES } from './retry-rows.ts';

/** A decorated function's calls are repeated as its decorator says. */
export function readRetries(frame: Frame, node: FunctionNode, summary: Summary): Summary {
  const own = summary.calls.filter((call) => call.spending.operation === 'generate').map((call) => call.key);
  const calls = [...own, ...(summary.reached ?? [])];
  if (calls.length === 0) return summary;
  const loops: LoopRecord[] = [];
  const applies = [...summary.effects.applies];
  for (const decorator of node.decorators) {
    const value = frame.evaluate(decorator);
    const retry = retryOf(value) ?? taskRetry(value);
    if (retry) loops.push(retryLoop(frame, decorator, { ...retry, retries: retry.retries ?? ofBody(summary) }, calls));
    const helper = retry ? null : helperRetries(frame, decorator);
    if (!helper) continue;
    applies.push({ of: helper.of, deadline: null, feeds: calls });
    loops.push(...helper.loops.map((loop) => retryLoop(frame, decorator, ofHelper(loop, loop.retries ?? ofBody(summary)), calls)));
  }
  if (loops.length === 0) return summary;
  const keys = loops.map((loop) => loop.key);
  return {
    ...summary,
    effects: { ...summary.effects, applies },
    loops: [...summary.loops, ...loops],
    calls: summary.calls.map((call) => ({ ...call, loops: [...call.loops, ...keys] })),
  };
}

const ofHelper = ({ bound, boundBy, max }: LoopRecord, retries: Loop['retries']): Retry => ({ bound, boundBy, max, retries });

const ofBody = (summary: Summary): Loop['retries'] => (summary.effects.usesAnswer ? 'content' : 'transport');

export interface Retry {
  readonly bound: Loop['bound'];
  readonly boundBy: string | null;
  readonly max: number | null;
  /** Where it is asked for, where that is not the whole decorator or call. */
  readonly place?: Place;
  /** Null where only what is repeated tells. */
  readonly retries: Loop['retries'];
}

/** What a value repeats by when it is a retry of a known library: a decorator, an iterable of tries, an object, a call. */
export function retryOf(value: Value): Retry | null {
  const callee = value.kind === 'called' ? value.callee : value;
  const row = RETRIES.find((one) => one.names.test(dotted(callee)));
  if (!row) return null;
  const given = value.kind === 'called' ? value.arguments : null;
  const retries = given ? triedAgain(row, given) : null;
  // By its value: a helper may have made it, and set its limit.
  const limit = given ? limitOf(row, given) : null;
  if (limit === 'open') return { bound: 'bounded', boundBy: 'options that a spread gives', max: null, retries };
  if (!limit)
    return row.bare === 'unbounded'
      ? { bound: 'unbounded', boundBy: 'no limit on tries or time', max: null, retries }
      : { bound: 'bounded', boundBy: 'the library\u2019s own default', max: row.bare > 100 ? null : row.bare, retries };
  if (isNever(limit.value)) return { bound: 'unbounded', boundBy: `${limit.name} never stops it`, max: null, retries };
  const count = TIMES.test(limit.name) ? null : attempts(limit.value);
  return { bound: 'bounded', boundBy: `${limit.name} is set`, max: count !== null && row.countsRetries ? count + 1 : count, retries };
}

function limitOf(row: RetryRow, given: CallArguments): { readonly name: string; readonly value: Value } | 'open' | null {
  const named = given.named.find((one) => row.limits.includes(one.name) && one.value.kind !== 'null');
  if (named) return named;
  for (const one of given.positional) {
    const entry = one.kind === 'record' ? one.entries.find(({ key, value }) => row.limits.includes(key) && value.kind !== 'null') : null;
    if (entry) return { name: entry.key, value: entry.value };
    if (one.kind === 'record' && one.unknowns.length > 0) return 'open';
  }
  const at = row.limitAt === undefined ? null : given.positional[row.limitAt];
  if (at) return { name: row.limits[0] ?? 'limit', value: at };
  return given.unknowns.length > 0 ? 'open' : null;
}

/** Limits in seconds, not in tries. */
const TIMES = /time|delay|deadline/i;

const isNever = (value: Value): boolean =>
  STOPS.never.test(dotted(value)) ||
  (value.kind === 'external' && /(^|\.)(Infinity|inf|POSITIVE_INFINITY)$/.test(value.path.join('.'))) ||
  (value.kind === 'number' && (value.value < 0 || !Number.isFinite(value.value)));

/** `stop_after_attempt(6)`, `stop_after_attempt(3) | stop_after_delay(60)`, `max_tries=3`. */
function attempts(value: Value): number | null {
  if (value.kind === 'number') return value.value;
  if (value.kind !== 'called') return null;
  const [first, second] = value.arguments.positional;
  if (STOPS.byTries.test(dotted(value.callee))) return first?.kind === 'number' ? first.value : null;
  const isEither = value.callee.kind === 'external' && value.callee.package === 'operator' && value.callee.path[0] === '|';
  return isEither ? ((first && attempts(first)) ?? (second && attempts(second)) ?? null) : null;
}

/** Which errors it is told to try again for; null where it is not told. */
function triedAgain(row: RetryRow, given: CallArguments): Loop['retries'] {
  const { errors } = row;
  if (!errors) return null;
  const told =
    given.named.find((one) => errors.names.includes(one.name))?.value ?? (errors.at === null ? null : given.positional[errors.at]);
  const names = told ? errorNamesOf(told) : [];
  if (names.some((name) => isContentError(name) || /retry_if_(not_)?result/.test(name))) return 'content';
  return names.length > 0 && names.every((name) => isTransportError(name) || /^retry_/.test(name)) ? 'transport' : null;
}

function errorNamesOf(value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap((item) => errorNamesOf(item.value));
  if (value.kind === 'called')
    return [nameOf(value.callee).split('.').at(-1) ?? '', ...argumentValues(value.arguments).flatMap(errorNamesOf)];
  const name = nameOf(value).split('.').at(-1) ?? '';
  return name === '' ? [] : [name];
}

/** `@app.task(max_retries=3)`, `@app.function(retries=modal.Retries(max_retries=3))`, `@task(retries=2)`. */
function taskRetry(value: Value): Retry | null {
  if (value.kind !== 'called') return null;
  const option = value.arguments.named.find((one) => TASK_RETRIES.includes(one.name));
  if (!option || option.value.kind === 'null') return null;
  const number = firstNumber(option.value);
  if (number === 0) return null;
  return {
    bound: 'bounded',
    boundBy: `${option.name} is set`,
    max: number === null ? null : number + 1,
    place: option.place,
    retries: null,
  };
}

function firstNumber(value: Value): number | null {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'called') {
    const named = value.arguments.named.find((one) => TASK_RETRIES.includes(one.name))?.value ?? value.arguments.positional[0];
    return named ? firstNumber(named) : null;
  }
  const entry = value.kind === 'record' ? value.entries.find((one) => TASK_RETRIES.includes(one.key)) : null;
  return entry ? firstNumber(entry.value) : null;
}

function retryLoop(frame: Frame, decorator: Expression, retry: Retry, calls: readonly string[]): LoopRecord {
  return {
    key: `${frame.file}#${frame.unit}@${decorator.span.start}`,
    owner: frame.owner,
    kind: 'retry',
    form: 'decorator',
    place: retry.place ?? frame.place(decorator.span),
    whole: frame.place(decorator.span),
    bound: retry.bound,
    boundBy: retry.boundBy,
    max: retry.max,
    retries: retry.retries,
    maxUnit: 'passes',
    calls,
    statement: null,
    modelExits: [],
  };
}
