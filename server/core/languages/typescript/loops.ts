import type { Expression } from '../../module/expression.ts';
import type { LoopStatement, Statement } from '../../module/statement.ts';
import type { Span } from '../../text/span.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { type Context, expressionAt, has, targetAt } from './context.ts';
import { insideOf } from './functions.ts';

/** Every loop, with the label before it; its span then starts at the label. */
export function loop(node: SyntaxNode, label: string | null, span: Span, context: Context): LoopStatement | null {
  switch (node.type) {
    case 'while_statement':
      return { ...plain(node, 'while', label, span, context), test: expressionAt(node, 'condition', context) };
    case 'do_statement':
      return { ...plain(node, 'do', label, span, context), test: expressionAt(node, 'condition', context) };
    case 'for_statement':
      return counting(node, label, span, context);
    case 'for_in_statement':
      return each(node, label, span, context);
    default:
      return null;
  }
}

function counting(node: SyntaxNode, label: string | null, span: Span, context: Context): LoopStatement {
  const initializer = childOf(node, 'initializer');
  const increment = childOf(node, 'increment');
  return {
    ...plain(node, 'count', label, span, context),
    test: conditionOf(node, context),
    before: initializer === null ? [] : context.statements([initializer]),
    update: increment === null ? [] : context.statements([increment]),
  };
}

function each(node: SyntaxNode, label: string | null, span: Span, context: Context): LoopStatement {
  return {
    ...plain(node, 'each', label, span, context),
    isAsync: has(node, 'await'),
    target: targetAt(node, 'left', context),
    iterable: expressionAt(node, 'right', context),
  };
}

/** The grammar calls the semicolon and an empty statement conditions, too. */
function conditionOf(node: SyntaxNode, context: Context): Expression | null {
  const condition = node.children.find((child) => child.field === 'condition' && child.isNamed && child.type !== 'empty_statement');
  if (condition === undefined) return null;
  const [inner] = condition.type === 'expression_statement' ? condition.children : [condition];
  return inner === undefined ? null : context.expression(inner);
}

function plain(node: SyntaxNode, form: LoopStatement['form'], label: string | null, span: Span, context: Context): LoopStatement {
  const body = childOf(node, 'body');
  return {
    kind: 'loop',
    span,
    form,
    keyword: { start: node.start, end: node.start + KEYWORD_LENGTHS[form] },
    isAsync: false,
    test: null,
    target: null,
    iterable: null,
    before: [],
    update: [],
    body: body === null ? [] : bodyOf(body, context),
    bodySpan: body === null ? { start: node.end, end: node.end } : insideOf(body),
    otherwise: [],
    label,
  };
}

const bodyOf = (body: SyntaxNode, context: Context): Statement[] =>
  context.statements(body.type === 'statement_block' ? body.children : [body]);

const KEYWORD_LENGTHS: Readonly<Record<LoopStatement['form'], number>> = { while: 5, do: 2, each: 3, count: 3 };
