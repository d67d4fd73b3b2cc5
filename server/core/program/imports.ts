import type { Language } from '../module/module.ts';

/** Whether a path exists; each question is remembered by the answer that asked it, also when the answer is no. */
export type Probe = (path: string) => boolean;

/** The file that an import source means, seen from a file; null where it is a package from outside. */
export function resolveImport(from: string, source: string, language: Language, probe: Probe, aliases: readonly Alias[]): string | null {
  return language === 'python' ? resolvePython(from, source, probe) : resolveScript(from, source, probe, aliases);
}

/** A path alias of a tsconfig (`@/*` → `src/*`) or a workspace package's name → its folder. */
export interface Alias {
  readonly prefix: string;
  readonly targets: readonly string[];
  readonly isExact: boolean;
}

function resolvePython(from: string, source: string, probe: Probe): string | null {
  const dots = /^\.*/.exec(source)?.[0].length ?? 0;
  const names = source
    .slice(dots)
    .split('.')
    .filter((name) => name !== '');
  if (dots > 0) {
    const folder = parents(from)[dots - 1];
    return folder === undefined ? null : pythonFile(join(folder, names.join('/')), probe);
  }
  // Python looks beside the script that was started and along the path; a project's own folder is one of the ancestors.
  for (const folder of parents(from)) {
    const found = pythonFile(join(folder, names.join('/')), probe) ?? pythonFile(join(folder, `src/${names.join('/')}`), probe);
    if (found && found !== from) return found;
  }
  return null;
}

function pythonFile(path: string, probe: Probe): string | null {
  if (path !== '' && probe(`${path}.py`)) return `${path}.py`;
  const inside = join(path, '__init__.py');
  return probe(inside) ? inside : null;
}

function resolveScript(from: string, source: string, probe: Probe, aliases: readonly Alias[]): string | null {
  if (source.startsWith('.')) return scriptFile(normalise(join(parents(from)[0] ?? '', source)), probe);
  for (const alias of aliases) {
    const isFit = alias.isExact ? source === alias.prefix : source.startsWith(alias.prefix);
    if (!isFit) continue;
    for (const target of alias.targets) {
      const found = scriptFile(normalise(alias.isExact ? target : join(target, source.slice(alias.prefix.length))), probe);
      if (found) return found;
    }
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
function parents(file: string): readonly string[] {
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
