import type { Expression } from '../../module/expression.ts';
import type { AssignStatement, AugmentStatement, Statement } from '../../module/statement.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { broken, type Context, expressionAt, has, solid, targetAt, withoutParentheses } from './context.ts';
import { commonExport } from './modules.ts';
import { augmentation, operatorOf } from './operators.ts';

/** An expression that stands as a statement: assignments become statements, a sequence one for each of its parts. */
export function expressionStatement(span: Span, node: SyntaxNode, context: Context): readonly Statement[] {
  const at = withoutParentheses(node);
  switch (at.type) {
    case 'sequence_expression':
      return solid(at).flatMap((child) => expressionStatement(spanOf(child), child, context));
    case 'assignment_expression':
      return assign(span, at, context);
    case 'augmented_assignment_expression':
      return [augment(span, at, context)];
    case 'update_expression':
      return [count(span, at, context)];
    case 'await_expression':
      return disposed(span, at, context);
    default:
      return [{ kind: 'expression', span, value: context.expression(node) }];
  }
}

/** `a = b = value` has two targets. */
function assign(span: Span, node: SyntaxNode, context: Context): readonly Statement[] {
  const targets: Expression[] = [];
  let at: SyntaxNode | null = node;
  while (at?.type === 'assignment_expression') {
    targets.push(targetAt(at, 'left', context));
    at = childOf(at, 'right');
  }
  const value = at === null ? broken(node) : context.expression(at);
  const exported = commonExport(span, targets, value);
  if (exported !== null) return exported;
  return [assigned(span, targets, value, has(node, 'using') ? 'const' : null)];
}

function augment(span: Span, node: SyntaxNode, context: Context): AssignStatement | AugmentStatement {
  const { operator, target, value } = augmentation(node, context);
  return operator === null ? assigned(span, [target], value, null) : { kind: 'augment', span, operator, target, value };
}

function count(span: Span, node: SyntaxNode, context: Context): AugmentStatement {
  return {
    kind: 'augment',
    span,
    operator: operatorOf(node) === '--' ? '-' : '+',
    target: targetAt(node, 'argument', context),
    value: { kind: 'number', span: spanOf(node), value: 1 },
  };
}

/** The TypeScript grammar reads `await using a = b` as awaiting an assignment. */
function disposed(span: Span, node: SyntaxNode, context: Context): readonly Statement[] {
  const [inner] = solid(node);
  if (inner?.type !== 'assignment_expression' || !has(inner, 'using')) {
    return [{ kind: 'expression', span, value: context.expression(node) }];
  }
  return [assigned(span, [targetAt(inner, 'left', context)], expressionAt(inner, 'right', context), 'const')];
}

function assigned(span: Span, targets: readonly Expression[], value: Expression, declares: 'const' | null): AssignStatement {
  return { kind: 'assign', span, targets, value, annotation: null, declares, isExported: false };
}
