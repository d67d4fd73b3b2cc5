import type { Expression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import type { GivenLoop, LoopRecord, Summary } from '../summary.ts';
import type { CallArguments, FunctionValue, Value } from '../value.ts';
import { settleHead } from '../values/settle.ts';
import type { Fill } from '../values/substitute.ts';
import { functionKey } from '../world.ts';
import { argumentFor } from './effects.ts';
import { summaryOf } from './nested.ts';

/** Loops of the project's own decorator around what it decorates: `@with_retries`, `@with_retries(times=3)`. */
export function helperRetries(frame: Frame, decorator: Expression): { readonly of: string; readonly loops: readonly LoopRecord[] } | null {
  const expression = decorator.kind === 'call' ? decorator.callee : decorator;
  const value = frame.worth.get(expression);
  const helper = value ? settleHead(frame.world, value) : null;
  if (helper?.kind !== 'function') return null;
  const { around } = summaryOf(frame, helper).effects;
  return around.length === 0 ? null : { of: functionKey(helper), loops: distinct(around) };
}

export const distinct = (around: readonly GivenLoop[]): readonly LoopRecord[] => [
  ...new Map(around.map(({ loop }) => [loop.key, loop])).values(),
];

/** How a function that is handed over is called from where it is handed over. */
export type CallGiven = (value: Value, at: Expression) => void;

/**
 * A helper calls what it is given (`with_retry(lambda: ask(x))`): it is called here, inside the helper's loops. The calls that
 * are made so, for the helper's own file to tell.
 */
export function feedHelper(
  frame: Frame,
  callee: FunctionValue,
  summary: Summary,
  given: { readonly fill: Fill; readonly expressions: Extract<Expression, { kind: 'call' }> | null; readonly call: CallGiven },
): readonly string[] {
  const owner = `${functionKey(callee)}:`;
  const feeds: string[] = [];
  for (const key of summary.effects.callsGiven) {
    if (!key.startsWith(owner)) continue;
    const name = key.slice(owner.length);
    const value = given.fill({
      kind: 'parameter',
      owner: functionKey(callee),
      name,
      default: null,
      typed: null,
      typeName: null,
      place: callee.place,
    });
    const at = given.expressions ? argumentFor(callee, given.expressions, name) : null;
    const settled = value ? settleHead(frame.world, value) : null;
    if (!settled || !at) continue;
    const around = summary.effects.around.filter((one) => one.given === key);
    if (settled.kind === 'parameter') passOn(frame, `${settled.owner}:${settled.name}`, around);
    else if (settled.kind === 'function' && settled.closure) feeds.push(...wrapUnread(frame, settled, around));
    else feeds.push(...wrapCalls(frame, around, () => given.call(value ?? settled, at)));
  }
  return feeds;
}

/** What is only handed on is called by whoever gave it. */
function passOn(frame: Frame, key: string, around: readonly GivenLoop[]): void {
  frame.noteGiven(key);
  frame.around.push(...around.map(({ loop }) => ({ given: key, loop })));
}

/** A function that was just made is reported where it stands, with the helper's loops around it. */
function wrapUnread(frame: Frame, value: FunctionValue, around: readonly GivenLoop[]): readonly string[] {
  const at = frame.unread.findIndex((one) => one.value.node === value.node);
  const waiting = frame.unread[at];
  if (waiting) frame.unread[at] = { ...waiting, around: [...waiting.around, ...distinct(around).map((loop) => loop.key)] };
  const calls = summaryOf(frame, value).calls.filter((call) => call.spending.operation === 'generate' && !call.pending);
  return calls.map((call) => call.key);
}

function wrapCalls(frame: Frame, around: readonly GivenLoop[], call: () => void): readonly string[] {
  const before = frame.calls.length;
  const probe = frame.openLoop('');
  frame.loops.push(probe);
  call();
  frame.loops.pop();
  const keys = distinct(around).map((loop) => loop.key);
  for (let at = before; at < frame.calls.length; at++) {
    const made = frame.calls[at];
    if (made) frame.calls[at] = { ...made, loops: [...keys, ...made.loops.filter((one) => one !== '')] };
  }
  return [...probe.calls];
}

/** Nothing is given beyond what the helper was told by name. */
export const restOf = (callee: FunctionValue, given: CallArguments): CallArguments => {
  const own = new Set(callee.node.parameters.flatMap((one) => (one.target.kind === 'name' ? [one.target.name] : [])));
  return { positional: [], named: given.named.filter((one) => !own.has(one.name)), unknowns: given.unknowns };
};
