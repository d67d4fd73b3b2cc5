import type { Argument, CallExpression, Expression, IndexExpression, MemberExpression } from '../../module/expression.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { broken, type Context, expressionAt, innerExpression, solid, textOf } from './context.ts';
import { taggedTemplate } from './literals.ts';

/** `a.b(c)`, `a?.b?.(c)`, and a template with a tag, which the grammar calls a call as well. */
export function call(node: SyntaxNode, context: Context): Expression {
  const callee = expressionAt(node, 'function', context);
  const given = childOf(node, 'arguments');
  if (given?.type === 'template_string') return taggedTemplate(node, callee, given, context);
  return callOf(node, callee, given, false, context);
}

export function construction(node: SyntaxNode, context: Context): CallExpression {
  return callOf(node, expressionAt(node, 'constructor', context), childOf(node, 'arguments'), true, context);
}

export function member(node: SyntaxNode, context: Context): MemberExpression {
  const property = childOf(node, 'property');
  return {
    kind: 'member',
    span: spanOf(node),
    object: expressionAt(node, 'object', context),
    name: property === null ? '' : textOf(property, context),
    nameSpan: property === null ? { start: node.end, end: node.end } : spanOf(property),
  };
}

export function subscript(node: SyntaxNode, context: Context): IndexExpression {
  return {
    kind: 'index',
    span: spanOf(node),
    object: expressionAt(node, 'object', context),
    index: expressionAt(node, 'index', context),
  };
}

/** `import.meta` and `new.target` are members of a name that is a keyword. */
export function metaProperty(node: SyntaxNode, context: Context): Expression {
  const [object = '', name = ''] = textOf(node, context).split(/\s*\.\s*/);
  if (name === '') return broken(node);
  const objectSpan: Span = { start: node.start, end: node.start + object.length };
  return {
    kind: 'member',
    span: spanOf(node),
    object: { kind: 'name', span: objectSpan, name: object },
    name,
    nameSpan: { start: node.end - name.length, end: node.end },
  };
}

function callOf(node: SyntaxNode, callee: Expression, given: SyntaxNode | null, isNew: boolean, context: Context): CallExpression {
  return {
    kind: 'call',
    span: spanOf(node),
    callee,
    arguments: given === null ? [] : solid(given).map((child) => argument(child, context)),
    argumentsSpan: given === null ? { start: node.end, end: node.end } : spanOf(given),
    isNew,
  };
}

function argument(node: SyntaxNode, context: Context): Argument {
  if (node.type === 'spread_element') return { kind: 'spread', span: spanOf(node), value: innerExpression(node, context) };
  return { kind: 'positional', span: spanOf(node), value: context.expression(node) };
}
