import { Frame } from '../frame.ts';
import { type FunctionValue, noArguments, type ObjectValue, type Value } from '../value.ts';
import { madeObject } from './made.ts';
import { type Meaning, meaningOf } from './sdk-meaning.ts';

/** `@llm.call("gpt-5")` makes a function's call a call of the model: what it means, and the decorator as the object that is asked. */
export function decoratedMeaning(frame: Frame, called: FunctionValue): { readonly meaning: Meaning; readonly by: Value } | null {
  if (called.node.decorators.length === 0) return null;
  const { world, steps } = frame;
  const around = new Frame({
    world,
    steps,
    file: called.file,
    unit: called.unit,
    owner: frame.owner,
    isModule: true,
    closure: called.closure,
    receiver: null,
  });
  around.isRecording = false;
  for (const decorator of called.node.decorators) {
    const by = asObject(around, around.evaluate(decorator));
    const meaning = by ? meaningOf({ ...by, path: ['@'] }, noArguments, world.language(called.file), world) : null;
    if (by && meaning?.kind === 'spends') return { meaning: { ...meaning, api: called.node.name ?? meaning.api }, by };
  }
  return null;
}

/** A decorator without arguments is the package's export itself. */
function asObject(frame: Frame, value: Value): ObjectValue | null {
  if (value.kind === 'object') return value;
  const meaning = value.kind === 'external' ? meaningOf(value, noArguments, frame.world.language(frame.file), frame.world) : null;
  return meaning?.kind === 'makes' ? madeObject(meaning, value, noArguments, value.place) : null;
}
