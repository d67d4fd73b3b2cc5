import type { Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { Place } from '../../module/module.ts';
import type { Statement } from '../../module/statement.ts';
import type { Span } from '../../text/span.ts';
import type { LoopRecord, Summary } from '../summary.ts';
import type { IndexEntry } from '../workspace/file-index.ts';
import { childExpressions, childStatements, eachExpression, functionsOf } from '../workspace/walk.ts';
import { functionKey } from '../world.ts';

/** A function that calls itself around a model call, directly: the recursive call is the loop. */
export function recursionLoop(entry: IndexEntry, node: FunctionNode, file: string, summary: Summary): LoopRecord | null {
  const inside = summary.calls.filter((call) => call.spending.operation === 'generate').map((call) => call.key);
  const again = entry.name && inside.length > 0 ? recursiveCall(node, entry.name, entry.owner !== null) : null;
  if (!again) return null;
  const place = (span: Span): Place => ({ file, unit: entry.id, span });
  const judged = judgeRecursion(node, again.call, summary);
  return {
    key: `${file}#${entry.id}@${again.call.span.start}r`,
    owner: functionKey({ file, unit: entry.id, node }),
    kind: 'loop',
    form: 'recursion',
    place: place(again.call.callee.span),
    whole: place(again.call.span),
    ...judged,
    max: null,
    maxUnit: 'passes',
    calls: inside,
    statement: null,
    // Each turn, the model decides there whether it goes on.
    modelExits: judged.bound === 'unbounded' ? [place(again.call.span)] : [],
    retries: null,
  };
}

type Call = Extract<Expression, { kind: 'call' }>;

function recursiveCall(node: FunctionNode, name: string, isMethod: boolean): { readonly call: Call } | null {
  let found: Call | null = null;
  const visitExpression = (expression: Expression): void => {
    if (expression.kind === 'call' && !found) {
      const { callee } = expression;
      const isSelf = isMethod
        ? callee.kind === 'member' && callee.name === name && callee.object.kind === 'name' && /^(self|this|cls)$/.test(callee.object.name)
        : callee.kind === 'name' && callee.name === name;
      if (isSelf) found = expression;
    }
  };
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      for (const expression of childExpressions(statement)) eachExpression(expression, visitExpression);
      for (const inner of functionsOf(statement)) visit(inner.body);
      visit(childStatements(statement));
    }
  };
  visit(node.body);
  return found ? { call: found } : null;
}

/** A counter or a shrinking argument bounds it, a person or event paces it; where only the model sends it on, nothing does. */
function judgeRecursion(node: FunctionNode, call: Call, summary: Summary): Pick<LoopRecord, 'bound' | 'boundBy'> {
  const moves = movesParameter(node, call);
  if (moves !== null) return { bound: 'bounded', boundBy: `${moves} moves with each call` };
  if (summary.waits === 'person') return { bound: 'user-paced', boundBy: 'waits for a person in each pass' };
  if (summary.waits === 'event') return { bound: 'event-driven', boundBy: 'waits for the next event in each pass' };
  const { checks, counts } = summary.effects;
  return summary.again === 'models-word' && checks.length === 0 && counts.length === 0
    ? { bound: 'unbounded', boundBy: 'only the model\u2019s own word ends it' }
    : { bound: 'unknown', boundBy: 'how deep it goes is not shown' };
}

/** The parameter that a call of this function's own hands on counted up or down, or cut. */
export function movesParameter(node: FunctionNode, call: Call): string | null {
  const parameters = new Set(
    node.parameters.flatMap((parameter) =>
      parameter.target.kind === 'name'
        ? [parameter.target.name]
        : parameter.target.kind === 'record'
          ? parameter.target.entries.flatMap((entry) => (entry.kind === 'entry' ? [entry.key] : []))
          : [],
    ),
  );
  let moves: string | null = null;
  const local = localValues(node.body);
  const look = (value: Expression): void =>
    eachExpression(value, (expression) => {
      if (expression.kind === 'operation' && /^[+\-/]|^\/\/$/.test(expression.operator)) {
        const name = expression.operands.flatMap((operand) =>
          operand.kind === 'name' && parameters.has(operand.name)
            ? [operand.name]
            : operand.kind === 'member' && parameters.has(operand.name)
              ? [operand.name]
              : [],
        )[0];
        if (name && expression.operands.some((operand) => operand.kind === 'number')) moves ??= name;
      }
      if (expression.kind === 'slice' && expression.object.kind === 'name' && parameters.has(expression.object.name))
        moves ??= expression.object.name;
      // `const deeper = depth - 1; … research({ depth: deeper })`
      const assigned = expression.kind === 'name' ? local.get(expression.name) : undefined;
      if (assigned && expression.kind === 'name') {
        local.delete(expression.name);
        look(assigned);
      }
    });
  for (const argument of call.arguments) look(argument.value);
  return moves;
}

/** Names bound once to an expression in the body, by that expression. */
function localValues(body: readonly Statement[]): Map<string, Expression> {
  const found = new Map<string, Expression>();
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      const [target] = statement.kind === 'assign' ? statement.targets : [];
      if (statement.kind === 'assign' && statement.value && target?.kind === 'name' && !found.has(target.name))
        found.set(target.name, statement.value);
      for (const inner of functionsOf(statement)) visit(inner.body);
      visit(childStatements(statement));
    }
  };
  visit(body);
  return found;
}
