import type { Place } from '../../module/module.ts';
import { type CallArguments, hole, type Value } from '../value.ts';
import type { World } from '../world.ts';
import { joined, nameOfExternal, pathOf, type Resolve, type WrittenPath } from './file-paths.ts';
import { join, normalise } from './imports.ts';

/**
 * The text of a file of the workspace that a call reads: `Path("prompts/system.md").read_text()`, `readFileSync(…)`. Null
 * where the call reads no file that the source names.
 */
export function readTextFile(
  world: World,
  callee: Value,
  given: CallArguments,
  place: Place,
  resolve: Resolve = (value) => value,
): Value | null {
  const read = readBy(callee, given, resolve);
  return read && fileAt(world, read, place, resolve);
}

/** What a reader of settings is given: a path, a text, an open file, or either of the last two. */
export type Handle = 'path' | 'text' | 'handle' | 'either';

/** The whole of the file that such a reader reads; null where the source names none. */
export function readWhole(world: World, value: Value, takes: Handle, place: Place, resolve: Resolve): Value | null {
  const known = value.kind === 'called' || value.kind === 'text' ? value : resolve(value);
  if (takes === 'path') return fileAt(world, known, place, resolve);
  if (takes !== 'handle' && known.kind === 'text') return known;
  if (known.kind === 'called' && takes !== 'text') {
    const opened = openedPath(known, ANY_MODE);
    if (opened) return fileAt(world, opened, place, resolve);
  }
  return known.kind === 'called' && takes !== 'handle' ? readTextFile(world, known.callee, known.arguments, place, resolve) : null;
}

function fileAt(world: World, value: Value, place: Place, resolve: Resolve): Value | null {
  const path = pathOf(value, resolve);
  return path && textAt(world, path, place);
}

const TEXT_MODE = /^r?t?$/;
const ANY_MODE = /^r?[tb]?$/;

/** `import prompt from './system.md?raw'` */
export function importedText(world: World, from: string, source: string, place: Place): Value | null {
  const [, name = '', query] = /^(\.{1,2}\/[^?]*)(?:\?(\w+))?$/.exec(source) ?? [];
  const isData = query === undefined && DATA_IMPORT.test(name);
  if (name === '' || !(query === 'raw' || isData || (query === undefined && TEXT_IMPORT.test(name)))) return null;
  const folder = from.split('/').slice(0, -1).join('/');
  return textAt(world, { base: 'root', path: normalise(join(folder, name)) }, place);
}

/** What the call reads: the path's own value. */
function readBy(callee: Value, given: CallArguments, resolve: Resolve): Value | null {
  const [first, second] = given.positional;
  if (callee.kind === 'external') {
    const name = nameOfExternal(callee);
    if (PACKAGE_READERS.has(name) && first && second) return filesOf(first, second, callee.place);
    return FILE_READERS.has(name) && first && isText(second ?? named(given, 'encoding')) ? first : null;
  }
  if (callee.kind !== 'member') return null;
  if (callee.name === 'read_text') return callee.object;
  if (callee.name === 'text') return isCallOf(callee.object, BUN_FILE) ? callee.object : null;
  if (callee.name === 'get_template') return first ? templateOf(callee.object, first, resolve) : null;
  if (callee.name !== 'read' || given.positional.length > 0) return null;
  return openedPath(callee.object) ?? openedPath(resolve(callee.object));
}

/** A file of the folder that a Jinja environment loads from. */
function templateOf(environment: Value, name: Value, resolve: Resolve): Value | null {
  const known = isCallOf(environment, TEMPLATES) ? environment : resolve(environment);
  if (known.kind !== 'called' || !isCallOf(known, TEMPLATES)) return null;
  const loader = named(known.arguments, 'loader');
  if (loader?.kind !== 'called' || loader.callee.kind !== 'external') return null;
  const [first, second] = loader.arguments.positional;
  const folder = first?.kind === 'list' && first.items.length === 1 ? first.items[0]?.value : first;
  if (!folder) return null;
  const { place } = name;
  if (nameOfExternal(loader.callee) === 'jinja2.FileSystemLoader') return joined(folder, name, place);
  if (nameOfExternal(loader.callee) !== 'jinja2.PackageLoader') return null;
  return filesOf(folder, joined(second ?? { kind: 'text', text: 'templates', place }, name, place), place);
}

/** `open(path)` and `path.open()`, for reading text. */
function openedPath(handle: Value, modes: RegExp = TEXT_MODE): Value | null {
  if (handle.kind !== 'called') return null;
  const { callee, arguments: given } = handle;
  const isMethod = callee.kind === 'member' && callee.name === 'open';
  if (!isMethod && !isCallOf(handle, OPENERS)) return null;
  const mode = given.positional[isMethod ? 0 : 1] ?? named(given, 'mode');
  if (mode && !(mode.kind === 'text' && modes.test(mode.text))) return null;
  if (isMethod) return callee.object;
  return given.positional[0] ?? named(given, 'file') ?? null;
}

function textAt(world: World, { base, path }: WrittenPath, place: Place): Value | null {
  const folders = base === 'root' ? [''] : foldersAbove(place.file);
  const found = new Set(folders.map((folder) => normalise(join(folder, path))).filter((file) => isInside(file) && world.exists(file)));
  const [file] = found;
  if (file === undefined) return null;
  if (found.size > 1) return hole(path, 'more than one file may be meant', place, 'per-process');
  const text = world.text(file);
  // A text that is none, or too long for any context, says nothing.
  if (text === null || text.length > LONGEST || text.includes('\ufffd')) return hole(file, 'read from a file', place, 'per-process');
  const isPython = world.language(place.file) === 'python';
  return {
    kind: 'text',
    text: isPython ? text.replaceAll('\r\n', '\n') : text,
    place: { file, unit: '', span: { start: 0, end: text.length } },
  };
}

function filesOf(source: Value, name: Value, place: Place): Value {
  const callee: Value = { kind: 'external', package: 'importlib.resources', path: ['files'], place };
  const folder: Value = { kind: 'called', callee, arguments: { positional: [source], named: [], unknowns: [] }, place };
  return {
    kind: 'called',
    callee: { kind: 'member', object: folder, name: 'joinpath', place },
    arguments: { positional: [name], named: [], unknowns: [] },
    place,
  };
}

/** A Buffer becomes text at its first use; `base64` would not be the file's own. */
function isText(encoding: Value | undefined): boolean {
  if (encoding === undefined || encoding.kind === 'null') return true;
  if (encoding.kind === 'text') return /^utf-?8$/i.test(encoding.text);
  return encoding.kind === 'record' && isText(encoding.entries.find(({ key }) => key === 'encoding')?.value);
}

const isCallOf = (value: Value, names: ReadonlySet<string>): boolean =>
  value.kind === 'called' && value.callee.kind === 'external' && names.has(nameOfExternal(value.callee));
const named = (given: CallArguments, name: string): Value | undefined => given.named.find((one) => one.name === name)?.value;
const isInside = (file: string): boolean => file !== '' && file !== '..' && !file.startsWith('../');

/** The nearest first; a program may run in any of them. */
function foldersAbove(file: string): readonly string[] {
  const names = file.split('/').slice(0, -1);
  return names.map((_, at) => names.slice(0, names.length - at).join('/')).concat('');
}

/** Characters. */
const LONGEST = 2 * 1024 * 1024;
const DATA_IMPORT = /\.(?:json5?|ya?ml|toml)$/i;
const TEXT_IMPORT = /\.(?:md|txt|text|prompt|mustache|hbs|handlebars|j2|jinja2?)$/i;

/** Sources: the documentation of Python's and Node's own libraries, of aiofiles, anyio, fs-extra, Bun and Deno. */
const FILE_READERS = new Set([
  ...['fs.readFileSync', 'fs.readFile', 'fs.promises.readFile', 'fs/promises.readFile', 'fs-extra.readFile', 'fs-extra.readFileSync'],
  ...['Deno.readTextFile', 'Deno.readTextFileSync'],
]);
const PACKAGE_READERS = new Set(['importlib.resources.read_text', 'importlib_resources.read_text', 'pkgutil.get_data']);
const OPENERS = new Set(['open', 'io.open', 'codecs.open', 'aiofiles.open', 'anyio.open_file']);
const TEMPLATES = new Set(['jinja2.Environment', 'jinja2.sandbox.SandboxedEnvironment']);
const BUN_FILE = new Set(['Bun.file']);
