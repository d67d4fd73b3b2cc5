import type { Expression, UnknownExpression } from '../module/expression.ts';
import type { Statement } from '../module/statement.ts';
import type { Span } from '../text/span.ts';
import type { SyntaxNode } from './syntax.ts';

/** What one language gives: which nodes become units, as data, and what a unit says. */
export interface Lowering {
  readonly shape: Shape;
  /**
   * What a unit says. `nodes` is one statement (or member), after its `prefixes` where it has some. A class at the top
   * level comes without its members (only its documentation), cut off where its body starts. Must not throw.
   */
  readonly lower: (nodes: readonly SyntaxNode[], source: UnitSource) => Statement | null;
}

export interface UnitSource {
  /** The unit's own text: `text.slice(node.start, node.end)`. */
  readonly text: string;
  /** Whether the unit is a member of a class at the top level. */
  readonly isMember: boolean;
}

/** Node types by the part that they play in the outline of a file. */
export interface Shape {
  /** Taken out of the tree everywhere; those that say `lineitem:` are kept as the unit's comments. */
  readonly comments: ReadonlySet<string>;
  /** Tokens that the lowering never looks at: leaving them out makes the copy of a tree a third smaller. */
  readonly ignored?: ReadonlySet<string>;
  /** Statements that may hold a class: `decorated_definition`, `export_statement`. */
  readonly wrappers: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** A class's body, whose named children are its members. */
  readonly bodies: ReadonlySet<string>;
  /** Siblings that belong to the member or statement after them: decorators in a TypeScript class body. */
  readonly prefixes: ReadonlySet<string>;
  /** What is a whole statement or member even inside of a stretch that the parser gave up on. */
  readonly statements: ReadonlySet<string>;
  /** The path of types that makes the first member of a class its documentation; empty where there is no such thing. */
  readonly documentation: readonly string[];
}

export const spanOf = (node: SyntaxNode): Span => ({ start: node.start, end: node.end });

export const unknown = (span: Span, why: string): UnknownExpression => ({
  kind: 'unknown',
  span: { start: span.start, end: span.end },
  why,
});

/** The name that a statement defines at its level. */
export function nameOf(statement: Statement): string | null {
  switch (statement.kind) {
    case 'function':
      return statement.function.name;
    case 'class':
      return statement.name;
    case 'assign':
      return nameOfTarget(statement.targets[0]);
    default:
      return null;
  }
}

function nameOfTarget(target: Expression | undefined): string | null {
  return target?.kind === 'name' ? target.name : null;
}

/** Numbers the units of one module: `chat`, `chat~2`, `Agent.run`, `(loop)`, `Agent.(expression)`. */
export function createUnitIds(): (name: string | null, kind: string, owner: string | null) => string {
  const seen = new Map<string, number>();
  return (name, kind, owner) => {
    const label = name ?? `(${kind})`;
    const base = owner === null ? label : `${owner}.${label}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}~${count}`;
  };
}

/** What a comment says to us, or null: `# lineitem: ignore LI401 -- why` → `ignore LI401 -- why`. */
export function directiveOf(comment: string): string | null {
  const match = /^(?:#+|\/\/+|\/\*+)\s*lineitem:\s*(.*?)\s*(?:\*+\/)?$/s.exec(comment);
  return match?.[1] ?? null;
}
