import type { Expression } from '../../module/expression.ts';
import type { AssignStatement, BlockStatement, ClassStatement, FunctionStatement, Statement } from '../../module/statement.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../lowering.ts';
import { childOf, firstOf, type SyntaxNode } from '../syntax.ts';
import { keyOf } from './collections.ts';
import { annotationAt, broken, type Context, has, innerExpression, type Marks, nameAt, solid } from './context.ts';

export function classOf(node: SyntaxNode, marks: Marks, context: Context): ClassStatement {
  const name = childOf(node, 'name');
  const body = childOf(node, 'body');
  const decorators = [...marks.decorators, ...node.children.filter(isDecorator)];
  return {
    kind: 'class',
    span: marks.span,
    name: name === null ? null : keyOf(name, context),
    nameSpan: name === null ? null : spanOf(name),
    bases: basesOf(node, context),
    decorators: decorators.map((decorator) => innerExpression(decorator, context)),
    documentation: null,
    members: body === null ? [] : membersOf(body, context),
    isExported: marks.isExported,
    isDefault: marks.isDefault,
  };
}

/** A method, field or static block, after the decorators that stand beside it. Declarations of types give nothing. */
export function memberOf(nodes: readonly SyntaxNode[], context: Context): Statement | null {
  const node = nodes.at(-1);
  if (node === undefined) return null;
  const span: Span = { start: nodes[0]?.start ?? node.start, end: node.end };
  const decorators = [...nodes, ...node.children].filter(isDecorator).map((each) => innerExpression(each, context));
  switch (node.type) {
    case 'method_definition':
      return method(node, span, decorators, context);
    case 'public_field_definition':
    case 'field_definition':
      return field(node, span, context);
    case 'class_static_block':
      return staticBlock(node, span, context);
    default:
      return null;
  }
}

const isDecorator = (node: SyntaxNode): boolean => node.type === 'decorator';

function membersOf(body: SyntaxNode, context: Context): Statement[] {
  const members: Statement[] = [];
  let pending: SyntaxNode[] = [];
  for (const child of solid(body)) {
    pending.push(child);
    if (isDecorator(child)) continue;
    const member = memberOf(pending, context);
    if (member !== null) members.push(member);
    pending = [];
  }
  return members;
}

/** `extends A<B> implements C`: what it is made from, then what it can be used as. */
function basesOf(node: SyntaxNode, context: Context): Expression[] {
  const heritage = firstOf(node, 'class_heritage');
  if (heritage === null) return [];
  const used = firstOf(heritage, 'implements_clause');
  return [...extended(heritage, context), ...(used === null ? [] : solid(used).map((type) => context.type(type)))];
}

/** The JavaScript grammar has no clause around it. */
function extended(heritage: SyntaxNode, context: Context): Expression[] {
  const clause = firstOf(heritage, 'extends_clause');
  if (clause !== null) return clause.children.filter((child) => child.field === 'value').map((child) => context.expression(child));
  return solid(heritage)
    .filter((child) => child.type !== 'implements_clause')
    .map((child) => context.expression(child));
}

function method(node: SyntaxNode, span: Span, decorators: readonly Expression[], context: Context): FunctionStatement {
  return {
    kind: 'function',
    span,
    function: context.functionOf(node, decorators),
    role: roleOf(node, context),
    isExported: false,
    isDefault: false,
  };
}

function roleOf(node: SyntaxNode, context: Context): FunctionStatement['role'] {
  if (has(node, 'get')) return 'getter';
  if (has(node, 'set')) return 'setter';
  if (has(node, 'static')) return 'static';
  const name = childOf(node, 'name');
  return name !== null && keyOf(name, context) === 'constructor' ? 'constructor' : 'method';
}

function field(node: SyntaxNode, span: Span, context: Context): AssignStatement {
  const name = childOf(node, 'name') ?? childOf(node, 'property');
  const value = childOf(node, 'value');
  return {
    kind: 'assign',
    span,
    targets: [name === null ? broken(node) : fieldTarget(name, context)],
    value: value === null ? null : context.expression(value),
    annotation: annotationAt(node, 'type', context),
    declares: null,
    isExported: false,
  };
}

/** A computed field can't be a name: it is what it would be in the constructor, `this[key]`. */
function fieldTarget(name: SyntaxNode, context: Context): Expression {
  const key = keyOf(name, context);
  if (key !== null) return name.type.endsWith('identifier') ? nameAt(name, context) : { kind: 'name', span: spanOf(name), name: key };
  if (name.type !== 'computed_property_name') return broken(name);
  const object: Expression = { kind: 'name', span: { start: name.start, end: name.start }, name: 'this' };
  return { kind: 'index', span: spanOf(name), object, index: innerExpression(name, context) };
}

function staticBlock(node: SyntaxNode, span: Span, context: Context): BlockStatement {
  const body = childOf(node, 'body') ?? firstOf(node, 'statement_block');
  return { kind: 'block', span, body: body === null ? [] : context.statements(body.children) };
}
