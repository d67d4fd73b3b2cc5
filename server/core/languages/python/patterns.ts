import type { Expression } from '../../module/expression.ts';
import { spanOf, unknown } from '../lowering.ts';
import { childOf, firstNamed, namedChildren, type SyntaxNode } from '../syntax.ts';
import type { Context } from './context.ts';

/** What a `case` compares with: null for one that takes everything; a pattern that is no value is unknown. */
export function caseTest(node: SyntaxNode, context: Context): Expression | null {
  const patterns = node.children.filter((child) => child.type === 'case_pattern');
  const [only] = patterns;
  const pattern = only === undefined || patterns.length > 1 ? unknown(only ?? node, 'pattern') : patternOf(only, context);
  const clause = childOf(node, 'guard');
  const test = clause === null ? null : firstNamed(clause);
  if (test === null) return pattern;
  const options = [pattern ?? unknown(only ?? node, 'pattern'), context.expression(test)] as const;
  return { kind: 'choice', span: { start: options[0].span.start, end: test.end }, operator: 'and', test: null, options };
}

function patternOf(node: SyntaxNode, context: Context): Expression | null {
  const inner = firstNamed(node);
  if (inner === null) return context.text.slice(node.start, node.end) === '_' ? null : unknown(node, 'pattern');
  const isNegative = node.children[0]?.type === '-';
  if (isNegative) return { kind: 'operation', span: spanOf(node), operator: 'negate', operands: [context.expression(inner)] };
  return comparedWith(inner, context);
}

const VALUES: ReadonlySet<string> = new Set(['string', 'concatenated_string', 'integer', 'float', 'true', 'false', 'none']);

function comparedWith(node: SyntaxNode, context: Context): Expression | null {
  if (VALUES.has(node.type)) return context.expression(node);
  if (node.type === 'case_pattern') return patternOf(node, context);
  if (node.type === 'union_pattern') return unionOf(node, context);
  // A bare name takes everything and binds it; a dotted one is compared with.
  if (node.type === 'dotted_name') return namedChildren(node).length > 1 ? context.expression(node) : null;
  return unknown(node, 'pattern');
}

function unionOf(node: SyntaxNode, context: Context): Expression | null {
  let all: Expression | null = null;
  for (const child of namedChildren(node)) {
    const one = comparedWith(child, context);
    if (one === null) return null;
    all =
      all === null
        ? one
        : { kind: 'choice', span: { start: all.span.start, end: one.span.end }, operator: 'or', test: null, options: [all, one] };
  }
  return all;
}
