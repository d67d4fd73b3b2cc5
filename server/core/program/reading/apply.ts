import type { CallExpression, Expression } from '../../module/expression.ts';
import type { Place } from '../../module/module.ts';
import type { Span } from '../../text/span.ts';
import type { Frame, Unread } from '../frame.ts';
import { alarmOf, deadlineOfCall, isAbortCheck, isAbortTimer } from '../loops/deadlines.ts';
import { CLOCK, noteEffects } from '../loops/effects.ts';
import { feedHelper, restOf } from '../loops/given-loops.ts';
import { draw } from '../loops/graphs.ts';
import { readUnread, summaryOf } from '../loops/nested.ts';
import { isRepeater } from '../loops/repeaters.ts';
import { isRetrier, retriedCall, retryRecord } from '../loops/retry-calls.ts';
import { mayAsk } from '../meaning/asked.ts';
import { declaredMeaning } from '../meaning/declared.ts';
import { decoratedMeaning } from '../meaning/decorated.ts';
import { noteConfiguredGlobal } from '../meaning/global-models.ts';
import { keepsAsking, keptObject, madeObject, messageRecord } from '../meaning/made.ts';
import { dottedName, isRunLater } from '../meaning/registrations.ts';
import { type Meaning, meaningOf } from '../meaning/sdk-meaning.ts';
import { noteBaseArguments } from '../meaning/super.ts';
import { bound, isAdapter, isOnlyLookedAt, isPartial } from '../meaning/wrapped.ts';
import type { CallRecord, Summary } from '../summary.ts';
import {
  type CallArguments,
  type ClassValue,
  choiceOf,
  type FunctionValue,
  hole,
  LARGEST_ANSWER,
  noArguments,
  type Value,
} from '../value.ts';
import { knownCall } from '../values/known-calls.ts';
import { settleHead } from '../values/settle.ts';
import { spreadInto } from '../values/spread.ts';
import { fillOf, substitute } from '../values/substitute.ts';
import { argumentValues, fromModel, isLarger, madeFrom } from '../values/taint.ts';
import { callWaits, waitOfName } from '../values/waits.ts';
import { functionKey } from '../world.ts';
import { assignTo, changedList, changedRecord } from './assign.ts';
import { recordOf, type Site } from './call-record.ts';
import { fanOut } from './comprehension.ts';
import { calledObject } from './dispatch.ts';
import { alternatives, instancesOf } from './instances.ts';
import { keptThroughCall } from './kept.ts';

/** Reads a call: of an SDK, of the program's own function or class, of something known, or of something outside. */
export function evaluateCall(frame: Frame, expression: CallExpression): Value {
  const callee = frame.evaluate(expression.callee);
  const deadline = deadlineOfCall(callee, expression);
  if (isAbortTimer(callee, expression)) frame.hasAbortTimer = true;
  return deadline === null ? readCall(frame, expression, callee) : withDeadline(frame, deadline, () => readCall(frame, expression, callee));
}

function readCall(frame: Frame, expression: CallExpression, callee: Value): Value {
  const place = frame.place(expression.span);
  if (!isRetrier(callee)) return applyRead(frame, expression, callee, readArguments(frame, expression, callee));
  const loop = frame.openLoop(`${frame.file}#${frame.unit}@${expression.span.start}p`);
  frame.loops.push(loop);
  const given = readArguments(frame, expression, callee);
  const result = applyRead(frame, expression, callee, given);
  readUnread(frame, loop);
  frame.loops.pop();
  const retry = retriedCall(callee, given, place);
  if (frame.isRecording && loop.calls.size > 0 && retry) frame.finishedLoops.push(retryRecord(frame, expression, loop, retry));
  return result;
}

function applyRead(frame: Frame, expression: CallExpression, callee: Value, given: CallArguments): Value {
  noteBaseArguments(frame, expression, given);
  if (frame.deadline !== null) coverTasks(frame, frame.deadline, given);
  if (callee.kind === 'object' && frame.isRecording) draw(frame, callee, given, expression);
  const place = frame.place(expression.span);
  const kept = keptThroughCall(frame, expression, given);
  if (kept) return kept;
  const changed = changeInPlace(frame, expression.callee, callee, given) ?? keep(frame, expression.callee, callee, given);
  return changed ?? applyCall(frame, callee, given, { expression, at: expression.callee, place });
}

function applyCall(frame: Frame, callee: Value, given: CallArguments, site: Site): Value {
  const each = (options: readonly Value[], apply: (option: Value) => Value): Value => {
    const before = frame.calls.length;
    const results = options.map(apply);
    frame.calls.push(...alternatives(frame.calls.splice(before)));
    return choiceOf(results, site.place);
  };
  if (callee.kind === 'choice') return each(callee.options, (option) => applyCall(frame, option, given, site));
  const head = calledObject(frame.world, settleHead(frame.world, callee));
  // Settled once: what an option would settle to again may hold the option itself.
  if (head.kind === 'choice') return each(head.options, (option) => applyHead(frame, option, option, given, site));
  return applyHead(frame, head, callee, given, site);
}

function applyHead(frame: Frame, head: Value, callee: Value, given: CallArguments, site: Site): Value {
  const meaning =
    declaredMeaning(frame.world, head, callee, given) ?? meaningOf(head, given, frame.world.language(frame.file), frame.world);
  if (meaning) return applyMeaning(frame, meaning, head, callee, given, site);
  const decorated = head.kind === 'function' ? decoratedMeaning(frame, head) : null;
  if (decorated) return applyMeaning(frame, decorated.meaning, decorated.by, decorated.by, given, site);
  noteConfiguredGlobal(frame, head, given);
  if (head.kind === 'function') return applyFunction(frame, head, given, site);
  if (head.kind === 'class') return construct(frame, head, given, site);
  const alarm = alarmOf(head, given);
  if (alarm !== undefined) frame.deadline = alarm;
  if (isAbortCheck(head)) for (const loop of frame.loops) loop.checks.push({ key: CLOCK, text: 'a signal' });
  if (head.kind === 'parameter') frame.noteGiven(`${head.owner}:${head.name}`);
  for (const wait of callWaits(head, given, (inside) => summaryOf(frame, inside).waits)) frame.noteWait(wait);
  // A method that a class leaves to others goes by the name it is called by: `self.ui.ask_question(…)`.
  const written = head.kind === 'member' && site.expression ? waitOfName(dottedName(site.expression.callee)) : null;
  if (written) frame.noteWait(written);
  const partial = givenEarly(frame, head, given, site);
  if (partial) return partial;
  handOver(frame, head, given, site);
  if (mayAsk(head) && frame.isRecording) frame.calls.push({ ...recordOf(frame, '', callee, given, site), pending: { kind: 'ask' } });
  return knownCall(frame.world, callee, given, site.place) ?? unknownResult(callee, given, site.place);
}

function unknownResult(callee: Value, given: CallArguments, place: Place): Value {
  if (callee.kind === 'response') return { ...callee, path: [...callee.path, '()'] };
  return { kind: 'called', callee, arguments: given, place };
}

function readArguments(frame: Frame, expression: CallExpression, callee: Value): CallArguments {
  const positional: Value[] = [];
  const named: { name: string; value: Value; place: Place }[] = [];
  const unknowns: Value[] = [];
  const read = (): void => {
    for (const argument of expression.arguments) {
      const value = frame.evaluate(argument.value);
      const place = frame.place(argument.span);
      if (argument.kind === 'positional') positional.push(value);
      else if (argument.kind === 'named') named.push({ name: argument.name, value, place });
      else if (argument.kind === 'spread') {
        if (value.kind === 'list' && value.items.every((item) => item.count === 'one'))
          positional.push(...value.items.map((item) => item.value));
        else unknowns.push(value);
      } else {
        const known: { key: string; value: Value }[] = [];
        spreadInto(value, known, unknowns);
        for (const entry of known) named.push({ name: entry.key, value: entry.value, place: entry.value.place });
      }
    }
  };
  // `items.map(async (item) => …)`: whatever the callback calls is called once an item.
  if (isRepeater(callee)) fanOut(frame, calleeSpan(expression), expression.span, 'callback', read);
  else if (isRunLater(expression)) registered(frame, read);
  else read();
  return { positional, named, unknowns };
}

/** What is made for a framework to call is repeated by no loop around its making. */
function registered(frame: Frame, read: () => void): void {
  const before = frame.unread.length;
  read();
  const made = frame.unread.splice(before);
  frame.unread.push(...made.map((one): Unread => ({ ...one, loops: [], around: [], isRegistered: true })));
}

const calleeSpan = ({ callee }: CallExpression): Span => (callee.kind === 'member' ? callee.nameSpan : callee.span);

/** `messages.append(…)` binds the changed list to the same name. */
function changeInPlace(frame: Frame, target: Expression, callee: Value, given: CallArguments): Value | null {
  if (target.kind !== 'member' || callee.kind === 'function' || callee.kind === 'object' || callee.kind === 'external') return null;
  const object = frame.worth.get(target.object);
  if (!object || (target.object.kind !== 'name' && target.object.kind !== 'member' && target.object.kind !== 'index')) return null;
  const changed = changedBy(object, target.name, given.positional);
  if (!changed) return null;
  const isOwn = target.object.kind === 'member' && target.object.object.kind === 'name' && target.object.object.name === frame.receiver;
  if (isOwn && target.object.kind === 'member') {
    frame.names.set(`${frame.receiver}.${target.object.name}`, changed);
    frame.writes.push({ name: target.object.name, value: changed, grows: true });
  } else assignTo(frame, target.object, changed);
  if (target.name === 'pop' || target.name === 'shift' || target.name === 'popleft')
    return madeFrom(hole('element', 'taken from a list', frame.place(target.span), 'per-call', fromModel(object)), [object]);
  return { kind: 'null', place: frame.place(target.span) };
}

/** A list that starts out in one of several ways is added to in each. */
function changedBy(object: Value, method: string, given: readonly Value[]): Value | null {
  if (object.kind === 'choice' && object.options.every((option) => option.kind === 'list')) {
    const options = object.options.map((option) => changedList(option, method, given));
    return options.every((option) => option !== null) ? choiceOf(options, object.place) : null;
  }
  const isList = object.kind === 'list' || isUnknownList(object, method);
  return changedRecord(object, method, given) ?? (isList ? changedList(object, method, given) : null);
}

/** `pipeline.add_component(…)` binds the object with what it keeps now to the same name. */
function keep(frame: Frame, target: Expression, callee: Value, given: CallArguments): Value | null {
  const kept = target.kind === 'member' ? keptObject(callee, given) : null;
  if (!kept || target.kind !== 'member') return null;
  if (target.object.kind === 'name' || target.object.kind === 'member') assignTo(frame, target.object, kept);
  return kept;
}

/** A list that came from outside (a parameter, history from a store) and grows here. */
const isUnknownList = (object: Value, method: string): boolean =>
  (method === 'append' || method === 'push' || method === 'extend' || method === 'unshift') &&
  (object.kind === 'parameter' || object.kind === 'hole' || object.kind === 'member' || object.kind === 'called');

function applyMeaning(frame: Frame, meaning: Meaning, head: Value, callee: Value, given: CallArguments, site: Site): Value {
  switch (meaning.kind) {
    case 'makes':
      return madeObject(meaning, head, given, site.place);
    case 'message':
      return messageRecord(meaning.role, given, meaning.positional, site.place);
    case 'passes-argument':
      return (
        given.positional[meaning.at] ??
        given.named.find((one) => one.name === meaning.name)?.value ??
        hole('value', 'not given', site.place)
      );
    case 'passes-receiver':
      // What a caller may still fill in stays open: `llm.bind_tools(…)` of a parameter is the parameter.
      if (callee.kind === 'member' && head.kind === 'object' && head.path.length === 1) return callee.object;
      if (head.kind === 'external') return { ...head, path: head.path.slice(0, -1) };
      return head.kind === 'object' ? { ...head, path: [] } : head;
    case 'posts': {
      const record = recordOf(frame, meaning.sdk, callee, given, site);
      if (frame.isRecording) frame.calls.push({ ...record, pending: meaning.pending });
      frame.noteCalls([record.key]);
      return unknownResult(callee, given, site.place);
    }
    case 'spends': {
      if (meaning.spending.asks && !keepsAsking(head, meaning.spending.asks, (value) => settleHead(frame.world, value)))
        return unknownResult(callee, given, site.place);
      const record: CallRecord = {
        ...recordOf(frame, meaning.sdk, callee, meaning.sent ?? given, site),
        // Fields inside a body or a command have no place in the call's own parentheses.
        expression: meaning.sent ? null : site.expression,
        api: meaning.api,
        spending: meaning.spending,
        isRun: meaning.spending.kind === 'run',
      };
      if (frame.isRecording) frame.calls.push(record);
      if (meaning.spending.operation === 'generate') frame.noteCalls([record.key]);
      return { kind: 'response', path: [], place: site.place };
    }
  }
}

function applyFunction(frame: Frame, callee: FunctionValue, given: CallArguments, site: Site): Value {
  const summary = summaryOf(frame, callee);
  frame.noteCallee(callee, summary.callees);
  frame.noteFarCalls(summary.reached ?? []);
  const fill = fillOf(callee, given, true);
  const owner = functionKey(callee);
  if (owner === frame.owner) frame.noteAgain();
  const instances = instancesOf(frame, { callee, given, summary, site, fill });
  if (frame.isRecording && frame.calls.length < MOST_CALLS) frame.calls.push(...instances);
  if (summary.waits) frame.noteWait(summary.waits);
  noteEffects(frame, callee, summary.effects, site.expression);
  const feeds = feedHelper(frame, callee, summary, {
    fill,
    expressions: site.expression,
    call: (value, at) => void applyCall(frame, value, restOf(callee, given), { expression: null, at, place: site.place }),
  });
  const whole = substitute(frame.world, summary.returns, fill);
  const result = isLarger(whole, LARGEST_ANSWER) ? hole(callee.node.name ?? 'result', 'too large to follow', site.place) : whole;
  const isOpaque =
    result.kind === 'hole' ||
    result.kind === 'member' ||
    result.kind === 'called' ||
    result.kind === 'parameter' ||
    result.kind === 'choice';
  const answer =
    isOpaque && !fromModel(result) && argumentValues(given).some(fromModel)
      ? hole(callee.node.name ?? 'result', 'made from the model\u2019s answer', site.place, 'per-call', true)
      : result;
  if (hasEndlessLoop(summary) || feeds.length > 0) frame.applied.push({ of: owner, deadline: frame.deadline, feeds, result: answer });
  return answer;
}

const hasEndlessLoop = (summary: Summary): boolean =>
  summary.loops.some((loop) => loop.bound === 'unbounded') || summary.effects.applies.length > 0;

function withDeadline(frame: Frame, deadline: string, read: () => Value): Value {
  const before = frame.deadline;
  frame.deadline = deadline;
  const value = read();
  frame.deadline = before;
  return value;
}

/** `task = asyncio.create_task(run())`, waited for later under a deadline. */
function coverTasks(frame: Frame, deadline: string, given: CallArguments): void {
  const values = argumentValues(given);
  for (const [at, one] of frame.applied.entries())
    if (one.deadline === null && one.result !== null && values.includes(one.result)) frame.applied[at] = { ...one, deadline };
}

function construct(frame: Frame, callee: ClassValue, given: CallArguments, site: Site): Value {
  const made: Value = { kind: 'instance', of: callee, arguments: given, place: site.place };
  const initialiser = frame.world.attribute(callee, '__init__') ?? frame.world.attribute(callee, 'constructor');
  if (initialiser?.kind === 'function') applyFunction(frame, { ...initialiser, receiver: made }, given, site);
  return made;
}

/** `functools.partial(ask, model="…")`, and the call that gives the rest. */
function givenEarly(frame: Frame, head: Value, given: CallArguments, site: Site): Value | null {
  const early = bound(head, given);
  if (early) return early;
  const [adapted] = given.positional;
  if (adapted && isAdapter(head)) return adapted;
  const isMade = head.kind === 'external' && head.package === 'functools' && head.path.at(-1) === 'partial';
  if (isMade) {
    const [inner, ...rest] = given.positional;
    if (inner?.kind === 'function') return { ...inner, given: { ...given, positional: rest } };
    const settled = inner ? settleHead(frame.world, inner) : null;
    if (settled && meaningOf(settled, { ...given, positional: rest }, frame.world.language(frame.file), frame.world)?.kind === 'spends')
      return { kind: 'called', callee: head, arguments: given, place: site.place };
    return null;
  }
  if (head.kind === 'called' && head.callee.kind === 'external' && head.callee.path.at(-1) === 'partial') {
    const [inner, ...rest] = head.arguments.positional;
    if (inner)
      return applyCall(
        frame,
        inner,
        {
          positional: [...rest, ...given.positional],
          named: [...head.arguments.named, ...given.named],
          unknowns: [...head.arguments.unknowns, ...given.unknowns],
        },
        site,
      );
  }
  return null;
}

/** `asyncio.to_thread(client.messages.create, …)`, `executor.map(ask, items)`: a function handed over is called there. */
function handOver(frame: Frame, head: Value, given: CallArguments, site: Site): void {
  if (!site.expression || head.kind === 'response' || isOnlyLookedAt(head)) return;
  const values = site.expression.arguments.filter((argument) => argument.kind === 'positional');
  const isRepeated = isRepeater(head);
  for (const [at, argument] of values.entries()) {
    const value = given.positional[at];
    if (!value || (argument.value.kind === 'call' && !isPartial(value)) || argument.value.kind === 'function') continue;
    const settled = settleHead(frame.world, value);
    // A model or agent that is passed on is not yet asked, also where it can be called like a function.
    if (settled.kind === 'object' && settled.path.length === 0) continue;
    if (settled.kind === 'function' && isRunLater(site.expression)) {
      // What the program hands over while it starts is its own; what a function hands over may run long after it.
      frame.noteCallee(settled, summaryOf(frame, settled).callees, !frame.isModule);
      continue;
    }
    const rest: CallArguments = isRepeated ? noArguments : { ...given, positional: given.positional.slice(at + 1) };
    const isNamed = (settled.kind === 'choice' ? settled.options : [settled]).some((one) => one.kind === 'function' && !one.closure);
    if (!isNamed && !isPartial(settled) && meaningOf(settled, rest, frame.world.language(frame.file), frame.world)?.kind !== 'spends')
      continue;
    const call = (): Value => applyCall(frame, value, rest, { expression: null, at: argument.value, place: site.place });
    if (isRepeated) fanOut(frame, argument.value.span, argument.value.span, 'callback', call);
    else call();
    return;
  }
}

const MOST_CALLS = 400;
