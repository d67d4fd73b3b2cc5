import type { Expression, FunctionExpression } from '../../module/expression.ts';
import type { FunctionNode, Parameter } from '../../module/function.ts';
import type { ClassStatement, FunctionStatement, Statement } from '../../module/statement.ts';
import { spanOf } from '../lowering.ts';
import { childOf, firstNamed, firstOf, namedChildren, type SyntaxNode } from '../syntax.ts';
import { argumentsOf } from './calls.ts';
import { blockOf, broken, type Context, insideOf, nameAt, textOf } from './context.ts';
import { stringValue } from './strings.ts';

/** `whole` starts at the first decorator, where there is one. */
export function functionStatement(
  node: SyntaxNode,
  whole: SyntaxNode,
  decorators: readonly Expression[],
  isInClass: boolean,
  context: Context,
): FunctionStatement {
  const found = functionOf(node, decorators, context);
  const role = isInClass ? roleOf(found) : 'function';
  return { kind: 'function', span: spanOf(whole), function: found, role, isExported: false, isDefault: false };
}

function functionOf(node: SyntaxNode, decorators: readonly Expression[], context: Context): FunctionNode {
  const name = childOf(node, 'name');
  const block = childOf(node, 'body');
  const parameters = parametersOf(childOf(node, 'parameters'), context);
  const yieldsBefore = context.yields;
  const body = blockOf(block, context);
  const isGenerator = context.yields > yieldsBefore;
  context.yields = yieldsBefore;
  return {
    name: name === null ? null : textOf(name, context),
    nameSpan: name === null ? null : spanOf(name),
    span: spanOf(node),
    parameters,
    body,
    bodySpan: insideOf(block, node),
    isAsync: firstOf(node, 'async') !== null,
    isGenerator,
    decorators,
    returns: context.annotation(childOf(node, 'return_type')),
    documentation: documentationOf(block, context),
  };
}

export function lambda(node: SyntaxNode, context: Context): FunctionExpression {
  const body = childOf(node, 'body');
  const span = spanOf(body ?? node);
  const yieldsBefore = context.yields;
  const value = context.expression(body);
  const isGenerator = context.yields > yieldsBefore;
  context.yields = yieldsBefore;
  const found: FunctionNode = {
    name: null,
    nameSpan: null,
    span: spanOf(node),
    parameters: parametersOf(childOf(node, 'parameters'), context),
    body: [{ kind: 'return', span, value }],
    bodySpan: span,
    isAsync: false,
    isGenerator,
    decorators: [],
    returns: null,
    documentation: null,
  };
  return { kind: 'function', span: spanOf(node), function: found };
}

const ROLES: Readonly<Record<string, FunctionStatement['role']>> = {
  staticmethod: 'static',
  classmethod: 'class-method',
  property: 'getter',
  cached_property: 'getter',
  computed_field: 'getter',
  getter: 'getter',
  setter: 'setter',
};

function roleOf({ name, decorators }: FunctionNode): FunctionStatement['role'] {
  for (const decorator of decorators) {
    const named = decorator.kind === 'call' ? decorator.callee : decorator;
    const role = named.kind === 'name' || named.kind === 'member' ? ROLES[named.name] : undefined;
    if (role !== undefined) return role;
  }
  return name === '__init__' ? 'constructor' : 'method';
}

/** Everything past a bare `*` or `*rest` can only be given by its name. */
function parametersOf(list: SyntaxNode | null, context: Context): Parameter[] {
  const parameters: Parameter[] = [];
  let isNamedOnly = false;
  for (const child of list?.children ?? []) {
    if (!child.isNamed || child.type === 'positional_separator') continue;
    if (child.type === 'keyword_separator') {
      isNamedOnly = true;
      continue;
    }
    const parameter = parameterOf(child, isNamedOnly, context);
    parameters.push(parameter);
    isNamedOnly ||= parameter.kind === 'rest';
  }
  return parameters;
}

function parameterOf(node: SyntaxNode, isNamedOnly: boolean, context: Context): Parameter {
  const pattern = childOf(node, 'name') ?? (node.type === 'typed_parameter' ? firstNamed(node) : node) ?? node;
  const given = childOf(node, 'value');
  const isSplat = pattern.type === 'list_splat_pattern' || pattern.type === 'dictionary_splat_pattern';
  return {
    kind: KINDS[pattern.type] ?? (isNamedOnly ? 'named-only' : 'positional'),
    span: spanOf(node),
    target: targetOf(isSplat ? (firstNamed(pattern) ?? pattern) : pattern, context),
    default: given === null ? null : context.expression(given),
    annotation: context.annotation(childOf(node, 'type')),
  };
}

const KINDS: Readonly<Record<string, Parameter['kind']>> = { list_splat_pattern: 'rest', dictionary_splat_pattern: 'named-rest' };

const targetOf = (node: SyntaxNode, context: Context): Expression =>
  node.type === 'identifier' ? nameAt(node, context) : node.type === 'ERROR' ? broken(node) : context.expression(node);

export function classStatement(node: SyntaxNode, whole: SyntaxNode, decorators: readonly Expression[], context: Context): ClassStatement {
  const name = childOf(node, 'name');
  const block = childOf(node, 'body');
  const documentation = documentationOf(block, context);
  const bases = argumentsOf(childOf(node, 'superclasses'), context).flatMap((base) => (base.kind === 'positional' ? [base.value] : []));
  return {
    kind: 'class',
    span: spanOf(whole),
    name: name === null ? null : textOf(name, context),
    nameSpan: name === null ? null : spanOf(name),
    bases,
    decorators,
    documentation,
    members: membersOf(block, documentation !== null, context),
    isExported: false,
    isDefault: false,
  };
}

function membersOf(block: SyntaxNode | null, isDocumented: boolean, context: Context): Statement[] {
  const children = block?.children ?? [];
  return context.statements(isDocumented ? children.slice(children.findIndex((child) => child.isNamed) + 1) : children, true);
}

function documentationOf(block: SyntaxNode | null, context: Context): string | null {
  const first = block === null ? null : firstNamed(block);
  const literal = first?.type === 'expression_statement' && namedChildren(first).length === 1 ? firstNamed(first) : null;
  if (literal === null || literal.type !== 'string' || firstOf(literal, 'interpolation') !== null) return null;
  return stringValue(literal, context);
}
