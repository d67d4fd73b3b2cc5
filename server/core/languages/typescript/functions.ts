import type { Expression } from '../../module/expression.ts';
import type { FunctionNode, Parameter } from '../../module/function.ts';
import type { AssignStatement, Statement } from '../../module/statement.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { keyOf } from './collections.ts';
import { annotationAt, broken, type Context, has, nameAt, solid } from './context.ts';

/** Functions, methods and arrows. A constructor's parameter properties are assigned first in its body. */
export function functionOf(node: SyntaxNode, decorators: readonly Expression[], context: Context): FunctionNode {
  const name = childOf(node, 'name');
  const body = childOf(node, 'body');
  const parameters = parameterNodes(node);
  return {
    name: name === null ? null : keyOf(name, context),
    nameSpan: name === null ? null : spanOf(name),
    span: spanOf(node),
    parameters: parameters.flatMap((parameter) => parameterOf(parameter, context)),
    body: [...parameters.flatMap((parameter) => propertyAssignment(parameter, context)), ...bodyOf(body, context)],
    bodySpan: body === null ? { start: node.end, end: node.end } : insideOf(body),
    isAsync: has(node, 'async'),
    isGenerator: has(node, '*'),
    decorators,
    returns: annotationAt(node, 'return_type', context),
    documentation: null,
  };
}

/** A block without its braces; a single statement or expression whole. */
export function insideOf(node: SyntaxNode): Span {
  if (node.type !== 'statement_block' && node.type !== 'switch_body') return spanOf(node);
  const last = node.children.at(-1);
  return { start: Math.min(node.start + 1, node.end), end: last?.type === '}' ? last.start : node.end };
}

function bodyOf(body: SyntaxNode | null, context: Context): readonly Statement[] {
  if (body === null) return [];
  if (body.type === 'statement_block') return context.statements(body.children);
  return [{ kind: 'return', span: spanOf(body), value: context.expression(body) }];
}

function parameterNodes(node: SyntaxNode): SyntaxNode[] {
  const alone = childOf(node, 'parameter');
  if (alone !== null) return [alone];
  const list = childOf(node, 'parameters');
  return list === null ? [] : solid(list);
}

function parameterOf(node: SyntaxNode, context: Context): Parameter[] {
  if (node.type === 'required_parameter' || node.type === 'optional_parameter') {
    const pattern = childOf(node, 'pattern');
    if (pattern?.type === 'this') return [];
    const value = childOf(node, 'value');
    return [parameterFrom(node, pattern, value, annotationAt(node, 'type', context), context)];
  }
  if (node.type === 'assignment_pattern') return [parameterFrom(node, childOf(node, 'left'), childOf(node, 'right'), null, context)];
  return PATTERNS.has(node.type) ? [parameterFrom(node, node, null, null, context)] : [];
}

function parameterFrom(
  node: SyntaxNode,
  pattern: SyntaxNode | null,
  value: SyntaxNode | null,
  annotation: Expression | null,
  context: Context,
): Parameter {
  const isRest = pattern?.type === 'rest_pattern';
  const target = isRest ? solid(pattern)[0] : pattern;
  return {
    kind: isRest ? 'rest' : 'positional',
    span: spanOf(node),
    target: target === null || target === undefined ? broken(node) : context.target(target),
    default: value === null ? null : context.expression(value),
    annotation,
  };
}

/** `constructor(private client: OpenAI)` does what `this.client = client` does. */
function propertyAssignment(node: SyntaxNode, context: Context): AssignStatement[] {
  const isProperty = node.children.some((child) => PROPERTY_MARKS.has(child.type));
  const pattern = childOf(node, 'pattern');
  if (!isProperty || pattern?.type !== 'identifier') return [];
  const value = nameAt(pattern, context);
  if (value.kind !== 'name') return [];
  const span = spanOf(pattern);
  return [
    {
      kind: 'assign',
      span,
      targets: [{ kind: 'member', span, object: { kind: 'name', span, name: 'this' }, name: value.name, nameSpan: span }],
      value,
      annotation: null,
      declares: null,
      isExported: false,
    },
  ];
}

const PROPERTY_MARKS: ReadonlySet<string> = new Set(['accessibility_modifier', 'readonly', 'override_modifier']);
const PATTERNS: ReadonlySet<string> = new Set(['identifier', 'object_pattern', 'array_pattern', 'rest_pattern']);
