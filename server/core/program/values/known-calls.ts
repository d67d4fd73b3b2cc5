import type { Place } from '../../module/module.ts';
import type { Origin } from '../call-site.ts';
import { type CallArguments, type CalledValue, choiceOf, concatOf, type ListItem, type Value } from '../value.ts';
import { nameOfExternal } from '../workspace/file-paths.ts';
import { toJson } from '../workspace/json.ts';
import { renderTemplate, substituteDollars } from '../workspace/templates.ts';
import { foldTest } from '../workspace/tests.ts';
import { readTextFile } from '../workspace/text-files.ts';
import type { World } from '../world.ts';
import { readDataFile } from './data-value.ts';
import { anyOf, memberOf } from './members.ts';
import { settingCall } from './settings.ts';
import { dedentText, formatBraces, joinList, mapText, trimText } from './texts.ts';

/**
 * Calls whose result the source tells: methods of text and lists, and a few functions of the languages' own libraries.
 * Null where the call says nothing that we know.
 */
export function knownCall(world: World, callee: Value, given: CallArguments, place: Place): Value | null {
  const file = readTextFile(world, callee, given, place);
  if (file) return file;
  const data = readDataFile(world, callee, given, place) ?? settingCall(world, callee, given, place);
  if (data) return data;
  if (callee.kind === 'member') return methodCall(world, callee.object, callee.name, given, place);
  if (callee.kind === 'external' && callee.package === 'operator') return foldTest(callee.path[0] ?? '', given.positional, place);
  if (callee.kind === 'external' && nameOfExternal(callee) === 'getattr') return namedMember(world, given, place);
  if (callee.kind === 'external' && nameOfExternal(callee) === 'importlib.import_module') return importedModule(world, given, place);
  if (callee.kind === 'external') return libraryCall(callee.package, callee.path, given, place);
  if (callee.kind === 'choice') {
    const results = callee.options.map((option) => knownCall(world, option, given, place));
    return results.every((one) => one !== null) ? choiceOf(results, place) : null;
  }
  return null;
}

/** `getattr(client, "messages")`; what it falls back to counts only where the object surely lacks the name. */
function namedMember(world: World, { positional: [object, name, fallback] }: CallArguments, place: Place): Value | null {
  if (!object || name?.kind !== 'text') return null;
  const found = memberOf(world, object, name.text, place);
  return found.kind === 'hole' && fallback ? fallback : found;
}

/** `importlib.import_module("app.llm")`: a name that is not literal says nothing. */
function importedModule(world: World, given: CallArguments, place: Place): Value | null {
  const [name] = given.positional;
  return name?.kind === 'text' && given.positional.length === 1 ? world.imported(place.file, name.text, null, place) : null;
}

function methodCall(world: World, object: Value, name: string, given: CallArguments, place: Place): Value | null {
  const [first] = given.positional;
  if (object.kind === 'choice' && object.options.some(isText)) {
    const results = object.options.map((option) => methodCall(world, option, name, given, place));
    return results.every((one) => one !== null) ? choiceOf(results, place) : null;
  }
  if (isText(object)) return textMethod(object, name, given, place);
  if (name === 'from_string' && first && isText(first)) return first;
  if (object.kind === 'list') {
    if (name === 'includes' && first) return foldTest('in', [first, object], place);
    if (name === 'join') return joinList(first?.kind === 'text' ? first.text : ',', object, place);
    if (name === 'concat')
      return {
        ...object,
        items: [
          ...object.items,
          ...given.positional.flatMap((one) => (one.kind === 'list' ? one.items : [{ value: one, count: 'many' as const }])),
        ],
      };
    if (name === 'copy' || name === 'toReversed' || name === 'reverse') return object;
    if (name === 'slice' || name === 'filter')
      return { ...object, items: object.items.map((item) => slicedItem(item, name === 'slice' && isPart(given))) };
    if (name === 'at' && first?.kind === 'number') return object.items.at(first.value)?.value ?? null;
    if (name === 'find' || name === 'findLast')
      return anyOf(
        object.items.map((item) => item.value),
        place,
      );
  }
  if (object.kind === 'called' && name === 'get') return first ? mapMember(object, first, place) : null;
  const fallback = given.positional[1];
  // `config["configurable"].get("model", "gpt-5")`
  if (name === 'get' && first?.kind === 'text' && fallback?.kind === 'text' && OPEN.has(object.kind))
    return choiceOf([{ kind: 'member', object, name: first.text, place }, fallback], place);
  if (object.kind === 'record') {
    if (name === 'get' && first?.kind === 'text') {
      const entry = object.entries.findLast((one) => one.key === first.text);
      return entry?.value ?? (object.unknowns.length === 0 ? (given.positional[1] ?? null) : null);
    }
    // `MODELS.get(size, "gpt-5")`: any of them.
    if (name === 'get' && first && object.unknowns.length === 0 && object.entries.length > 0)
      return choiceOf([...object.entries.map((entry) => entry.value), ...given.positional.slice(1, 2)], place);
    if (name === 'copy') return object;
  }
  return null;
}

/** `new Map([["chat", chat], ["sum", sum]]).get(kind)`: the one of that key, else any. */
function mapMember({ callee, arguments: made }: CalledValue, key: Value, place: Place): Value | null {
  const [entries] = made.positional;
  if (callee.kind !== 'external' || nameOfExternal(callee) !== 'Map' || entries?.kind !== 'list') return null;
  const pairs = entries.items.map(({ value }) => (value.kind === 'list' ? value.items.map((item) => item.value) : []));
  const own = key.kind === 'text' ? pairs.findLast(([name]) => name?.kind === 'text' && name.text === key.text) : undefined;
  return (
    own?.[1] ??
    anyOf(
      pairs.flatMap(([, value]) => value ?? []),
      place,
    )
  );
}

/** What the source does not show: it may have the key or not. */
const OPEN: ReadonlySet<Value['kind']> = new Set(['parameter', 'member', 'called', 'hole']);

const slicedItem = (item: ListItem, isCut: boolean): ListItem => ({
  ...item,
  count: item.count === 'one' ? 'maybe' : item.count,
  ...(isCut && item.count === 'many' ? { grows: 'cut' as const } : {}),
});

/** `.slice(-10)`, `.slice(0, 20)`, but not `.slice(1)`. */
const isPart = ({ positional: [first, second] }: CallArguments): boolean =>
  (first !== undefined && (first.kind !== 'number' || first.value < 0)) || second !== undefined;

function textMethod(object: Value, name: string, given: CallArguments, place: Place): Value | null {
  const [first, second] = given.positional;
  switch (name) {
    case 'render':
    case 'render_async':
      return renderTemplate(object, 'jinja', given, place);
    case 'substitute':
    case 'safe_substitute':
      return substituteDollars(object, given, place);
    case 'format':
      return formatBraces(object, given, place);
    case 'join':
      return object.kind === 'text' && first ? joinList(object.text, first, place) : null;
    case 'strip':
    case 'trim':
      return given.positional.length === 0 ? trimText(object, true, true) : object;
    case 'lstrip':
    case 'trimStart':
      return given.positional.length === 0 ? trimText(object, true, false) : object;
    case 'rstrip':
    case 'trimEnd':
      return given.positional.length === 0 ? trimText(object, false, true) : object;
    case 'replace':
    case 'replaceAll':
      if (first?.kind !== 'text' || !second) return null;
      return replaceText(
        object,
        first.text,
        second,
        name === 'replaceAll' || given.positional.length > 2 || place.file.endsWith('.py'),
        place,
      );
    case 'concat':
      return concatOf([object, ...given.positional], place);
    case 'lower':
    case 'toLowerCase':
      return mapText(object, (text) => text.toLowerCase());
    case 'upper':
    case 'toUpperCase':
      return mapText(object, (text) => text.toUpperCase());
    case 'toString':
    case 'encode':
    case 'decode':
      return object;
    case 'startswith':
    case 'startsWith':
      return object.kind === 'text' && first?.kind === 'text'
        ? { kind: 'boolean', value: object.text.startsWith(first.text), place }
        : null;
    case 'endswith':
    case 'endsWith':
      return object.kind === 'text' && first?.kind === 'text' ? { kind: 'boolean', value: object.text.endsWith(first.text), place } : null;
    case 'includes':
      return object.kind === 'text' && first?.kind === 'text' ? { kind: 'boolean', value: object.text.includes(first.text), place } : null;
    case 'split':
      return object.kind === 'text' && first?.kind === 'text' && first.text !== ''
        ? {
            kind: 'list',
            items: object.text.split(first.text).map((text) => ({ value: { kind: 'text', text, place }, count: 'one' })),
            place,
          }
        : null;
    default:
      return null;
  }
}

function replaceText(object: Value, search: string, replacement: Value, everywhere: boolean, place: Place): Value | null {
  if (search === '') return null;
  const parts = object.kind === 'concat' ? object.parts : [object];
  let left = everywhere ? Number.POSITIVE_INFINITY : 1;
  const out = parts.flatMap((part): Value[] => {
    if (part.kind !== 'text') return [part];
    const pieces = part.text.split(search);
    return pieces.flatMap((piece, at): Value[] => {
      const text: Value = { kind: 'text', text: piece, place: part.place };
      if (at === 0) return [text];
      if (left-- <= 0) return [{ kind: 'text', text: search, place: part.place }, text];
      return [replacement, text];
    });
  });
  return concatOf(
    out.filter((part) => part.kind !== 'text' || part.text !== ''),
    place,
  );
}

function libraryCall(source: string, path: readonly string[], given: CallArguments, place: Place): Value | null {
  const [first, second] = given.positional;
  const name = `${source === 'builtins' ? '' : `${source}.`}${path.join('.')}`;
  switch (name) {
    case 'str':
    case 'String':
      return first ?? { kind: 'text', text: '', place };
    case 'list':
    case 'tuple':
    case 'Array.from':
    case 'structuredClone':
    case 'copy.copy':
    case 'copy.deepcopy':
      return first ?? { kind: 'list', items: [], place };
    case 'dict':
    case 'Object':
    case 'Object.freeze':
    case 'Object.assign':
      return mergeRecords(given, place);
    case 'json.dumps':
    case 'JSON.stringify':
      return jsonText(name, given, place);
    case 'textwrap.dedent':
    case 'inspect.cleandoc':
    case 'dedent.default':
    case 'dedent.dedent':
    case 'ts-dedent.dedent':
    case 'outdent.default':
      return first ? (path.at(-1) === 'cleandoc' ? trimText(dedentText(first), true, true) : dedentText(first)) : null;
    case 'string.Template':
    case 'jinja2.Template':
      return first ?? null;
    case 'asyncio.run':
    case 'asyncio.wait_for':
    case 'asyncio.shield':
    case 'asyncio.create_task':
    case 'asyncio.ensure_future':
    case 'Promise.resolve':
    case 'anyio.run':
      return first ?? null;
    case 'asyncio.gather':
      return { kind: 'list', items: given.positional.map((value) => ({ value, count: 'one' })), place };
    case 'Promise.all':
    case 'Promise.allSettled':
      return first ?? null;
    case 'typing.cast':
      return second ?? null;
    case 'int':
    case 'Number':
    case 'float':
    case 'parseInt':
      return first?.kind === 'number'
        ? first
        : first?.kind === 'text' && first.text.trim() !== '' && Number.isFinite(Number(first.text))
          ? { kind: 'number', value: Number(first.text), place }
          : numberOf(first, place);
    case 'min':
    case 'Math.min':
    case 'max':
    case 'Math.max':
      return extreme(path.at(-1) === 'min', given, place);
    default:
      return null;
  }
}

/** `int(os.getenv("LIMIT", "8"))`: the choice stays a choice. */
function numberOf(value: Value | undefined, place: Place): Value | null {
  if (value?.kind !== 'choice') return null;
  return choiceOf(
    value.options.map((option) =>
      option.kind === 'text' && Number.isFinite(Number(option.text)) ? { kind: 'number', value: Number(option.text), place } : option,
    ),
    place,
  );
}

function extreme(isLeast: boolean, given: CallArguments, place: Place): Value | null {
  const numbers = given.positional.flatMap((one) => (one.kind === 'number' ? [one.value] : []));
  if (numbers.length === 0 || numbers.length !== given.positional.length) return null;
  return { kind: 'number', value: isLeast ? Math.min(...numbers) : Math.max(...numbers), place };
}

function mergeRecords(given: CallArguments, place: Place): Value {
  const entries: { key: string; value: Value }[] = [];
  const unknowns: Value[] = [...given.unknowns];
  for (const one of given.positional) {
    if (one.kind === 'record') {
      entries.push(...one.entries);
      unknowns.push(...one.unknowns);
    } else unknowns.push(one);
  }
  for (const one of given.named) entries.push({ key: one.name, value: one.value });
  return { kind: 'record', entries, unknowns, place };
}

function jsonText(name: string, given: CallArguments, place: Place): Value | null {
  const [first] = given.positional;
  const json = first ? toJson(first) : undefined;
  if (json === undefined) return null;
  const indent = name === 'json.dumps' ? given.named.find((one) => one.name === 'indent')?.value : given.positional[2];
  const spaces = indent?.kind === 'number' ? indent.value : 0;
  const text = name === 'JSON.stringify' || spaces > 0 ? JSON.stringify(json, null, spaces) : pythonJson(json);
  const origin: Origin = { kind: 'json', isLimited: true, indent: spaces > 0 ? spaces : null, place };
  return { kind: 'text', text, ...(first ? { json: first } : {}), origin, place };
}

/** Python puts a space behind commas and colons, which costs tokens. */
function pythonJson(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(pythonJson).join(', ')}]`;
  if (typeof json === 'object' && json !== null)
    return `{${Object.entries(json)
      .map(([key, value]) => `${JSON.stringify(key)}: ${pythonJson(value)}`)
      .join(', ')}}`;
  return JSON.stringify(json);
}

const isText = (value: Value): boolean => value.kind === 'text' || value.kind === 'concat';
