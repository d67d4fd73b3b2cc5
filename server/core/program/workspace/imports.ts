import type { Language } from '../../module/module.ts';

/** Whether a path exists; each question is remembered by the answer that asked it, also when the answer is no. */
export type Probe = (path: string) => boolean;

/** Where a workspace keeps its code, beyond what an import's own words say. */
export interface Layout {
  /** Paths that a script's import may mean by an alias or a package's name, the likeliest first. */
  readonly scriptPaths: (from: string, source: string) => readonly string[];
  /** Folders that hold a Python package of this name. */
  readonly pythonFolders: (name: string) => readonly string[];
}

/** The file that an import source means, seen from a file; null where it is a package from outside. */
export function resolveImport(from: string, source: string, language: Language, probe: Probe, layout: Layout): string | null {
  return language === 'python' ? resolvePython(from, source, probe, layout) : resolveScript(from, source, probe, layout);
}

/** Folders that an import of a Python package without `__init__.py` may mean, the nearest first. */
export function pythonFolders(from: string, source: string, layout: Layout): readonly string[] {
  const { dots, names } = steps(source);
  const path = names.join('/');
  if (dots > 0) {
    const folder = parents(from)[dots - 1];
    return folder === undefined ? [] : [join(folder, path)];
  }
  const [top = ''] = names;
  return [
    ...parents(from).flatMap((folder) => [join(folder, path), join(folder, `src/${path}`)]),
    ...layout.pythonFolders(top).map((folder) => join(folder, path)),
  ];
}

function resolvePython(from: string, source: string, probe: Probe, layout: Layout): string | null {
  const { dots, names } = steps(source);
  const path = names.join('/');
  if (dots > 0) {
    const folder = parents(from)[dots - 1];
    return folder === undefined ? null : pythonFile(join(folder, path), probe);
  }
  // Python looks beside the script that was started and along the path; a project's own folder is one of the ancestors.
  for (const folder of parents(from)) {
    const found = pythonFile(join(folder, path), probe) ?? pythonFile(join(folder, `src/${path}`), probe);
    if (found && found !== from) return found;
  }
  const [top = ''] = names;
  for (const folder of layout.pythonFolders(top)) {
    const found = pythonFile(join(folder, path), probe);
    if (found && found !== from) return found;
  }
  return null;
}

/** The dots that an import starts with, and its names. */
function steps(source: string): { readonly dots: number; readonly names: readonly string[] } {
  const dots = /^\.*/.exec(source)?.[0].length ?? 0;
  const names = source
    .slice(dots)
    .split('.')
    .filter((name) => name !== '');
  return { dots, names };
}

function pythonFile(path: string, probe: Probe): string | null {
  if (path !== '' && probe(`${path}.py`)) return `${path}.py`;
  const inside = join(path, '__init__.py');
  return probe(inside) ? inside : null;
}

function resolveScript(from: string, source: string, probe: Probe, layout: Layout): string | null {
  if (source.startsWith('.')) return scriptFile(normalise(join(parents(from)[0] ?? '', source)), probe);
  for (const path of layout.scriptPaths(from, source)) {
    const found = scriptFile(path, probe);
    if (found) return found;
  }
  return null;
}

const SCRIPT_ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

function scriptFile(path: string, probe: Probe): string | null {
  if (SCRIPT_ENDINGS.some((ending) => path.endsWith(ending)) && probe(path)) return path;
  // TypeScript sources import their compiled names: `./client.js` is `./client.ts`.
  const bare = path.replace(/\.(js|jsx|mjs|cjs)$/, '');
  for (const stem of bare === path ? [path] : [bare, path])
    for (const ending of SCRIPT_ENDINGS) if (probe(stem + ending)) return stem + ending;
  for (const ending of SCRIPT_ENDINGS) {
    const inside = join(path, `index${ending}`);
    if (probe(inside)) return inside;
  }
  return null;
}

/** The folders above a file, the nearest first; the root is the empty string. */
export function parents(file: string): readonly string[] {
  const names = file.split('/').slice(0, -1);
  const out: string[] = [];
  for (let length = names.length; length >= 0; length--) out.push(names.slice(0, length).join('/'));
  return out;
}

export const join = (folder: string, name: string): string => (folder === '' ? name : name === '' ? folder : `${folder}/${name}`);

/** Takes `.` and `..` out of a path; one that leaves the root keeps its dots and is found nowhere. */
export function normalise(path: string): string {
  const out: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..' && out.length > 0 && out.at(-1) !== '..') out.pop();
    else out.push(name);
  }
  return out.join('/');
}
