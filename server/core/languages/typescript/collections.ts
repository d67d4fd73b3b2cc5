import type { Expression, ListExpression, RecordEntry, RecordExpression } from '../../module/expression.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { broken, type Context, expressionAt, innerExpression, nameAt, solid, targetAt, textOf } from './context.ts';
import { stringValue } from './literals.ts';

/** An object literal or an object pattern: where a key's value is a target, the entry's value is one. */
export function record(node: SyntaxNode, context: Context): RecordExpression {
  const entries: RecordEntry[] = [];
  for (const child of solid(node)) {
    const entry = recordEntry(child, context);
    if (entry !== null) entries.push(entry);
  }
  return { kind: 'record', span: spanOf(node), entries };
}

export function list(node: SyntaxNode, context: Context): ListExpression {
  return { kind: 'list', span: spanOf(node), form: 'list', items: itemsOf(node, (child) => context.expression(child)) };
}

export function listPattern(node: SyntaxNode, context: Context): ListExpression {
  return { kind: 'list', span: spanOf(node), form: 'list', items: itemsOf(node, (child) => context.target(child)) };
}

/** The name of a property, or null where it is computed. */
export function keyOf(node: SyntaxNode, context: Context): string | null {
  switch (node.type) {
    case 'string':
      return stringValue(node, context);
    case 'number':
      return String(Number(textOf(node, context).replaceAll('_', '')));
    case 'computed_property_name': {
      const [inner] = solid(node);
      return inner?.type === 'string' ? stringValue(inner, context) : null;
    }
    default:
      return node.start === node.end ? null : textOf(node, context);
  }
}

/** A hole in `[a, , b]` keeps its place. */
function itemsOf(node: SyntaxNode, lower: (child: SyntaxNode) => Expression): Expression[] {
  const items: Expression[] = [];
  let isFilled = false;
  for (const child of node.children) {
    if (child.type === ',') {
      if (!isFilled) items.push({ kind: 'null', span: { start: child.start, end: child.start } });
      isFilled = false;
    } else if (child.isNamed && child.type !== 'ERROR') {
      items.push(lower(child));
      isFilled = true;
    }
  }
  return items;
}

function recordEntry(node: SyntaxNode, context: Context): RecordEntry | null {
  switch (node.type) {
    case 'pair':
      return keyed(node, childOf(node, 'key'), expressionAt(node, 'value', context), context);
    case 'pair_pattern':
      return keyed(node, childOf(node, 'key'), targetAt(node, 'value', context), context);
    case 'shorthand_property_identifier':
    case 'shorthand_property_identifier_pattern':
      return keyed(node, node, nameAt(node, context), context);
    case 'object_assignment_pattern':
    case 'assignment_pattern':
      return keyed(node, childOf(node, 'left'), withDefault(node, context), context);
    case 'spread_element':
      return { kind: 'spread', span: spanOf(node), value: innerExpression(node, context) };
    case 'rest_pattern': {
      const [inner] = solid(node);
      return { kind: 'spread', span: spanOf(node), value: inner === undefined ? broken(node) : context.target(inner) };
    }
    case 'method_definition':
      return method(node, context);
    default:
      return null;
  }
}

/** `a = 1` inside of a pattern. */
export function withDefault(node: SyntaxNode, context: Context): Expression {
  const left = childOf(node, 'left');
  const target = left === null ? broken(node) : left.type.startsWith('shorthand') ? nameAt(left, context) : context.target(left);
  return { kind: 'assignment', span: spanOf(node), operator: '=', target, value: expressionAt(node, 'right', context) };
}

function keyed(node: SyntaxNode, key: SyntaxNode | null, value: Expression, context: Context): RecordEntry | null {
  if (key === null) return null;
  const name = keyOf(key, context);
  if (name !== null) return { kind: 'entry', span: spanOf(node), key: name, keySpan: spanOf(key), value };
  return { kind: 'computed', span: spanOf(node), key: innerExpression(key, context), value };
}

/** A getter's entry is what calling it gives; a setter gives nothing, and must not hide the getter of its name. */
function method(node: SyntaxNode, context: Context): RecordEntry | null {
  const key = childOf(node, 'name');
  const lowered: Expression = { kind: 'function', span: spanOf(node), function: context.functionOf(node, []) };
  const accessor = node.children.find((child) => child.type === 'get' || child.type === 'set');
  if (accessor === undefined || key === null) return keyed(node, key, lowered, context);
  if (accessor.type === 'get') return keyed(node, key, called(lowered, { start: node.end, end: node.end }), context);
  return { kind: 'entry', span: spanOf(node), key: `set ${textOf(key, context)}`, keySpan: spanOf(key), value: lowered };
}

const called = (callee: Expression, argumentsSpan: Span): Expression => ({
  kind: 'call',
  span: callee.span,
  callee,
  arguments: [],
  argumentsSpan,
  isNew: false,
});
