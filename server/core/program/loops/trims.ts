import type { Expression } from '../../module/expression.ts';
import type { Statement } from '../../module/statement.ts';
import { CUTS } from '../values/origin-rows.ts';
import { childExpressions, eachExpression, eachStatement, functionsOf } from '../workspace/walk.ts';
import { pathOf } from './counters.ts';

/** `messages[-10:]`, `messages[:20]`, but not `messages[1:]`: what is left has a limit. */
export function isCut(slice: Extract<Expression, { kind: 'slice' }>): boolean {
  const { start, end } = slice;
  return (start !== null && isFromEnd(start)) || (end !== null && !isFromEnd(end));
}

/** `.slice(-10)`, `.slice(0, 20)`, `.splice(0, n)`. */
export function isCutting(method: string, given: readonly Expression[]): boolean {
  const [first, second] = given;
  if (method === 'slice') return (first !== undefined && isFromEnd(first)) || (second !== undefined && !isFromEnd(second));
  return CUTS.test(method);
}

/** `-10`, `-LIMIT`. */
const isFromEnd = (expression: Expression): boolean =>
  (expression.kind === 'operation' && expression.operator === 'negate') || (expression.kind === 'number' && expression.value < 0);

/** Lists that the statements cut down somewhere: `messages.pop(0)`, `del history[1:3]`, `this.turns = this.turns.slice(-20)`. */
export function trimmedIn(statements: readonly Statement[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (expression: Expression | undefined): void => {
    const path = expression ? pathOf(expression) : null;
    if (path !== null) found.add(path);
  };
  const inExpression = (one: Expression): void => {
    // `del messages[1:3]`
    if (one.kind === 'operation' && one.operator === 'del')
      for (const operand of one.operands) if (operand.kind === 'slice' || operand.kind === 'index') add(operand.object);
    if (one.kind !== 'call') return;
    const { callee } = one;
    const [first] = one.arguments;
    if (callee.kind === 'member' && isRemoval(callee.name, one.arguments.length)) add(callee.object);
    const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
    if (TRIMMERS.test(name)) add(first?.value);
  };
  const visit = (list: readonly Statement[]): void =>
    eachStatement(list, (statement) => {
      if (statement.kind === 'assign')
        for (const target of statement.targets) if (isTrimmed(target, statement.value)) add(trimmedTarget(target));
      if (
        statement.kind === 'expression' &&
        statement.value.kind === 'assignment' &&
        isTrimmed(statement.value.target, statement.value.value)
      )
        add(trimmedTarget(statement.value.target));
      for (const expression of childExpressions(statement)) eachExpression(expression, inExpression);
      for (const inner of functionsOf(statement)) visit(inner.body);
      return true;
    });
  visit(statements);
  return found;
}

/** The oldest go first; taking back the last one is no limit. */
const isRemoval = (method: string, given: number): boolean =>
  /^(shift|splice|popleft|clear)$/.test(method) || (method === 'pop' && given > 0);

/** Functions that cut or sum up a conversation, by their names. Sources: langchain-core trim_messages; common helpers. */
const TRIMMERS = /trim|truncat|summari[sz]|compact|compress|prune|shorten|window|limit_?(history|messages|context)|fit_?(to|in)/i;

/** Whether the new value is less of the old: a part of it, what a trimmer gives back, or a fresh list. */
function isTrimmed(target: Expression, value: Expression | null): boolean {
  // `messages.length = 20`
  if (target.kind === 'member' && target.name === 'length') return true;
  // `messages[:] = messages[-20:]`
  if (target.kind === 'slice') return true;
  const path = pathOf(target);
  if (path === null || value === null) return false;
  let found = value.kind === 'list' && value.items.length === 0;
  eachExpression(value, (one) => {
    if (one.kind === 'slice' && pathOf(one.object) === path && isCut(one)) found = true;
    if (one.kind !== 'call') return;
    const { callee } = one;
    const given = one.arguments.map((argument) => argument.value);
    if (callee.kind === 'member' && pathOf(callee.object) === path && isCutting(callee.name, given)) found = true;
    const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
    if (TRIMMERS.test(name) && given.some((argument) => pathOf(argument) === path)) found = true;
  });
  return found;
}

const trimmedTarget = (target: Expression): Expression =>
  (target.kind === 'member' && target.name === 'length') || target.kind === 'slice' ? target.object : target;
