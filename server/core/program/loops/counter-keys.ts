import type { Expression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import type { Value } from '../value.ts';
import { settleHead } from '../values/settle.ts';
import { fromModel } from '../values/taint.ts';
import { eachExpression } from '../workspace/walk.ts';

/** Before the keys of names that belong to no object. */
export const NAME = 'name ';

/**
 * One name for a counter wherever it is changed and read. Members of the program's own objects go by their own name, whatever
 * the object is called: a budget that two objects count alike is rather taken for one than a loop called endless.
 */
export function counterKey(frame: Frame, expression: Expression): string | null {
  if (expression.kind === 'name') {
    const value = frame.lookup(expression.name);
    return (value && rootOf(frame, value)) ?? `${NAME}${expression.name}`;
  }
  const name = memberName(expression);
  if (name === null || (expression.kind !== 'member' && expression.kind !== 'index')) return null;
  const value = frame.worth.get(expression.object) ?? null;
  const root = (value && rootOf(frame, value)) ?? counterKey(frame, expression.object);
  return root === null ? null : `${root}.${name}`;
}

const memberName = (expression: Expression): string | null =>
  expression.kind === 'member'
    ? expression.name
    : expression.kind === 'index' && expression.index.kind === 'text'
      ? expression.index.text
      : null;

function rootOf(frame: Frame, value: Value): string | null {
  const settled = settleHead(frame.world, value);
  if (settled.kind === 'instance') return '*';
  if (settled.kind === 'parameter') return `${settled.owner}:${settled.name}`;
  if (settled.kind === 'member') {
    const inner = rootOf(frame, settled.object);
    return inner === null ? null : `${inner}.${settled.name}`;
  }
  return null;
}

/** Every counter that an expression may read. */
export function keysIn(frame: Frame, expression: Expression): readonly string[] {
  const found: string[] = [];
  eachExpression(expression, (one) => {
    const key = one.kind === 'name' || one.kind === 'member' || one.kind === 'index' ? counterKey(frame, one) : null;
    if (key) found.push(key);
    const [first] = one.kind === 'call' && one.callee.kind === 'name' && one.callee.name === 'len' ? one.arguments : [];
    const inner = first ? counterKey(frame, first.value) : null;
    if (inner) found.push(`${inner}.length`);
  });
  return found;
}

type Keys = Pick<ReadonlySet<string>, 'has'>;

/** A comparison inside a value (the answer of a helper that was asked) of a counter with a limit that the model does not set. */
export function comparesCounter(frame: Frame, value: Value, keys: Keys, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (value.kind === 'choice') return value.options.some((one) => comparesCounter(frame, one, keys, depth + 1));
  if (value.kind === 'member') {
    const settled = settleHead(frame.world, value);
    return settled !== value && comparesCounter(frame, settled, keys, depth + 1);
  }
  if (value.kind !== 'called' || value.callee.kind !== 'external' || value.callee.package !== 'operator') return false;
  const [left, right] = value.arguments.positional;
  if (left && right && /^[<>]=?$|^[=!]=$/.test(value.callee.path[0] ?? ''))
    return (isCounter(frame, left, keys, 0) && !fromModel(right)) || (isCounter(frame, right, keys, 0) && !fromModel(left));
  return value.arguments.positional.some((one) => comparesCounter(frame, one, keys, depth + 1));
}

function isCounter(frame: Frame, value: Value, keys: Keys, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const key = rootOf(frame, value);
  if (key !== null && (keys.has(key) || keys.has(`${key}.length`))) return true;
  if (value.kind === 'member') {
    const root = rootOf(frame, value.object);
    if (root !== null && keys.has(`${root}.${value.name}`)) return true;
  }
  return value.kind === 'called' && value.arguments.positional.some((one) => isCounter(frame, one, keys, depth + 1));
}

const DEEPEST = 6;
