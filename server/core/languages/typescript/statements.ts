import type { Statement, TryStatement } from '../../module/statement.ts';
import { spanOf } from '../lowering.ts';
import { childOf, childrenOf, type SyntaxNode } from '../syntax.ts';
import { type Context, DEEPEST, expressionAt, has, type Marks, solid, textOf } from './context.ts';
import { alias, enumeration, variables } from './declarations.ts';
import { isExpression } from './expressions.ts';
import { loop } from './loops.ts';
import { exportStatement, importStatement } from './modules.ts';
import { expressionStatement } from './simple-statements.ts';
import { typeStatement } from './type-statements.ts';

/** The statements that nodes make, in order; braces, semicolons and types among them make none. */
export function statements(nodes: readonly SyntaxNode[], context: Context): Statement[] {
  const lowered: Statement[] = [];
  for (const node of nodes) if (node.isNamed) lowered.push(...statement(node, context));
  return lowered;
}

type Lower = (node: SyntaxNode, context: Context) => readonly Statement[];
type Declare = (node: SyntaxNode, marks: Marks, context: Context) => readonly Statement[];

function statement(node: SyntaxNode, context: Context): readonly Statement[] {
  const lower = lowerOf(node.type);
  if (lower === null || context.depth >= DEEPEST) return [];
  context.depth++;
  const lowered = lower(node, context);
  context.depth--;
  return lowered;
}

function lowerOf(type: string): Lower | null {
  const declare = DECLARATIONS[type];
  if (declare !== undefined) return (node, context) => declare(node, unmarked(node), context);
  return STATEMENTS[type] ?? (isExpression(type) ? (node, context) => expressionStatement(spanOf(node), node, context) : null);
}

const unmarked = (node: SyntaxNode): Marks => ({ span: spanOf(node), isExported: false, isDefault: false, decorators: [] });

function exportOf(node: SyntaxNode, context: Context): readonly Statement[] {
  const isDefault = has(node, 'default');
  const marks: Marks = {
    span: spanOf(node),
    isExported: true,
    isDefault,
    decorators: node.children.filter((child) => child.type === 'decorator'),
  };
  const declaration = childOf(node, 'declaration') ?? (isDefault ? childOf(node, 'value') : null);
  const declare = declaration === null ? undefined : (DECLARATIONS[declaration.type] ?? DEFAULTS[declaration.type]);
  if (declaration !== null && declare !== undefined) return declare(declaration, marks, context);
  return exportStatement(node, context);
}

const functionStatement: Declare = (node, marks, context) => [
  {
    kind: 'function',
    span: marks.span,
    function: context.functionOf(node, []),
    role: 'function',
    isExported: marks.isExported,
    isDefault: marks.isDefault,
  },
];

const classStatement: Declare = (node, marks, context) => [context.classOf(node, marks)];

const namespace: Declare = (node, marks, context) => {
  const body = childOf(node, 'body');
  return body === null ? [] : [{ kind: 'block', span: marks.span, body: context.statements(body.children) }];
};

const conditional: Lower = (node, context) => [
  {
    kind: 'if',
    span: spanOf(node),
    test: expressionAt(node, 'condition', context),
    // biome-ignore lint/suspicious/noThenProperty: the branch of an if, which nobody awaits.
    then: bodyAt(node, 'consequence', context),
    otherwise: bodyAt(node, 'alternative', context),
  },
];

const selection: Lower = (node, context) => {
  const cases = (childOf(node, 'body')?.children ?? []).filter((child) => child.type === 'switch_case' || child.type === 'switch_default');
  return [
    {
      kind: 'switch',
      span: spanOf(node),
      subject: expressionAt(node, 'value', context),
      cases: cases.map((each) => ({
        test: each.type === 'switch_case' ? expressionAt(each, 'value', context) : null,
        body: context.statements(childrenOf(each, 'body')),
      })),
    },
  ];
};

const attempt: Lower = (node, context) => {
  const handler = childOf(node, 'handler');
  const caught = handler === null ? null : childOf(handler, 'parameter');
  const handlers: TryStatement['handlers'] =
    handler === null
      ? []
      : [
          {
            types: null,
            name: caught?.type === 'identifier' ? textOf(caught, context) : null,
            body: bodyAt(handler, 'body', context),
          },
        ];
  const last = childOf(node, 'finalizer');
  return [
    {
      kind: 'try',
      span: spanOf(node),
      body: bodyAt(node, 'body', context),
      handlers,
      otherwise: [],
      finally: last === null ? [] : bodyAt(last, 'body', context),
    },
  ];
};

const labelled: Lower = (node, context) => {
  const body = childOf(node, 'body');
  const label = childOf(node, 'label');
  if (body === null) return [];
  const labelledLoop = loop(body, label === null ? null : textOf(label, context), spanOf(node), context);
  return labelledLoop === null ? [{ kind: 'block', span: spanOf(node), body: bodyAt(node, 'body', context) }] : [labelledLoop];
};

const anyLoop: Lower = (node, context) => {
  const lowered = loop(node, null, spanOf(node), context);
  return lowered === null ? [] : [lowered];
};

const jump =
  (kind: 'break' | 'continue'): Lower =>
  (node, context) => {
    const label = childOf(node, 'label');
    return [{ kind, span: spanOf(node), label: label === null ? null : textOf(label, context) }];
  };

const leave =
  (kind: 'return' | 'throw'): Lower =>
  (node, context) => {
    const [value] = solid(node);
    return [{ kind, span: spanOf(node), value: value === undefined ? null : context.expression(value) }];
  };

const block: Lower = (node, context) => [{ kind: 'block', span: spanOf(node), body: context.statements(node.children) }];

const scope: Lower = (node, context) => [
  {
    kind: 'with',
    span: spanOf(node),
    isAsync: false,
    items: [{ value: expressionAt(node, 'object', context), target: null }],
    body: bodyAt(node, 'body', context),
  },
];

const plain: Lower = (node, context) => {
  const [inner] = solid(node);
  if (inner === undefined) return [];
  const declare = DECLARATIONS[inner.type];
  return declare === undefined ? expressionStatement(spanOf(node), inner, context) : declare(inner, unmarked(node), context);
};

/** Where the parser gave up, what it had understood until then still stands. */
const remains: Lower = (node, context) =>
  node.children.flatMap((child) => (REMAINS.has(child.type) || STATEMENTS[child.type] !== undefined ? statement(child, context) : []));

/** The body of a clause: a block's statements, or the one statement. */
function bodyAt(node: SyntaxNode, field: string, context: Context): Statement[] {
  const body = childOf(node, field);
  if (body === null) return [];
  return context.statements(body.type === 'statement_block' ? body.children : [body]);
}

const elseClause: Lower = (node, context) =>
  solid(node).flatMap((child) => context.statements(child.type === 'statement_block' ? child.children : [child]));

const DECLARATIONS: Readonly<Record<string, Declare>> = {
  lexical_declaration: variables,
  variable_declaration: variables,
  using_declaration: variables,
  enum_declaration: enumeration,
  import_alias: alias,
  internal_module: namespace,
  module: namespace,
  function_declaration: functionStatement,
  generator_function_declaration: functionStatement,
  class_declaration: classStatement,
  abstract_class_declaration: classStatement,
  interface_declaration: typeStatement,
  type_alias_declaration: typeStatement,
};

/** What `export default` makes a declaration of, though the grammar calls it an expression. */
const DEFAULTS: Readonly<Record<string, Declare>> = {
  function_expression: functionStatement,
  generator_function: functionStatement,
  class: classStatement,
};

const STATEMENTS: Readonly<Record<string, Lower>> = {
  expression_statement: plain,
  export_statement: exportOf,
  import_statement: importStatement,
  if_statement: conditional,
  else_clause: elseClause,
  switch_statement: selection,
  try_statement: attempt,
  labeled_statement: labelled,
  while_statement: anyLoop,
  do_statement: anyLoop,
  for_statement: anyLoop,
  for_in_statement: anyLoop,
  return_statement: leave('return'),
  throw_statement: leave('throw'),
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  statement_block: block,
  with_statement: scope,
  ERROR: remains,
};

const REMAINS: ReadonlySet<string> = new Set([...Object.keys(DECLARATIONS), 'call_expression', 'await_expression', 'new_expression']);
