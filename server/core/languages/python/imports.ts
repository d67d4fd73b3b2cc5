import type { ImportBinding, ImportStatement } from '../../module/statement.ts';
import { spanOf } from '../lowering.ts';
import { childOf, childrenOf, firstOf, type SyntaxNode } from '../syntax.ts';
import { type Context, textOf } from './context.ts';

/** `import a.b, c as d`: each module stands in its binding, and the statement's source is the first. */
export function importStatement(node: SyntaxNode, context: Context): ImportStatement {
  const names = childrenOf(node, 'name');
  const first = names[0] ?? node;
  const bindings = names.map((name): ImportBinding => {
    const { imported, local } = namesOf(name, context);
    const [root = imported] = imported.split('.');
    return local === null
      ? { kind: 'module', source: root, local: root, span: spanOf(name) }
      : { kind: 'module', source: imported, local, span: spanOf(name) };
  });
  const module = childOf(first, 'name') ?? first;
  return { kind: 'import', span: spanOf(node), source: dotted(module, context), sourceSpan: spanOf(module), bindings };
}

export function importFrom(node: SyntaxNode, context: Context): ImportStatement {
  const module = childOf(node, 'module_name') ?? firstOf(node, '__future__');
  const sourceSpan = spanOf(module ?? node);
  const source = module === null ? '' : dotted(module, context);
  const everything = firstOf(node, 'wildcard_import');
  const bindings = childrenOf(node, 'name').map((name): ImportBinding => {
    const { imported, local } = namesOf(name, context);
    return { kind: 'named', imported, local: local ?? imported, span: spanOf(name) };
  });
  if (everything !== null) bindings.push({ kind: 'everything', span: spanOf(everything) });
  return { kind: 'import', span: spanOf(node), source, sourceSpan, bindings };
}

function namesOf(node: SyntaxNode, context: Context): { imported: string; local: string | null } {
  const name = childOf(node, 'name');
  const alias = childOf(node, 'alias');
  return { imported: dotted(name ?? node, context), local: alias === null ? null : textOf(alias, context) };
}

/** White space may stand around the dots. */
const dotted = (node: SyntaxNode, context: Context): string => textOf(node, context).replace(/[\s\\]+/g, '');
