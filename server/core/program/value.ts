import type { FunctionNode } from '../module/function.ts';
import type { Place } from '../module/module.ts';
import type { ClassStatement } from '../module/statement.ts';
import type { Span } from '../text/span.ts';
import type { Origin, Stability } from './call-site.ts';

/**
 * What an expression is worth, as far as the source tells. Values are immutable; a changed list is a new list bound to
 * the same name. What can't be known is a hole with its name and the reason, never a guess.
 */
export type Value =
  | TextValue
  | NumberValue
  | BooleanValue
  | NullValue
  | ConcatValue
  | HoleValue
  | RecordValue
  | ListValue
  | ChoiceValue
  | ParameterValue
  | MemberValue
  | ExternalValue
  | ModuleValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | ObjectValue
  | ResponseValue
  | CalledValue;

export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  /** The value that the text is the JSON of, for requests that carry their fields in a body. */
  readonly json?: Value;
  readonly origin?: Origin;
  readonly place: Place;
}
export interface NumberValue {
  readonly kind: 'number';
  readonly value: number;
  readonly place: Place;
}
export interface BooleanValue {
  readonly kind: 'boolean';
  readonly value: boolean;
  readonly place: Place;
}
export interface NullValue {
  readonly kind: 'null';
  readonly place: Place;
}
/** Text put together from parts. */
export interface ConcatValue {
  readonly kind: 'concat';
  readonly parts: readonly Value[];
  readonly place: Place;
}
export interface HoleValue {
  readonly kind: 'hole';
  readonly name: string;
  readonly why: string;
  readonly stability: Stability;
  /** True where the hole's content comes from the model's answer. */
  readonly fromModel: boolean;
  /** Of what it was made from, where that is no longer seen. */
  readonly origin?: Origin;
  /** Parameters that it was made from: a caller who gives others makes another. */
  readonly parameters?: readonly ParameterValue[];
  readonly place: Place;
}
export interface RecordValue {
  readonly kind: 'record';
  readonly entries: readonly { readonly key: string; readonly value: Value }[];
  /** Spreads and computed keys whose content is unknown: any other field may come from them. */
  readonly unknowns: readonly Value[];
  readonly place: Place;
}
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly ListItem[];
  readonly place: Place;
}
export type Growth = 'cut' | 'uncut';

export interface ListItem {
  readonly value: Value;
  /** `many` where a loop appends it again and again or a spread of unknown length stands here. */
  readonly count: 'one' | 'many' | 'maybe';
  /** Added to with each turn; `cut` where the code limits how many are kept. */
  readonly grows?: Growth;
}
export interface ChoiceValue {
  readonly kind: 'choice';
  readonly options: readonly Value[];
  readonly place: Place;
}
/** A parameter of the function being read; its caller's argument takes its place. */
export interface ParameterValue {
  readonly kind: 'parameter';
  /** `file#unit` of the function, `@offset` added for one inside a function. */
  readonly owner: string;
  readonly name: string;
  readonly default: Value | null;
  /** What its annotation makes of it (an SDK client, an instance of a class). */
  readonly typed: Value | null;
  /** The dotted name of a type from outside: `queue.Queue`. */
  readonly typeName: string | null;
  readonly place: Place;
}
/** A member or element of something unknown: `settings.model`, `config["model"]`. */
export interface MemberValue {
  readonly kind: 'member';
  readonly object: Value;
  readonly name: string;
  readonly place: Place;
}
/** Something that a package exports; an empty path is the package. Builtins have the package `builtins`. */
export interface ExternalValue {
  readonly kind: 'external';
  readonly package: string;
  readonly path: readonly string[];
  readonly place: Place;
}
export interface ModuleValue {
  readonly kind: 'module';
  readonly file: string;
  readonly place: Place;
}
export interface FunctionValue {
  readonly kind: 'function';
  readonly file: string;
  readonly unit: string;
  readonly node: FunctionNode;
  /** The object before the dot, for a method. */
  readonly receiver: Value | null;
  /** What it sees around it, where it stands inside a function. */
  readonly closure: Closure | null;
  /** Arguments given early (`functools.partial`, `.bind`). */
  readonly given: CallArguments | null;
  /** It stands for methods of several classes, of which the source does not show one. */
  readonly isOneOfSeveral?: true;
  readonly place: Place;
}
/** Names visible from a nested function; looked up when it is read. */
export interface Closure {
  readonly lookup: (name: string) => Value | null;
}
export interface ClassValue {
  readonly kind: 'class';
  readonly file: string;
  /** The unit of a top-level class; for a class inside a function the unit of that function. */
  readonly unit: string;
  readonly node: ClassStatement;
  readonly place: Place;
}
export interface InstanceValue {
  readonly kind: 'instance';
  readonly of: ClassValue;
  /** Null where the object was not seen being made: `self` in a method. */
  readonly arguments: CallArguments | null;
  readonly place: Place;
}
/** A thing that an SDK makes: a client, a model, an agent. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly sdk: string;
  readonly type: string;
  /** Of the call that made it; null where only its type is known. */
  readonly arguments: CallArguments | null;
  /** What it was made from, for an object made by a method of another. */
  readonly from: Value | null;
  /** Members read since it was made: `messages` of a client. */
  readonly path: readonly string[];
  readonly place: Place;
}
/** The model's answer, or a piece of it. */
export interface ResponseValue {
  readonly kind: 'response';
  readonly path: readonly string[];
  /** True for an object that answers by streaming or by iterating over messages. */
  readonly place: Place;
}
/** A call of something outside the program: `datetime.now()`, `os.environ.get("MODEL", "gpt-4o")`. */
export interface CalledValue {
  readonly kind: 'called';
  readonly callee: Value;
  readonly arguments: CallArguments;
  readonly place: Place;
}

export interface CallArguments {
  readonly positional: readonly Value[];
  readonly named: readonly { readonly name: string; readonly value: Value; readonly place: Place }[];
  /** Spreads whose content is unknown. */
  readonly unknowns: readonly Value[];
}

export const noArguments: CallArguments = { positional: [], named: [], unknowns: [] };

export function hole(name: string, why: string, place: Place, stability: Stability = 'unknown', fromModel = false): HoleValue {
  return { kind: 'hole', name, why, stability, fromModel, place };
}

/** A hole that remembers what its text was made from. */
export function holeOf(made: HoleValue, origin: Origin | null): HoleValue {
  return origin ? { ...made, origin } : made;
}

/** A function that stands at the top level of a file or class. */
export function functionValue(file: string, unit: string, statement: { readonly span: Span }, node: FunctionNode): FunctionValue {
  return { kind: 'function', file, unit, node, receiver: null, closure: null, given: null, place: { file, unit, span: statement.span } };
}

/** One value out of several; equal ones are one, and choices inside are taken apart. */
export function choiceOf(options: readonly Value[], place: Place): Value {
  const flat: Value[] = [];
  const add = (option: Value): void => {
    if (flat.length < MOST_OPTIONS && !flat.some((other) => other === option || sameValue(other, option))) flat.push(option);
  };
  for (const one of options) {
    if (one.kind === 'choice') one.options.forEach(add);
    else add(one);
  }
  const [only] = flat;
  return only && flat.length === 1 ? only : { kind: 'choice', options: flat, place };
}

export function concatOf(parts: readonly Value[], place: Place): Value {
  const flat = parts.flatMap((part) => (part.kind === 'concat' ? part.parts : [part]));
  const [only] = flat;
  return only && flat.length === 1 && only.kind === 'text' ? only : { kind: 'concat', parts: flat, place };
}

/** Structural equality, places included; a function's closure is compared by the function it belongs to. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let at = 0; at < a.length; at++) if (!sameValue(a[at], b[at])) return false;
    return true;
  }
  if (a instanceof Map || a instanceof Set || b instanceof Map) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    if (key === 'closure') continue;
    const left: unknown = Reflect.get(a, key);
    const right: unknown = Reflect.get(b, key);
    // Syntax is shared between versions of a unit that did not change, so identity is enough and much cheaper.
    if (key === 'node' ? left !== right : !sameValue(left, right)) return false;
  }
  return true;
}

/** Every text that the value can be, where it surely is one of them. */
export function textsOf(value: Value): readonly string[] {
  if (value.kind === 'text') return [value.text];
  if (value.kind === 'choice') return value.options.flatMap(textsOf);
  if (value.kind === 'concat') {
    let texts: readonly string[] = [''];
    for (const part of value.parts) {
      const options = textsOf(part);
      texts = texts.flatMap((before) => options.map((after) => before + after)).slice(0, MOST_OPTIONS);
    }
    return texts;
  }
  return [];
}

/** A value of more parts is no prompt, and carrying it through callers costs more each time. */
export const LARGEST_ANSWER = 2000;

/** More alternatives than this say nothing to a reader and cost time at every use. */
const MOST_OPTIONS = 12;
