import type { Expression, NameExpression } from '../../module/expression.ts';
import type { Statement } from '../../module/statement.ts';
import { spanOf, unknown } from '../lowering.ts';
import type { SyntaxNode } from '../syntax.ts';

/**
 * What each part of the lowering is handed: the unit's text, and the way to the parts that it can't import without a
 * circle.
 */
export interface Context {
  readonly text: string;
  expression(node: SyntaxNode | null): Expression;
  annotation(node: SyntaxNode | null): Expression | null;
  statements(nodes: readonly SyntaxNode[], isInClass?: boolean): Statement[];
  /** How often `yield` was met so far: a function that raises it is a generator. */
  yields: number;
}

export const textOf = (node: SyntaxNode, context: Context): string => context.text.slice(node.start, node.end);

export const nameAt = (node: SyntaxNode, context: Context): NameExpression => ({
  kind: 'name',
  span: spanOf(node),
  name: textOf(node, context),
});

export const broken = (node: SyntaxNode): Expression => unknown(node, 'syntax error');

/** The statements of an indented block, or none where it is missing. */
export const blockOf = (node: SyntaxNode | null, context: Context): Statement[] => (node === null ? [] : context.statements(node.children));

/** From the first statement to the end of the last. */
export function insideOf(block: SyntaxNode | null, fallback: SyntaxNode): { start: number; end: number } {
  const named = block?.children.filter((child) => child.isNamed) ?? [];
  const first = named[0];
  const last = named.at(-1);
  return first === undefined || last === undefined ? { start: fallback.end, end: fallback.end } : { start: first.start, end: last.end };
}
