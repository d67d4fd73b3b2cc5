import type { ComprehensionExpression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import { readUnread } from '../loops/nested.ts';
import type { LoopRecord } from '../summary.ts';
import type { Growth, Value } from '../value.ts';
import { elementOf } from '../values/members.ts';
import { settledIterable } from '../values/settle.ts';
import { assignTo } from './assign.ts';

/** A comprehension repeats what it makes: calls inside are a fan-out over its collection. */
export function evaluateComprehension(frame: Frame, expression: ComprehensionExpression): Value {
  const place = frame.place(expression.span);
  const before = frame.names;
  frame.names = new Map(before);
  const keyword = expression.clauses[0]?.keyword ?? expression.span;
  let grows: Growth | null = null;
  const element = fanOut(frame, keyword, expression.span, 'comprehension', () => {
    for (const clause of expression.clauses) {
      const iterable = frame.evaluate(clause.iterable);
      grows ??= growthOf(iterable);
      assignTo(
        frame,
        clause.target,
        elementOf(frame.world, settledIterable(frame.world, iterable), targetName(clause.target), frame.place(clause.target.span)),
      );
      for (const condition of clause.conditions) frame.evaluate(condition);
    }
    if (expression.key) frame.evaluate(expression.key);
    return frame.evaluate(expression.element);
  });
  frame.names = before;
  if (expression.form === 'record') return { kind: 'record', entries: [], unknowns: [element], place };
  return { kind: 'list', items: [{ value: element, count: 'many', ...(grows ? { grows } : {}) }], place };
}

/** Reads something that runs once an element; reported only where it makes a call. */
export function fanOut<Result>(
  frame: Frame,
  keyword: { start: number; end: number },
  whole: { start: number; end: number },
  form: 'comprehension' | 'callback',
  read: () => Result,
): Result {
  const loop = frame.openLoop(`${frame.file}#${frame.unit}@${keyword.start}*`);
  frame.loops.push(loop);
  const result = read();
  readUnread(frame, loop);
  frame.loops.pop();
  if (!frame.isRecording) return result;
  const record: LoopRecord = {
    key: loop.key,
    owner: frame.owner,
    kind: 'fan-out',
    form,
    place: frame.place(keyword),
    whole: frame.place(whole),
    bound: 'bounded',
    boundBy: 'the size of its collection',
    max: null,
    maxUnit: 'passes',
    calls: [...loop.calls],
    statement: null,
    modelExits: [],
    retries: null,
  };
  if (loop.calls.size > 0) frame.finishedLoops.push(record);
  for (const given of loop.given) frame.around.push({ given, loop: { ...record, calls: [] } });
  return result;
}

/** A list made of one that grows grows too. */
function growthOf(iterable: Value): Growth | null {
  if (iterable.kind !== 'list') return null;
  const found = iterable.items.flatMap((item) => item.grows ?? []);
  return found.includes('cut') ? 'cut' : (found[0] ?? null);
}

const targetName = (target: ComprehensionExpression['element']): string => (target.kind === 'name' ? target.name : 'element');
