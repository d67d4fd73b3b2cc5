import type { Span } from '../text/span.ts';
import type { Expression } from './expression.ts';
import type { FunctionNode } from './function.ts';

/** Spans are relative to the unit. A statement's span covers it whole, decorators included. */
export type Statement =
  | ExpressionStatement
  | AssignStatement
  | AugmentStatement
  | ReturnStatement
  | ThrowStatement
  | JumpStatement
  | IfStatement
  | SwitchStatement
  | LoopStatement
  | TryStatement
  | WithStatement
  | FunctionStatement
  | ClassStatement
  | ImportStatement
  | ExportStatement
  | BlockStatement;

export interface ExpressionStatement {
  readonly kind: 'expression';
  readonly span: Span;
  readonly value: Expression;
}
/**
 * `a = b = value` has two targets. A target is a name, member, index, or a pattern: a list (with spreads) or a record
 * whose entries' values are targets (`{a, b: c = 1}`: key a → name a; a default stands as an assignment expression).
 * `value` is null where only a type is declared.
 */
export interface AssignStatement {
  readonly kind: 'assign';
  readonly span: Span;
  readonly targets: readonly Expression[];
  readonly value: Expression | null;
  readonly annotation: Expression | null;
  readonly declares: 'const' | 'let' | 'var' | null;
  readonly isExported: boolean;
}
export interface AugmentStatement {
  readonly kind: 'augment';
  readonly span: Span;
  /** `+`, `-`, `*`, `|` …; `x++` is `+` with the number 1. */
  readonly operator: string;
  readonly target: Expression;
  readonly value: Expression;
}
export interface ReturnStatement {
  readonly kind: 'return';
  readonly span: Span;
  readonly value: Expression | null;
}
/** `raise`, `throw`. */
export interface ThrowStatement {
  readonly kind: 'throw';
  readonly span: Span;
  readonly value: Expression | null;
}
export interface JumpStatement {
  readonly kind: 'break' | 'continue';
  readonly span: Span;
  readonly label: string | null;
}
export interface IfStatement {
  readonly kind: 'if';
  readonly span: Span;
  readonly test: Expression;
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
}
/** `switch` and `match`; a null test is the default. A `match` pattern that is no value is an unknown expression. */
export interface SwitchStatement {
  readonly kind: 'switch';
  readonly span: Span;
  readonly subject: Expression;
  readonly cases: readonly { readonly test: Expression | null; readonly body: readonly Statement[] }[];
}
export interface LoopStatement {
  readonly kind: 'loop';
  readonly span: Span;
  /** `each` is Python's `for` and JavaScript's `for…of`/`for…in`; `count` is the three-part `for`. */
  readonly form: 'while' | 'do' | 'each' | 'count';
  /** The keyword `while`, `for` or `do` (past `async`). */
  readonly keyword: Span;
  readonly isAsync: boolean;
  /** Null for `each`, and for `for (;;)`. */
  readonly test: Expression | null;
  readonly target: Expression | null;
  readonly iterable: Expression | null;
  readonly before: readonly Statement[];
  readonly update: readonly Statement[];
  readonly body: readonly Statement[];
  /** Inside of the body, as in FunctionNode. */
  readonly bodySpan: Span;
  /** Python's `else`. */
  readonly otherwise: readonly Statement[];
  readonly label: string | null;
}
export interface TryStatement {
  readonly kind: 'try';
  readonly span: Span;
  readonly body: readonly Statement[];
  readonly handlers: readonly { readonly types: Expression | null; readonly name: string | null; readonly body: readonly Statement[] }[];
  readonly otherwise: readonly Statement[];
  readonly finally: readonly Statement[];
}
export interface WithStatement {
  readonly kind: 'with';
  readonly span: Span;
  readonly isAsync: boolean;
  readonly items: readonly { readonly value: Expression; readonly target: Expression | null }[];
  readonly body: readonly Statement[];
}
export interface FunctionStatement {
  readonly kind: 'function';
  readonly span: Span;
  readonly function: FunctionNode;
  /** For a method: how it is reached. */
  readonly role: 'function' | 'method' | 'static' | 'class-method' | 'getter' | 'setter' | 'constructor';
  readonly isExported: boolean;
  readonly isDefault: boolean;
}
export interface ClassStatement {
  readonly kind: 'class';
  readonly span: Span;
  readonly name: string | null;
  readonly nameSpan: Span | null;
  readonly bases: readonly Expression[];
  readonly decorators: readonly Expression[];
  readonly documentation: string | null;
  /**
   * Members of a class inside a function stand here. Members of a class at the top level are units of their own
   * (`Unit.owner` = this class's unit), and this list is empty.
   */
  readonly members: readonly Statement[];
  readonly isExported: boolean;
  readonly isDefault: boolean;
  /** A type that says what objects have, and makes none: `interface`, `type A = { … }`. Its members stand here. */
  readonly isType?: true;
}
/** `from ..a import b as c` → source `..a`; `import a.b as c` → star-less namespace. Types are left out (`import type`). */
export interface ImportStatement {
  readonly kind: 'import';
  readonly span: Span;
  readonly source: string;
  readonly sourceSpan: Span;
  readonly bindings: readonly ImportBinding[];
}
export type ImportBinding =
  /** `import { imported as local }`, `from m import imported as local`; `default` for a default import. */
  | { readonly kind: 'named'; readonly imported: string; readonly local: string; readonly span: Span }
  /** `import * as local`, `import m as local`, `const local = require('m')`; Python's `import a.b` binds `a` to module `a`. */
  | { readonly kind: 'module'; readonly source: string; readonly local: string; readonly span: Span }
  /** Python's `from m import *`. */
  | { readonly kind: 'everything'; readonly span: Span };
/** `export { a as b }`, `export { a } from 'm'`, `export * from 'm'` (`names` null), `export default expression`. */
export interface ExportStatement {
  readonly kind: 'export';
  readonly span: Span;
  readonly source: string | null;
  readonly names: readonly { readonly local: string; readonly exported: string }[] | null;
  readonly value: Expression | null;
}
/** A bare block, a labelled statement's inside, a namespace's inside. */
export interface BlockStatement {
  readonly kind: 'block';
  readonly span: Span;
  readonly body: readonly Statement[];
}
