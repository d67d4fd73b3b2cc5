import type { Expression, NameExpression, UnknownExpression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { ClassStatement, Statement } from '../../module/statement.ts';
import type { Span } from '../../text/span.ts';
import { unknown } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';

/** One unit on its way down. The functions stand here so that the files that need each other import only this one. */
export interface Context {
  readonly text: string;
  /** How many expressions and statements enclose the one at hand. */
  depth: number;
  readonly expression: (node: SyntaxNode) => Expression;
  /** What an assignment, a parameter or a loop binds: a name, member, index or pattern. */
  readonly target: (node: SyntaxNode) => Expression;
  /** A type as an expression, of the type's own node or of the annotation around it. */
  readonly type: (node: SyntaxNode) => Expression;
  /** The statements that some nodes make: none for types, several for `const a = 1, b = 2`. */
  readonly statements: (nodes: readonly SyntaxNode[]) => Statement[];
  readonly functionOf: (node: SyntaxNode, decorators: readonly Expression[]) => FunctionNode;
  readonly classOf: (node: SyntaxNode, marks: Marks) => ClassStatement;
}

/** What an `export` around a declaration says about it. */
export interface Marks {
  /** The whole statement, `export` and decorators included. */
  readonly span: Span;
  readonly isExported: boolean;
  readonly isDefault: boolean;
  readonly decorators: readonly SyntaxNode[];
}

/** Nesting past this is a hole: the stack of whoever walks the result must hold, too. */
export const DEEPEST = 300;

export const textOf = (node: SyntaxNode, context: Context): string => context.text.slice(node.start, node.end);

export const has = (node: SyntaxNode, type: string): boolean => node.children.some((child) => child.type === type);

export const broken = (span: Span): UnknownExpression => unknown(span, 'syntax error');

export const nameAt = (node: SyntaxNode, context: Context): NameExpression | UnknownExpression =>
  node.start === node.end ? broken(node) : { kind: 'name', span: { start: node.start, end: node.end }, name: textOf(node, context) };

/** Named children without the stretches that the parser gave up on. */
export function solid(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter((child) => child.isNamed && child.type !== 'ERROR');
}

export function expressionAt(node: SyntaxNode, field: string, context: Context): Expression {
  const child = childOf(node, field);
  return child === null ? broken(node) : context.expression(child);
}

export function targetAt(node: SyntaxNode, field: string, context: Context): Expression {
  const child = childOf(node, field);
  return child === null ? broken(node) : context.target(child);
}

/** The one expression inside of parentheses, a spread or an assertion. */
export function innerExpression(node: SyntaxNode, context: Context): Expression {
  const [inner] = solid(node);
  return inner === undefined ? broken(node) : context.expression(inner);
}

export function annotationAt(node: SyntaxNode, field: string, context: Context): Expression | null {
  const child = childOf(node, field);
  return child === null ? null : context.type(child);
}

/** What is inside of `( … )`, `( … )!` and the like, down to the first node that says something. */
export function withoutParentheses(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.type === 'parenthesized_expression') {
    const [inner] = solid(at);
    if (inner === undefined) break;
    at = inner;
  }
  return at;
}
