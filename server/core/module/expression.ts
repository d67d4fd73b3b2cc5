import type { Span } from '../text/span.ts';
import type { FunctionNode } from './function.ts';
import type { ClassStatement } from './statement.ts';

/**
 * What a piece of source says, without the syntax of its language. Everything here is plain data, and every span is
 * relative to the start of the unit it stands in. Parentheses, `await`-free type assertions (`x as T`, `x!`,
 * `satisfies`) and implicit concatenation are dissolved by the lowering.
 */
export type Expression =
  | TextExpression
  | NumberExpression
  | BooleanExpression
  | NullExpression
  | TemplateExpression
  | NameExpression
  | MemberExpression
  | IndexExpression
  | SliceExpression
  | RecordExpression
  | ListExpression
  | CallExpression
  | ChoiceExpression
  | OperationExpression
  | FunctionExpression
  | ClassExpression
  | ComprehensionExpression
  | AwaitExpression
  | YieldExpression
  | AssignmentExpression
  | SpreadExpression
  | UnknownExpression;

/** A string literal, with its escapes resolved. Adjacent literals are joined in a template. */
export interface TextExpression {
  readonly kind: 'text';
  readonly span: Span;
  readonly text: string;
}
export interface NumberExpression {
  readonly kind: 'number';
  readonly span: Span;
  readonly value: number;
}
export interface BooleanExpression {
  readonly kind: 'boolean';
  readonly span: Span;
  readonly value: boolean;
}
/** `None`, `null`, `undefined`. */
export interface NullExpression {
  readonly kind: 'null';
  readonly span: Span;
}
/** An f-string, a template literal, or adjacent literals: texts and expressions in order. `tag` is a template's tag. */
export interface TemplateExpression {
  readonly kind: 'template';
  readonly span: Span;
  readonly parts: readonly Expression[];
  readonly tag?: Expression;
}
export interface NameExpression {
  readonly kind: 'name';
  readonly span: Span;
  readonly name: string;
}
/** `object.name`; `this` and `self` are plain names (`this` in TypeScript, the first parameter's name in Python). */
export interface MemberExpression {
  readonly kind: 'member';
  readonly span: Span;
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}
export interface IndexExpression {
  readonly kind: 'index';
  readonly span: Span;
  readonly object: Expression;
  readonly index: Expression;
}
/** `object[start:end]`, also `.slice()` stays a call. */
export interface SliceExpression {
  readonly kind: 'slice';
  readonly span: Span;
  readonly object: Expression;
  readonly start: Expression | null;
  readonly end: Expression | null;
}
/** A dictionary or object literal. */
export interface RecordExpression {
  readonly kind: 'record';
  readonly span: Span;
  readonly entries: readonly RecordEntry[];
}
export type RecordEntry =
  | { readonly kind: 'entry'; readonly span: Span; readonly key: string; readonly keySpan: Span; readonly value: Expression }
  | { readonly kind: 'computed'; readonly span: Span; readonly key: Expression; readonly value: Expression }
  | { readonly kind: 'spread'; readonly span: Span; readonly value: Expression };
/** A list, tuple, set or array literal; items may be spreads. */
export interface ListExpression {
  readonly kind: 'list';
  readonly span: Span;
  readonly form: 'list' | 'tuple' | 'set';
  readonly items: readonly Expression[];
}
export interface CallExpression {
  readonly kind: 'call';
  readonly span: Span;
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  /** From the opening to past the closing parenthesis: where an argument can be added. */
  readonly argumentsSpan: Span;
  readonly isNew: boolean;
}
export type Argument =
  | { readonly kind: 'positional'; readonly span: Span; readonly value: Expression }
  | { readonly kind: 'named'; readonly span: Span; readonly name: string; readonly value: Expression }
  /** `*args` or `...args`. */
  | { readonly kind: 'spread'; readonly span: Span; readonly value: Expression }
  /** `**options`. */
  | { readonly kind: 'named-spread'; readonly span: Span; readonly value: Expression };
/** One of several values: `a or b`, `a || b`, `a ?? b`, `a if t else b`, `t ? a : b`, `a and b`. */
export interface ChoiceExpression {
  readonly kind: 'choice';
  readonly span: Span;
  readonly operator: 'or' | 'nullish' | 'and' | 'conditional';
  /** The test of a conditional, else null. */
  readonly test: Expression | null;
  readonly options: readonly [Expression, Expression];
}
/**
 * Any other operator, spelled as in Python where both languages have it: `+ - * / // % ** == != < <= > >= in "not in" is "is not"
 * not & | ^ ~ << >>`, unary minus is `negate`, JS `===` is `==`, `!` is `not`, `typeof` and `instanceof` keep their names,
 * `++`/`--` as expressions are `increment`/`decrement`.
 */
export interface OperationExpression {
  readonly kind: 'operation';
  readonly span: Span;
  readonly operator: string;
  readonly operands: readonly Expression[];
}
export interface FunctionExpression {
  readonly kind: 'function';
  readonly span: Span;
  readonly function: FunctionNode;
}
export interface ClassExpression {
  readonly kind: 'class';
  readonly span: Span;
  readonly class: ClassStatement;
}
/** A Python comprehension or generator expression. */
export interface ComprehensionExpression {
  readonly kind: 'comprehension';
  readonly span: Span;
  readonly form: 'list' | 'set' | 'record' | 'generator';
  /** Of a record. */
  readonly key?: Expression;
  /** For a record the value. */
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
}
export interface ComprehensionClause {
  readonly keyword: Span;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}
export interface AwaitExpression {
  readonly kind: 'await';
  readonly span: Span;
  readonly value: Expression;
}
export interface YieldExpression {
  readonly kind: 'yield';
  readonly span: Span;
  readonly value: Expression | null;
  readonly isDelegated: boolean;
}
/** Python's `:=` and JS assignments in expression position. `operator` is `=` or the augmenting operator (`+`). */
export interface AssignmentExpression {
  readonly kind: 'assignment';
  readonly span: Span;
  readonly operator: string;
  readonly target: Expression;
  readonly value: Expression;
}
/** Only as an item of a list or of call arguments. */
export interface SpreadExpression {
  readonly kind: 'spread';
  readonly span: Span;
  readonly value: Expression;
}
/** Syntax that says nothing to us: a hole. `why` is a few words ("regular expression", "syntax error"). */
export interface UnknownExpression {
  readonly kind: 'unknown';
  readonly span: Span;
  readonly why: string;
}
