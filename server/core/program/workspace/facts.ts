import type { Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { Unit } from '../../module/module.ts';
import type { Statement } from '../../module/statement.ts';
import { keepsOf } from './stores.ts';
import { childExpressions, childStatements, functionsOf } from './walk.ts';

/** What a unit does to names, read off its syntax alone, so that questions find the right unit without evaluating any. */
export interface UnitFacts {
  /** A name bound to a function is a function; a type is no class, because a value may have its name too. */
  readonly kind: Statement['kind'] | 'type' | 'none';
  /** Names it binds at its level, also inside blocks, branches and loops. */
  readonly declares: readonly string[];
  /** Names that it changes in place: `messages.append(…)`, `total += 1`. */
  readonly mutates: readonly string[];
  /** Members of the receiver that it assigns or grows: `self.client = …`. */
  readonly writes: readonly string[];
  /** Those of them that it changes in place: `self.messages.append(…)`. */
  readonly grows: readonly string[];
  /** What it puts into a framework's store: `st.session_state.client = …`. */
  readonly keeps: readonly string[];
  readonly importsEverythingFrom: readonly string[];
  /** It calls what it is given in a loop: a caller may give it a call of a model. */
  readonly repeatsGiven: boolean;
  /** The type of what it gives back or is, where it says so. */
  readonly gives?: string;
}

export function unitFacts(unit: Unit): UnitFacts {
  const known = cache.get(unit);
  if (known) return known;
  const facts = readFacts(unit);
  cache.set(unit, facts);
  return facts;
}

/** For a unit whose facts were read elsewhere, so that nobody has to look into it. */
export function rememberFacts(unit: Unit, facts: UnitFacts): void {
  cache.set(unit, facts);
}

/** Keyed by the immutable unit itself: a pure function's memory, not state. */
const cache = new WeakMap<Unit, UnitFacts>();

const GROWERS = new Set([
  'append',
  'push',
  'extend',
  'insert',
  'unshift',
  'add',
  'update',
  'pop',
  'shift',
  'clear',
  'splice',
  'appendleft',
  'popleft',
  'remove',
]);

function readFacts(unit: Unit): UnitFacts {
  const { statement } = unit;
  const declares = new Set<string>();
  const mutates = new Set<string>();
  const writes = new Set<string>();
  const grows = new Set<string>();
  const everything: string[] = [];
  const gives = unit.owner === null ? typeGiven(statement) : null;
  if (statement) {
    declareStatement(statement, declares, everything);
    if (statement.kind !== 'function' && statement.kind !== 'class') mutations([statement], mutates);
    if (unit.owner !== null) receiverWrites(statement, writes, grows);
  }
  return {
    kind: kindOf(statement),
    declares: [...declares],
    mutates: [...mutates],
    writes: [...writes],
    grows: [...grows],
    keeps: statement ? keepsOf(statement) : [],
    importsEverythingFrom: everything,
    repeatsGiven: repeatsGiven(functionOf(statement), new Set(), false),
    ...(gives ? { gives } : {}),
  };
}

/** The type that a unit says it gives: `function create(): Llm`, `const llm: Llm = { … }`; null where it says none. */
function typeGiven(statement: Statement | null): string | null {
  const node = functionOf(statement);
  const type = node ? node.returns : statement?.kind === 'assign' && statement.value?.kind === 'record' ? statement.annotation : null;
  const name = type && typeName(type);
  return name && /^[A-Z]/.test(name) ? name : null;
}

/** Behind `Promise<…>` the type itself, of a generic type its name. */
function typeName(type: Expression): string | null {
  if (type.kind === 'name') return type.name;
  if (type.kind !== 'index') return null;
  const outer = typeName(type.object);
  return outer === 'Promise' ? typeName(type.index) : outer;
}

function kindOf(statement: Statement | null): UnitFacts['kind'] {
  if (functionOf(statement)) return 'function';
  return statement?.kind === 'class' && statement.isType ? 'type' : (statement?.kind ?? 'none');
}

function repeatsGiven(node: FunctionNode | null, outer: ReadonlySet<string>, isInLoop: boolean): boolean {
  if (!node) return false;
  const names = new Set(outer);
  for (const parameter of node.parameters) targetNames(parameter.target, names);
  return repeatsIn(node.body, names, isInLoop);
}

function repeatsIn(statements: readonly Statement[], names: ReadonlySet<string>, isInLoop: boolean): boolean {
  return statements.some((statement) => {
    const inside = isInLoop || statement.kind === 'loop';
    const calls = childExpressions(statement).some(
      (expression) => (inside || expression.kind === 'comprehension') && callsOneOf(expression, names),
    );
    return (
      calls ||
      functionsOf(statement).some((inner) => repeatsGiven(inner, names, inside || isMapped(statement))) ||
      repeatsIn(childStatements(statement), names, inside)
    );
  });
}

const callsOneOf = (expression: Expression, names: ReadonlySet<string>): boolean =>
  (expression.kind === 'call' && expression.callee.kind === 'name' && names.has(expression.callee.name)) ||
  childExpressions(expression).some((child) => callsOneOf(child, names));

/** A comprehension or a callback of `map` repeats too; told roughly, because asking too often does no harm. */
const isMapped = (statement: Statement): boolean => childExpressions(statement).some(isMapping);
const isMapping = (expression: Expression): boolean =>
  (expression.kind === 'call' && expression.callee.kind === 'member' && /^(map|forEach|flatMap)$/.test(expression.callee.name)) ||
  childExpressions(expression).some(isMapping);

/** The function that a unit defines: a declaration, or a name bound to an arrow or function expression. */
export function functionOf(statement: Statement | null): FunctionNode | null {
  if (statement?.kind === 'function') return statement.function;
  if (
    statement?.kind === 'assign' &&
    statement.value?.kind === 'function' &&
    statement.targets.length === 1 &&
    statement.targets[0]?.kind === 'name'
  )
    return statement.value.function;
  return null;
}

function declareStatement(statement: Statement, into: Set<string>, everything: string[]): void {
  switch (statement.kind) {
    case 'assign':
      for (const target of statement.targets) targetNames(target, into);
      return;
    case 'augment':
      return;
    case 'function':
      if (statement.function.name) into.add(statement.function.name);
      return;
    case 'class':
      if (statement.name) into.add(statement.name);
      return;
    case 'import':
      for (const binding of statement.bindings) {
        if (binding.kind === 'everything') everything.push(statement.source);
        else into.add(binding.local);
      }
      return;
    case 'loop':
      if (statement.target) targetNames(statement.target, into);
      break;
    case 'with':
      for (const item of statement.items) if (item.target) targetNames(item.target, into);
      break;
    default:
  }
  for (const child of childStatements(statement)) declareStatement(child, into, everything);
}

/** Names that a target binds; members and elements bind none. */
export function targetNames(target: Expression, into: Set<string>): void {
  if (target.kind === 'name') into.add(target.name);
  else if (target.kind === 'list') for (const item of target.items) targetNames(item, into);
  else if (target.kind === 'spread' || target.kind === 'assignment')
    targetNames(target.kind === 'spread' ? target.value : target.target, into);
  else if (target.kind === 'record') for (const entry of target.entries) targetNames(entry.value, into);
}

function mutations(statements: readonly Statement[], into: Set<string>): void {
  for (const statement of statements) {
    if (statement.kind === 'function' || statement.kind === 'class') continue;
    if (statement.kind === 'augment') rootName(statement.target, into);
    if (statement.kind === 'assign')
      for (const target of statement.targets) if (target.kind === 'member' || target.kind === 'index') rootName(target, into);
    for (const expression of childExpressions(statement)) mutationsIn(expression, into);
    mutations(childStatements(statement), into);
  }
}

function mutationsIn(expression: Expression, into: Set<string>): void {
  if (expression.kind === 'function') return;
  if (expression.kind === 'call' && expression.callee.kind === 'member' && GROWERS.has(expression.callee.name))
    rootName(expression.callee.object, into);
  for (const child of childExpressions(expression)) mutationsIn(child, into);
}

function rootName(expression: Expression, into: Set<string>): void {
  if (expression.kind === 'name') into.add(expression.name);
  else if (expression.kind === 'member' || expression.kind === 'index') rootName(expression.object, into);
}

/** `self.x = …`, `this.x.push(…)`: by the receiver's own name, which is the first parameter or `this`. */
function receiverWrites(statement: Statement, into: Set<string>, grown: Set<string>): void {
  if (statement.kind !== 'function') return;
  const [first] = statement.function.parameters;
  const receivers = new Set(['this']);
  if (
    first?.target.kind === 'name' &&
    (statement.role === 'method' || statement.role === 'constructor' || statement.role === 'getter' || statement.role === 'setter')
  )
    receivers.add(first.target.name);
  const visit = (list: readonly Statement[]): void => {
    for (const one of list) {
      const targets =
        one.kind === 'assign'
          ? one.targets
          : one.kind === 'augment'
            ? [one.target]
            : one.kind === 'with'
              ? one.items.flatMap((item) => item.target ?? [])
              : [];
      for (const target of targets)
        for (const part of target.kind === 'list' ? target.items : [target]) noteReceiver(part, receivers, into);
      for (const expression of childExpressions(one)) visitExpression(expression);
      visit(childStatements(one));
      for (const nested of functionsOf(one)) visit(nested.body);
    }
  };
  const visitExpression = (expression: Expression): void => {
    if (expression.kind === 'assignment') noteReceiver(expression.target, receivers, into);
    if (expression.kind === 'call' && expression.callee.kind === 'member' && GROWERS.has(expression.callee.name)) {
      noteReceiver(expression.callee.object, receivers, into);
      noteReceiver(expression.callee.object, receivers, grown);
    }
    for (const child of childExpressions(expression)) visitExpression(child);
  };
  visit(statement.function.body);
}

function noteReceiver(target: Expression, receivers: ReadonlySet<string>, into: Set<string>): void {
  if (target.kind === 'member' && target.object.kind === 'name' && receivers.has(target.object.name)) into.add(target.name);
  else if (target.kind === 'index' || target.kind === 'member') noteReceiver(target.object, receivers, into);
}
