import type { Place } from '../../module/module.ts';
import type { Value } from '../value.ts';

/** Whether a settled test holds; null where the source does not show it. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case 'boolean':
      return value.value;
    case 'null':
      return false;
    case 'text':
      return value.text !== '';
    case 'number':
      return value.value !== 0;
    case 'choice': {
      const truths = new Set(value.options.map(truthOf));
      const [only] = truths;
      return truths.size === 1 && only !== undefined ? only : null;
    }
    case 'list':
      return value.items.some((item) => item.count === 'one') ? true : value.items.length === 0 ? false : null;
    case 'object':
    case 'instance':
    case 'function':
    case 'class':
      return true;
    default:
      return null;
  }
}

/** `model in ["a", "b"]`, `"claude" in model`, `provider == "openai"`, `not x` where both sides are shown. */
export function foldTest(operator: string, operands: readonly Value[], place: Place): Value | null {
  const [left, right] = operands;
  const found = left ? test(operator, left, right ?? null) : null;
  return found === null ? null : { kind: 'boolean', value: found, place };
}

function test(operator: string, left: Value, right: Value | null): boolean | null {
  if (operator === 'not') {
    const truth = truthOf(left);
    return truth === null ? null : !truth;
  }
  if (!right) return null;
  switch (operator) {
    case '==':
    case 'is':
      return equal(left, right);
    case '!=':
    case 'is not':
      return negated(equal(left, right));
    case 'in':
      return contains(right, left);
    case 'not in':
      return negated(contains(right, left));
    default:
      return null;
  }
}

const negated = (value: boolean | null): boolean | null => (value === null ? null : !value);

function equal(left: Value, right: Value): boolean | null {
  if (left.kind === 'text' && right.kind === 'text') return left.text === right.text;
  if (left.kind === 'number' && right.kind === 'number') return left.value === right.value;
  if (left.kind === 'boolean' && right.kind === 'boolean') return left.value === right.value;
  if (left.kind === 'null' || right.kind === 'null')
    return left.kind === right.kind ? true : SHOWN.has(left.kind) && SHOWN.has(right.kind) ? false : null;
  return null;
}

function contains(whole: Value, part: Value): boolean | null {
  if (part.kind !== 'text') return null;
  if (whole.kind === 'text') return whole.text.includes(part.text);
  if (whole.kind === 'list')
    return whole.items.every((item) => item.count === 'one' && item.value.kind === 'text')
      ? whole.items.some((item) => item.value.kind === 'text' && item.value.text === part.text)
      : null;
  if (whole.kind === 'record') return whole.unknowns.length > 0 ? null : whole.entries.some((entry) => entry.key === part.text);
  return null;
}

/** Kinds that surely are something. */
const SHOWN = new Set<Value['kind']>(['text', 'number', 'boolean', 'null', 'record', 'list', 'object', 'instance', 'function', 'class']);
