import type { Expression } from '../../module/expression.ts';
import type { Statement } from '../../module/statement.ts';
import { covers, type Span } from '../../text/span.ts';
import { childExpressions, childStatements } from './walk.ts';

export type Node = Statement | Expression;

/** The nodes that cover a span, outermost first, also through the bodies of functions inside expressions. */
export function nodesTo(root: Statement, span: Span): readonly Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (!covers(node.span, span)) return;
    found.push(node);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(root);
  return found;
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'function') return node.function.body;
  return isStatement(node) ? [...childStatements(node), ...childExpressions(node)] : childExpressions(node);
}

const STATEMENTS: ReadonlySet<string> = new Set(['if', 'switch', 'loop', 'try', 'with', 'block']);
/** Those that hold further statements; what the others hold are expressions. */
const isStatement = (node: Node): node is Statement => STATEMENTS.has(node.kind);

/** What covers the span inside of its own function, innermost first, without the span's own node. */
export function around(nodes: readonly Node[]): readonly Node[] {
  const above = nodes.slice(0, -1).reverse();
  const boundary = above.findIndex((node) => node.kind === 'function');
  return boundary < 0 ? above : above.slice(0, boundary);
}
