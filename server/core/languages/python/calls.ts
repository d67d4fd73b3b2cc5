import type { Argument, CallExpression, Expression, MemberExpression } from '../../module/expression.ts';
import { spanOf, unknown } from '../lowering.ts';
import { childOf, childrenOf, firstNamed, type SyntaxNode } from '../syntax.ts';
import { broken, type Context, textOf } from './context.ts';

export function call(node: SyntaxNode, context: Context): CallExpression {
  const callee = context.expression(childOf(node, 'function'));
  const list = childOf(node, 'arguments');
  const argumentsSpan = list === null ? { start: node.end, end: node.end } : spanOf(list);
  return { kind: 'call', span: spanOf(node), callee, arguments: argumentsOf(list, context), argumentsSpan, isNew: false };
}

export function argumentsOf(list: SyntaxNode | null, context: Context): Argument[] {
  if (list === null) return [];
  if (list.type === 'generator_expression') return [{ kind: 'positional', span: spanOf(list), value: context.expression(list) }];
  return list.children.filter((child) => child.isNamed).map((child) => argument(child, context));
}

function argument(node: SyntaxNode, context: Context): Argument {
  const span = spanOf(node);
  const value = (): Expression => {
    const child = firstNamed(node);
    return child === null ? broken(node) : context.expression(child);
  };
  switch (node.type) {
    case 'keyword_argument': {
      const name = childOf(node, 'name');
      return { kind: 'named', span, name: name === null ? '' : textOf(name, context), value: context.expression(childOf(node, 'value')) };
    }
    case 'list_splat':
      return { kind: 'spread', span, value: value() };
    case 'dictionary_splat':
      return { kind: 'named-spread', span, value: value() };
    default:
      return { kind: 'positional', span, value: context.expression(node) };
  }
}

export function attribute(node: SyntaxNode, context: Context): MemberExpression {
  const object = context.expression(childOf(node, 'object'));
  const name = childOf(node, 'attribute');
  const nameSpan = name === null ? { start: node.end, end: node.end } : spanOf(name);
  return { kind: 'member', span: spanOf(node), object, name: name === null ? '' : textOf(name, context), nameSpan };
}

export function subscript(node: SyntaxNode, context: Context): Expression {
  const object = context.expression(childOf(node, 'value'));
  const indexes = childrenOf(node, 'subscript');
  const [first] = indexes;
  const last = indexes.at(-1);
  if (first === undefined || last === undefined) return broken(node);
  const isTuple = node.children.some((child) => child.type === ',');
  if (!isTuple && first.type === 'slice') return slice(node, object, first, context);
  if (!isTuple) {
    return { kind: 'index', span: spanOf(node), object, index: context.expression(first) };
  }
  const items = indexes.map((index) => context.expression(index));
  const index: Expression = { kind: 'list', span: { start: first.start, end: last.end }, form: 'tuple', items };
  return { kind: 'index', span: spanOf(node), object, index };
}

/** A slice with a step takes other things than a stretch, so it stays a hole. */
function slice(node: SyntaxNode, object: Expression, inside: SyntaxNode, context: Context): Expression {
  const bounds: (Expression | null)[] = [null, null, null];
  let colons = 0;
  for (const child of inside.children) {
    if (child.type === ':') colons++;
    else if (colons < 3) bounds[colons] = context.expression(child);
  }
  const [start = null, end = null, step = null] = bounds;
  if (step !== null) return { kind: 'index', span: spanOf(node), object, index: unknown(inside, 'slice with a step') };
  return { kind: 'slice', span: spanOf(node), object, start, end };
}
