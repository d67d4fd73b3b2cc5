import type { ClassExpression, Expression, FunctionExpression, SpreadExpression } from '../../module/expression.ts';
import { spanOf, unknown } from '../lowering.ts';
import type { SyntaxNode } from '../syntax.ts';
import { call, construction, member, metaProperty, subscript } from './calls.ts';
import { list, listPattern, record, withDefault } from './collections.ts';
import { broken, type Context, DEEPEST, has, innerExpression, nameAt, solid } from './context.ts';
import { element } from './elements.ts';
import { number, template, text } from './literals.ts';
import { assignment, augmented, binary, conditional, sequence, unary, update } from './operators.ts';

export function expression(node: SyntaxNode, context: Context): Expression {
  if (node.isMissing) return broken(node);
  const lower = EXPRESSIONS[node.type];
  if (lower === undefined) return unknown(node, node.type === 'ERROR' ? 'syntax error' : node.type.replaceAll('_', ' '));
  if (context.depth >= DEEPEST) return unknown(node, 'nested too deeply');
  context.depth++;
  const lowered = lower(node, context);
  context.depth--;
  return lowered;
}

/** Whether a node of this type stands for a value, wherever it is met. */
export const isExpression = (type: string): boolean => EXPRESSIONS[type] !== undefined;

type Lower = (node: SyntaxNode, context: Context) => Expression;

const functionExpression = (node: SyntaxNode, context: Context): FunctionExpression => ({
  kind: 'function',
  span: spanOf(node),
  function: context.functionOf(node, []),
});

const classExpression = (node: SyntaxNode, context: Context): ClassExpression => ({
  kind: 'class',
  span: spanOf(node),
  class: context.classOf(node, { span: spanOf(node), isExported: false, isDefault: false, decorators: [] }),
});

/** `<T>value`: the type stands first. */
function assertion(node: SyntaxNode, context: Context): Expression {
  const value = solid(node).at(-1);
  return value === undefined ? broken(node) : context.expression(value);
}

const awaited: Lower = (node, context) => ({ kind: 'await', span: spanOf(node), value: innerExpression(node, context) });

function yielded(node: SyntaxNode, context: Context): Expression {
  const [inner] = solid(node);
  return {
    kind: 'yield',
    span: spanOf(node),
    value: inner === undefined ? null : context.expression(inner),
    isDelegated: has(node, '*'),
  };
}

function spread(node: SyntaxNode, context: Context): SpreadExpression {
  return { kind: 'spread', span: spanOf(node), value: innerExpression(node, context) };
}

function restTarget(node: SyntaxNode, context: Context): SpreadExpression {
  const [inner] = solid(node);
  return { kind: 'spread', span: spanOf(node), value: inner === undefined ? broken(node) : context.target(inner) };
}

const EXPRESSIONS: Readonly<Record<string, Lower>> = {
  string: text,
  template_string: template,
  number,
  true: (node) => ({ kind: 'boolean', span: spanOf(node), value: true }),
  false: (node) => ({ kind: 'boolean', span: spanOf(node), value: false }),
  null: (node) => ({ kind: 'null', span: spanOf(node) }),
  undefined: (node) => ({ kind: 'null', span: spanOf(node) }),
  regex: (node) => unknown(node, 'regular expression'),
  identifier: nameAt,
  property_identifier: nameAt,
  private_property_identifier: nameAt,
  shorthand_property_identifier: nameAt,
  shorthand_property_identifier_pattern: nameAt,
  this: nameAt,
  super: nameAt,
  import: nameAt,
  meta_property: metaProperty,
  member_expression: member,
  nested_identifier: member,
  subscript_expression: subscript,
  call_expression: call,
  new_expression: construction,
  object: record,
  object_pattern: record,
  array: list,
  array_pattern: listPattern,
  assignment_pattern: withDefault,
  object_assignment_pattern: withDefault,
  rest_pattern: restTarget,
  spread_element: spread,
  binary_expression: binary,
  unary_expression: unary,
  update_expression: update,
  ternary_expression: conditional,
  sequence_expression: sequence,
  assignment_expression: assignment,
  augmented_assignment_expression: augmented,
  await_expression: awaited,
  yield_expression: yielded,
  parenthesized_expression: innerExpression,
  as_expression: innerExpression,
  satisfies_expression: innerExpression,
  non_null_expression: innerExpression,
  instantiation_expression: innerExpression,
  type_assertion: assertion,
  arrow_function: functionExpression,
  function_expression: functionExpression,
  generator_function: functionExpression,
  class: classExpression,
  jsx_element: element,
  jsx_self_closing_element: element,
  jsx_expression: innerExpression,
};
