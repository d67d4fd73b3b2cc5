import type { CallArguments, Value } from '../value.ts';
import { join, normalise } from './imports.ts';

/** A path that code writes down. What is relative to the folder a program runs in may lie `anywhere` above the file. */
export interface WrittenPath {
  readonly base: 'root' | 'anywhere';
  readonly path: string;
}

/** Looks a parameter or member up; the same value where nothing more is known. */
export type Resolve = (value: Value) => Value;

/** Literal pieces only: one that the source does not show, or an absolute one, makes the whole unknown. */
export function pathOf(value: Value, resolve: Resolve, depth = 0): WrittenPath | null {
  if (depth > DEEPEST) return null;
  const again = (one: Value): WrittenPath | null => pathOf(one, resolve, depth + 1);
  switch (value.kind) {
    case 'text':
      return written(value.text);
    case 'concat':
      return glued(value.parts, again);
    case 'external':
      return anchor(nameOfExternal(value), value.place.file);
    case 'called':
      return calledPath(value.callee, value.arguments, again) ?? lookedUp(value, resolve, again);
    case 'member':
      return memberPath(value, again) ?? lookedUp(value, resolve, again);
    case 'parameter':
      return lookedUp(value, resolve, again);
    default:
      return null;
  }
}

/** Whether a value surely is a path, so that `/` behind it joins. */
export function isPath(value: Value, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (value.kind === 'member') return PARENTS.test(value.name) && isPath(value.object, depth + 1);
  if (value.kind !== 'called') return false;
  const { callee } = value;
  if (callee.kind === 'member') return METHODS.has(callee.name) && isPath(callee.object, depth + 1);
  return callee.kind === 'external' && (isJoin(callee) || PATH_OBJECTS.has(nameOfExternal(callee)));
}

/** `a / b` of paths, kept as it is until its pieces are known. */
export function joined(left: Value, right: Value, place: Value['place']): Value {
  const callee: Value = { kind: 'external', package: 'operator', path: ['/'], place };
  return { kind: 'called', callee, arguments: { positional: [left, right], named: [], unknowns: [] }, place };
}

/** `node:fs` and a default import are the package itself. */
export function nameOfExternal(value: Extract<Value, { kind: 'external' }>): string {
  const path = value.path[0] === 'default' ? value.path.slice(1) : value.path;
  const source = value.package === 'builtins' ? [] : [value.package.replace(/^node:/, '')];
  return [...source, ...path].join('.');
}

const DEEPEST = 12;

type Again = (value: Value) => WrittenPath | null;

function lookedUp(value: Value, resolve: Resolve, again: Again): WrittenPath | null {
  const known = resolve(value);
  return known === value ? null : again(known);
}

function written(text: string): WrittenPath | null {
  const isElsewhere = /^(?:[\\/~]|[A-Za-z][\w+.-]*:)/.test(text) || /[\0\n*?<>|]/.test(text);
  return isElsewhere ? null : { base: 'anywhere', path: normalise(text.replaceAll('\\', '/')) };
}

/** `f"{FOLDER}/system.md"` */
function glued(parts: readonly Value[], again: Again): WrittenPath | null {
  const [first, ...rest] = parts;
  const texts = (first?.kind === 'text' ? parts : rest).map((part) =>
    part.kind === 'text' ? part.text : part.kind === 'number' ? String(part.value) : null,
  );
  if (!first || texts.includes(null)) return null;
  if (first.kind === 'text') return written(texts.join(''));
  const head = again(first);
  return head && { ...head, path: normalise(head.path + texts.join('')) };
}

function anchor(name: string, file: string): WrittenPath | null {
  if (OWN_FILE.has(name)) return { base: 'root', path: file };
  return OWN_FOLDER.has(name) ? { base: 'root', path: parentOf(file) } : null;
}

function calledPath(callee: Value, given: CallArguments, again: Again): WrittenPath | null {
  if (given.unknowns.length > 0) return null;
  const [first, second] = given.positional;
  if (callee.kind === 'member') return methodPath(callee.object, callee.name, given, again);
  if (callee.kind !== 'external') return null;
  const name = nameOfExternal(callee);
  if (isJoin(callee)) return joinAll(given.positional, again);
  if (SAME.has(name)) return first ? again(first) : null;
  if (PARENT_OF.has(name)) return first ? up(again(first)) : null;
  if (WORKING_FOLDER.has(name)) return { base: 'anywhere', path: '' };
  if (PACKAGE_FOLDER.has(name)) return first ? packageFolder(first) : null;
  if (name === 'URL' || name === 'url.URL') return first && second ? beside(again(second), again(first)) : first ? again(first) : null;
  return null;
}

function methodPath(object: Value, name: string, given: CallArguments, again: Again): WrittenPath | null {
  if (!METHODS.has(name)) return null;
  const path = again(object);
  const [first] = given.positional;
  if (name === 'joinpath') return [path, ...given.positional.map(again)].reduce(append);
  if (name === 'with_name') return path && first ? append(up(path), again(first)) : null;
  if (name === 'with_suffix')
    return path && first?.kind === 'text' ? { ...path, path: path.path.replace(/(?:\.[^./]*)?$/, first.text) } : null;
  return path;
}

function memberPath({ object, name }: Extract<Value, { kind: 'member' }>, again: Again): WrittenPath | null {
  if (name === 'parent') return up(again(object));
  if (name === 'pathname' || name === 'href') return again(object);
  const index = /^\[(\d)\]$/.exec(name)?.[1];
  if (index === undefined || object.kind !== 'member' || object.name !== 'parents') return null;
  let path = again(object.object);
  for (let step = 0; step <= Number(index); step++) path = up(path);
  return path;
}

function joinAll(parts: readonly Value[], again: Again): WrittenPath | null {
  const [first = null, ...rest] = parts.map(again);
  return parts.length === 0 ? { base: 'anywhere', path: '' } : rest.reduce(append, first);
}

function append(left: WrittenPath | null, right: WrittenPath | null): WrittenPath | null {
  if (!left || !right) return null;
  return right.base === 'root' ? right : { ...left, path: normalise(join(left.path, right.path)) };
}

/** `new URL('./system.md', import.meta.url)` */
const beside = (base: WrittenPath | null, path: WrittenPath | null): WrittenPath | null => append(up(base), path);

const up = (path: WrittenPath | null): WrittenPath | null => path && { ...path, path: parentOf(path.path) };

function parentOf(path: string): string {
  return path === '' || path.endsWith('..') ? join(path, '..') : path.split('/').slice(0, -1).join('/');
}

/** `files("app.prompts")`, `files(__package__)`, `files(prompts)` of an imported package. */
function packageFolder(value: Value): WrittenPath | null {
  if (value.kind === 'text') return { base: 'anywhere', path: value.text.replaceAll('.', '/') };
  if (value.kind === 'module') return { base: 'root', path: parentOf(value.file) };
  const isOwn = value.kind === 'external' && (nameOfExternal(value) === '__package__' || nameOfExternal(value) === '__name__');
  return isOwn ? { base: 'root', path: parentOf(value.place.file) } : null;
}

const isJoin = (callee: Extract<Value, { kind: 'external' }>): boolean =>
  JOINS.has(nameOfExternal(callee)) || (callee.package === 'operator' && callee.path[0] === '/');

/** Sources: the documentation of Python's and Node's own libraries, of Bun and of Deno. */
const OWN_FILE = new Set(['__file__', '__filename', 'import.meta.url', 'import.meta.filename', 'import.meta.path']);
const OWN_FOLDER = new Set(['__dirname', 'import.meta.dirname', 'import.meta.dir']);
const PATH_OBJECTS = new Set(['pathlib.Path.cwd', 'importlib.resources.files', 'importlib_resources.files']);
const JOINS = new Set([
  ...['pathlib.Path', 'pathlib.PurePath', 'pathlib.PurePosixPath', 'pathlib.PosixPath', 'anyio.Path'],
  ...['os.path.join', 'path.join', 'path.resolve', 'path.posix.join', 'path.posix.resolve'],
]);
const SAME = new Set([
  ...['os.path.abspath', 'os.path.realpath', 'os.path.normpath', 'os.fspath'],
  ...['path.normalize', 'url.fileURLToPath', 'fileURLToPath', 'Bun.file'],
]);
const PARENT_OF = new Set(['os.path.dirname', 'path.dirname', 'path.posix.dirname']);
const WORKING_FOLDER = new Set(['os.getcwd', 'pathlib.Path.cwd', 'process.cwd', 'Deno.cwd']);
const PACKAGE_FOLDER = new Set(['importlib.resources.files', 'importlib_resources.files']);
const METHODS = new Set(['joinpath', 'with_name', 'with_suffix', 'resolve', 'absolute', 'as_posix', 'toString']);
const PARENTS = /^(?:parent|parents|\[\d\])$/;
