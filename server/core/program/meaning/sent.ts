import type { Posting, When } from '../../sdks/sdk.ts';
import { type CallArguments, type RecordValue, textsOf, type Value } from '../value.ts';
import { valueAt } from '../values/members.ts';
import { settle, settleHead } from '../values/settle.ts';
import type { World } from '../world.ts';

/** The arguments with the records that stand inside bodies and commands read as named arguments. */
export function sentArguments(world: World, paths: readonly string[], given: CallArguments): CallArguments {
  const inside = bodyOf(world, paths, given);
  const roots = new Set(paths.map((path) => path.split('.', 1)[0]));
  const positional = given.positional.filter((_, at) => !roots.has(String(at)));
  const named = given.named.filter((one) => !roots.has(one.name));
  return {
    positional,
    named: [...named, ...inside.entries.map((entry) => ({ name: entry.key, value: entry.value, place: entry.value.place }))],
    unknowns: [...given.unknowns, ...inside.unknowns],
  };
}

export interface Body {
  readonly entries: RecordValue['entries'];
  readonly unknowns: readonly Value[];
}

/** Everything that the given paths show of a body; no entries and no unknowns where there is none. */
export function bodyOf(world: World, paths: readonly string[], given: CallArguments): Body {
  const found = paths.map((path) => openBody(world, argumentAt(world, given, path), 0));
  return { entries: found.flatMap((one) => one.entries), unknowns: found.flatMap((one) => one.unknowns) };
}

/** An argument by position or name, and what stands below it; where only its root is unknown, the root. */
export function argumentAt(world: World, given: CallArguments, path: string): Value | null {
  const [head = '', ...rest] = path.split('.');
  const root = /^\d+$/.test(head) ? given.positional[Number(head)] : given.named.find((one) => one.name === head)?.value;
  if (!root) return null;
  const settled = rest.length > 0 ? settleHead(world, root) : root;
  return rest.length > 0 && UNKNOWN.has(settled.kind) ? settled : valueAt(world, settled, rest);
}

const UNKNOWN = new Set<Value['kind']>(['parameter', 'member', 'hole', 'called']);
const nothing: Body = { entries: [], unknowns: [] };

/** A record, JSON text made of one, a command object made with one; anything else may hold any field. */
function openBody(world: World, value: Value | null, depth: number): Body {
  if (!value || depth > DEEPEST) return nothing;
  const at = settleHead(world, value);
  switch (at.kind) {
    case 'record':
      return at;
    case 'text':
      return at.json ? openBody(world, at.json, depth + 1) : openBody(world, parsed(at), depth + 1);
    case 'choice': {
      const all = at.options.map((option) => openBody(world, option, depth + 1));
      return { entries: all.flatMap((one) => one.entries), unknowns: all.flatMap((one) => one.unknowns) };
    }
    case 'called': {
      const inner = encoded(at);
      return inner ? openBody(world, inner, depth + 1) : { entries: [], unknowns: [at] };
    }
    case 'instance': {
      const { arguments: made } = at;
      return made
        ? { entries: made.named.map((one) => ({ key: one.name, value: one.value })), unknowns: made.unknowns }
        : { entries: [], unknowns: [at] };
    }
    case 'null':
    case 'number':
    case 'boolean':
    case 'list':
      return nothing;
    default:
      return { entries: [], unknowns: [at] };
  }
}

/** `json.dumps(body).encode()`, `JSON.stringify(body)`, `Buffer.from(…)`, `payload.model_dump()`: what goes through. */
function encoded(value: Extract<Value, { kind: 'called' }>): Value | null {
  const { callee } = value;
  const name = callee.kind === 'member' ? callee.name : callee.kind === 'external' ? (callee.path.at(-1) ?? '') : '';
  const [first] = value.arguments.positional;
  if (OF_ITSELF.test(name) && callee.kind === 'member' && callee.object.kind !== 'external' && !isEncoder(callee.object))
    return callee.object;
  return OF_ARGUMENT.test(name) ? (first ?? null) : null;
}

/** `new TextEncoder()` is given the text; a text is asked to encode itself. */
const isEncoder = (value: Value): boolean =>
  value.kind === 'called' && value.callee.kind === 'external' && /Encoder$/.test(value.callee.path.at(-1) ?? '');

const OF_ITSELF = /^(encode|model_dump|model_dump_json|dict|json|to_dict|toString)$/;
const OF_ARGUMENT = /^(dumps|stringify|encode|from|jsonable_encoder|asdict|dict|str|bytes|deepcopy|copy)$/;

/** A body written as JSON text. */
function parsed(text: Extract<Value, { kind: 'text' }>): Value | null {
  if (!text.text.trimStart().startsWith('{')) return null;
  try {
    return fromJson(JSON.parse(text.text), text.place);
  } catch {
    return null;
  }
}

function fromJson(json: unknown, place: Value['place']): Value {
  if (typeof json === 'string') return { kind: 'text', text: json, place };
  if (typeof json === 'number') return { kind: 'number', value: json, place };
  if (typeof json === 'boolean') return { kind: 'boolean', value: json, place };
  if (Array.isArray(json))
    return { kind: 'list', items: json.map((item) => ({ value: fromJson(item, place), count: 'one' as const })), place };
  if (typeof json === 'object' && json !== null)
    return {
      kind: 'record',
      entries: Object.entries(json).map(([key, value]) => ({ key, value: fromJson(value, place) })),
      unknowns: [],
      place,
    };
  return { kind: 'null', place };
}

/** Whether the arguments look as a row wants them. */
export function fitsWhen(world: World, when: When, given: CallArguments, sent: CallArguments, sdk: string): boolean {
  if (when.argument) {
    const value = when.argument.map((path) => argumentAt(world, given, path)).find((one) => one !== null) ?? null;
    if (!value) return false;
    if (when.type && !isOfType(settleHead(world, value), sdk, when.type)) return false;
    if (when.matches) {
      const pattern = when.matches;
      if (!shownTexts(settle(world, value)).some((text) => pattern.test(text))) return false;
    }
  }
  const names = new Set(sent.named.map((one) => one.name));
  return (!when.has || when.has.some((name) => names.has(name))) && !when.lacks?.some((name) => names.has(name));
}

const isOfType = (value: Value, sdk: string, type: string): boolean =>
  value.kind === 'object' && value.sdk === sdk && value.type === type && value.path.length === 0;

/** What is known of a text, its unknown stretches left out. */
function shownTexts(value: Value): readonly string[] {
  const whole = textsOf(value);
  if (whole.length > 0) return whole;
  if (value.kind === 'concat') return [value.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')];
  return value.kind === 'choice' ? value.options.flatMap(shownTexts) : [];
}

/** The first of the paths that an argument stands at. */
export const firstArgument = (world: World, given: CallArguments, paths: Posting['url']): Value | null =>
  paths.map((path) => argumentAt(world, given, path)).find((one) => one !== null) ?? null;

const DEEPEST = 8;
