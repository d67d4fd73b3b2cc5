import type { AssignmentExpression, ChoiceExpression, Expression, OperationExpression } from '../../module/expression.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { broken, type Context, expressionAt, solid, targetAt } from './context.ts';

/** Long chains (`'…' + '…' + …`) nest to the left: they are folded from the innermost, so that they can't be too deep. */
export function binary(node: SyntaxNode, context: Context): Expression {
  const spine: SyntaxNode[] = [];
  let at: SyntaxNode | null = node;
  while (at !== null && at.type === 'binary_expression') {
    spine.push(at);
    at = childOf(at, 'left');
  }
  let folded = at === null ? broken(node) : context.expression(at);
  for (let index = spine.length - 1; index >= 0; index--) {
    const part = spine[index];
    if (part !== undefined) folded = combine(spanOf(part), operatorOf(part), folded, expressionAt(part, 'right', context));
  }
  return folded;
}

export function unary(node: SyntaxNode, context: Context): OperationExpression {
  const operator = operatorOf(node);
  return operation(node, UNARY[operator] ?? operator, [expressionAt(node, 'argument', context)]);
}

/** `i++` where its value is used. */
export function update(node: SyntaxNode, context: Context): OperationExpression {
  const operator = operatorOf(node) === '--' ? 'decrement' : 'increment';
  return operation(node, operator, [expressionAt(node, 'argument', context)]);
}

/** The value is the last operand; the others stand for what they do. Compilers write `(0, a.b)(…)` for `a.b(…)`. */
export function sequence(node: SyntaxNode, context: Context): Expression {
  const parts = solid(node);
  const last = parts.at(-1);
  if (last !== undefined && parts.every((part) => part === last || part.type === 'number')) return context.expression(last);
  return operation(
    node,
    ',',
    parts.map((child) => context.expression(child)),
  );
}

export function conditional(node: SyntaxNode, context: Context): ChoiceExpression {
  return {
    kind: 'choice',
    span: spanOf(node),
    operator: 'conditional',
    test: expressionAt(node, 'condition', context),
    options: [expressionAt(node, 'consequence', context), expressionAt(node, 'alternative', context)],
  };
}

export function assignment(node: SyntaxNode, context: Context): AssignmentExpression {
  return {
    kind: 'assignment',
    span: spanOf(node),
    operator: '=',
    target: targetAt(node, 'left', context),
    value: expressionAt(node, 'right', context),
  };
}

export function augmented(node: SyntaxNode, context: Context): AssignmentExpression {
  const { operator, target, value } = augmentation(node, context);
  return { kind: 'assignment', span: spanOf(node), operator: operator ?? '=', target, value };
}

/** `a ??= b` is `a = a ?? b` (no operator is left); the others keep theirs, without the `=`. */
export function augmentation(node: SyntaxNode, context: Context): { operator: string | null; target: Expression; value: Expression } {
  const operator = operatorOf(node).slice(0, -1);
  const target = targetAt(node, 'left', context);
  const value = expressionAt(node, 'right', context);
  if (CHOICES[operator] === undefined) return { operator, target, value };
  return { operator: null, target, value: combine(spanOf(node), operator, target, value) };
}

export const operatorOf = (node: SyntaxNode): string => childOf(node, 'operator')?.type ?? '';

function combine(span: Span, operator: string, left: Expression, right: Expression): Expression {
  const choice = CHOICES[operator];
  if (choice !== undefined) return { kind: 'choice', span, operator: choice, test: null, options: [left, right] };
  return { kind: 'operation', span, operator: BINARY[operator] ?? operator, operands: [left, right] };
}

const operation = (node: SyntaxNode, operator: string, operands: readonly Expression[]): OperationExpression => ({
  kind: 'operation',
  span: spanOf(node),
  operator,
  operands,
});

const CHOICES: Readonly<Record<string, ChoiceExpression['operator']>> = { '&&': 'and', '||': 'or', '??': 'nullish' };
const BINARY: Readonly<Record<string, string>> = { '===': '==', '!==': '!=' };
const UNARY: Readonly<Record<string, string>> = { '-': 'negate', '!': 'not' };
