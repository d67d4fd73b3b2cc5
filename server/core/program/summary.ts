import type { CallExpression, Expression } from '../module/expression.ts';
import type { Place } from '../module/module.ts';
import type { LoopStatement } from '../module/statement.ts';
import type { Posting, Spending } from '../sdks/sdk.ts';
import type { Loop } from './call-site.ts';
import { type CallArguments, sameValue, type Value } from './value.ts';

/** What reading one function (or the top level of a file) told, in terms of its parameters. */
export interface Summary {
  readonly returns: Value;
  readonly calls: readonly CallRecord[];
  /** Keys of calls that functions it calls make, whatever this one gives them: a loop around it repeats them too. */
  readonly reached?: readonly string[];
  readonly loops: readonly LoopRecord[];
  /** Assignments to members of the receiver: `self.client = …`. */
  readonly writes: readonly { readonly name: string; readonly value: Value; readonly grows: boolean }[];
  /** Models that it sets for all calls that name none. */
  readonly globals?: readonly { readonly sdk: string; readonly value: Value }[];
  /** What it puts into a framework's store, by the name that it is found under again. */
  readonly keeps?: readonly { readonly key: string; readonly value: Value }[];
  /** Functions of the program that are called, as `unit`, a line break, `file#unit`. */
  readonly callees?: readonly string[];
  /** What a constructor hands to its base's. */
  readonly baseArguments?: CallArguments;
  /** It calls itself: each time because the model's word says so, or also for reasons that it does not. */
  readonly again?: 'models-word' | 'other';
  /** What every pass through the function waits for. */
  readonly waits: Wait | null;
  readonly effects: Effects;
  /** Names bound when the reading ended: only for the top level of a file. */
  readonly names: ReadonlyMap<string, Value>;
}

export interface Condition {
  readonly test: Value;
  readonly holds: boolean;
}

export type Wait = 'person' | 'event';

/** A call as it stands in the code, its arguments not yet settled: a caller may still fill in parameters. */
export interface CallRecord {
  /** Where it stands, made a name: `file#unit@start`, and for an instance the way through the wrappers. */
  readonly key: string;
  readonly place: Place;
  readonly whole: Place;
  readonly expression: CallExpression | null;
  readonly sdk: string;
  readonly api: string;
  readonly spending: Spending;
  readonly receiver: Value | null;
  readonly arguments: CallArguments;
  /** Keys of enclosing loops, innermost first. */
  readonly loops: readonly string[];
  /** Keys of the templates, outermost first; empty for the call itself. */
  readonly via: readonly string[];
  readonly isDiscarded: boolean;
  readonly isRun: boolean;
  /** No call of a model until a caller shows that it is one. */
  readonly pending?: PendingPost | PendingAsk;
  /** It stands in a function that was made and not yet called. */
  readonly isLater?: true;
  /** It stands in a function that a framework calls when something happens: who registers it makes no request. */
  readonly isRegistered?: true;
  /** It goes through a method that several classes have: which model answers, the source does not show. */
  readonly isOneOfSeveral?: true;
  /** Tests that must hold (or not) for the call to be reached: a caller's arguments may rule it out. */
  readonly conditions: readonly Condition[];
}

/** A method of something that only a caller knows. */
export interface PendingAsk {
  readonly kind: 'ask';
  readonly isLater?: true;
}

/** A request over HTTP to an address that only a caller knows. */
export interface PendingPost {
  readonly kind: 'post';
  readonly posting: Posting;
  /** What the session or connection was made with. */
  readonly receiver: CallArguments | null;
  /** It stands in a function that was made and not yet called. */
  readonly isLater?: true;
}

/** A loop that repeats calls, judged where it stands. */
export interface LoopRecord {
  readonly key: string;
  /** The function that it stands in, by its key. */
  readonly owner: string;
  readonly kind: Loop['kind'];
  readonly form: Loop['form'];
  readonly place: Place;
  readonly whole: Place;
  readonly bound: Loop['bound'];
  readonly boundBy: string | null;
  readonly max: number | null;
  readonly maxUnit: Loop['maxUnit'];
  /** Keys of calls inside, at any depth. */
  readonly calls: readonly string[];
  readonly statement: LoopStatement | null;
  readonly modelExits: readonly Place[];
  readonly retries: Loop['retries'];
}

export interface Verdict {
  readonly bound: Loop['bound'];
  readonly boundBy: string | null;
  readonly max: number | null;
  readonly modelExits: readonly Expression[];
}

/** What a function does to counters and clocks that others see, so that a loop that calls it can be judged by it. */
export interface Effects {
  /** Counters that it moves: members of objects, entries of what it is given, names around it. */
  readonly counts: readonly Count[];
  /** Counters (or the clock) that it compares with a limit, to leave by an error. */
  readonly checks: readonly Check[];
  /** Functions that it calls and whose loops it may bound or feed. */
  readonly applies: readonly Application[];
  /** Parameters that it calls: what a caller gives there is called by it. */
  readonly callsGiven: readonly string[];
  /** Its loops around such calls. */
  readonly around: readonly GivenLoop[];
  /** It parses, checks or refuses what a model answered. */
  readonly usesAnswer: boolean;
  /** It parses or checks what it is given. */
  readonly parsesGiven: boolean;
}

export interface Count {
  readonly key: string;
  /** How far each call of the function moves it at least; null where some do not, or the source shows no number. */
  readonly step: number | null;
}

export interface GivenLoop {
  readonly given: string;
  /** With no calls yet. */
  readonly loop: LoopRecord;
}

export interface Check {
  readonly key: string;
  readonly text: string;
}

export interface Application {
  /** The function by its key. */
  readonly of: string;
  readonly deadline: string | null;
  /** Calls that it gives to the function's own loops. */
  readonly feeds: readonly string[];
}

export const noEffects: Effects = {
  counts: [],
  checks: [],
  applies: [],
  callsGiven: [],
  around: [],
  usesAnswer: false,
  parsesGiven: false,
};

/** What a function that does nothing leaves to tell. */
export const emptySummary = (returns: Value): Summary => ({
  returns,
  calls: [],
  loops: [],
  writes: [],
  waits: null,
  effects: noEffects,
  names: new Map(),
});

export function sameSummary(a: unknown, b: unknown): boolean {
  return isSummary(a) && isSummary(b) && sameValue({ ...a, names: null }, { ...b, names: null }) && sameMap(a.names, b.names);
}

export function sameMap(a: unknown, b: unknown): boolean {
  if (!(a instanceof Map) || !(b instanceof Map) || a.size !== b.size) return false;
  for (const [key, value] of a) if (!sameValue(value, b.get(key))) return false;
  return true;
}

const isSummary = (value: unknown): value is Summary => typeof value === 'object' && value !== null && 'writes' in value;
