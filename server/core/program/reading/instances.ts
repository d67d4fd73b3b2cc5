import type { Frame } from '../frame.ts';
import { shownThrough } from '../meaning/asked.ts';
import { dependsOn, isGivenBack } from '../meaning/wrapped.ts';
import type { CallRecord, Summary } from '../summary.ts';
import { type CallArguments, type FunctionValue, hole } from '../value.ts';
import { type Fill, substitute, substituteArguments } from '../values/substitute.ts';
import { truthOf } from '../workspace/tests.ts';
import { functionKey } from '../world.ts';
import { openRequest, type Site } from './call-record.ts';
import { callsOf } from './dispatch.ts';

/** A function of the program as it is called at one place. */
export interface Applied {
  readonly callee: FunctionValue;
  readonly given: CallArguments;
  readonly summary: Summary;
  readonly site: Site;
  readonly fill: Fill;
}

/** The function's calls with the request as this place makes it. What it asks the same for everybody stands where it is. */
export function instancesOf(frame: Frame, applied: Applied): readonly CallRecord[] {
  const { callee, summary } = applied;
  return callsOf(callee, summary.calls)
    .slice(0, MOST_INSTANCES)
    .filter((call) => call.pending || !(call.isRegistered || (call.isLater && isGivenBack(summary.returns, call, 0))))
    .flatMap((call) => instanceOf(frame, applied, call));
}

function instanceOf(frame: Frame, { callee, given: handed, site, fill }: Applied, call: CallRecord): readonly CallRecord[] {
  // What a factory gave back was read with what the factory was given.
  const isFromElsewhere = callee.closure !== null && (callee.file !== frame.file || callee.unit !== frame.unit);
  const isPython = frame.world.language(callee.file) === 'python';
  const depends = (!callee.closure || isFromElsewhere) && dependsOn(call, functionKey(callee), callee, isPython);
  const receiver = depends && call.receiver ? substitute(frame.world, call.receiver, fill) : call.receiver;
  const given = depends ? substituteArguments(frame.world, call.arguments, fill) : call.arguments;
  if (!isFromElsewhere && given === call.arguments && receiver === call.receiver) {
    if (!call.pending) noteCall(frame, call, call.key);
    return [];
  }
  const conditions = call.conditions.map(({ test, holds }) => ({ test: substitute(frame.world, test, fill), holds }));
  if (conditions.some(({ test, holds }) => truthOf(test) === !holds)) return [];
  const shown = shownThrough(frame.world, call, { receiver, given, fill });
  if (!shown) return [];
  const isOwn = call.place.file === frame.file;
  // What callers of its own file show to be a model is one where it stands too; which one, each of them says for itself.
  const isTold = isOwn && call.pending?.kind === 'ask' && !shown.pending;
  const told: readonly CallRecord[] = isTold ? [{ ...shown, key: call.key, receiver: call.receiver, arguments: call.arguments }] : [];
  // A function that is only made here sends later, from where it stands.
  if (call.pending?.isLater) return isOwn ? [...told, { ...shown, receiver, conditions }] : told;
  const key = `${frame.file}#${frame.unit}@${site.at.span.start}>${call.key}`;
  noteCall(frame, call, key);
  const instance: CallRecord = {
    ...shown,
    key,
    place: frame.place(site.at.span),
    whole: site.place,
    expression: null,
    receiver,
    loops: frame.loops.map((loop) => loop.key).reverse(),
    // What no caller had shown before is first known here: this call is the model's own.
    via: call.pending?.kind === 'post' ? [] : [...call.via, call.key].slice(-MOST_VIA),
    conditions,
    ...(callee.isOneOfSeveral ? openTo(callee, handed, site) : {}),
  };
  return [...told, instance];
}

/** Several functions may be meant, and one of them is called: where more than one ends in the same request, it is made once. */
export function alternatives(calls: readonly CallRecord[]): readonly CallRecord[] {
  const seen = new Set<string>();
  return calls.filter((call) => {
    const [request = call.key] = call.via;
    const way = `${request}@${call.place.span.start}`;
    const isNew = call.via.length === 0 || !seen.has(way);
    seen.add(way);
    return isNew;
  });
}

/** What one class would send, another may not: only that a model is asked is sure, and what the method is handed. */
function openTo(callee: FunctionValue, given: CallArguments, site: Site): Partial<CallRecord> {
  const api = callee.node.name ?? 'call';
  const handed = [...given.positional, ...given.named.map((one) => one.value), ...given.unknowns];
  const request = hole(api, 'left to one of several classes', site.place);
  return {
    sdk: 'unknown',
    api,
    spending: openRequest,
    receiver: null,
    arguments: { positional: [], named: [], unknowns: [request, ...handed] },
    isOneOfSeveral: true,
  };
}

function noteCall(frame: Frame, call: CallRecord, key: string): void {
  if (call.spending.operation === 'generate') frame.noteCalls([key]);
}

const MOST_INSTANCES = 24;
const MOST_VIA = 8;
