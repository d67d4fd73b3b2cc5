import type { CallArguments, HoleValue, ParameterValue, Value } from '../value.ts';
import { dotted } from './waits.ts';

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
  if (value.kind === 'choice') return value.options.some(isModelsWord) && !value.options.some(isOtherTest);
  if (isLeftToPeople(value)) return false;
  if (value.kind !== 'called') return fromModel(value) && !(value.kind === 'member' && !isModelsWord(value.object));
  const { callee } = value;
  if (callee.kind === 'external' && callee.package === 'operator') return argumentValues(value.arguments).some(isModelsWord);
  if (callee.kind === 'member' && looks(callee.object)) return fromModel(value);
  if (callee.kind === 'parameter' || (callee.kind === 'member' && !fromModel(callee.object))) return false;
  if (callee.kind === 'external' && callee.package !== 'builtins' && !LOOKERS.test(callee.package)) return false;
  return fromModel(value);
}

/** `done = tries >= most or isGood`: one side of it is counted, whatever the model says. */
const isOtherTest = (value: Value): boolean =>
  !fromModel(value) &&
  ((value.kind === 'hole' && value.why === 'computed') ||
    (value.kind === 'called' && value.callee.kind === 'external' && value.callee.package === 'operator'));

/** What a run stops for until a person has said yes or no: OpenAI Agents, LangGraph, Pydantic AI. */
const LEFT_TO_PEOPLE = /^(interruptions?|__interrupt__|pending_?approvals?|requires_?action|deferred_tool_requests)$/i;

export const isLeftToPeople = (value: Value): boolean =>
  (value.kind === 'response' && value.path.some((name) => LEFT_TO_PEOPLE.test(name))) ||
  (value.kind === 'member' && (LEFT_TO_PEOPLE.test(value.name) || isLeftToPeople(value.object))) ||
  (value.kind === 'choice' && value.options.some(isLeftToPeople));

/** Libraries that look at a text and do nothing in the world. */
const LOOKERS = /^(json|re|ast|string|yaml|textwrap|html|xml|zod|regex|lodash|typing|operator)\b/;

/** A pattern, a schema: an object that only looks at what it is given. */
const looks = (object: Value): boolean =>
  (object.kind === 'hole' && object.why === 'regular expression') || LOOKERS.test(/^\w*/.exec(dotted(object))?.[0] ?? '');

/** Whether any value inside fits. Objects, instances and functions are not looked into: they are things, not content. */
export function carries(value: Value, fits: (value: Value) => boolean, depth: number, seen: Set<Value> = new Set()): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return fits(value) || (depth <= DEEPEST && partsOf(value).some((part) => carries(part, fits, depth + 1, seen)));
}

/** A hole that remembers which parameters it was made from, where it no longer shows them. */
export function madeFrom(made: HoleValue, sources: readonly Value[]): HoleValue {
  const parameters = parametersIn(sources);
  return parameters.length > 0 ? { ...made, parameters } : made;
}

export function parametersIn(values: readonly Value[]): readonly ParameterValue[] {
  const found = new Map<string, ParameterValue>();
  const note = (value: Value): boolean => {
    if (value.kind === 'parameter' && found.size < MOST_PARAMETERS) found.set(`${value.owner}:${value.name}`, value);
    return false;
  };
  const seen = new Set<Value>();
  for (const value of values) carries(value, note, 0, seen);
  return [...found.values()];
}

/** Whether a value has more than so many parts, counting a shared one as often as it is reached. */
export function isLarger(value: Value, most: number): boolean {
  let left = most;
  const visit = (one: Value): boolean => --left < 0 || partsOf(one).some(visit);
  return visit(value);
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'concat':
      return value.parts;
    case 'record':
      return [...value.entries.map((entry) => entry.value), ...value.unknowns];
    case 'list':
      return value.items.map((item) => item.value);
    case 'choice':
      return value.options;
    case 'member':
      return [value.object];
    case 'called':
      return [value.callee, ...argumentValues(value.arguments)];
    case 'hole':
      return value.parameters ?? [];
    default:
      return [];
  }
}

export const argumentValues = (given: CallArguments): readonly Value[] => [
  ...given.positional,
  ...given.named.map((one) => one.value),
  ...given.unknowns,
];

const DEEPEST = 12;
const MOST_PARAMETERS = 8;
