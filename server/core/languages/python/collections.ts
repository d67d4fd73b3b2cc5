import type {
  ComprehensionClause,
  ComprehensionExpression,
  Expression,
  ListExpression,
  RecordEntry,
  RecordExpression,
  SpreadExpression,
} from '../../module/expression.ts';
import { spanOf } from '../lowering.ts';
import { childOf, childrenOf, firstNamed, firstOf, namedChildren, type SyntaxNode } from '../syntax.ts';
import { broken, type Context } from './context.ts';

export function listOf(node: SyntaxNode, items: readonly SyntaxNode[], form: ListExpression['form'], context: Context): ListExpression {
  return { kind: 'list', span: spanOf(node), form, items: items.map((item) => context.expression(item)) };
}

export function spread(node: SyntaxNode, context: Context): SpreadExpression {
  return { kind: 'spread', span: spanOf(node), value: innerOf(node, context) };
}

export function dictionary(node: SyntaxNode, context: Context): RecordExpression {
  return { kind: 'record', span: spanOf(node), entries: namedChildren(node).map((child) => entry(child, context)) };
}

function entry(node: SyntaxNode, context: Context): RecordEntry {
  const span = spanOf(node);
  if (node.type === 'dictionary_splat') return { kind: 'spread', span, value: innerOf(node, context) };
  if (node.type !== 'pair') return { kind: 'spread', span, value: context.expression(node) };
  const key = context.expression(childOf(node, 'key'));
  const value = context.expression(childOf(node, 'value'));
  return key.kind === 'text' ? { kind: 'entry', span, key: key.text, keySpan: key.span, value } : { kind: 'computed', span, key, value };
}

export function comprehension(node: SyntaxNode, form: ComprehensionExpression['form'], context: Context): ComprehensionExpression {
  const body = childOf(node, 'body');
  const isPair = body?.type === 'pair';
  const element = context.expression(isPair ? childOf(body, 'value') : body);
  const key = isPair ? { key: context.expression(childOf(body, 'key')) } : {};
  return { kind: 'comprehension', span: spanOf(node), form, ...key, element, clauses: clausesOf(node, context) };
}

function clausesOf(node: SyntaxNode, context: Context): ComprehensionClause[] {
  const clauses: (ComprehensionClause & { conditions: Expression[] })[] = [];
  for (const child of node.children) {
    if (child.type === 'if_clause') clauses.at(-1)?.conditions.push(innerOf(child, context));
    if (child.type !== 'for_in_clause') continue;
    const target = context.expression(childOf(child, 'left'));
    clauses.push({ keyword: spanOf(firstOf(child, 'for') ?? child), target, iterable: iterableOf(child, context), conditions: [] });
  }
  return clauses;
}

function iterableOf(clause: SyntaxNode, context: Context): Expression {
  const [first, ...more] = childrenOf(clause, 'right').filter((child) => child.isNamed);
  const last = more.at(-1);
  if (first === undefined) return broken(clause);
  if (last === undefined) return context.expression(first);
  const items = [first, ...more].map((item) => context.expression(item));
  return { kind: 'list', span: { start: first.start, end: last.end }, form: 'tuple', items };
}

function innerOf(node: SyntaxNode, context: Context): Expression {
  const child = firstNamed(node);
  return child === null ? broken(node) : context.expression(child);
}
