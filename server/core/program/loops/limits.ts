import type { Expression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import { carries } from '../values/taint.ts';
import { dotted } from '../values/waits.ts';
import { eachExpression } from '../workspace/walk.ts';
import { comparesCounter } from './counter-keys.ts';
import { clockIn, isCounterTest, type Limit } from './counters.ts';
import type { Counters } from './passes.ts';

/** What bounds a loop by its own test: every side of an `or` must, any part of the rest may. */
export function limitOfTest(frame: Frame, test: Expression, counters: Counters): Limit | null {
  if (test.kind !== 'choice' || test.operator === 'and') return limitIn(frame, test, counters);
  const limits = test.options.map((option) => limitOfTest(frame, option, counters));
  return limits.every((one) => one !== null) ? (limits[0] ?? null) : null;
}

/** A counter, a clock or a budget that a condition reads, here or in a helper that it asks. */
export function limitIn(frame: Frame, condition: Expression, counters: Counters): Limit | null {
  const counter = isCounterTest(frame, condition, counters);
  if (counter) return counter;
  if (clockIn(frame, condition) || asksClock(frame, condition)) return { text: 'a deadline', max: null };
  if (asksCounter(frame, condition, counters)) return { text: 'a counter that a helper reads', max: null };
  return readsUsage(condition) ? { text: 'a budget of tokens or money', max: null } : null;
}

/** `while not self.is_over():` whose helper answers with a comparison of the clock. */
function asksClock(frame: Frame, condition: Expression): boolean {
  const value = frame.worth.get(condition);
  return (
    value !== undefined &&
    carries(
      value,
      (one) => one.kind === 'called' && /(^|\.)(time|monotonic|perf_counter|now|utcnow|process_time|hrtime)$/.test(dotted(one.callee)),
      0,
    )
  );
}

function asksCounter(frame: Frame, condition: Expression, counters: Counters): boolean {
  let found = false;
  eachExpression(condition, (one) => {
    const value = one.kind === 'call' || one.kind === 'name' || one.kind === 'member' ? frame.worth.get(one) : undefined;
    if (value && comparesCounter(frame, value, counters)) found = true;
  });
  return found;
}

/** `if answer.usage.input_tokens > 150_000:` grows with what is sent; the model does not choose it. */
function readsUsage(condition: Expression): boolean {
  let found = false;
  eachExpression(condition, (one) => {
    if (one.kind === 'operation' && /^[<>]=?$/.test(one.operator)) {
      for (const operand of one.operands)
        eachExpression(operand, (part) => {
          if ((part.kind === 'member' || part.kind === 'name') && USAGE.test(part.name)) found = true;
        });
    }
  });
  return found;
}

const USAGE =
  /(^|_)(tokens?|cost|spent|budget|usage|credits)($|_)|(Tokens|Cost|Budget|Spend|Usage)$|^(total|prompt|input|output)_?tokens$/i;
