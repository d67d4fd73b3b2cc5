import type { Expression } from '../../module/expression.ts';
import type { LoopStatement } from '../../module/statement.ts';
import type { Frame, OpenLoop } from '../frame.ts';
import type { Value } from '../value.ts';
import { dotted } from '../values/waits.ts';
import { counterKey } from './counter-keys.ts';
import { type Moved, movedBy, movedIn, moves, pathOf } from './counters.ts';
import { callsOneOf, inEachPass } from './each-pass.ts';
import type { Counter, Counters } from './passes.ts';

/** The counters that a loop moves by itself, and those that the functions move which it calls. */
export function countersOf(frame: Frame, loop: LoopStatement, open: OpenLoop): Counters {
  const found = new Map<string, Counter>();
  for (const moved of [...movedBy(loop), ...countedOut(frame, loop)]) {
    const own = counterKey(frame, moved.target);
    if (own === null) continue;
    const key = moved.isLength ? `${own}.length` : own;
    const before = found.get(key);
    const step = isMovedEachPass(loop, moved) ? moved.step : null;
    found.set(key, { start: moved.isLength ? 0 : startOf(open, moved.target), step: before && before.step !== step ? null : step });
  }
  for (const [key, { step, calls }] of open.counted)
    if (!found.has(key)) found.set(key, { start: 0, step: inEachPass(loop.body, callsOneOf(calls)) ? step : null });
  return found;
}

/** `for step in itertools.count():` */
function countedOut(frame: Frame, { target, iterable }: LoopStatement): readonly Moved[] {
  const value = iterable && frame.worth.get(iterable);
  return target && value?.kind === 'called' && /(^|\.)count$/.test(dotted(value)) ? [{ target, isLength: false, step: 1 }] : [];
}

/** A counter that some passes leave alone tells nothing of their number. */
function isMovedEachPass(loop: LoopStatement, moved: Moved): boolean {
  const outside = movedIn(loop.update, loop.test ? [loop.test] : []);
  const isIt = (one: Moved): boolean => pathOf(one.target) === pathOf(moved.target) && one.isLength === moved.isLength;
  return moved.target === loop.target || outside.some(isIt) || inEachPass(loop.body, moves(moved));
}

/** What is not set before in the same function starts elsewhere, at zero or above where it counts up: a limit leaves no more passes. */
function startOf(open: OpenLoop, target: Expression): number | null {
  if (target.kind !== 'name') return 0;
  const value = open.before.get(target.name);
  return value ? numberOf(value) : 0;
}

const numberOf = (value: Value): number | null =>
  value.kind === 'number' ? value.value : value.kind === 'parameter' && value.default ? numberOf(value.default) : null;
