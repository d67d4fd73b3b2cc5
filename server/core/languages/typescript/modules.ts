import type { Expression } from '../../module/expression.ts';
import type { ExportStatement, ImportBinding, ImportStatement, Statement } from '../../module/statement.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../lowering.ts';
import { childOf, firstOf, type SyntaxNode } from '../syntax.ts';
import { keyOf } from './collections.ts';
import { type Context, has, nameAt, solid, textOf } from './context.ts';
import { stringValue } from './literals.ts';

type ExportedName = NonNullable<ExportStatement['names']>[number];

/** A type is imported too: what a parameter is annotated with tells what it is. */
export function importStatement(node: SyntaxNode, context: Context): ImportStatement[] {
  const required = firstOf(node, 'import_require_clause');
  const source = childOf(required ?? node, 'source');
  if (source === null || has(node, 'typeof')) return [];
  const from = stringValue(source, context);
  const clause = firstOf(node, 'import_clause');
  const bindings = required !== null ? moduleBinding(required, from, context) : clause === null ? [] : bindingsOf(clause, from, context);
  if (clause !== null && bindings.length === 0) return [];
  return [{ kind: 'import', span: spanOf(node), source: from, sourceSpan: spanOf(source), bindings }];
}

/** An `export` that is not around a declaration: lists, re-exports, `export default value`, `export = value`. */
export function exportStatement(node: SyntaxNode, context: Context): ExportStatement[] {
  if (has(node, 'namespace')) return [];
  const sourceNode = childOf(node, 'source');
  const source = sourceNode === null ? null : stringValue(sourceNode, context);
  const clause = firstOf(node, 'export_clause');
  if (clause !== null) return exported(node, source, exportedNames(clause, context), null);
  const namespace = firstOf(node, 'namespace_export');
  if (namespace !== null) return exported(node, source, everythingAs(namespace, context), null);
  if (has(node, '*')) return exported(node, source, null, null);
  const value = childOf(node, 'value') ?? (has(node, '=') ? solid(node).at(-1) : undefined);
  return value === undefined ? [] : exported(node, null, [], context.expression(value));
}

/**
 * CommonJS: `module.exports = value` is an export of a value, with the names that an object literal gives it;
 * `exports.a = b` exports a name, and `exports.a = value` defines and exports a constant. Null for any other assignment.
 */
export function commonExport(at: Span, targets: readonly Expression[], value: Expression): Statement[] | null {
  if (targets.some(isModuleExports)) return exported(at, null, recordNames(value), value);
  const [target] = targets;
  if (targets.length !== 1 || target?.kind !== 'member') return null;
  if (!isModuleExports(target.object) && !(target.object.kind === 'name' && target.object.name === 'exports')) return null;
  if (value.kind === 'operation' && value.operator === 'void') return [];
  if (value.kind === 'name') return exported(at, null, [{ local: value.name, exported: target.name }], null);
  if (target.name === 'default') return exported(at, null, [], value);
  const name: Expression = { kind: 'name', span: target.nameSpan, name: target.name };
  return [{ kind: 'assign', span: at, targets: [name], value, annotation: null, declares: 'const', isExported: true }];
}

const isModuleExports = (target: Expression): boolean =>
  target.kind === 'member' && target.name === 'exports' && target.object.kind === 'name' && target.object.name === 'module';

function exported(at: Span, source: string | null, names: ExportedName[] | null, value: Expression | null): ExportStatement[] {
  return [{ kind: 'export', span: { start: at.start, end: at.end }, source, names, value }];
}

function recordNames(value: Expression): ExportedName[] {
  const entries = value.kind === 'record' ? value.entries : [];
  return entries.flatMap((entry) =>
    entry.kind === 'entry' && entry.value.kind === 'name' ? [{ local: entry.value.name, exported: entry.key }] : [],
  );
}

function exportedNames(clause: SyntaxNode, context: Context): ExportedName[] {
  const names: ExportedName[] = [];
  for (const child of solid(clause)) {
    const local = specified(child, 'name', context);
    if (local !== null) names.push({ local, exported: specified(child, 'alias', context) ?? local });
  }
  return names;
}

function everythingAs(node: SyntaxNode, context: Context): ExportedName[] {
  const [name] = solid(node);
  const exportedAs = name === undefined ? null : keyOf(name, context);
  return exportedAs === null ? [] : [{ local: '*', exported: exportedAs }];
}

function bindingsOf(clause: SyntaxNode, source: string, context: Context): ImportBinding[] {
  const bindings: ImportBinding[] = [];
  for (const child of solid(clause)) {
    if (child.type === 'identifier') {
      bindings.push({ kind: 'named', imported: 'default', local: textOf(child, context), span: spanOf(child) });
    } else if (child.type === 'namespace_import') {
      bindings.push(...moduleBinding(child, source, context));
    } else if (child.type === 'named_imports') {
      for (const specifier of solid(child)) bindings.push(...namedBinding(specifier, context));
    }
  }
  return bindings;
}

function namedBinding(node: SyntaxNode, context: Context): ImportBinding[] {
  const imported = specified(node, 'name', context);
  if (imported === null) return [];
  return [{ kind: 'named', imported, local: specified(node, 'alias', context) ?? imported, span: spanOf(node) }];
}

function moduleBinding(node: SyntaxNode, source: string, context: Context): ImportBinding[] {
  const [name] = solid(node);
  const local = name === undefined ? null : nameAt(name, context);
  return local?.kind === 'name' ? [{ kind: 'module', source, local: local.name, span: local.span }] : [];
}

function specified(node: SyntaxNode, field: string, context: Context): string | null {
  const name = childOf(node, field);
  return name === null ? null : keyOf(name, context);
}
