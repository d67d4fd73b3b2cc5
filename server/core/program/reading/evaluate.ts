import type { Expression, RecordEntry } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import { isCut } from '../loops/trims.ts';
import { superMember } from '../meaning/super.ts';
import { choiceOf, concatOf, hole, holeOf, type ListItem, type RecordValue, type Value } from '../value.ts';
import { elementOf, memberOf } from '../values/members.ts';
import { cut, originOf } from '../values/origin.ts';
import { pipe } from '../values/piped.ts';
import { spreadInto } from '../values/spread.ts';
import { carries, fromModel, isModelsWord, madeFrom } from '../values/taint.ts';
import { dedentText, formatPercent, nameOf } from '../values/texts.ts';
import { isPath, joined } from '../workspace/file-paths.ts';
import { foldTest } from '../workspace/tests.ts';
import { evaluateCall } from './apply.ts';
import { assignTo } from './assign.ts';
import { evaluateComprehension } from './comprehension.ts';
import { keptAt } from './kept.ts';

/** What an expression is worth at this point of the reading; calls it makes are noted in the frame. */
export function evaluate(frame: Frame, expression: Expression): Value {
  const value = evaluateKind(frame, expression);
  frame.worth.set(expression, value);
  return value;
}

function evaluateKind(frame: Frame, expression: Expression): Value {
  const place = frame.place(expression.span);
  switch (expression.kind) {
    case 'text':
      return { kind: 'text', text: expression.text, place };
    case 'number':
      return { kind: 'number', value: expression.value, place };
    case 'boolean':
      return { kind: 'boolean', value: expression.value, place };
    case 'null':
      return { kind: 'null', place };
    case 'template': {
      const whole = concatOf(
        expression.parts.map((part) => evaluate(frame, part)),
        place,
      );
      if (!expression.tag) return whole;
      const tag = evaluate(frame, expression.tag);
      return /dedent|outdent|stripIndent/i.test(nameOf(tag)) ? dedentText(whole) : whole;
    }
    case 'name':
      return evaluateName(frame, expression.name, place);
    case 'member': {
      const inherited = superMember(frame, expression);
      if (inherited) return inherited;
      const object = evaluate(frame, expression.object);
      const overlay =
        expression.object.kind === 'name' && expression.object.name === frame.receiver
          ? frame.names.get(`${frame.receiver}.${expression.name}`)
          : null;
      return overlay ?? keptAt(frame, expression, object) ?? memberOf(frame.world, object, expression.name, place);
    }
    case 'index':
      return evaluateIndex(frame, expression, place);
    case 'slice': {
      const object = evaluate(frame, expression.object);
      if (object.kind === 'list')
        return {
          ...object,
          items: isCut(expression) ? object.items.map(cutItem) : object.items.map(maybeItem),
        };
      const part = hole(`${nameOf(object)}[:]`, 'a part of a value', place, 'unknown', fromModel(object));
      return madeFrom(holeOf(part, cut(originOf(object))), [object]);
    }
    case 'record':
      return evaluateRecord(frame, expression.entries, place);
    case 'list':
      return { kind: 'list', items: expression.items.flatMap((item) => evaluateItem(frame, item)), place };
    case 'call':
      return evaluateCall(frame, expression);
    case 'choice':
      return evaluateChoice(frame, expression, place);
    case 'operation':
      return evaluateOperation(
        expression.operator,
        expression.operands.map((operand) => evaluate(frame, operand)),
        place,
      );
    case 'function': {
      const value: Value = {
        kind: 'function',
        file: frame.file,
        unit: frame.unit,
        node: expression.function,
        receiver: null,
        closure: closureOf(frame),
        given: null,
        place,
      };
      if (frame.isRecording) frame.unread.push({ value, loops: [...frame.loops], around: [] });
      return value;
    }
    case 'class':
      return { kind: 'class', file: frame.file, unit: frame.unit, node: expression.class, place };
    case 'comprehension':
      return evaluateComprehension(frame, expression);
    case 'await':
    case 'spread':
      return evaluate(frame, expression.value);
    case 'yield':
      if (expression.value) evaluate(frame, expression.value);
      return hole('yield', 'sent by whoever runs the generator', place);
    case 'assignment': {
      const value = evaluate(frame, expression.value);
      const isFilled = expression.operator === '??' || expression.operator === '||';
      const assigned = isFilled
        ? choiceOf([evaluate(frame, expression.target), value], place)
        : expression.operator === '='
          ? value
          : evaluateOperation(expression.operator, [evaluate(frame, expression.target), value], place);
      assignTo(frame, expression.target, assigned);
      return assigned;
    }
    case 'unknown':
      return hole('expression', expression.why, place);
  }
}

/** Names are looked up when the function is read, so that what is bound later is seen too. */
export function closureOf(frame: Frame): { readonly lookup: (name: string) => Value | null } {
  return { lookup: (name) => frame.names.get(name) ?? frame.closure?.lookup(name) ?? null };
}

function evaluateName(frame: Frame, name: string, place: Value['place']): Value {
  return (
    frame.lookup(name) ?? (name === 'undefined' ? { kind: 'null', place } : { kind: 'external', package: 'builtins', path: [name], place })
  );
}

function evaluateIndex(frame: Frame, expression: Extract<Expression, { kind: 'index' }>, place: Value['place']): Value {
  const object = evaluate(frame, expression.object);
  const index = evaluate(frame, expression.index);
  if (index.kind === 'text') return keptAt(frame, expression, object) ?? memberOf(frame.world, object, index.text, place);
  // `Agent[Deps, str](…)`: a class with type arguments is the class.
  if (object.kind === 'class' || (object.kind === 'external' && isClassName(object.path) && frame.world.language(frame.file) === 'python'))
    return object;
  if (object.kind === 'list' && index.kind === 'number') {
    const at = index.value < 0 ? object.items.length + index.value : index.value;
    const item = object.items[at];
    if (item && object.items.every((one) => one.count === 'one')) return item.value;
    return elementOf(frame.world, object, nameOf(object), place);
  }
  if (object.kind === 'response') return { ...object, path: [...object.path, '[]'] };
  if (object.kind === 'record' && index.kind !== 'number') {
    const values = object.entries.map((entry) => entry.value);
    if (values.length > 0 && object.unknowns.length === 0) return choiceOf(values, place);
  }
  if (fromModel(object)) return hole(nameOf(object), 'taken from the model\u2019s answer', place, 'per-call', true);
  return { kind: 'member', object, name: index.kind === 'number' ? `[${index.value}]` : `[${nameOf(index)}]`, place };
}

const isClassName = (path: readonly string[]): boolean => /^[A-Z]\w*[a-z]/.test(path.at(-1) ?? '');

function evaluateRecord(frame: Frame, entries: readonly RecordEntry[], place: Value['place']): RecordValue {
  const known: { key: string; value: Value }[] = [];
  const unknowns: Value[] = [];
  for (const entry of entries) {
    if (entry.kind === 'entry') known.push({ key: entry.key, value: evaluate(frame, entry.value) });
    else if (entry.kind === 'computed') {
      const key = evaluate(frame, entry.key);
      const value = evaluate(frame, entry.value);
      if (key.kind === 'text') known.push({ key: key.text, value });
      else unknowns.push(value);
    } else spreadInto(evaluate(frame, entry.value), known, unknowns);
  }
  return { kind: 'record', entries: known, unknowns, place };
}

function evaluateItem(frame: Frame, item: Expression): readonly ListItem[] {
  if (item.kind !== 'spread') return [{ value: evaluate(frame, item), count: 'one' }];
  const value = evaluate(frame, item.value);
  if (value.kind === 'list') return value.items;
  if (
    value.kind === 'choice' &&
    value.options.every((option) => option.kind === 'list' || option.kind === 'null' || option.kind === 'boolean')
  )
    return value.options.flatMap((option) =>
      option.kind === 'list' ? option.items.map((one) => ({ ...one, count: 'maybe' as const })) : [],
    );
  return [{ value, count: 'many' }];
}

function evaluateChoice(frame: Frame, expression: Extract<Expression, { kind: 'choice' }>, place: Value['place']): Value {
  if (expression.test) evaluate(frame, expression.test);
  const [first, second] = expression.options;
  const left = evaluate(frame, first);
  frame.depth++;
  const right = evaluate(frame, second);
  frame.depth--;
  if (expression.operator === 'or' || expression.operator === 'nullish') {
    if (left.kind === 'null' || (expression.operator === 'or' && left.kind === 'boolean' && !left.value)) return right;
    if (left.kind === 'text' && left.text !== '') return left;
    if (left.kind === 'list' || left.kind === 'record' || left.kind === 'object' || left.kind === 'instance' || left.kind === 'number')
      return left;
  }
  if (expression.operator === 'and') {
    if (fromModel(left)) return choiceOf([hole('false', 'the other side of `and`', place, 'per-call', true), right], place);
    return choiceOf([right, { kind: 'boolean', value: false, place }], place);
  }
  return choiceOf([left, right], place);
}

export function evaluateOperation(operator: string, operands: readonly Value[], place: Value['place']): Value {
  const [left, right] = operands;
  if (left && right) {
    if (operator === '+') return add(left, right, place);
    if (operator === '%' && isText(left)) return formatPercent(left, right, place);
    if (operator === '|' && left.kind === 'record' && right.kind === 'record')
      return { ...left, entries: [...left.entries, ...right.entries], unknowns: [...left.unknowns, ...right.unknowns] };
    if (operator === '*' && left.kind === 'text' && right.kind === 'number' && left.text.length * right.value < LONGEST_REPEAT)
      return { ...left, text: left.text.repeat(Math.max(0, right.value)) };
    if (operator === '/' && isPath(left)) return joined(left, right, place);
    if (operator === ',') return right;
    if (left.kind === 'number' && right.kind === 'number') {
      const result = arithmetic(operator, left.value, right.value);
      if (result !== null) return { kind: 'number', value: result, place };
    }
    if (operator === '|' || operator === '&') {
      const chain = pipe(left, right, operator, place);
      if (chain) return chain;
    }
  }
  if (operator === 'negate' && left?.kind === 'number') return { kind: 'number', value: -left.value, place };
  const isModel = operands.some(isModelsWord);
  const folded = foldTest(operator, operands, place);
  if (folded) return folded;
  // A test of what the caller gives stays a test, so that a call under it can be told apart once the caller is known.
  if (!isModel && operands.some((operand) => carries(operand, (one) => one.kind === 'parameter', 0)))
    return {
      kind: 'called',
      callee: { kind: 'external', package: 'operator', path: [operator], place },
      arguments: { positional: operands, named: [], unknowns: [] },
      place,
    };
  const name = operands.map(nameOf).find((one) => one !== '') ?? 'value';
  return hole(name, 'computed', place, isModel ? 'per-call' : 'unknown', isModel);
}

function add(left: Value, right: Value, place: Value['place']): Value {
  if (left.kind === 'number' && right.kind === 'number') return { kind: 'number', value: left.value + right.value, place };
  if (left.kind === 'list' && right.kind === 'list') return { ...left, items: [...left.items, ...right.items] };
  if (left.kind === 'list') return { ...left, items: [...left.items, { value: right, count: 'many' }] };
  if (right.kind === 'list') return { ...right, items: [{ value: left, count: 'many' }, ...right.items] };
  if (isText(left) || isText(right)) return concatOf([left, right], place);
  const isModel = fromModel(left) || fromModel(right);
  if (isModel) return hole(nameOf(left) || nameOf(right), 'computed', place, 'per-call', true);
  // Two unknowns added may be text: they stay in order, each with its name.
  return left.kind === 'number' || right.kind === 'number'
    ? hole(nameOf(left) || nameOf(right), 'computed', place)
    : concatOf([left, right], place);
}

function arithmetic(operator: string, left: number, right: number): number | null {
  switch (operator) {
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? null : left / right;
    case '//':
      return right === 0 ? null : Math.floor(left / right);
    case '**':
      return left ** right;
    case '%':
      return right === 0 ? null : left % right;
    default:
      return null;
  }
}

const maybeItem = (item: ListItem): ListItem => ({ ...item, count: item.count === 'one' ? 'maybe' : item.count });
const cutItem = (item: ListItem): ListItem => ({ ...maybeItem(item), ...(item.count === 'many' ? { grows: 'cut' as const } : {}) });

const isText = (value: Value): boolean =>
  value.kind === 'text' ||
  value.kind === 'concat' ||
  (value.kind === 'choice' && value.options.some((option) => option.kind === 'text' || option.kind === 'concat'));
const LONGEST_REPEAT = 1_000_000;
