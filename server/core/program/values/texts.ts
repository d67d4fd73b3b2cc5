import type { Place } from '../../module/module.ts';
import { type CallArguments, concatOf, hole, holeOf, type Value } from '../value.ts';
import { originOf } from './origin.ts';
import { madeFrom } from './taint.ts';

/** `"…{name}…".format(…)` as text and values; a field that no argument fills is a hole of its own name. */
export function formatBraces(template: Value, given: CallArguments, place: Place): Value {
  let next = 0;
  const parts = literalParts(template).flatMap((part): Value[] => {
    if (part.kind !== 'text') return [part];
    const out: Value[] = [];
    let literal = '';
    for (let at = 0; at < part.text.length; ) {
      const two = part.text.slice(at, at + 2);
      const character = part.text.charAt(at);
      if (two === '{{' || two === '}}') {
        literal += character;
        at += 2;
      } else if (character === '{') {
        const end = part.text.indexOf('}', at);
        if (end < 0) {
          literal += part.text.slice(at);
          break;
        }
        const field = part.text.slice(at + 1, end);
        out.push(
          { kind: 'text', text: literal, place: part.place },
          fillField(field, given, () => next++, place),
        );
        literal = '';
        at = end + 1;
      } else {
        literal += character;
        at++;
      }
    }
    out.push({ kind: 'text', text: literal, place: part.place });
    return out;
  });
  return concatOf(parts.filter(isNotEmpty), place);
}

function fillField(field: string, given: CallArguments, next: () => number, place: Place): Value {
  const name = /^[^.[:!]*/.exec(field)?.[0] ?? '';
  const isDeep = /^[^:!]*[.[]/.test(field);
  const found =
    name === ''
      ? given.positional[next()]
      : /^\d+$/.test(name)
        ? given.positional[Number(name)]
        : given.named.find((one) => one.name === name)?.value;
  if (found && !isDeep) return found;
  return hole(field.replace(/[:!].*/, '') || 'value', 'a field of format()', place);
}

/** Python's `template % values`. */
export function formatPercent(template: Value, values: Value, place: Place): Value {
  const list = values.kind === 'list' ? values.items.map((item) => item.value) : [values];
  const record = values.kind === 'record' ? values : null;
  let next = 0;
  const parts = literalParts(template).flatMap((part): Value[] => {
    if (part.kind !== 'text') return [part];
    const out: Value[] = [];
    let last = 0;
    for (const match of part.text.matchAll(/%(?:\((\w+)\))?[-+ #0]*\d*(?:\.\d+)?([sdifrgexXc%])/g)) {
      out.push({ kind: 'text', text: part.text.slice(last, match.index), place: part.place });
      last = match.index + match[0].length;
      const [, key, conversion] = match;
      if (conversion === '%') out.push({ kind: 'text', text: '%', place: part.place });
      else if (key) out.push(record?.entries.find((entry) => entry.key === key)?.value ?? hole(key, 'a field of a % template', place));
      else out.push(list[next++] ?? hole('value', 'a field of a % template', place));
    }
    out.push({ kind: 'text', text: part.text.slice(last), place: part.place });
    return out;
  });
  return concatOf(parts.filter(isNotEmpty), place);
}

/** `separator.join(list)` where the list is known; items that repeat or may be absent make a hole. */
export function joinList(separator: string, list: Value, place: Place): Value {
  if (list.kind !== 'list')
    return madeFrom(holeOf(hole('joined text', 'joined from a list that the source does not show', place), originOf(list)), [list]);
  const parts = list.items.flatMap((item, at): Value[] => {
    const text: Value =
      item.count === 'one'
        ? item.value
        : madeFrom(holeOf(hole(nameOf(item.value), 'repeats an unknown number of times', place), originOf({ ...list, items: [item] })), [
            item.value,
          ]);
    return at === 0 || separator === '' ? [text] : [{ kind: 'text', text: separator, place }, text];
  });
  return parts.length === 0 ? { kind: 'text', text: '', place } : concatOf(parts, place);
}

/** Changes the literal stretches of a text with a function that needs no more than the stretch itself. */
export function mapText(value: Value, change: (text: string) => string): Value {
  if (value.kind === 'text') return { ...value, text: change(value.text) };
  if (value.kind === 'concat')
    return { ...value, parts: value.parts.map((part) => (part.kind === 'text' ? { ...part, text: change(part.text) } : part)) };
  if (value.kind === 'choice') return { ...value, options: value.options.map((option) => mapText(option, change)) };
  return value;
}

/** `strip()` touches the outer ends only. */
export function trimText(value: Value, start: boolean, end: boolean): Value {
  if (value.kind === 'text') return { ...value, text: trimOne(value.text, start, end) };
  if (value.kind !== 'concat') return value;
  const last = value.parts.length - 1;
  return {
    ...value,
    parts: value.parts.map((part, at) =>
      part.kind === 'text' ? { ...part, text: trimOne(part.text, start && at === 0, end && at === last) } : part,
    ),
  };
}

const trimOne = (text: string, start: boolean, end: boolean): string => {
  const left = start ? text.trimStart() : text;
  return end ? left.trimEnd() : left;
};

/** `textwrap.dedent` and the `dedent` tags: the indentation shared by all lines that have any text. */
export function dedentText(value: Value): Value {
  const parts = literalParts(value);
  const flat = parts.map((part) => (part.kind === 'text' ? part.text : '\u0000')).join('');
  const indents = flat
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  if (shared === 0) return value;
  let atLineStart = true;
  const cut = parts.map((part) => {
    if (part.kind !== 'text') {
      atLineStart = false;
      return part;
    }
    const lines = part.text
      .split('\n')
      .map((line, at) => (at > 0 || atLineStart ? line.slice(Math.min(shared, /^[ \t]*/.exec(line)?.[0].length ?? 0)) : line));
    atLineStart = part.text.endsWith('\n');
    return { ...part, text: lines.join('\n') };
  });
  return value.kind === 'text' ? (cut[0] ?? value) : { kind: 'concat', parts: cut, place: value.place };
}

const literalParts = (value: Value): readonly Value[] => (value.kind === 'concat' ? value.parts : [value]);
const isNotEmpty = (value: Value): boolean => value.kind !== 'text' || value.text !== '';

/** What is named with its members; an instance's class would say less than the member alone. */
const OWNERS: ReadonlySet<Value['kind']> = new Set(['hole', 'parameter', 'member', 'external', 'called']);

/** What a reader calls a value: a hole's name, a parameter, a dotted path. */
export function nameOf(value: Value): string {
  switch (value.kind) {
    case 'hole':
    case 'parameter':
      return value.name;
    case 'member': {
      const isElement = value.name.startsWith('[');
      const of = isElement || OWNERS.has(value.object.kind) ? nameOf(value.object) : '';
      // An element without what it is taken from tells a reader nothing.
      if (of === '') return isElement ? '' : value.name;
      return `${of}${isElement ? '' : '.'}${value.name}`;
    }
    case 'external':
      return value.path.join('.') || value.package;
    case 'called':
      // An operator has no name of its own.
      if (value.callee.kind === 'external' && value.callee.package === 'operator')
        return value.arguments.positional.map(nameOf).find((name) => name !== '') ?? 'value';
      return `${nameOf(value.callee)}()`;
    case 'response':
      return 'the model\u2019s answer';
    case 'choice':
      return value.options.map(nameOf).find((name) => name !== '') ?? '';
    case 'concat':
      return value.parts.map(nameOf).find((name) => name !== '') ?? '';
    case 'instance':
    case 'class':
      return (value.kind === 'class' ? value.node.name : value.of.node.name) ?? 'object';
    case 'function':
      return value.node.name ?? 'function';
    case 'object':
      return value.type;
    case 'module':
      return value.file;
    default:
      return '';
  }
}
