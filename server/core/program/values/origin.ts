import type { Origin } from '../call-site.ts';
import type { CallArguments, Value } from '../value.ts';
import { CUTS, ORIGINS, type OriginRow, PASSES } from './origin-rows.ts';
import { dotted } from './waits.ts';

/** Where a value's text comes from, as far as the calls that made it tell; null where they tell nothing. */
export function originOf(value: Value, depth = 0): Origin | null {
  if (depth > DEEPEST) return null;
  const again = (one: Value): Origin | null => originOf(one, depth + 1);
  switch (value.kind) {
    case 'hole':
      return value.origin ?? (value.fromModel ? { kind: 'model', isLimited: true, indent: null, place: value.place } : null);
    case 'response':
      return { kind: 'model', isLimited: true, indent: null, place: value.place };
    case 'choice':
      return joined(value.options.map(again));
    case 'concat':
      return joined(value.parts.map(again));
    case 'list': {
      const inner = joined(value.items.map((item) => again(item.value)));
      return inner && value.items.some((item) => item.count === 'many') ? repeated(inner) : inner;
    }
    case 'parameter':
      return value.typeName && TABLES.test(value.typeName) ? { kind: 'table', isLimited: false, indent: null, place: value.place } : null;
    case 'member':
      return byName(value, NONE, value.place) ?? ofMember(value, again);
    case 'external':
      return byName(value, NONE, value.place);
    case 'called':
      return ofCall(value, again);
    default:
      return null;
  }
}

/** What is left of an origin when the code takes a part of it. */
export const cut = (origin: Origin | null): Origin | null => (origin ? { ...origin, isLimited: true } : null);

/** The content of many: of the files of a folder, of the turns of a history. */
export const repeated = (origin: Origin): Origin => (origin.kind === 'file' ? { ...origin, kind: 'folder' } : origin);

function ofMember({ name, object }: Extract<Value, { kind: 'member' }>, again: (value: Value) => Origin | null): Origin | null {
  if (PASSES.test(name)) return again(object);
  const whole = name.startsWith('[') ? again(object) : null;
  return whole !== null && HAS_PARTS.has(whole.kind) ? cut(whole) : whole;
}

/** One element of what such a text was split or parsed into is not the whole of it; a column of a table still has all rows. */
const HAS_PARTS: ReadonlySet<Origin['kind']> = new Set(['file', 'log', 'command']);

function ofCall(value: Extract<Value, { kind: 'called' }>, again: (value: Value) => Origin | null): Origin | null {
  const { callee, arguments: given } = value;
  const [first] = given.positional;
  const name = callee.kind === 'member' ? callee.name : callee.kind === 'external' ? (callee.path.at(-1) ?? '') : '';
  if (CUTS.test(name) && first?.kind === 'list' && first.items.some((item) => item.grows))
    return { kind: 'history', isLimited: true, indent: null, place: value.place };
  if (DUMPS.test(dotted(callee))) return dumped(value, first ? again(first) : null);
  const object = callee.kind === 'member' ? again(callee.object) : null;
  const found = byName(callee, given, value.place);
  if (found) return object?.isLimited && object.kind === found.kind ? { ...found, isLimited: true } : found;
  // `read(4096)` takes a part; `" ".join(lines)` gives its argument.
  const through = (callee.kind === 'external' || name === 'join') && first ? again(first) : null;
  const inner = object && (CUTS.test(name) || PASSES.test(name)) ? object : through;
  if (!inner) return null;
  return CUTS.test(name) || (name === 'read' && given.positional.length > 0) ? cut(inner) : inner;
}

const DUMPS = /^(json|simplejson|orjson|ujson)\.dumps$|^JSON\.stringify$|\.(model_dump_json|to_json)$/;

/** JSON of something: its own origin stays, and says how far it is indented. */
function dumped(value: Extract<Value, { kind: 'called' }>, inner: Origin | null): Origin {
  const { arguments: given } = value;
  const indent = given.named.find((one) => one.name === 'indent')?.value ?? given.positional[2];
  const spaces = indent?.kind === 'number' && indent.value > 0 ? indent.value : indent?.kind === 'text' ? indent.text.length : null;
  return inner && inner.kind !== 'model'
    ? { ...inner, indent: spaces, place: spaces === null ? inner.place : value.place }
    : { kind: 'json', isLimited: inner?.isLimited ?? false, indent: spaces, place: value.place };
}

function byName(callee: Value, given: CallArguments, place: Value['place']): Origin | null {
  const name = dotted(callee)
    .replace(/^node:/, '')
    .replace(/\.default(?=\.|$)/, '');
  const row = name === '' ? undefined : ORIGINS.find((one) => one.names.test(name));
  if (!row) return null;
  const of = row.kind === 'file' ? pathOf(callee, given) : undefined;
  const kind = of !== undefined && LOGS.test(of) ? 'log' : row.kind;
  return { kind, isLimited: row.isLimited === true || isLimitedBy(row, given), ...(of && { of }), indent: null, place };
}

function isLimitedBy(row: OriginRow, given: CallArguments): boolean {
  if (given.named.some((one) => row.limits?.includes(one.name) && one.value.kind !== 'null')) return true;
  if (row.kind === 'file' && given.positional.some((one) => one.kind === 'number')) return true;
  return given.positional.some((one) => one.kind === 'record' && one.entries.some((entry) => row.limits?.includes(entry.key)));
}

/** The path that a reading names, or what the code calls it. */
function pathOf(callee: Value, given: CallArguments): string | undefined {
  const values = [
    ...given.positional,
    ...(callee.kind === 'member' && callee.object.kind === 'called' ? callee.object.arguments.positional : []),
  ];
  return values.map(wordsOf).find((text) => text !== '');
}

function wordsOf(value: Value): string {
  if (value.kind === 'text') return value.text;
  return value.kind === 'parameter' || value.kind === 'hole' || value.kind === 'member' ? value.name : '';
}

/** Of several, the one that says most; a cut on any way is taken for a cut. */
function joined(origins: readonly (Origin | null)[]): Origin | null {
  const known = origins.flatMap((one) => one ?? []);
  const [first] = known.filter((one) => one.kind !== 'model' && one.kind !== 'user');
  const best = first ?? known[0] ?? null;
  return best && known.some((one) => one.isLimited && one.kind === best.kind) ? { ...best, isLimited: true } : best;
}

const LOGS = /\.log$|(^|\/)logs?\//i;
const TABLES = /(^|\.)(DataFrame|LazyFrame)$/;
const NONE: CallArguments = { positional: [], named: [], unknowns: [] };
const DEEPEST = 12;
