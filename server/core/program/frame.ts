import type { Expression } from '../module/expression.ts';
import type { FunctionNode } from '../module/function.ts';
import type { Place } from '../module/module.ts';
import type { Span } from '../text/span.ts';
import type { DrawnGraph } from './loops/drawn-graph.ts';
import type { Application, CallRecord, Check, Condition, GivenLoop, LoopRecord, Summary, Wait } from './summary.ts';
import type { CallArguments, Closure, FunctionValue, Value } from './value.ts';
import { isModelsWord } from './values/taint.ts';
import type { World } from './world.ts';

/** A counter that called functions move: how far, and which calls do. */
export interface CalledCount {
  readonly step: number | null;
  readonly calls: readonly Expression[];
}

/** A loop being read: what happens inside one pass. */
export interface OpenLoop {
  readonly key: string;
  readonly calls: Set<string>;
  /** Counters that called functions move, and those that they check. */
  readonly counted: Map<string, CalledCount>;
  readonly checks: Check[];
  /** Parameters that are called inside. */
  readonly given: Set<string>;
  /** A function called inside parses, checks or refuses the answer. */
  usesAnswer: boolean;
  /** What ends the work around it after a time. */
  readonly deadline: string | null;
  readonly waits: Set<Wait>;
  /** What only some passes wait for: a person who is asked where no tool was called. */
  readonly seldomWaits: Set<Wait>;
  /** How deep in branches the frame was when the loop began. */
  readonly depth: number;
  /** What names were worth before its first pass. */
  readonly before: ReadonlyMap<string, Value>;
  /** The model's word sends it back to the top before the end: what stands behind is not in every pass. */
  isCutShort: boolean;
}

/** A function made in a frame, whose own calls are still to be reported. */
export interface Unread {
  readonly value: FunctionValue;
  /** Those that were open where it was made. */
  readonly loops: readonly OpenLoop[];
  readonly around: readonly string[];
  /** A framework calls it when something happens. */
  readonly isRegistered?: true;
}

/** The stages of reading that need each other; handed in, so that their files need not import each other in a circle. */
export interface Steps {
  readonly evaluate: (frame: Frame, expression: Expression) => Value;
  readonly readInside: (frame: Frame, value: FunctionValue) => Summary;
}

/** Behind a function that is called only by one that was made there. */
export const LATER = '\nlater';

/** The reading of one function body, or of a file's top level: names, open loops, and what was found. */
export class Frame {
  readonly world: World;
  readonly steps: Steps;
  readonly file: string;
  /** Changes while a file's top level is read, statement by statement. */
  unit: string;
  readonly owner: string;
  readonly isModule: boolean;
  readonly closure: Closure | null;
  names = new Map<string, Value>();
  readonly receiver: string | null;
  readonly loops: OpenLoop[] = [];
  /** How many branches the reading is inside of. */
  depth = 0;
  /** The tests of those branches that the reading is inside of, or past. */
  conditions: readonly Condition[] = [];
  /** False while a loop's body is read once to learn what changes. */
  isRecording = true;
  readonly calls: CallRecord[] = [];
  /** Keys of calls that it makes, its own and those of what it calls. */
  readonly reached = new Set<string>();
  /** Those of them that lie behind more than one function. */
  readonly far = new Set<string>();
  readonly finishedLoops: LoopRecord[] = [];
  readonly returns: Value[] = [];
  readonly writes: { name: string; value: Value; grows: boolean }[] = [];
  waits: Wait | null = null;
  /** It calls itself, and what decides so. */
  again: Summary['again'];
  /** Models that it sets for all calls that name none. */
  readonly globals: { readonly sdk: string; readonly value: Value }[] = [];
  readonly keeps: { readonly key: string; readonly value: Value }[] = [];
  /** Functions of the program that it calls, each behind the unit that does. */
  readonly callees = new Set<string>();
  /** What it hands to the constructor of its class's base. */
  baseArguments: CallArguments | null = null;
  /** What ends the work being read after a time: a block around it, an alarm, what its call is handed to. */
  deadline: string | null = null;
  /** A timer of this function aborts a controller. */
  hasAbortTimer = false;
  readonly counted = new Map<string, CalledCount>();
  readonly checks: Check[] = [];
  /** Graphs of steps being drawn, by the place where each was made. */
  readonly graphs = new Map<string, DrawnGraph>();
  readonly callsGiven = new Set<string>();
  readonly around: GivenLoop[] = [];
  usesAnswer = false;
  /** Calls of functions with endless loops inside, with what they gave. */
  readonly applied: (Application & { readonly result: Value | null })[] = [];
  /** What each expression was worth when it was last read: loops are judged by it. */
  readonly worth = new Map<Expression, Value>();
  /** Functions inside this one, read once each; shared with frames inside. */
  readonly nested: Map<FunctionNode, Summary>;
  readonly inProgress: Set<FunctionNode>;
  /** Functions made here whose own calls are still to be reported, with the loops around them. */
  readonly unread: Unread[] = [];

  constructor(from: {
    world: World;
    steps: Steps;
    file: string;
    unit: string;
    owner: string;
    isModule: boolean;
    closure: Closure | null;
    receiver: string | null;
    nested?: Map<FunctionNode, Summary>;
    inProgress?: Set<FunctionNode>;
  }) {
    this.world = from.world;
    this.steps = from.steps;
    this.file = from.file;
    this.unit = from.unit;
    this.owner = from.owner;
    this.isModule = from.isModule;
    this.closure = from.closure;
    this.receiver = from.receiver;
    this.nested = from.nested ?? new Map();
    this.inProgress = from.inProgress ?? new Set();
  }

  evaluate(expression: Expression): Value {
    return this.steps.evaluate(this, expression);
  }

  place(span: Span): Place {
    return { file: this.file, unit: this.unit, span };
  }

  lookup(name: string): Value | null {
    const own = this.names.get(name) ?? this.closure?.lookup(name);
    if (own) return own;
    return this.isModule ? this.world.definition(this.file, name) : this.world.binding(this.file, name);
  }

  /** Reads one of several ways through the code; what it binds is kept apart until the ways meet. */
  branch(read: () => void, condition: Condition | null = null): Map<string, Value> {
    const before = this.names;
    const { conditions } = this;
    this.names = new Map(before);
    this.depth++;
    if (condition) this.conditions = [...conditions, condition];
    try {
      read();
      return this.names;
    } finally {
      this.names = before;
      this.conditions = conditions;
      this.depth--;
    }
  }

  openLoop(key: string, before: ReadonlyMap<string, Value> = this.names): OpenLoop {
    return {
      key,
      calls: new Set(),
      counted: new Map(),
      checks: [],
      given: new Set(),
      usesAnswer: false,
      deadline: this.deadline,
      waits: new Set(),
      seldomWaits: new Set(),
      depth: this.depth,
      before,
      isCutShort: false,
    };
  }

  /** A call of the function that is being read. */
  noteAgain(): void {
    const { conditions, again } = this;
    const isModels = conditions.length > 0 && conditions.every(({ test }) => isModelsWord(test));
    this.again = isModels && again !== 'other' ? 'models-word' : 'other';
  }

  noteGiven(key: string): void {
    this.callsGiven.add(key);
    for (const loop of this.loops) loop.given.add(key);
  }

  noteUse(): void {
    this.usesAnswer = true;
    for (const loop of this.loops) loop.usesAnswer = true;
  }

  noteWait(wait: Wait): void {
    const loop = this.loops.at(-1);
    if (loop) (this.depth === loop.depth && !loop.isCutShort ? loop.waits : loop.seldomWaits).add(wait);
    if (!loop && this.depth === 0) this.waits ??= wait;
  }

  /** `continue`, where the model said so. */
  noteSkip(): void {
    const loop = this.loops.at(-1);
    const condition = this.conditions.at(-1);
    if (loop && condition && this.isRecording && this.depth > loop.depth && isModelsWord(condition.test)) loop.isCutShort = true;
  }

  /** What a function inside calls is called from here. */
  noteCallee(callee: FunctionValue, inside: readonly string[] | undefined, isLater = false): void {
    const note = (to: string): void => void this.callees.add(`${this.unit}\n${to}${isLater && !to.endsWith(LATER) ? LATER : ''}`);
    if (!callee.closure || callee.file !== this.file || callee.unit !== this.unit) note(`${callee.file}#${callee.unit}`);
    if (callee.closure) for (const row of inside ?? []) note(row.slice(row.indexOf('\n') + 1));
  }

  noteFarCalls(keys: Iterable<string>): void {
    for (const key of keys) this.far.add(key);
    this.noteCalls(keys);
  }

  noteCalls(keys: Iterable<string>): void {
    for (const key of keys) {
      if (this.reached.size < MOST_REACHED) this.reached.add(key);
      for (const loop of this.loops) loop.calls.add(key);
    }
  }
}

/** A loop around more than these says no more by them. */
const MOST_REACHED = 24;
