import type { CallExpression } from '../../module/expression.ts';
import type { Place } from '../../module/module.ts';
import type { Frame, OpenLoop } from '../frame.ts';
import type { LoopRecord } from '../summary.ts';
import type { CallArguments, Value } from '../value.ts';
import { type Retry, retryOf } from './retries.ts';

/** Whether calling it may repeat what it is given: `pRetry(…)`, `Retrying(…)(ask)`, `policy.execute(…)`. */
export const isRetrier = (callee: Value): boolean => asked(callee) !== null;

/** How often. */
export function retriedCall(callee: Value, given: CallArguments, place: Place): Retry | null {
  const retrier = asked(callee);
  return retrier ? retryOf(retrier.isMade ? retrier.value : { kind: 'called', callee, arguments: given, place }) : null;
}

function asked(callee: Value): { readonly value: Value; readonly isMade: boolean } | null {
  if (callee.kind === 'external') return retryOf(callee) ? { value: callee, isMade: false } : null;
  if (callee.kind === 'called') return retryOf(callee) ? { value: callee, isMade: true } : null;
  if (callee.kind !== 'member' || !/^(execute|call|wraps|run|__call__)$/.test(callee.name) || callee.object.kind !== 'called') return null;
  return retryOf(callee.object) ? { value: callee.object, isMade: true } : null;
}

export function retryRecord(frame: Frame, expression: CallExpression, loop: OpenLoop, retry: Retry): LoopRecord {
  return {
    key: loop.key,
    owner: frame.owner,
    kind: 'retry',
    form: 'callback',
    place: frame.place(expression.callee.span),
    whole: frame.place(expression.span),
    bound: retry.bound,
    boundBy: retry.boundBy,
    max: retry.max,
    maxUnit: 'passes',
    calls: [...loop.calls],
    statement: null,
    modelExits: [],
    retries: retry.retries ?? (loop.usesAnswer ? 'content' : 'transport'),
  };
}
