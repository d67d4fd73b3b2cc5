import type { Expression } from '../../module/expression.ts';
import type { ClassStatement, Statement } from '../../module/statement.ts';
import { spanOf, unknown } from '../lowering.ts';
import { childOf, firstOf, type SyntaxNode } from '../syntax.ts';
import { keyOf } from './collections.ts';
import { annotationAt, type Context, type Marks, solid, textOf } from './context.ts';

/**
 * `interface A extends B { … }`, `type A = B & { … }`: a class that only says what its objects have. Members that are texts and
 * numbers, and methods that answer at once, lead to no model and are left out; a type with nothing else says nothing.
 */
export function typeStatement(node: SyntaxNode, marks: Marks, context: Context): Statement[] {
  const name = childOf(node, 'name');
  const key = name === null ? null : keyOf(name, context);
  if (name === null || key === null) return [];
  const parts = node.type === 'interface_declaration' ? interfaceParts(node) : aliasParts(childOf(node, 'value'));
  const bases = parts.bases.flatMap((base) => named(context.type(base)));
  const members = parts.bodies.flatMap(solid).flatMap((member) => memberOf(member, context));
  if (bases.length === 0 && members.length === 0) return [];
  const statement: ClassStatement = {
    kind: 'class',
    span: marks.span,
    name: key,
    nameSpan: spanOf(name),
    bases,
    decorators: [],
    documentation: null,
    members,
    isExported: marks.isExported,
    isDefault: marks.isDefault,
    isType: true,
  };
  return [statement];
}

interface Parts {
  readonly bases: readonly SyntaxNode[];
  readonly bodies: readonly SyntaxNode[];
}

function interfaceParts(node: SyntaxNode): Parts {
  const clause = firstOf(node, 'extends_type_clause');
  const body = childOf(node, 'body');
  return { bases: clause === null ? [] : solid(clause), bodies: body === null ? [] : [body] };
}

function aliasParts(value: SyntaxNode | null): Parts {
  switch (value?.type) {
    case 'object_type':
      return { bases: [], bodies: [value] };
    case 'intersection_type': {
      const parts = solid(value).map(aliasParts);
      return { bases: parts.flatMap((part) => part.bases), bodies: parts.flatMap((part) => part.bodies) };
    }
    case 'type_identifier':
    case 'nested_type_identifier':
      return { bases: [value], bodies: [] };
    default:
      return NOTHING;
  }
}

const NOTHING: Parts = { bases: [], bodies: [] };

/** What a base may be looked up by. */
function named(base: Expression): Expression[] {
  if (base.kind === 'index') return named(base.object);
  return base.kind === 'name' || base.kind === 'member' ? [base] : [];
}

function memberOf(node: SyntaxNode, context: Context): Statement[] {
  const key = childOf(node, 'name');
  const name = key === null ? null : keyOf(key, context);
  if (key === null || name === null) return [];
  if (node.type === 'method_signature') return laterMethod(node, node, name, context);
  if (node.type !== 'property_signature') return [];
  const type = childOf(node, 'type');
  const [inner] = type === null ? [] : solid(type);
  if (inner?.type === 'function_type') return laterMethod(node, inner, name, context);
  const annotation = annotationAt(node, 'type', context);
  if (annotation === null || !saysSomething(annotation)) return [];
  const target: Expression = { kind: 'name', span: spanOf(key), name };
  return [{ kind: 'assign', span: spanOf(node), targets: [target], value: null, annotation, declares: null, isExported: false }];
}

/** What asks a model answers later. */
function laterMethod(node: SyntaxNode, signature: SyntaxNode, name: string, context: Context): Statement[] {
  const returned = childOf(signature, 'return_type');
  if (returned === null || !LATER.test(textOf(returned, context))) return [];
  const span = spanOf(node);
  const body: Statement = { kind: 'expression', span, value: unknown(span, 'left to whoever implements it') };
  return [
    {
      kind: 'function',
      span,
      function: {
        name,
        nameSpan: null,
        span,
        parameters: [],
        body: [body],
        bodySpan: span,
        isAsync: true,
        isGenerator: false,
        decorators: [],
        returns: null,
        documentation: null,
      },
      role: 'method',
      isExported: false,
      isDefault: false,
    },
  ];
}

const LATER = /\b(?:Promise|PromiseLike|Async\w+|ReadableStream|Observable)\b/;

function saysSomething(type: Expression): boolean {
  switch (type.kind) {
    case 'name':
      return /^[A-Z]/.test(type.name) && !PLAIN.has(type.name);
    case 'member':
    case 'operation':
      return true;
    case 'index':
      return saysSomething(type.object) || saysSomething(type.index);
    case 'record':
      return type.entries.some((entry) => saysSomething(entry.value));
    case 'choice':
      return type.options.some(saysSomething);
    case 'list':
      return type.items.some(saysSomething);
    default:
      return false;
  }
}

const PLAIN: ReadonlySet<string> = new Set([
  'Date',
  'RegExp',
  'Error',
  'Array',
  'Record',
  'Map',
  'Set',
  'Partial',
  'Readonly',
  'Promise',
  'Buffer',
]);
