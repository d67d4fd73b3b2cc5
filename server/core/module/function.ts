import type { Span } from '../text/span.ts';
import type { Expression } from './expression.ts';
import type { Statement } from './statement.ts';

/** A function, method, lambda or arrow. An arrow or lambda with an expression body has one `return` statement. */
export interface FunctionNode {
  readonly name: string | null;
  readonly nameSpan: Span | null;
  readonly span: Span;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** Inside of the body: for a block without its braces, for Python from the first statement to the end of the last. */
  readonly bodySpan: Span;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly decorators: readonly Expression[];
  /** An annotation as an expression: names, members, indexes (`Optional[Client]`, `Promise<Client>`), choices (`A | B`). */
  readonly returns: Expression | null;
  readonly documentation: string | null;
}

export interface Parameter {
  readonly kind: 'positional' | 'named-only' | 'rest' | 'named-rest';
  readonly span: Span;
  /** A name, or a destructuring pattern (record or list of targets). */
  readonly target: Expression;
  readonly default: Expression | null;
  readonly annotation: Expression | null;
}
