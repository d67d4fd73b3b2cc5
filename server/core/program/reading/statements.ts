import type { LoopStatement, Statement, TryStatement } from '../../module/statement.ts';
import type { Frame } from '../frame.ts';
import { deadlineOfBlock } from '../loops/deadlines.ts';
import { judge } from '../loops/judge.ts';
import { readUnread } from '../loops/nested.ts';
import { trimmedIn } from '../loops/trims.ts';
import type { Condition, LoopRecord } from '../summary.ts';
import { hole, type Value } from '../value.ts';
import { join } from '../values/join.ts';
import { elementOf } from '../values/members.ts';
import { settledIterable } from '../values/settle.ts';
import { loopWait } from '../values/waits.ts';
import { widen } from '../values/widen.ts';
import { assignTo, changedList } from './assign.ts';
import { closureOf, evaluateOperation } from './evaluate.ts';
import { limitTested } from './guards.ts';

/** Reads statements in order; true where the way surely ends here (return, raise, break, continue). */
export function run(frame: Frame, statements: readonly Statement[]): boolean {
  for (const statement of hoisted(frame, statements)) if (runOne(frame, statement)) return true;
  return false;
}

/** JavaScript's functions are there from the start of their block, also those that stand behind its `return`. */
function hoisted(frame: Frame, statements: readonly Statement[]): readonly Statement[] {
  if (frame.world.language(frame.file) === 'python' || !statements.some((one) => one.kind === 'function')) return statements;
  return [...statements.filter((one) => one.kind === 'function'), ...statements.filter((one) => one.kind !== 'function')];
}

export function runOne(frame: Frame, statement: Statement): boolean {
  switch (statement.kind) {
    case 'expression':
      frame.evaluate(statement.value);
      return false;
    case 'assign': {
      if (!statement.value) return false;
      const value = frame.evaluate(statement.value);
      for (const target of statement.targets) assignTo(frame, target, value);
      return false;
    }
    case 'augment':
      augment(frame, statement);
      return false;
    case 'return':
      if (statement.value) frame.returns.push(frame.evaluate(statement.value));
      return true;
    case 'throw':
      if (statement.value) frame.evaluate(statement.value);
      return true;
    case 'continue':
      frame.noteSkip();
      return true;
    case 'break':
      return true;
    case 'if':
      return runIf(frame, statement);
    case 'switch': {
      frame.evaluate(statement.subject);
      const ways = statement.cases.map((one) =>
        way(frame, () => {
          if (one.test) frame.evaluate(one.test);
          return run(frame, one.body);
        }),
      );
      meet(frame, statement.cases.some((one) => one.test === null) ? ways : [...ways, { names: frame.names, ends: false }]);
      return false;
    }
    case 'loop':
      runLoop(frame, statement);
      return false;
    case 'try':
      return runTry(frame, statement);
    case 'with':
      for (const item of statement.items) {
        const value = frame.evaluate(item.value);
        if (item.target) assignTo(frame, item.target, value);
      }
      return runWithin(frame, statement, () => run(frame, statement.body));
    case 'block':
      return run(frame, statement.body);
    case 'function': {
      const value: Value = {
        kind: 'function',
        file: frame.file,
        unit: frame.unit,
        node: statement.function,
        receiver: null,
        closure: frame.isModule ? null : closureOf(frame),
        given: null,
        place: frame.place(statement.span),
      };
      for (const decorator of statement.function.decorators) frame.evaluate(decorator);
      if (statement.function.name) frame.names.set(statement.function.name, value);
      if (frame.isRecording)
        frame.unread.push({ value: frame.isModule ? { ...value, closure: closureOf(frame) } : value, loops: [...frame.loops], around: [] });
      return false;
    }
    case 'class':
      if (statement.name && !statement.isType)
        frame.names.set(statement.name, {
          kind: 'class',
          file: frame.file,
          unit: frame.unit,
          node: statement,
          place: frame.place(statement.span),
        });
      return false;
    case 'import':
      for (const binding of statement.bindings) {
        const place = frame.place(statement.span);
        if (binding.kind === 'named')
          frame.names.set(binding.local, frame.world.imported(frame.file, statement.source, binding.imported, place));
        else if (binding.kind === 'module') frame.names.set(binding.local, frame.world.imported(frame.file, binding.source, null, place));
      }
      return false;
    case 'export':
      if (statement.value) frame.evaluate(statement.value);
      return false;
  }
}

function augment(frame: Frame, statement: Extract<Statement, { kind: 'augment' }>): void {
  const before = frame.evaluate(statement.target);
  const value = frame.evaluate(statement.value);
  const place = frame.place(statement.span);
  const isList = statement.operator === '+' && before.kind === 'list';
  const after = isList ? changedList(before, 'extend', [value]) : evaluateOperation(statement.operator, [before, value], place);
  if (after) assignTo(frame, statement.target, after);
}

interface Way {
  readonly names: ReadonlyMap<string, Value>;
  readonly ends: boolean;
}

function way(frame: Frame, read: () => boolean, condition: Condition | null = null): Way {
  let ends = false;
  const names = frame.branch(() => {
    ends = read();
  }, condition);
  return { names, ends };
}

/** Where ways meet again, a name is worth any of what it was worth on those that get there. */
function meet(frame: Frame, ways: readonly Way[]): void {
  const open = ways.filter((one) => !one.ends);
  const base = frame.names;
  const changed = new Set(open.flatMap(({ names }) => [...names.keys()].filter((name) => names.get(name) !== base.get(name))));
  const merged = new Map(base);
  for (const name of changed) {
    const values = open.flatMap(({ names }) => names.get(name) ?? []);
    const [first] = values;
    if (first) merged.set(name, join(values, first.place));
  }
  frame.names = merged;
}

function runIf(frame: Frame, statement: Extract<Statement, { kind: 'if' }>): boolean {
  const test = frame.evaluate(statement.test);
  // What a script does when it is run is its main way, not a branch of it.
  if (isMainTest(statement)) return run(frame, statement.then);
  if (test.kind === 'boolean' && statement.test.kind === 'boolean') return run(frame, test.value ? statement.then : statement.otherwise);
  const then = way(frame, () => run(frame, statement.then), { test, holds: true });
  const otherwise = way(frame, () => run(frame, statement.otherwise), { test, holds: false });
  meet(frame, [then, otherwise]);
  // Past `if …: return`, the test did not hold.
  if (then.ends !== otherwise.ends) {
    frame.conditions = [...frame.conditions, { test, holds: otherwise.ends }];
    limitTested(frame, statement.test);
  }
  return then.ends && otherwise.ends;
}

export function isMainTest(statement: Statement): boolean {
  return (
    statement.kind === 'if' &&
    statement.test.kind === 'operation' &&
    statement.test.operator === '==' &&
    statement.test.operands.some((operand) => operand.kind === 'name' && operand.name === '__name__')
  );
}

function runTry(frame: Frame, statement: TryStatement): boolean {
  const body = run(frame, statement.body);
  const otherwise = !body && run(frame, statement.otherwise);
  const ways = statement.handlers.map((handler) =>
    way(frame, () => {
      if (handler.types) frame.evaluate(handler.types);
      if (handler.name) frame.names.set(handler.name, hole(handler.name, 'the error', frame.place(statement.span)));
      return run(frame, handler.body);
    }),
  );
  const main: Way = { names: frame.names, ends: body || otherwise };
  meet(frame, [main, ...ways]);
  const ends = run(frame, statement.finally);
  return ends || (main.ends && ways.every((one) => one.ends));
}

/** A `with` of a deadline ends what stands in it. */
function runWithin(frame: Frame, statement: Extract<Statement, { kind: 'with' }>, read: () => boolean): boolean {
  const before = frame.deadline;
  for (const item of statement.items) {
    const value = frame.worth.get(item.value);
    frame.deadline = (value && deadlineOfBlock(value)) ?? frame.deadline;
  }
  const ends = read();
  frame.deadline = before;
  return ends;
}

/**
 * A loop's body is read twice: once to learn what it changes, then again with names worth what they can be in any pass,
 * so that a list it appends to is seen growing.
 */
function runLoop(frame: Frame, statement: LoopStatement): void {
  run(frame, statement.before);
  const iterable = statement.iterable ? frame.evaluate(statement.iterable) : null;
  const before = frame.names;
  if (frame.isRecording) {
    frame.isRecording = false;
    const after = onePass(frame, statement, iterable);
    frame.isRecording = true;
    frame.names = new Map(before);
    const trimmed = trimmedIn(statement.body);
    for (const [name, value] of after) {
      const earlier = before.get(name);
      if (earlier !== value) frame.names.set(name, earlier ? widen(earlier, value, name, trimmed) : value);
    }
  }
  const loop = frame.openLoop(`${frame.file}#${frame.unit}@${statement.keyword.start}`, before);
  frame.loops.push(loop);
  const iterationWait = iterable ? loopWait(iterable) : null;
  if (iterationWait) loop.waits.add(iterationWait);
  const after = onePass(frame, statement, iterable);
  readUnread(frame, loop);
  frame.loops.pop();
  frame.names = new Map(after);
  run(frame, statement.otherwise);
  if (loop.waits.size > 0) for (const wait of loop.waits) frame.noteWait(wait);
  if (!frame.isRecording || (loop.calls.size === 0 && loop.given.size === 0)) return;
  const judged = judge(frame, statement, loop, iterable);
  // What functions in between count and check is not all seen from here.
  const isFar = loop.calls.size > 0 && [...loop.calls].every((key) => frame.far.has(key));
  const verdict = isFar && judged.bound === 'unbounded' ? { ...judged, bound: 'unknown' as const, modelExits: [] } : judged;
  const record: LoopRecord = {
    key: loop.key,
    owner: frame.owner,
    kind: verdict.kind,
    form: statement.form,
    place: frame.place(statement.keyword),
    whole: frame.place(statement.span),
    bound: verdict.bound,
    boundBy: verdict.boundBy,
    max: verdict.max,
    maxUnit: 'passes',
    calls: [...loop.calls],
    statement,
    modelExits: verdict.modelExits.map((exit) => frame.place(exit.span)),
    retries: verdict.retries,
  };
  if (loop.calls.size > 0) frame.finishedLoops.push(record);
  for (const given of loop.given) frame.around.push({ given, loop: { ...record, calls: [] } });
}

function onePass(frame: Frame, statement: LoopStatement, iterable: Value | null): Map<string, Value> {
  const before = frame.names;
  const { conditions } = frame;
  frame.names = new Map(before);
  if (statement.test) frame.evaluate(statement.test);
  if (statement.target && iterable) {
    const name = statement.target.kind === 'name' ? statement.target.name : 'element';
    assignTo(
      frame,
      statement.target,
      elementOf(frame.world, settledIterable(frame.world, iterable), name, frame.place(statement.target.span)),
    );
  }
  run(frame, statement.body);
  run(frame, statement.update);
  const after = frame.names;
  frame.names = before;
  // What held in this pass need not hold in the next, nor behind the loop.
  frame.conditions = conditions;
  return after;
}
