import type { Expression } from '../../module/expression.ts';
import { spanOf, unknown } from '../lowering.ts';
import { childOf, namedChildren, type SyntaxNode } from '../syntax.ts';
import { type Context, nameAt, textOf } from './context.ts';
import { parseAnnotation } from './quoted-annotation.ts';

/** A type as an expression: names, members, indexes, and choices for `A | B`. Quoted types are opened. */
export function annotation(node: SyntaxNode, context: Context): Expression {
  const parts = namedChildren(node);
  const [first, second] = parts;
  switch (node.type) {
    case 'type':
    case 'parenthesized_expression':
    case 'constrained_type':
      return first === undefined ? unknown(node, 'syntax error') : annotation(first, context);
    case 'string':
      return quoted(node, context);
    case 'generic_type':
      return first === undefined || second === undefined
        ? unknown(node, 'syntax error')
        : indexed(node, first, namedChildren(second), context);
    case 'subscript':
      return first === undefined ? unknown(node, 'syntax error') : indexed(node, first, parts.slice(1), context);
    case 'union_type':
      return choice(node, first, second, context);
    case 'binary_operator':
      return childOf(node, 'operator')?.type === '|' ? choice(node, first, second, context) : context.expression(node);
    case 'member_type':
      return first === undefined || second === undefined
        ? unknown(node, 'syntax error')
        : {
            kind: 'member',
            span: spanOf(node),
            object: annotation(first, context),
            name: textOf(second, context),
            nameSpan: spanOf(second),
          };
    case 'list':
      return { kind: 'list', span: spanOf(node), form: 'list', items: parts.map((part) => annotation(part, context)) };
    case 'identifier':
      return nameAt(node, context);
    default:
      return context.expression(node);
  }
}

function quoted(node: SyntaxNode, context: Context): Expression {
  const content = node.children.find((child) => child.type === 'string_content');
  if (content === undefined) return context.expression(node);
  return parseAnnotation(textOf(content, context), content.start) ?? unknown(node, 'quoted type');
}

function choice(node: SyntaxNode, left: SyntaxNode | undefined, right: SyntaxNode | undefined, context: Context): Expression {
  if (left === undefined || right === undefined) return unknown(node, 'syntax error');
  const options = [annotation(left, context), annotation(right, context)] as const;
  return { kind: 'choice', span: spanOf(node), operator: 'or', test: null, options };
}

/** The values of `Literal` are values, and what `Annotated` adds to a type is no type. */
function indexed(node: SyntaxNode, object: SyntaxNode, indexes: readonly SyntaxNode[], context: Context): Expression {
  const base = annotation(object, context);
  const name = base.kind === 'name' || base.kind === 'member' ? base.name : null;
  const items = indexes.map((index, position) => {
    const isValue = name === 'Literal' || (name === 'Annotated' && position > 0);
    return isValue ? context.expression(index) : annotation(index, context);
  });
  const [first] = items;
  if (first === undefined) return base;
  const last = items.at(-1) ?? first;
  const span = { start: first.span.start, end: last.span.end };
  const index: Expression = items.length === 1 ? first : { kind: 'list', span, form: 'tuple', items };
  return { kind: 'index', span: spanOf(node), object: base, index };
}
