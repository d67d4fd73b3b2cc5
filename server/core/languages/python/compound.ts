import type { Expression } from '../../module/expression.ts';
import type { IfStatement, LoopStatement, Statement, SwitchStatement, TryStatement, WithStatement } from '../../module/statement.ts';
import { spanOf } from '../lowering.ts';
import { childOf, childrenOf, firstNamed, firstOf, namedChildren, type SyntaxNode } from '../syntax.ts';
import { blockOf, type Context, insideOf, textOf } from './context.ts';
import { caseTest } from './patterns.ts';

/** `elif` is an `if` in the `else`. */
export function ifStatement(node: SyntaxNode, context: Context): IfStatement {
  const alternatives = childrenOf(node, 'alternative');
  const read = (clause: SyntaxNode, rest: readonly SyntaxNode[]): IfStatement => ({
    kind: 'if',
    span: { start: clause.start, end: node.end },
    test: context.expression(childOf(clause, 'condition')),
    // biome-ignore lint/suspicious/noThenProperty: the branch of an if, which nobody awaits.
    then: blockOf(childOf(clause, 'consequence'), context),
    otherwise: readRest(rest),
  });
  const readRest = ([next, ...rest]: readonly SyntaxNode[]): Statement[] => {
    if (next === undefined) return [];
    return next.type === 'elif_clause' ? [read(next, rest)] : blockOf(childOf(next, 'body'), context);
  };
  return read(node, alternatives);
}

export function whileStatement(node: SyntaxNode, context: Context): LoopStatement {
  return { ...loopOf(node, 'while', context), test: context.expression(childOf(node, 'condition')) };
}

export function forStatement(node: SyntaxNode, context: Context): LoopStatement {
  const target = context.expression(childOf(node, 'left'));
  return { ...loopOf(node, 'each', context), target, iterable: context.expression(childOf(node, 'right')) };
}

function loopOf(node: SyntaxNode, form: 'while' | 'each', context: Context): LoopStatement {
  const block = childOf(node, 'body');
  const alternative = childOf(node, 'alternative');
  return {
    kind: 'loop',
    span: spanOf(node),
    form,
    keyword: spanOf(firstOf(node, form === 'while' ? 'while' : 'for') ?? node),
    isAsync: firstOf(node, 'async') !== null,
    test: null,
    target: null,
    iterable: null,
    before: [],
    update: [],
    body: blockOf(block, context),
    bodySpan: insideOf(block, node),
    otherwise: alternative === null ? [] : blockOf(childOf(alternative, 'body'), context),
    label: null,
  };
}

export function withStatement(node: SyntaxNode, context: Context): WithStatement {
  const clause = firstOf(node, 'with_clause');
  const items = clause === null ? [] : clause.children.filter((child) => child.type === 'with_item');
  const isAsync = firstOf(node, 'async') !== null;
  return {
    kind: 'with',
    span: spanOf(node),
    isAsync,
    items: items.map((item) => withItem(item, context)),
    body: blockOf(childOf(node, 'body'), context),
  };
}

/** In parentheses an older reading of the grammar makes `(a as b)` one value. */
function withItem(item: SyntaxNode, context: Context): WithStatement['items'][number] {
  let value = childOf(item, 'value');
  while (value?.type === 'parenthesized_expression' && firstNamed(value)?.type === 'as_pattern') value = firstNamed(value);
  const target = value?.type === 'as_pattern' ? childOf(value, 'alias') : null;
  return { value: context.expression(value), target: target === null ? null : context.expression(target) };
}

export function tryStatement(node: SyntaxNode, context: Context): TryStatement {
  const otherwise = firstOf(node, 'else_clause');
  const last = firstOf(node, 'finally_clause');
  return {
    kind: 'try',
    span: spanOf(node),
    body: blockOf(childOf(node, 'body'), context),
    handlers: node.children.filter((child) => child.type === 'except_clause').map((clause) => handler(clause, context)),
    otherwise: otherwise === null ? [] : blockOf(childOf(otherwise, 'body'), context),
    finally: last === null ? [] : blockOf(firstOf(last, 'block'), context),
  };
}

function handler(clause: SyntaxNode, context: Context): TryStatement['handlers'][number] {
  const values = childrenOf(clause, 'value').filter((child) => child.isNamed);
  const value = values[0] ?? null;
  const alias = value?.type === 'as_pattern' ? childOf(value, 'alias') : childOf(clause, 'alias');
  return {
    types: handledTypes(values, context),
    name: alias === null ? null : textOf(alias, context),
    body: blockOf(firstOf(clause, 'block'), context),
  };
}

function handledTypes(values: readonly SyntaxNode[], context: Context): Expression | null {
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return null;
  if (values.length === 1) return context.expression(first);
  return {
    kind: 'list',
    span: { start: first.start, end: last.end },
    form: 'tuple',
    items: values.map((value) => context.expression(value)),
  };
}

export function matchStatement(node: SyntaxNode, context: Context): SwitchStatement {
  const subjects = childrenOf(node, 'subject').filter((child) => child.isNamed);
  const block = childOf(node, 'body');
  const clauses = block === null ? [] : namedChildren(block).filter((child) => child.type === 'case_clause');
  return {
    kind: 'switch',
    span: spanOf(node),
    subject: handledTypes(subjects, context) ?? context.expression(null),
    cases: clauses.map((clause) => ({ test: caseTest(clause, context), body: blockOf(childOf(clause, 'consequence'), context) })),
  };
}
