import type { Statement } from '../../module/statement.ts';
import type { Lowering, UnitSource } from '../lowering.ts';
import type { SyntaxNode } from '../syntax.ts';
import { annotation } from './annotations.ts';
import { classOf, memberOf } from './classes.ts';
import type { Context } from './context.ts';
import { expression } from './expressions.ts';
import { functionOf } from './functions.ts';
import { shape } from './shape.ts';
import { statements } from './statements.ts';

/**
 * TypeScript, TSX and JavaScript: three grammars whose node types agree where it matters. What it settles beyond the
 * IR's own words:
 * - `const a = 1, b = 2` at the top level is one unit without a name, whose statement is a block of two assignments.
 *   So is a namespace.
 * - An interface, and an alias of an object type, is a class marked `isType`, where it says anything that may lead to a model. Other
 *   types, overload signatures and `declare` give a unit whose statement is null.
 * - An enum is an exported or plain constant whose value is a record. A getter in an object literal is the value that
 *   calling it gives. `a ??= b` is `a = a ?? b`.
 * - `module.exports = { a, b }` has both the names and the record as its value; `exports.a = 1` is an exported constant.
 * - A JSX element is a call of its tag with a record of its attributes and, where it can have some, a list of children.
 */
export const typescript: Lowering = { shape, lower };

function lower(nodes: readonly SyntaxNode[], source: UnitSource): Statement | null {
  const context = createContext(source.text);
  if (source.isMember) return memberOf(nodes, context);
  const lowered = context.statements(nodes);
  const [first] = lowered;
  if (first === undefined || lowered.length === 1) return first ?? null;
  const span = { start: nodes[0]?.start ?? 0, end: nodes.at(-1)?.end ?? source.text.length };
  return { kind: 'block', span, body: lowered };
}

function createContext(text: string): Context {
  const context: Context = {
    text,
    depth: 0,
    expression: (node) => expression(node, context),
    target: (node) => expression(node, context),
    type: (node) => annotation(node, context),
    statements: (nodes) => statements(nodes, context),
    functionOf: (node, decorators) => functionOf(node, decorators, context),
    classOf: (node, marks) => classOf(node, marks, context),
  };
  return context;
}
