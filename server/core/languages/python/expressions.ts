import type { AssignmentExpression, ChoiceExpression, Expression, NumberExpression, YieldExpression } from '../../module/expression.ts';
import { spanOf, unknown } from '../lowering.ts';
import { childOf, firstNamed, firstOf, namedChildren, type SyntaxNode } from '../syntax.ts';
import { attribute, call, subscript } from './calls.ts';
import { comprehension, dictionary, listOf, spread } from './collections.ts';
import { broken, type Context, nameAt, textOf } from './context.ts';
import { lambda } from './functions.ts';
import { binary, comparison, not, unary } from './operators.ts';
import { concatenation, string } from './strings.ts';

export function expression(node: SyntaxNode | null, context: Context): Expression {
  if (node === null) return unknown({ start: 0, end: 0 }, 'syntax error');
  if (node.isMissing) return broken(node);
  const read = EXPRESSIONS.get(node.type);
  return read === undefined ? unknown(node, node.type === 'ERROR' ? 'syntax error' : node.type.replaceAll('_', ' ')) : read(node, context);
}

type Read = (node: SyntaxNode, context: Context) => Expression;

const listed =
  (form: 'list' | 'tuple' | 'set'): Read =>
  (node, context) =>
    listOf(node, namedChildren(node), form, context);

const comprehended =
  (form: 'list' | 'set' | 'record' | 'generator'): Read =>
  (node, context) =>
    comprehension(node, form, context);

const EXPRESSIONS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['identifier', nameAt],
  ['keyword_identifier', nameAt],
  ['dotted_name', dottedName],
  ['string', string],
  ['concatenated_string', concatenation],
  ['integer', number],
  ['float', number],
  ['true', (node) => ({ kind: 'boolean', span: spanOf(node), value: true })],
  ['false', (node) => ({ kind: 'boolean', span: spanOf(node), value: false })],
  ['none', (node) => ({ kind: 'null', span: spanOf(node) })],
  ['call', call],
  ['attribute', attribute],
  ['subscript', subscript],
  ['list', listed('list')],
  ['list_pattern', listed('list')],
  ['tuple', listed('tuple')],
  ['tuple_pattern', listed('tuple')],
  ['pattern_list', listed('tuple')],
  ['expression_list', listed('tuple')],
  ['set', listed('set')],
  ['dictionary', dictionary],
  ['list_comprehension', comprehended('list')],
  ['set_comprehension', comprehended('set')],
  ['dictionary_comprehension', comprehended('record')],
  ['generator_expression', comprehended('generator')],
  ['list_splat', spread],
  ['list_splat_pattern', spread],
  ['parenthesized_list_splat', inner],
  ['dictionary_splat', spread],
  ['dictionary_splat_pattern', spread],
  ['parenthesized_expression', inner],
  ['as_pattern_target', inner],
  ['as_pattern', inner],
  ['type', inner],
  ['conditional_expression', conditional],
  ['boolean_operator', boolean],
  ['comparison_operator', comparison],
  ['not_operator', not],
  ['binary_operator', binary],
  ['unary_operator', unary],
  ['named_expression', named],
  ['assignment', named],
  ['lambda', lambda],
  ['await', awaited],
  ['yield', yielded],
]);

function number(node: SyntaxNode, context: Context): Expression {
  const text = textOf(node, context).replaceAll('_', '').toLowerCase();
  const value = Number(text.replace(/l$/, ''));
  return Number.isNaN(value) ? unknown(node, 'number') : ({ kind: 'number', span: spanOf(node), value } satisfies NumberExpression);
}

/** `a.b.C` where the grammar keeps it in one piece: in patterns and imports. */
function dottedName(node: SyntaxNode, context: Context): Expression {
  const [first, ...rest] = namedChildren(node);
  if (first === undefined) return broken(node);
  let object: Expression = nameAt(first, context);
  for (const part of rest) {
    const span = { start: node.start, end: part.end };
    object = { kind: 'member', span, object, name: textOf(part, context), nameSpan: spanOf(part) };
  }
  return object;
}

function inner(node: SyntaxNode, context: Context): Expression {
  const child = firstNamed(node);
  return child === null ? broken(node) : context.expression(child);
}

function conditional(node: SyntaxNode, context: Context): Expression {
  const [then, test, otherwise] = namedChildren(node);
  if (then === undefined || test === undefined || otherwise === undefined) return broken(node);
  const options = [context.expression(then), context.expression(otherwise)] as const;
  return { kind: 'choice', span: spanOf(node), operator: 'conditional', test: context.expression(test), options };
}

function boolean(node: SyntaxNode, context: Context): ChoiceExpression {
  const options = [context.expression(childOf(node, 'left')), context.expression(childOf(node, 'right'))] as const;
  const operator = childOf(node, 'operator')?.type === 'and' ? 'and' : 'or';
  return { kind: 'choice', span: spanOf(node), operator, test: null, options };
}

/** `x := 1`, and an assignment that stands inside of another. */
function named(node: SyntaxNode, context: Context): AssignmentExpression {
  const target = childOf(node, 'name') ?? childOf(node, 'left');
  const value = childOf(node, 'value') ?? childOf(node, 'right');
  return { kind: 'assignment', span: spanOf(node), operator: '=', target: context.expression(target), value: context.expression(value) };
}

function awaited(node: SyntaxNode, context: Context): Expression {
  const value = firstNamed(node);
  return value === null ? broken(node) : { kind: 'await', span: spanOf(node), value: context.expression(value) };
}

function yielded(node: SyntaxNode, context: Context): YieldExpression {
  context.yields++;
  const value = firstNamed(node);
  const isDelegated = firstOf(node, 'from') !== null;
  return { kind: 'yield', span: spanOf(node), value: value === null ? null : context.expression(value), isDelegated };
}
