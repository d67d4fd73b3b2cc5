import type { ImportBinding, ImportStatement } from '../../module/statement.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { keyOf } from './collections.ts';
import { type Context, solid, textOf, withoutParentheses } from './context.ts';
import { stringValue } from './literals.ts';

/** `const a = require('m')`, `const { a: b } = await import('m')`, `const a = require('m').default`; else null. */
export function importedBy(name: SyntaxNode, value: SyntaxNode, span: Span, context: Context): ImportStatement | null {
  const given = requestOf(value, context);
  if (given === null) return null;
  const source = stringValue(given.literal, context);
  const bindings = bindingsOf(name, source, given.property, context);
  return bindings === null ? null : { kind: 'import', span, source, sourceSpan: spanOf(given.literal), bindings };
}

interface Request {
  readonly literal: SyntaxNode;
  /** The one property of the module that is taken. */
  readonly property: string | null;
}

function requestOf(node: SyntaxNode, context: Context): Request | null {
  const at = withoutParentheses(node);
  if (at.type === 'member_expression') return propertyRequest(at, context);
  const call = at.type === 'await_expression' ? awaitedImport(at) : at;
  if (call?.type !== 'call_expression') return null;
  const callee = childOf(call, 'function');
  const argument = onlyArgument(call);
  if (callee === null || argument === null) return null;
  const name = textOf(callee, context);
  if (INTEROP.has(name)) return requestOf(argument, context);
  const isRequest = name === 'require' || (name === 'import' && at.type === 'await_expression');
  return isRequest && argument.type === 'string' ? { literal: argument, property: null } : null;
}

function propertyRequest(node: SyntaxNode, context: Context): Request | null {
  const object = childOf(node, 'object');
  const property = childOf(node, 'property');
  const request = object === null ? null : requestOf(object, context);
  if (request === null || property === null || request.property !== null) return null;
  return { literal: request.literal, property: textOf(property, context) };
}

function awaitedImport(node: SyntaxNode): SyntaxNode | null {
  const [inner] = solid(node);
  return inner === undefined ? null : withoutParentheses(inner);
}

/** A second argument only says how to read the module. */
function onlyArgument(call: SyntaxNode): SyntaxNode | null {
  const given = childOf(call, 'arguments');
  return given?.type === 'arguments' ? (solid(given)[0] ?? null) : null;
}

function bindingsOf(name: SyntaxNode, source: string, property: string | null, context: Context): ImportBinding[] | null {
  if (name.type === 'identifier') {
    const local = textOf(name, context);
    if (property === null) return [{ kind: 'module', source, local, span: spanOf(name) }];
    return [{ kind: 'named', imported: property, local, span: spanOf(name) }];
  }
  if (name.type !== 'object_pattern' || property !== null) return null;
  const bindings: ImportBinding[] = [];
  for (const child of solid(name)) {
    const key = child.type === 'pair_pattern' ? childOf(child, 'key') : child;
    const local = child.type === 'pair_pattern' ? childOf(child, 'value') : child;
    const imported = key === null ? null : keyOf(key, context);
    if (imported === null || local === null || !NAMES.has(local.type)) return null;
    bindings.push({ kind: 'named', imported, local: textOf(local, context), span: spanOf(child) });
  }
  return bindings;
}

const NAMES: ReadonlySet<string> = new Set(['identifier', 'shorthand_property_identifier_pattern']);

/** What compilers put around `require` so that a module looks as its source expected. */
const INTEROP: ReadonlySet<string> = new Set(['__importDefault', '__importStar', '_interopRequireDefault', '_interopRequireWildcard']);
