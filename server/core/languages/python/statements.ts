import type { Expression } from '../../module/expression.ts';
import type { AssignStatement, AugmentStatement, IfStatement, Statement } from '../../module/statement.ts';
import { spanOf, unknown } from '../lowering.ts';
import { childOf, firstNamed, firstOf, namedChildren, type SyntaxNode } from '../syntax.ts';
import { argumentsOf } from './calls.ts';
import { listOf } from './collections.ts';
import { forStatement, ifStatement, matchStatement, tryStatement, whileStatement, withStatement } from './compound.ts';
import { type Context, textOf } from './context.ts';
import { classStatement, functionStatement } from './functions.ts';
import { importFrom, importStatement } from './imports.ts';

/** Statements inside of a stretch that the parser gave up on are read; what is left of it is a hole. */
export function statements(nodes: readonly SyntaxNode[], isInClass: boolean, context: Context): Statement[] {
  const found: Statement[] = [];
  for (const node of nodes) {
    if (!node.isNamed) continue;
    if (node.type === 'ERROR') found.push(...brokenStatements(node, isInClass, context));
    else {
      const one = statement(node, isInClass, context);
      if (one !== null) found.push(one);
    }
  }
  return found;
}

function brokenStatements(node: SyntaxNode, isInClass: boolean, context: Context): Statement[] {
  const whole = node.children.filter((child) => STATEMENTS.has(child.type));
  const hole: Statement = { kind: 'expression', span: spanOf(node), value: unknown(node, 'syntax error') };
  return [...(whole.length === node.children.length ? [] : [hole]), ...statements(whole, isInClass, context)];
}

export function statement(node: SyntaxNode, isInClass: boolean, context: Context): Statement | null {
  const read = STATEMENTS.get(node.type);
  if (read === undefined) return { kind: 'expression', span: spanOf(node), value: context.expression(node) };
  return read(node, isInClass, context);
}

type Read = (node: SyntaxNode, isInClass: boolean, context: Context) => Statement | null;

const plain =
  (read: (node: SyntaxNode, context: Context) => Statement | null): Read =>
  (node, _, context) =>
    read(node, context);

const nothing = (): null => null;

const STATEMENTS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['expression_statement', plain(expressionStatement)],
  ['function_definition', (node, isInClass, context) => functionStatement(node, node, [], isInClass, context)],
  ['class_definition', (node, _, context) => classStatement(node, node, [], context)],
  ['decorated_definition', decorated],
  ['import_statement', plain(importStatement)],
  ['import_from_statement', plain(importFrom)],
  ['future_import_statement', plain(importFrom)],
  ['if_statement', plain(ifStatement)],
  ['for_statement', plain(forStatement)],
  ['while_statement', plain(whileStatement)],
  ['with_statement', plain(withStatement)],
  ['try_statement', plain(tryStatement)],
  ['match_statement', plain(matchStatement)],
  ['return_statement', plain(returned)],
  ['raise_statement', plain(raised)],
  ['break_statement', plain((node) => ({ kind: 'break', span: spanOf(node), label: null }))],
  ['continue_statement', plain((node) => ({ kind: 'continue', span: spanOf(node), label: null }))],
  ['assert_statement', plain(asserted)],
  ['delete_statement', plain(deleted)],
  ['type_alias_statement', plain(typeAlias)],
  ['print_statement', plain(printed)],
  ['exec_statement', plain(printed)],
  ['pass_statement', nothing],
  ['global_statement', plain(outerNames)],
  ['nonlocal_statement', plain(outerNames)],
]);

export const statementTypes: ReadonlySet<string> = new Set(STATEMENTS.keys());

/** Names that are bound outside: whoever follows a name through its function has to know. */
function outerNames(node: SyntaxNode): Statement {
  return { kind: 'expression', span: spanOf(node), value: { kind: 'unknown', span: spanOf(node), why: 'names of an outer scope' } };
}

function decorated(node: SyntaxNode, isInClass: boolean, context: Context): Statement | null {
  const decorators = node.children.filter((child) => child.type === 'decorator').map((child) => context.expression(firstNamed(child)));
  const definition = childOf(node, 'definition');
  if (definition?.type === 'class_definition') return classStatement(definition, node, decorators, context);
  if (definition?.type === 'function_definition') return functionStatement(definition, node, decorators, isInClass, context);
  return null;
}

function expressionStatement(node: SyntaxNode, context: Context): Statement {
  const parts = namedChildren(node);
  const [only] = parts;
  if (only?.type === 'assignment' && parts.length === 1) return assign(only, context);
  if (only?.type === 'augmented_assignment' && parts.length === 1) return augment(only, context);
  const isTuple = parts.length > 1 || firstOf(node, ',') !== null;
  const value = isTuple ? listOf(node, parts, 'tuple', context) : context.expression(only ?? null);
  return { kind: 'expression', span: spanOf(node), value };
}

function assign(node: SyntaxNode, context: Context): AssignStatement {
  const targets: Expression[] = [];
  let annotation: Expression | null = null;
  let value: SyntaxNode | null = node;
  while (value?.type === 'assignment') {
    targets.push(context.expression(childOf(value, 'left')));
    annotation ??= context.annotation(childOf(value, 'type'));
    value = childOf(value, 'right');
  }
  return {
    kind: 'assign',
    span: spanOf(node),
    targets,
    value: value === null ? null : context.expression(value),
    annotation,
    declares: null,
    isExported: false,
  };
}

function augment(node: SyntaxNode, context: Context): AugmentStatement {
  return {
    kind: 'augment',
    span: spanOf(node),
    operator: (childOf(node, 'operator')?.type ?? '').replace(/=$/, ''),
    target: context.expression(childOf(node, 'left')),
    value: context.expression(childOf(node, 'right')),
  };
}

function returned(node: SyntaxNode, context: Context): Statement {
  const value = firstNamed(node);
  return { kind: 'return', span: spanOf(node), value: value === null ? null : context.expression(value) };
}

function raised(node: SyntaxNode, context: Context): Statement {
  const value = node.children.find((child) => child.isNamed && child.field !== 'cause');
  return { kind: 'throw', span: spanOf(node), value: value === undefined ? null : context.expression(value) };
}

/** `assert test, message` says `if not test: raise message`. */
function asserted(node: SyntaxNode, context: Context): IfStatement {
  const [test = null, message] = namedChildren(node);
  const value = context.expression(test);
  const thrown: Statement = { kind: 'throw', span: spanOf(node), value: message === undefined ? null : context.expression(message) };
  const negated: Expression = { kind: 'operation', span: value.span, operator: 'not', operands: [value] };
  // biome-ignore lint/suspicious/noThenProperty: the branch of an if, which nobody awaits.
  return { kind: 'if', span: spanOf(node), test: negated, then: [thrown], otherwise: [] };
}

function deleted(node: SyntaxNode, context: Context): Statement {
  const operands = namedChildren(node).map((child) => context.expression(child));
  return { kind: 'expression', span: spanOf(node), value: { kind: 'operation', span: spanOf(node), operator: 'del', operands } };
}

function typeAlias(node: SyntaxNode, context: Context): AssignStatement {
  const name = context.annotation(childOf(node, 'left')) ?? context.expression(null);
  const target = name.kind === 'index' ? name.object : name;
  const value = context.annotation(childOf(node, 'right'));
  return { kind: 'assign', span: spanOf(node), targets: [target], value, annotation: null, declares: null, isExported: false };
}

/** Python 2's statements, read as the calls that they became. */
function printed(node: SyntaxNode, context: Context): Statement {
  const [keyword] = node.children;
  const callee: Expression =
    keyword === undefined ? context.expression(null) : { kind: 'name', span: spanOf(keyword), name: textOf(keyword, context) };
  const argumentsSpan = { start: callee.span.end, end: node.end };
  const value: Expression = {
    kind: 'call',
    span: spanOf(node),
    callee,
    arguments: argumentsOf(node, context),
    argumentsSpan,
    isNew: false,
  };
  return { kind: 'expression', span: spanOf(node), value };
}
