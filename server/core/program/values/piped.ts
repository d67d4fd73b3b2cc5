import type { Language } from '../../module/module.ts';
import { exportRow, methodRow, sdkNamed, sdkOfPackage } from '../../sdks/index.ts';
import type { ObjectValue, Value } from '../value.ts';

/**
 * `prompt | model | parser`, `prompt.pipe(model)`, `RunnableSequence.from([…])`: a chain answers as the object in it that answers,
 * and remembers the prompt before it. Null where nothing in it does.
 */
export function pipedObject(
  value: Extract<Value, { kind: 'called' }>,
  language: Language,
  settled: (value: Value) => Value,
): ObjectValue | null {
  const steps = stepsOf(value, language);
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at];
    const head = step ? answering(settled(step)) : null;
    if (!head) continue;
    const prompt = steps
      .slice(0, at)
      .map(settled)
      .findLast((one) => TEXTS.has(one.kind));
    const named = prompt ? [{ name: 'piped', value: prompt, place: prompt.place }] : [];
    return { ...head, path: [], from: head, arguments: { positional: [], named, unknowns: [] }, place: value.place };
  }
  return null;
}

function answering(value: Value): ObjectValue | null {
  if (value.kind === 'choice') {
    for (const option of value.options) {
      const found = answering(option);
      if (found) return found;
    }
    return null;
  }
  if (value.kind !== 'object' || value.path.length > 0) return null;
  const sdk = sdkNamed(value.sdk);
  return sdk && methodRow(sdk, value.type, ['|']) ? value : null;
}

/** What a prompt template is worth: a text, or a list of messages. */
const TEXTS = new Set<Value['kind']>(['text', 'concat', 'list']);

function stepsOf(value: Extract<Value, { kind: 'called' }>, language: Language): readonly Value[] {
  const { callee, arguments: given } = value;
  if (callee.kind === 'member' && callee.name === 'pipe') return [callee.object, ...given.positional];
  if (callee.kind === 'object' && callee.path.at(-1) === 'pipe')
    return [{ ...callee, path: callee.path.slice(0, -1) }, ...given.positional];
  if (callee.kind !== 'external') return [];
  if (callee.package === 'operator') return callee.path[0] === '|' ? given.positional : [];
  const passes = sdkOfPackage(callee.package, language).some(({ sdk, rest }) =>
    [[...rest, ...callee.path], callee.path].some((path) => exportRow(sdk, path)?.passes === 'piped'),
  );
  return passes
    ? [...given.positional, ...given.named.map((one) => one.value)].flatMap((one) =>
        one.kind === 'list' ? one.items.map((item) => item.value) : one,
      )
    : [];
}

/** An operator between things that are no numbers or texts: whoever uses the result finds out what it means. */
export function pipe(left: Value, right: Value, operator: '|' | '&', place: Value['place']): Value | null {
  if (!STEPS.has(left.kind) || !STEPS.has(right.kind) || (left.kind === 'record' && right.kind === 'record')) return null;
  return {
    kind: 'called',
    callee: { kind: 'external', package: 'operator', path: [operator], place },
    arguments: { positional: [left, right], named: [], unknowns: [] },
    place,
  };
}

const STEPS = new Set<Value['kind']>([
  'object',
  'called',
  'member',
  'parameter',
  'instance',
  'function',
  'class',
  'record',
  'list',
  'text',
  'concat',
  'choice',
  'external',
]);
