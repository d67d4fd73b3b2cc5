import type { ComprehensionExpression, Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { Unit } from '../../module/module.ts';
import type { LoopStatement, Statement } from '../../module/statement.ts';
import type { Collection, Loop } from '../call-site.ts';
import type { LoopRecord } from '../summary.ts';
import { targetNames } from '../workspace/facts.ts';
import { around, type Node, nodesTo } from '../workspace/nodes-to.ts';
import { childExpressions, childStatements, eachExpression, eachStatement } from '../workspace/walk.ts';

/** What a loop walks over, and whether its passes start before the first has ended: both read off the syntax alone. */
export function walkOf(unit: Unit | null, record: LoopRecord): Pick<Loop, 'over' | 'isConcurrent'> {
  if (!unit?.statement) return { over: [], isConcurrent: false };
  if (record.statement) return { over: overOf(record.statement), isConcurrent: collectsTasks(record.statement, unit.statement) };
  const nodes = nodesTo(unit.statement, record.whole.span);
  const self = nodes.at(-1);
  if (self?.kind === 'comprehension') return { over: self.clauses.map(clauseOf), isConcurrent: startsTasks(self, nodes, unit.statement) };
  if (self?.kind === 'call') return ofCall(self, self.arguments.find(({ value }) => value.kind === 'function')?.value);
  // A function handed over by name: `executor.map(ask, items)`.
  const call = nodes.at(-2);
  return call?.kind === 'call' ? ofCall(call, self) : { over: [], isConcurrent: false };
}

/** Workers that run several at a time. */
const POOLS = /executor|pool|limit|concurrent|thread_map|process_map|^pMap$/i;

/** `items.map(ask)` walks over what it is called on, `pMap(items, ask)` and `executor.map(ask, items)` over what they are given. */
function ofCall(
  { callee, arguments: given }: Extract<Expression, { kind: 'call' }>,
  callback: Node | undefined,
): Pick<Loop, 'over' | 'isConcurrent'> {
  const names = callee.kind === 'member' ? [nameOf(callee.object), callee.name] : [nameOf(callee)];
  const isPool = names.some((name) => POOLS.test(name));
  const isOnItems = callee.kind === 'member' && !isPool && given[0]?.value === callback;
  const items = isOnItems ? callee.object : given.find(({ value }) => value !== callback)?.value;
  if (!items) return { over: [], isConcurrent: isPool };
  const found = ofCallback(items, callback);
  return isPool ? { ...found, isConcurrent: true } : found;
}

function ofCallback(items: Expression, callback: Node | undefined): Pick<Loop, 'over' | 'isConcurrent'> {
  const node = callback?.kind === 'function' ? callback.function : null;
  const names = new Set<string>();
  for (const parameter of node?.parameters ?? []) targetNames(parameter.target, names);
  for (const statement of node?.body ?? []) bindings(statement, names);
  // An async function gives its promise back at its first wait: `map` starts them all.
  return { over: [collection(items, [...names])], isConcurrent: node?.isAsync === true };
}

function overOf(loop: LoopStatement): readonly Collection[] {
  if (loop.form !== 'each' || !loop.iterable) return [];
  const names = new Set<string>();
  bindings(loop, names);
  return [collection(loop.iterable, [...names])];
}

function clauseOf({ target, iterable }: ComprehensionExpression['clauses'][number]): Collection {
  const names = new Set<string>();
  targetNames(target, names);
  return collection(iterable, [...names]);
}

function collection(items: Expression, binds: readonly string[]): Collection {
  const reads = new Set<string>();
  eachExpression(items, (one) => {
    if (one.kind === 'name') reads.add(one.name);
  });
  return { name: nameOf(items), isLiteral: isFixed(items), reads: [...reads], binds };
}

/** Items that stand in the code, or a number of passes: no data grows it. */
function isFixed(items: Expression): boolean {
  if (items.kind === 'list') return items.items.every((item) => item.kind !== 'spread');
  return items.kind === 'call' && items.callee.kind === 'name' && items.callee.name === 'range';
}

/** Names that a statement binds, at any depth, also in functions that are written in it. */
function bindings(statement: Statement, into: Set<string>): void {
  eachStatement([statement], (one) => {
    if (one.kind === 'assign') for (const target of one.targets) targetNames(target, into);
    if (one.kind === 'augment') targetNames(one.target, into);
    if (one.kind === 'loop' && one.target) targetNames(one.target, into);
    if (one.kind === 'with') for (const item of one.items) if (item.target) targetNames(item.target, into);
    if (one.kind === 'function') for (const inner of one.function.body) bindings(inner, into);
    for (const expression of childExpressions(one))
      eachExpression(expression, (part) => {
        if (part.kind === 'function') for (const inner of part.function.body) bindings(inner, into);
      });
    return true;
  });
}

const GATHERS = /^(gather|wait|as_completed|all|allSettled|TaskGroup)$/;
const STARTS = /^(create_task|ensure_future|submit|start_soon|to_thread|run_in_executor)$/;

/** A comprehension of coroutines that something waits for together, or that starts a task for each. */
function startsTasks(self: ComprehensionExpression, nodes: readonly Node[], root: Statement): boolean {
  if (startsTask(self.element)) return true;
  if (self.element.kind === 'await') return false;
  if (around(nodes).some(isGathering)) return true;
  const assigned = around(nodes).find((one) => one.kind === 'assign');
  return assigned?.kind === 'assign' && assigned.targets.some((target) => target.kind === 'name' && isGathered(target.name, root));
}

/** `tasks.append(ask(item))` in the loop, `gather(*tasks)` behind it. */
function collectsTasks(loop: LoopStatement, root: Statement): boolean {
  let isStarting = false;
  const lists = new Set<string>();
  eachStatement(loop.body, (statement) => {
    for (const expression of childExpressions(statement))
      eachExpression(expression, (one) => {
        if (startsTask(one)) isStarting = true;
        if (one.kind !== 'call' || one.callee.kind !== 'member' || one.callee.object.kind !== 'name') return;
        const [item] = one.arguments;
        if (/^(append|push|add)$/.test(one.callee.name) && item?.value.kind === 'call') lists.add(one.callee.object.name);
      });
    return true;
  });
  return isStarting || [...lists].some((name) => isGathered(name, root));
}

const startsTask = (expression: Expression): boolean =>
  expression.kind === 'call' && expression.callee.kind === 'member' && STARTS.test(expression.callee.name);

const isGathering = (node: Node): boolean => node.kind === 'call' && GATHERS.test(nameOf(node.callee).split('.').at(-1) ?? '');

function isGathered(name: string, root: Statement): boolean {
  let found = false;
  const look = (expression: Expression): void =>
    eachExpression(expression, (one) => {
      if (one.kind === 'function') for (const statement of one.function.body) visit(statement);
      if (one.kind === 'call' && isGathering(one))
        found ||= one.arguments.some(({ value }) => value.kind === 'name' && value.name === name);
    });
  const visit = (statement: Statement): void => {
    for (const expression of childExpressions(statement)) look(expression);
    for (const child of statement.kind === 'function' ? bodyOf(statement.function) : childStatements(statement)) visit(child);
  };
  visit(root);
  return found;
}

const bodyOf = (node: FunctionNode): readonly Statement[] => node.body;

function nameOf(expression: Expression): string {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'member':
      return `${nameOf(expression.object)}.${expression.name}`;
    case 'call': {
      const [items] = expression.arguments;
      const callee = nameOf(expression.callee);
      return items && PASSING.test(callee) ? nameOf(items.value) : `${callee}(…)`;
    }
    case 'index':
    case 'slice':
      return `${nameOf(expression.object)}[…]`;
    default:
      return 'items';
  }
}

/** Calls that give the items of their first argument, as many as there are. */
const PASSING = /^(enumerate|zip|sorted|reversed|list|tuple|set|iter|tqdm(\.\w+)?|track|Object\.(keys|values|entries)|Array\.from)$/;
