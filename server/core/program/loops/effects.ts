import type { CallExpression, Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { Statement } from '../../module/statement.ts';
import type { Frame } from '../frame.ts';
import type { Check, Count, Effects } from '../summary.ts';
import type { FunctionValue } from '../value.ts';
import { carries, fromModel } from '../values/taint.ts';
import { targetNames } from '../workspace/facts.ts';
import { childStatements, eachGuarded } from '../workspace/walk.ts';
import { functionKey } from '../world.ts';
import { counterKey, keysIn, NAME } from './counter-keys.ts';
import { clockIn, comparisonsIn, type Moved, movedIn, movedKey, moves, pathOf } from './counters.ts';
import { callsOneOf, inEachCall } from './each-pass.ts';
import { isAnswer, parsedIn, usesAnswer } from './retried.ts';

export const CLOCK = 'clock';

/** What the body just read does by itself, and by the functions that it calls. */
export function effectsOf(frame: Frame, node: FunctionNode | null): Effects {
  const shape = node ? shapeOf(node) : null;
  const own = shape?.locals ?? new Set<string>();
  const isOuter = (key: string): boolean => !(key.startsWith(NAME) && own.has(key.slice(NAME.length).split('.', 1)[0] ?? ''));
  const counts = new Map<string, Count>();
  for (const [key, { step, calls }] of frame.counted)
    counts.set(key, { key, step: node && inEachCall(node.body, callsOneOf(calls)) ? step : null });
  for (const one of shape?.moved ?? []) {
    const key = movedKey(frame, one);
    if (key !== null) counts.set(key, { key, step: one.step });
  }
  const checks = [...frame.checks, ...(shape ? raisedChecks(frame, shape.raised) : [])].filter((check) => isOuter(check.key));
  return {
    counts: [...counts.values()].filter(({ key }) => isOuter(key)),
    checks,
    applies: frame.applied.map(({ of, deadline, feeds }) => ({ of, deadline, feeds })),
    callsGiven: [...frame.callsGiven],
    around: frame.around,
    usesAnswer: frame.usesAnswer || (frame.calls.length > 0 && usesAnswer(frame, node?.body ?? [])),
    parsesGiven: shape?.parsed.some((one) => isGiven(frame, one)) ?? false,
  };
}

/** What the body's syntax shows, read once for every version of what the names in it are worth. */
interface Shape {
  readonly locals: ReadonlySet<string>;
  readonly moved: readonly Moved[];
  /** Tests under which it leaves by an error. */
  readonly raised: readonly Expression[];
  /** What it parses or checks. */
  readonly parsed: readonly Expression[];
}

function shapeOf(node: FunctionNode): Shape {
  const known = shapes.get(node);
  if (known) return known;
  const raised = new Set<Expression>();
  eachGuarded(node.body, (statement, conditions) => {
    if (statement.kind === 'throw') for (const condition of conditions) raised.add(condition);
  });
  const shape: Shape = {
    locals: localNames(node),
    moved: distinctMoved(movedIn(node.body, [])).map((one) => (inEachCall(node.body, moves(one)) ? one : { ...one, step: null })),
    raised: [...raised],
    parsed: parsedIn(node.body),
  };
  shapes.set(node, shape);
  return shape;
}

/** Keyed by the immutable syntax itself: a pure function's memory, not state. */
const shapes = new WeakMap<FunctionNode, Shape>();

const distinctMoved = (moved: readonly Moved[]): readonly Moved[] => [
  ...new Map(moved.map((one) => [`${pathOf(one.target)}${one.isLength}`, one])).values(),
];

const isGiven = (frame: Frame, expression: Expression): boolean => {
  const value = frame.worth.get(expression);
  return value !== undefined && carries(value, (one) => one.kind === 'parameter', 0);
};

function localNames(node: FunctionNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const parameter of node.parameters) targetNames(parameter.target, found);
  const visit = (list: readonly Statement[]): void => {
    for (const one of list) {
      if (one.kind === 'assign') for (const target of one.targets) targetNames(target, found);
      if (one.kind === 'loop' && one.target) targetNames(one.target, found);
      visit(childStatements(one));
    }
  };
  visit(node.body);
  return found;
}

/** `if self.calls > self.limit: raise`, `if time.time() > self.end: raise`. */
function raisedChecks(frame: Frame, conditions: readonly Expression[]): readonly Check[] {
  const found: Check[] = [];
  for (const condition of conditions) {
    if (clockIn(frame, condition)) found.push({ key: CLOCK, text: 'a deadline' });
    for (const { side, other } of comparisonsIn(condition)) {
      const limit = frame.worth.get(other);
      if (limit && fromModel(limit)) continue;
      for (const key of keysIn(frame, side)) found.push({ key, text: `${key.split(/[.:]/).at(-1)?.replace(NAME, '')} against a limit` });
    }
  }
  return found;
}

/** Carries what a called function does over to the one that calls it, and to the loops around the call. */
export function noteEffects(frame: Frame, callee: FunctionValue, effects: Effects, expression: CallExpression | null): void {
  const owner = `${functionKey(callee)}:`;
  const here = (key: string): string | null => {
    if (!key.startsWith(owner)) return key;
    const [name = '', ...path] = key.slice(owner.length).split('.');
    const argument = expression ? argumentFor(callee, expression, name) : null;
    const root = argument ? counterKey(frame, argument) : null;
    return root ? [root, ...path].join('.') : null;
  };
  for (const one of effects.counts) {
    const key = here(one.key);
    if (key === null || frame.counted.size >= MOST_COUNTS) continue;
    for (const counted of [frame.counted, ...frame.loops.map((loop) => loop.counted)]) {
      const before = counted.get(key) ?? { step: one.step, calls: [] };
      const calls = expression && !before.calls.includes(expression) ? [...before.calls, expression] : before.calls;
      counted.set(key, { step: before.step === one.step ? one.step : null, calls });
    }
  }
  if (effects.usesAnswer || (effects.parsesGiven && expression?.arguments.some(({ value }) => isAnswer(frame, value)))) frame.noteUse();
  for (const check of effects.checks) {
    const key = here(check.key);
    if (key === null || frame.checks.length >= MOST_CHECKS) continue;
    frame.checks.push({ ...check, key });
    for (const loop of frame.loops) loop.checks.push({ ...check, key });
  }
}

export function argumentFor(callee: FunctionValue, call: CallExpression, name: string): Expression | null {
  const named = call.arguments.find((one) => one.kind === 'named' && one.name === name);
  if (named) return named.value;
  const skipped =
    callee.receiver && callee.node.parameters[0]?.target.kind === 'name' && /^(self|cls)$/.test(callee.node.parameters[0].target.name)
      ? 1
      : 0;
  const at = callee.node.parameters.findIndex((one) => one.target.kind === 'name' && one.target.name === name) - skipped;
  const given = call.arguments[at];
  return given?.kind === 'positional' ? given.value : null;
}

const MOST_CHECKS = 24;
/** Counters through more calls than this are no longer told apart. */
const MOST_COUNTS = 64;
