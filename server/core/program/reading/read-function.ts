import type { Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { Statement } from '../../module/statement.ts';
import { Frame, type Steps } from '../frame.ts';
import { deadlineOfDecorators } from '../loops/deadlines.ts';
import { effectsOf } from '../loops/effects.ts';
import { graphLoops } from '../loops/graphs.ts';
import { readUnread } from '../loops/nested.ts';
import { readRetries } from '../loops/retries.ts';
import { outsideName, typedBy } from '../meaning/types.ts';
import type { Summary } from '../summary.ts';
import { type ClassValue, choiceOf, type FunctionValue, hole, LARGEST_ANSWER, type ParameterValue, type Value } from '../value.ts';
import { decoratedDefault } from '../values/command-line.ts';
import { memberOf } from '../values/members.ts';
import { fieldDefault } from '../values/settings.ts';
import { isLarger } from '../values/taint.ts';
import { functionKey, type World } from '../world.ts';
import { assignTo } from './assign.ts';
import { evaluate } from './evaluate.ts';
import { run, runOne } from './statements.ts';

/** How a function that is a member of a class is reached. */
export interface Membership {
  readonly of: ClassValue;
  readonly role: 'method' | 'static' | 'class-method';
}

/** Reads a function's body once, with its parameters as parameters. */
export function readFunction(world: World, value: FunctionValue, membership: Membership | null): Summary {
  return readWith(world, value, membership, null);
}

const steps: Steps = {
  evaluate,
  readInside: (frame, value) => readWith(frame.world, value, null, frame),
};

function readWith(world: World, value: FunctionValue, membership: Membership | null, around: Frame | null): Summary {
  const { node } = value;
  const [first] = node.parameters;
  const isPython = world.language(value.file) === 'python';
  const receiver =
    membership && membership.role !== 'static' ? (isPython ? (first?.target.kind === 'name' ? first.target.name : null) : 'this') : null;
  const frame = new Frame({
    world,
    steps,
    file: value.file,
    unit: value.unit,
    owner: functionKey(value),
    isModule: false,
    closure: value.closure,
    receiver,
    ...(around ? { nested: around.nested, inProgress: around.inProgress } : {}),
  });
  if (membership && receiver) frame.names.set(receiver, self(frame, membership, receiver, value));
  bindParameters(frame, value, membership && isPython && membership.role !== 'static' ? 1 : 0);
  frame.deadline = deadlineOfDecorators(frame, node);
  run(frame, node.body);
  readUnread(frame, null);
  const summary = summaryOfFrame(frame, value.place, node);
  return { ...readRetries(frame, node, summary), names: new Map() };
}

function self(frame: Frame, membership: Membership, name: string, value: FunctionValue): ParameterValue {
  const { of } = membership;
  const place = frame.place(value.node.span);
  return {
    kind: 'parameter',
    owner: frame.owner,
    name,
    default: null,
    typed: membership.role === 'class-method' ? of : { kind: 'instance', of, arguments: null, place },
    typeName: null,
    place,
  };
}

function bindParameters(frame: Frame, value: FunctionValue, skip: number): void {
  for (const [at, parameter] of value.node.parameters.entries()) {
    if (at < skip) continue;
    const place = frame.place(parameter.span);
    const name = parameter.target.kind === 'name' ? parameter.target.name : `(${at})`;
    const fallback = parameter.default
      ? fieldDefault(frame.world, frame.evaluate(parameter.default))
      : decoratedDefault(frame, value.node.decorators, name);
    const bound: Value =
      parameter.kind === 'named-rest' || parameter.kind === 'rest'
        ? { kind: 'parameter', owner: frame.owner, name, default: null, typed: null, typeName: null, place }
        : {
            kind: 'parameter',
            owner: frame.owner,
            name,
            default: fallback,
            typed: parameter.annotation ? typedBy(frame, parameter.annotation) : null,
            typeName: parameter.annotation ? outsideName(frame, parameter.annotation) : null,
            place,
          };
    bindTarget(frame, parameter.target, bound);
  }
}

/** `{ prompt, model = 'x' }`: each name is a member of the record that the caller gives. */
function bindTarget(frame: Frame, target: Expression, bound: Value): void {
  if (target.kind !== 'record') {
    assignTo(frame, target, bound);
    return;
  }
  for (const entry of target.entries) {
    if (entry.kind === 'spread') bindTarget(frame, entry.value, bound);
    if (entry.kind !== 'entry') continue;
    const member = memberOf(frame.world, bound, entry.key, frame.place(entry.span));
    if (entry.value.kind === 'assignment') {
      const fallback = frame.evaluate(entry.value.value);
      assignTo(frame, entry.value.target, choiceOf([member, fallback], frame.place(entry.span)));
    } else bindTarget(frame, entry.value, member);
  }
}

function summaryOfFrame(frame: Frame, place: Value['place'], node: FunctionNode | null): Summary {
  const whole: Value = frame.returns.length === 0 ? { kind: 'null', place } : choiceOf(frame.returns, place);
  const returns = isLarger(whole, LARGEST_ANSWER) ? hole('result', 'too large to follow', place) : whole;
  return {
    returns,
    calls: frame.calls,
    loops: frame.graphs.size > 0 ? [...frame.finishedLoops, ...graphLoops(frame)] : frame.finishedLoops,
    writes: frame.writes,
    ...(frame.globals.length > 0 ? { globals: frame.globals } : {}),
    ...(frame.keeps.length > 0 ? { keeps: frame.keeps } : {}),
    ...reachedOf(frame),
    ...(frame.callees.size > 0 ? { callees: [...frame.callees] } : {}),
    ...(frame.baseArguments ? { baseArguments: frame.baseArguments } : {}),
    ...(frame.again ? { again: frame.again } : {}),
    waits: frame.waits,
    effects: effectsOf(frame, node),
    names: frame.names,
  };
}

function reachedOf({ reached, calls }: Frame): Pick<Summary, 'reached'> {
  const own = new Set(calls.map((call) => call.key));
  const others = [...reached].filter((key) => !own.has(key));
  return others.length > 0 ? { reached: others } : {};
}

/** Reads what a file does when it is run or imported, statement by statement. */
export function readModule(
  world: World,
  file: string,
  statements: readonly { readonly unit: string; readonly statement: Statement }[],
): Summary {
  const frame = new Frame({ world, steps, file, unit: '', owner: `${file}#`, isModule: true, closure: null, receiver: null });
  for (const { unit, statement } of statements) {
    frame.unit = unit;
    runOne(frame, statement);
    readUnread(frame, null);
  }
  return summaryOfFrame(frame, { file, unit: '', span: { start: 0, end: 0 } }, null);
}

/** Reads one statement by itself: a constant, a client made at the top of a file. */
export function readAlone(world: World, file: string, unit: string, statement: Statement): ReadonlyMap<string, Value> {
  const frame = quietFrame(world, file, unit);
  runOne(frame, statement);
  return frame.names;
}

/** One expression at the top level of a file: a default export, an annotation. */
export function readExpression(world: World, file: string, unit: string, expression: Expression): Value {
  return quietFrame(world, file, unit).evaluate(expression);
}

export function readTyped(world: World, file: string, unit: string, annotation: Expression): Value | null {
  return typedBy(quietFrame(world, file, unit), annotation);
}

function quietFrame(world: World, file: string, unit: string): Frame {
  const frame = new Frame({ world, steps, file, unit, owner: `${file}#${unit}`, isModule: true, closure: null, receiver: null });
  frame.isRecording = false;
  return frame;
}
