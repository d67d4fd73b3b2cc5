import type {
  ChoiceExpression,
  Expression,
  IndexExpression,
  ListExpression,
  RecordEntry,
  RecordExpression,
} from '../../module/expression.ts';
import { spanOf, unknown } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { keyOf } from './collections.ts';
import { annotationAt, broken, type Context, DEEPEST, nameAt, solid, textOf } from './context.ts';

/**
 * A type as an expression: `Promise<Client>` is an index, `A | B` a choice, `T[]` is `Array[T]`, an object type is a
 * record of its properties' types. What says nothing about a value (functions, mapped and conditional types) is a hole.
 */
export function annotation(node: SyntaxNode, context: Context): Expression {
  const lower = TYPES[node.type];
  if (lower === undefined) return unknown(node, node.type === 'ERROR' ? 'syntax error' : node.type.replaceAll('_', ' '));
  if (node.isMissing) return broken(node);
  if (context.depth >= DEEPEST) return unknown(node, 'nested too deeply');
  context.depth++;
  const lowered = lower(node, context);
  context.depth--;
  return lowered;
}

type Lower = (node: SyntaxNode, context: Context) => Expression;

function inner(node: SyntaxNode, context: Context): Expression {
  const [first] = solid(node);
  return first === undefined ? broken(node) : annotation(first, context);
}

const value: Lower = (node, context) => context.expression(node);

function literal(node: SyntaxNode, context: Context): Expression {
  const [first] = solid(node);
  return first === undefined ? broken(node) : context.expression(first);
}

function generic(node: SyntaxNode, context: Context): IndexExpression {
  const name = childOf(node, 'name');
  const given = childOf(node, 'type_arguments');
  const types = given === null ? [] : solid(given).map((child) => annotation(child, context));
  const [only] = types;
  return {
    kind: 'index',
    span: spanOf(node),
    object: name === null ? broken(node) : annotation(name, context),
    index: types.length === 1 && only !== undefined ? only : tuple(given ?? node, types),
  };
}

const tuple = (node: SyntaxNode, items: readonly Expression[]): ListExpression => ({
  kind: 'list',
  span: spanOf(node),
  form: 'tuple',
  items,
});

function qualified(node: SyntaxNode, context: Context): Expression {
  const module = childOf(node, 'module');
  const name = childOf(node, 'name');
  if (module === null || name === null) return broken(node);
  return { kind: 'member', span: spanOf(node), object: context.expression(module), name: textOf(name, context), nameSpan: spanOf(name) };
}

function array(node: SyntaxNode, context: Context): IndexExpression {
  const item = inner(node, context);
  const object: Expression = { kind: 'name', span: { start: item.span.end, end: node.end }, name: 'Array' };
  return { kind: 'index', span: spanOf(node), object, index: item };
}

function choice(operator: ChoiceExpression['operator']): Lower {
  return (node, context) => {
    const [left, right] = solid(node);
    if (left === undefined) return broken(node);
    if (right === undefined) return annotation(left, context);
    return { kind: 'choice', span: spanOf(node), operator, test: null, options: [annotation(left, context), annotation(right, context)] };
  };
}

/** `A['b']`. */
function lookup(node: SyntaxNode, context: Context): Expression {
  const [object, index] = solid(node);
  if (object === undefined || index === undefined) return broken(node);
  return { kind: 'index', span: spanOf(node), object: annotation(object, context), index: annotation(index, context) };
}

/** `typeof client`. */
function query(node: SyntaxNode, context: Context): Expression {
  const [of] = solid(node);
  const operand = of === undefined ? broken(node) : context.expression(of);
  return { kind: 'operation', span: spanOf(node), operator: 'typeof', operands: [operand] };
}

function objectType(node: SyntaxNode, context: Context): RecordExpression {
  const entries: RecordEntry[] = [];
  for (const child of solid(node)) {
    const key = child.type === 'property_signature' ? childOf(child, 'name') : null;
    const name = key === null ? null : keyOf(key, context);
    if (key === null || name === null) continue;
    const type = annotationAt(child, 'type', context) ?? unknown(child, 'no type');
    entries.push({ kind: 'entry', span: spanOf(child), key: name, keySpan: spanOf(key), value: type });
  }
  return { kind: 'record', span: spanOf(node), entries };
}

function predefined(node: SyntaxNode, context: Context): Expression {
  const name = textOf(node, context);
  return name === 'undefined' ? { kind: 'null', span: spanOf(node) } : nameAt(node, context);
}

/** `[name: Client]`. */
function element(node: SyntaxNode, context: Context): Expression {
  return annotationAt(node, 'type', context) ?? broken(node);
}

function rest(node: SyntaxNode, context: Context): Expression {
  return { kind: 'spread', span: spanOf(node), value: inner(node, context) };
}

const TYPES: Readonly<Record<string, Lower>> = {
  type_annotation: inner,
  parenthesized_type: inner,
  readonly_type: inner,
  optional_type: inner,
  type_identifier: nameAt,
  identifier: nameAt,
  this_type: nameAt,
  predefined_type: predefined,
  nested_type_identifier: qualified,
  member_expression: value,
  call_expression: value,
  generic_type: generic,
  array_type: array,
  union_type: choice('or'),
  intersection_type: choice('and'),
  required_parameter: element,
  optional_parameter: element,
  rest_type: rest,
  tuple_type: (node, context) =>
    tuple(
      node,
      solid(node).map((child) => annotation(child, context)),
    ),
  literal_type: literal,
  lookup_type: lookup,
  type_query: query,
  object_type: objectType,
};
