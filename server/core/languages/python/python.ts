import type { Statement } from '../../module/statement.ts';
import type { Lowering, UnitSource } from '../lowering.ts';
import type { SyntaxNode } from '../syntax.ts';
import { annotation } from './annotations.ts';
import type { Context } from './context.ts';
import { expression } from './expressions.ts';
import { statement, statements, statementTypes } from './statements.ts';

export const python: Lowering = {
  shape: {
    comments: new Set(['comment', 'line_continuation']),
    ignored: new Set(['(', ')', '[', ']', '{', '}', '.']),
    wrappers: new Set(['decorated_definition']),
    classes: new Set(['class_definition']),
    bodies: new Set(['block']),
    prefixes: new Set(),
    statements: statementTypes,
    documentation: ['expression_statement', 'string'],
  },
  lower,
};

function lower(nodes: readonly SyntaxNode[], { text, isMember }: UnitSource): Statement | null {
  const node = nodes.at(-1);
  if (node === undefined) return null;
  const context: Context = {
    text,
    yields: 0,
    expression: (node) => expression(node, context),
    annotation: (node) => (node === null ? null : annotation(node, context)),
    statements: (nodes, isInClass = false) => statements(nodes, isInClass, context),
  };
  return statement(node, isMember, context);
}
