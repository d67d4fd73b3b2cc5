import type { Expression, RecordEntry } from '../../module/expression.ts';
import type { AssignStatement, ImportStatement, Statement } from '../../module/statement.ts';
import type { Span } from '../../text/span.ts';
import { spanOf, unknown } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { keyOf } from './collections.ts';
import { annotationAt, type Context, expressionAt, type Marks, nameAt, solid, targetAt } from './context.ts';
import { importedBy } from './requires.ts';

/** `const a = 1, b = 2` makes a statement for each name; a module that is required makes an import. */
export function variables(node: SyntaxNode, marks: Marks, context: Context): Statement[] {
  const declares = keywordOf(node, context);
  const declarators = node.children.filter((child) => child.type === 'variable_declarator');
  return declarators.map((declarator) => {
    const span = declarators.length === 1 ? marks.span : spanOf(declarator);
    return required(declarator, span, marks, context) ?? variable(declarator, span, declares, marks, context);
  });
}

/** An enum is a constant record of its members; one without a value is one more than the member before it. */
export function enumeration(node: SyntaxNode, marks: Marks, context: Context): Statement[] {
  const body = childOf(node, 'body');
  if (body === null) return [];
  const entries: RecordEntry[] = [];
  let next: number | null = 0;
  for (const child of solid(body)) {
    const key = child.type === 'enum_assignment' ? childOf(child, 'name') : child;
    const name = key === null ? null : keyOf(key, context);
    if (key === null || name === null) continue;
    const value: Expression = child.type === 'enum_assignment' ? expressionAt(child, 'value', context) : counted(child, next);
    next = value.kind === 'number' ? value.value + 1 : null;
    entries.push({ kind: 'entry', span: spanOf(child), key: name, keySpan: spanOf(key), value });
  }
  const value: Expression = { kind: 'record', span: spanOf(body), entries };
  return [constant(marks, targetAt(node, 'name', context), value)];
}

/** `import A = Namespace.B`. */
export function alias(node: SyntaxNode, marks: Marks, context: Context): Statement[] {
  const [name, value] = solid(node);
  if (name === undefined || value === undefined) return [];
  return [constant(marks, nameAt(name, context), context.expression(value))];
}

function constant(marks: Marks, target: Expression, value: Expression): AssignStatement {
  return { kind: 'assign', span: marks.span, targets: [target], value, annotation: null, declares: 'const', isExported: marks.isExported };
}

const counted = (node: SyntaxNode, value: number | null): Expression =>
  value === null ? unknown(node, 'enum member') : { kind: 'number', span: spanOf(node), value };

function keywordOf(node: SyntaxNode, context: Context): 'const' | 'let' | 'var' {
  const keyword = context.text.slice(node.start, node.start + 3);
  return keyword === 'let' || keyword === 'var' ? keyword : 'const';
}

function variable(node: SyntaxNode, span: Span, declares: 'const' | 'let' | 'var', marks: Marks, context: Context): AssignStatement {
  const value = childOf(node, 'value');
  return {
    kind: 'assign',
    span,
    targets: [targetAt(node, 'name', context)],
    value: value === null ? null : context.expression(value),
    annotation: annotationAt(node, 'type', context),
    declares,
    isExported: marks.isExported,
  };
}

function required(node: SyntaxNode, span: Span, marks: Marks, context: Context): ImportStatement | null {
  const value = childOf(node, 'value');
  const name = childOf(node, 'name');
  if (marks.isExported || value === null || name === null) return null;
  return importedBy(name, value, span, context);
}
