import type { CallArguments, Value } from './value.ts';

/** Whether a value comes from the model's answer, by whatever way. */
export function fromModel(value: Value): boolean {
  return carries(value, (one) => one.kind === 'response' || (one.kind === 'hole' && one.fromModel), 0);
}

/** Whether any value inside fits. Objects, instances and functions are not looked into: they are things, not content. */
export function carries(value: Value, fits: (value: Value) => boolean, depth: number): boolean {
  if (fits(value)) return true;
  if (depth > DEEPEST) return false;
  switch (value.kind) {
    case 'concat':
      return value.parts.some((part) => carries(part, fits, depth + 1));
    case 'record':
      return value.entries.some((entry) => carries(entry.value, fits, depth + 1)) || value.unknowns.some((one) => carries(one, fits, depth + 1));
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

export const argumentValues = (given: CallArguments): readonly Value[] => [...given.positional, ...given.named.map((one) => one.value), ...given.unknowns];

const DEEPEST = 12;
