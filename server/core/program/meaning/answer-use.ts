import type { Expression } from '../../module/expression.ts';
import type { Unit } from '../../module/module.ts';
import type { AssignStatement, Statement } from '../../module/statement.ts';
import type { CallSite } from '../call-site.ts';
import type { CallRecord } from '../summary.ts';
import { type Node, nodesTo } from '../workspace/nodes-to.ts';
import { childExpressions, childStatements, eachStatement } from '../workspace/walk.ts';

/**
 * What the code does with an answer, read off the syntax around the call: nothing at all, or of several answers only the
 * first. `unknown` where it is handed on, kept, or given back.
 */
export function answerUse(unit: Unit | null, record: CallRecord): CallSite['answerUse'] {
  const { expression, whole } = record;
  if (!unit?.statement || !expression || record.via.length > 0 || whole.file.endsWith('.ipynb')) return 'unknown';
  const above = nodesTo(unit.statement, whole.span).slice(0, -1).reverse();
  const at = above.findIndex((node) => node.kind !== 'await');
  const user = above[at];
  // A call that stands alone where failures are caught may only ask whether it fails.
  if (user?.kind === 'expression') return above.some((node) => node.kind === 'try' && node.handlers.length > 0) ? 'unknown' : 'none';
  if (user && isFirst([...above.slice(at)])) return 'first';
  const body = ownBody(above.slice(at));
  const name = user?.kind === 'assign' && body !== null ? ownName(user, body, whole.file) : null;
  return name === null || body === null ? 'unknown' : usesOfName(name, body);
}

/** `.choices[0]`, `.candidates[0]` directly on what the nodes above hold, the innermost first. */
function isFirst([member, index]: readonly Node[]): boolean {
  return (
    member?.kind === 'member' &&
    LISTS.test(member.name) &&
    index?.kind === 'index' &&
    index.index.kind === 'number' &&
    index.index.value === 0
  );
}
const LISTS = /^(choices|candidates)$/;

/** The one name that an answer is bound to; null where it may be a name of an outer scope. */
function ownName({ targets }: AssignStatement, body: readonly Statement[], file: string): string | null {
  const [target] = targets;
  if (target?.kind !== 'name' || targets.length > 1) return null;
  let isOwn = file.endsWith('.py');
  eachStatement(body, (statement) => {
    const declares = statement.kind === 'assign' && statement.declares !== null;
    if (declares && statement.targets.some((one) => one.kind === 'name' && one.name === target.name)) isOwn = true;
    return true;
  });
  return isOwn ? target.name : null;
}

/** The function's own statements; null at the top level, where other files may read the name. */
function ownBody(above: readonly Node[]): readonly Statement[] | null {
  const owner = above.find((node) => node.kind === 'function');
  return owner?.kind === 'function' ? owner.function.body : null;
}

function usesOfName(name: string, body: readonly Statement[]): CallSite['answerUse'] {
  let reads = 0;
  let firsts = 0;
  let hidden = 0;
  const look = (node: Expression, above: readonly Expression[]): void => {
    if (node.kind === 'name' && node.name === name) {
      reads++;
      if (isFirst(above)) firsts++;
    }
    // Syntax that we do not read may use it.
    if (node.kind === 'unknown' || node.kind === 'class') hidden++;
    if (node.kind === 'function') for (const statement of node.function.body) visit(statement);
    if (node.kind === 'assignment') {
      look(node.value, [node, ...above]);
      return;
    }
    for (const child of childExpressions(node)) look(child, [node, ...above]);
  };
  const visit = (statement: Statement): void => {
    if (statement.kind === 'function') for (const inner of statement.function.body) visit(inner);
    const targets: ReadonlySet<Expression> = new Set(
      statement.kind === 'assign' ? statement.targets.filter((one) => one.kind === 'name') : [],
    );
    for (const expression of childExpressions(statement)) if (!targets.has(expression)) look(expression, []);
    for (const child of childStatements(statement)) visit(child);
  };
  for (const statement of body) visit(statement);
  if (hidden > 0) return 'unknown';
  return reads === 0 ? 'none' : firsts === reads ? 'first' : 'unknown';
}
