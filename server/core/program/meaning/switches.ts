import type { CallExpression, Expression, RecordEntry } from '../../module/expression.ts';
import type { Place, Unit } from '../../module/module.ts';
import type { LoopStatement, Statement } from '../../module/statement.ts';
import type { Slots } from '../../sdks/sdk.ts';
import { covers, type Span } from '../../text/span.ts';
import type { Switch } from '../call-site.ts';
import type { CallRecord } from '../summary.ts';
import { targetNames } from '../workspace/facts.ts';
import { around, type Node, nodesTo } from '../workspace/nodes-to.ts';
import { childStatements, eachExpression, eachStatement } from '../workspace/walk.ts';

/**
 * Fields of a call that its loop gives other values in some passes, read off the syntax: the value is chosen by a test of
 * something that moves with the passes (a counter, a flag that the loop turns). What a caller chose stays the same all along.
 */
export function switchesOf(unit: Unit | null, record: CallRecord): readonly Switch[] {
  const { expression, spending, whole } = record;
  if (!unit?.statement || !expression || record.via.length > 0) return [];
  const above = around(nodesTo(unit.statement, whole.span));
  const loop = above.find((node) => node.kind === 'loop');
  if (loop?.kind !== 'loop') return [];
  const moving = movingNames(loop, bodyAround(loop, unit.statement));
  if (moving.size === 0) return [];
  const chosen = fieldsOf(expression, spending.fields.javascript);
  return SETTINGS.flatMap(({ setting, slot }) => {
    const names = new Set((spending.slots[slot] ?? []).filter((path) => /^\w+$/.test(path)));
    const choice = chosen.flatMap((field) => (names.has(field.name) ? (choiceOf(field, loop, moving) ?? []) : []))[0];
    return choice ? [{ setting, place: placeIn(record.whole, choice.span), by: choice.by }] : [];
  });
}

const SETTINGS: readonly { readonly setting: Switch['setting']; readonly slot: keyof Slots }[] = [
  { setting: 'model', slot: 'model' },
  { setting: 'tools', slot: 'tools' },
  { setting: 'system', slot: 'system' },
  { setting: 'tool-choice', slot: 'toolChoice' },
  { setting: 'thinking', slot: 'thinking' },
  { setting: 'output-schema', slot: 'outputSchema' },
];

const placeIn = ({ file, unit }: Place, span: Span): Place => ({ file, unit, span });

interface Field {
  readonly name: string;
  readonly value: Expression;
  /** What decides whether the field is there at all: `...(isLast && { tools })`. */
  readonly test: Expression | null;
  readonly span: Span;
}

function fieldsOf(call: CallExpression, position: number): readonly Field[] {
  const named = call.arguments.flatMap((one): readonly Field[] => {
    if (one.kind === 'named') return [{ name: one.name, value: one.value, test: null, span: one.value.span }];
    return one.kind === 'named-spread' ? spreadFields(one.value) : [];
  });
  const record = call.arguments[position];
  return record?.kind === 'positional' && record.value.kind === 'record' ? [...named, ...record.value.entries.flatMap(entryFields)] : named;
}

function entryFields(entry: RecordEntry): readonly Field[] {
  if (entry.kind === 'entry') return [{ name: entry.key, value: entry.value, test: null, span: entry.value.span }];
  return entry.kind === 'spread' ? spreadFields(entry.value) : [];
}

function spreadFields(value: Expression): readonly Field[] {
  if (value.kind !== 'choice') return [];
  const test = value.operator === 'conditional' ? value.test : value.operator === 'and' ? value.options[0] : null;
  const records = value.options.filter((option) => option.kind === 'record');
  if (!test) return [];
  return records.flatMap((record) =>
    record.entries.flatMap((entry) => entryFields(entry).map((one) => ({ ...one, test, span: value.span }))),
  );
}

interface Choice {
  readonly span: Span;
  readonly by: string;
}

function choiceOf(field: Field, loop: LoopStatement, moving: ReadonlySet<string>): Choice | null {
  const spread = field.test && moverIn(field.test, moving);
  if (spread) return { span: field.span, by: spread };
  return conditionalOn(field.value, moving) ?? (field.value.kind === 'name' ? assignedBy(field.value.name, loop, moving) : null);
}

function conditionalOn(value: Expression, moving: ReadonlySet<string>): Choice | null {
  const by = value.kind === 'choice' && value.test ? moverIn(value.test, moving) : null;
  return by ? { span: value.span, by } : null;
}

/** A name that the loop binds in a branch, or by a choice: `if step > 3: model = …`. */
function assignedBy(name: string, loop: LoopStatement, moving: ReadonlySet<string>): Choice | null {
  const visit = (statements: readonly Statement[], test: string | null): Choice | null => {
    for (const statement of statements) {
      if (statement.kind === 'assign' && statement.value && statement.targets.some((one) => one.kind === 'name' && one.name === name)) {
        const chosen = conditionalOn(statement.value, moving);
        if (chosen) return chosen;
        if (test) return { span: statement.span, by: test };
      }
      const inner = statement.kind === 'if' ? (moverIn(statement.test, moving) ?? test) : test;
      const found = visit(childStatements(statement), inner);
      if (found) return found;
    }
    return null;
  };
  return visit(loop.body, null);
}

function moverIn(test: Expression, moving: ReadonlySet<string>): string | null {
  let found: string | null = null;
  eachExpression(test, (one) => {
    if (one.kind === 'name' && moving.has(one.name)) found ??= one.name;
  });
  return found;
}

/** Counters, what the loop walks over, flags that it turns, and names made from those. */
function movingNames(loop: LoopStatement, enclosing: readonly Statement[]): ReadonlySet<string> {
  const moving = new Set<string>();
  if (loop.form === 'each' && loop.target) targetNames(loop.target, moving);
  for (const statement of loop.update) noteAugmented(statement, moving);
  eachStatement(loop.body, (statement) => {
    noteAugmented(statement, moving);
    if (isFlagTurn(statement)) for (const name of boundBy(statement)) if (isSetBefore(name, loop, enclosing)) moving.add(name);
    return true;
  });
  for (let grown = -1; grown !== moving.size; ) {
    grown = moving.size;
    eachStatement(loop.body, (statement) => {
      if (statement.kind === 'assign' && statement.value && isMadeFrom(statement.value, moving))
        for (const name of boundBy(statement)) moving.add(name);
      return true;
    });
  }
  return moving;
}

function noteAugmented(statement: Statement, into: Set<string>): void {
  if (statement.kind === 'augment' && statement.target.kind === 'name' && statement.value.kind === 'number')
    into.add(statement.target.name);
}

const isFlagTurn = (statement: Statement): boolean => statement.kind === 'assign' && statement.value?.kind === 'boolean';

function boundBy(statement: Statement): readonly string[] {
  return statement.kind === 'assign' ? statement.targets.flatMap((target) => (target.kind === 'name' ? [target.name] : [])) : [];
}

/** A plain comparison of what moves, no call that it is handed to: what comes back from there may be anything. */
function isMadeFrom(value: Expression, moving: ReadonlySet<string>): boolean {
  if (value.kind === 'name') return moving.has(value.name);
  if (value.kind !== 'operation') return false;
  return value.operands.some((operand) => isMadeFrom(operand, moving));
}

/** The flag has another value before the loop. */
function isSetBefore(name: string, loop: LoopStatement, enclosing: readonly Statement[]): boolean {
  let found = false;
  eachStatement(enclosing, (statement) => {
    if (isFlagTurn(statement) && statement.span.end <= loop.span.start && boundBy(statement).includes(name)) found = true;
    return statement !== loop;
  });
  return found;
}

/** The body of the function that the loop stands in. */
function bodyAround(loop: LoopStatement, root: Statement): readonly Statement[] {
  const nodes: readonly Node[] = nodesTo(root, loop.span);
  const owner = nodes.findLast((node) => node.kind === 'function' && covers(node.span, loop.span));
  return owner?.kind === 'function' ? owner.function.body : [root];
}
