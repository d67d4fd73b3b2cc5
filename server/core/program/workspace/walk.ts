import type { Argument, Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { Statement } from '../../module/statement.ts';

/** The statements directly inside a statement, in source order; bodies of functions and classes are not inside. */
export function childStatements(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.then, ...statement.otherwise];
    case 'switch':
      return statement.cases.flatMap((one) => one.body);
    case 'loop':
      return [...statement.before, ...statement.body, ...statement.update, ...statement.otherwise];
    case 'try':
      return [...statement.body, ...statement.handlers.flatMap((one) => one.body), ...statement.otherwise, ...statement.finally];
    case 'with':
    case 'block':
      return statement.body;
    default:
      return [];
  }
}

/** The expressions directly inside a statement or an expression; a function's body is not inside. */
export function childExpressions(node: Statement | Expression): readonly Expression[] {
  switch (node.kind) {
    case 'expression':
    case 'await':
    case 'spread':
      return [node.value];
    case 'return':
    case 'throw':
    case 'yield':
    case 'export':
      return node.value ? [node.value] : [];
    case 'assign':
      return node.value ? [...node.targets, node.value] : node.targets;
    case 'augment':
    case 'assignment':
      return [node.target, node.value];
    case 'if':
      return [node.test];
    case 'switch':
      return [node.subject, ...node.cases.flatMap((one) => one.test ?? [])];
    case 'loop':
      return [node.test, node.target, node.iterable].flatMap((one) => one ?? []);
    case 'with':
      return node.items.flatMap((item) => (item.target ? [item.value, item.target] : [item.value]));
    case 'template':
      return node.tag ? [node.tag, ...node.parts] : node.parts;
    case 'member':
      return [node.object];
    case 'index':
      return [node.object, node.index];
    case 'slice':
      return [node.object, node.start, node.end].flatMap((one) => one ?? []);
    case 'record':
      return node.entries.flatMap((entry) => (entry.kind === 'computed' ? [entry.key, entry.value] : [entry.value]));
    case 'list':
      return node.items;
    case 'call':
      return [node.callee, ...node.arguments.map((argument: Argument) => argument.value)];
    case 'choice':
      return node.test ? [node.test, ...node.options] : node.options;
    case 'operation':
      return node.operands;
    case 'comprehension':
      return [...(node.key ? [node.key] : []), node.element, ...node.clauses.flatMap((clause) => [clause.iterable, ...clause.conditions])];
    default:
      return [];
  }
}

/** Functions that stand directly in a statement (its own, or in its expressions). */
export function functionsOf(statement: Statement): readonly FunctionNode[] {
  if (statement.kind === 'function') return [statement.function];
  const found: FunctionNode[] = [];
  const visit = (expression: Expression): void => {
    if (expression.kind === 'function') found.push(expression.function);
    for (const child of childExpressions(expression)) visit(child);
  };
  for (const expression of childExpressions(statement)) visit(expression);
  return found;
}

/** Every statement below, outermost first, functions left out; `visit` answers false to stay out of one. */
export function eachStatement(statements: readonly Statement[], visit: (statement: Statement) => boolean): void {
  for (const statement of statements) if (visit(statement)) eachStatement(childStatements(statement), visit);
}

/** Walks statements with the conditions on the way and the number of loops in between; functions are left out. */
export function eachGuarded(
  statements: readonly Statement[],
  note: (statement: Statement, conditions: readonly Expression[], depth: number) => void,
  conditions: readonly Expression[] = [],
  depth = 0,
): void {
  let guards = conditions;
  for (const statement of statements) {
    note(statement, guards, depth);
    if (statement.kind === 'if') {
      eachGuarded(statement.then, note, [...guards, statement.test], depth);
      eachGuarded(statement.otherwise, note, [...guards, statement.test], depth);
      // Past `if not calls: continue`, what follows hangs on that test too.
      if (statement.then.some((one) => one.kind === 'continue')) guards = [...guards, statement.test];
    } else if (statement.kind === 'switch')
      for (const one of statement.cases) eachGuarded(one.body, note, [...guards, statement.subject], depth);
    else
      eachGuarded(
        childStatements(statement),
        note,
        statement.kind === 'loop' && statement.iterable ? [...guards, statement.iterable] : guards,
        statement.kind === 'loop' ? depth + 1 : depth,
      );
  }
}

/** Every expression below a node, itself first, functions left out. */
export function eachExpression(node: Expression, visit: (expression: Expression) => void): void {
  visit(node);
  for (const child of childExpressions(node)) eachExpression(child, visit);
}
