import type { CallArguments, Value } from './value.ts';

/** Whether a value comes from the model's answer, by whatever way. */
export function fromModel(value: Value): boolean {
  return carries(value, isAnswer, 0);
}

const isAnswer = (value: Value): boolean => value.kind === 'response' || (value.kind === 'hole' && value.fromModel);

/**
 * Whether a value says nothing but what the model said. What another object does with the answer (`env.step(action)`,
 * `subprocess.run(command)`) is that object's word, not the model's; parsing and looking at the answer is the model's.
 */
export function isModelsWord(value: Value): boolean {
  if (value.kind !== 'called') return fromModel(value) && !(value.kind === 'member' && !isModelsWord(value.object));
  const { callee } = value;
  if (callee.kind === 'member' && !fromModel(callee.object)) return false;
  if (callee.kind === 'external' && callee.package !== 'builtins' && !LOOKERS.test(callee.package)) return false;
  return fromModel(value);
}

/** Libraries that look at a text and do nothing in the world. */
const LOOKERS = /^(json|re|ast|string|yaml|textwrap|html|xml|zod|regex|lodash|typing|operator)\b/;

/** Whether any value inside fits. Objects, instances and functions are not looked into: they are things, not content. */
export function carries(value: Value, fits: (value: Value) => boolean, depth: number): boolean {
  if (fits(value)) return true;
  if (depth > DEEPEST) return false;
  switch (value.kind) {
    case 'concat':
      return value.parts.some((part) => carries(part, fits, depth + 1));
    case 'record':
      return (
        value.entries.some((entry) => carries(entry.value, fits, depth + 1)) || value.unknowns.some((one) => carries(one, fits, depth + 1))
      );
    case 'list':
      return value.items.some((item) => carries(item.value, fits, depth + 1));
    case 'choice':
      return value.options.some((option) => carries(option, fits, depth + 1));
    case 'member':
      return carries(value.object, fits, depth + 1);
    case 'called':
      return carries(value.callee, fits, depth + 1) || argumentValues(value.arguments).some((one) => carries(one, fits, depth + 1));
    default:
      return false;
  }
}

export const argumentValues = (given: CallArguments): readonly Value[] => [
  ...given.positional,
  ...given.named.map((one) => one.value),
  ...given.unknowns,
];

const DEEPEST = 12;
