import type { Expression } from '../../module/expression.ts';
import type { LoopStatement, Statement } from '../../module/statement.ts';
import type { Frame } from '../frame.ts';
import { settleHead } from '../values/settle.ts';
import { childExpressions, childStatements, eachExpression, eachStatement } from '../workspace/walk.ts';
import { summaryOf } from './nested.ts';

/**
 * Whether a loop works through a structure: it goes from a node to the node's child (`node = child`, `node = node.next`), or asks a
 * helper that calls no model for what is left, and hands it what it has seen (`next = find(root, seen); seen.append(next)`). How
 * much there is to work through is data, so that such a loop is not the model's alone.
 */
export function worksThrough(frame: Frame, loop: LoopStatement): boolean {
  return descends(loop.body, []) || asksForTheRest(frame, loop.body);
}

/** A name that stands for an element of what another one holds. */
interface Inner {
  readonly name: string;
  readonly of: string;
}

function descends(statements: readonly Statement[], inner: readonly Inner[]): boolean {
  return statements.some((statement) => {
    if (statement.kind === 'assign' && statement.value !== null && statement.targets.length === 1) {
      const [target] = statement.targets;
      if (target?.kind === 'name' && isBelow(statement.value, target.name, inner)) return true;
    }
    const more = statement.kind === 'loop' ? elementsOf(statement) : [];
    return descends(childStatements(statement), [...inner, ...more]);
  });
}

function isBelow(value: Expression, name: string, inner: readonly Inner[]): boolean {
  if (value.kind === 'member') return rootOf(value) === name;
  return value.kind === 'name' && inner.some((one) => one.name === value.name && one.of === name);
}

/** `for child in node.children` */
function elementsOf({ target, iterable }: LoopStatement): readonly Inner[] {
  // `node.children ?? []`
  const held = iterable?.kind === 'choice' ? iterable.options.find((one) => one.kind === 'member') : iterable;
  const of = held?.kind === 'member' ? rootOf(held) : null;
  return target?.kind === 'name' && of !== null ? [{ name: target.name, of }] : [];
}

function rootOf(expression: Expression): string | null {
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'member' ? rootOf(expression.object) : null;
}

function asksForTheRest(frame: Frame, body: readonly Statement[]): boolean {
  const seen = collectedIn(body);
  if (seen.size === 0) return false;
  let found = false;
  eachStatement(body, (statement) => {
    if (statement.kind === 'assign' && statement.value?.kind === 'call' && !found) {
      const { callee, arguments: given } = statement.value;
      const worth = frame.worth.get(callee);
      const helper = worth && settleHead(frame.world, worth);
      const takesSeen = given.some(({ value }) => value.kind === 'name' && seen.has(value.name));
      found = takesSeen && helper?.kind === 'function' && summaryOf(frame, helper).calls.length === 0;
    }
    return !found;
  });
  return found;
}

/** `seen.append(node)`, `seen.add(node)`, `seen.push(node)`. */
function collectedIn(body: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  eachStatement(body, (statement) => {
    for (const expression of childExpressions(statement))
      eachExpression(expression, (one) => {
        if (one.kind !== 'call' || one.callee.kind !== 'member' || one.callee.object.kind !== 'name') return;
        if (/^(append|add|push)$/.test(one.callee.name)) names.add(one.callee.object.name);
      });
    return true;
  });
  return names;
}
