import type { Expression, OperationExpression } from '../../module/expression.ts';
import { spanOf } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { broken, type Context } from './context.ts';

export function binary(node: SyntaxNode, context: Context): OperationExpression {
  const operands = [context.expression(childOf(node, 'left')), context.expression(childOf(node, 'right'))];
  return { kind: 'operation', span: spanOf(node), operator: childOf(node, 'operator')?.type ?? '', operands };
}

export function unary(node: SyntaxNode, context: Context): OperationExpression {
  const sign = childOf(node, 'operator')?.type ?? '';
  const operands = [context.expression(childOf(node, 'argument'))];
  return { kind: 'operation', span: spanOf(node), operator: sign === '-' ? 'negate' : sign, operands };
}

export function not(node: SyntaxNode, context: Context): OperationExpression {
  return { kind: 'operation', span: spanOf(node), operator: 'not', operands: [context.expression(childOf(node, 'argument'))] };
}

/** `a < b < c` says `a < b and b < c`. */
export function comparison(node: SyntaxNode, context: Context): Expression {
  const operands = node.children.filter((child) => child.isNamed && child.field !== 'operators');
  const operators = node.children.filter((child) => child.field === 'operators').map(({ type }) => (type === '<>' ? '!=' : type));
  const values = operands.map((operand) => context.expression(operand));
  let all: Expression | null = null;
  for (const [index, operator] of operators.entries()) {
    const left = values[index];
    const right = values[index + 1];
    if (left === undefined || right === undefined) return all ?? broken(node);
    const span = { start: left.span.start, end: right.span.end };
    const one: OperationExpression = {
      kind: 'operation',
      span: operators.length === 1 ? spanOf(node) : span,
      operator,
      operands: [left, right],
    };
    all =
      all === null ? one : { kind: 'choice', span: { start: node.start, end: span.end }, operator: 'and', test: null, options: [all, one] };
  }
  return all ?? broken(node);
}
