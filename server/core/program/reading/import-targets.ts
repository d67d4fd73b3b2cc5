import { isOfSdk, isPackageOfSdk } from '../meaning/sdk-meaning.ts';
import type { Queries } from '../queries.ts';
import type { Files } from '../workspace/files.ts';
import { join, pythonFolders, resolveImport } from '../workspace/imports.ts';
import { createLayout } from '../workspace/layout.ts';

/** What an import means: something outside (of an SDK, where the workspace holds a file of that name), a file, or a name of one. */
export type ImportTarget =
  | { readonly kind: 'outside'; readonly isHeld: boolean }
  | { readonly kind: 'module'; readonly file: string }
  | { readonly kind: 'export'; readonly file: string; readonly name: string };

export interface ImportTargets {
  /** The file that a source names; null where it is outside the workspace. */
  readonly resolve: (file: string, source: string) => string | null;
  readonly importTarget: (file: string, source: string, name: string | null) => ImportTarget;
  /** A file or folder of a Python package by the name that is asked of the package. */
  readonly submoduleOf: (file: string, name: string) => string | null;
}

export function createImportTargets(queries: Queries, files: Files): ImportTargets {
  const { exists, language, index } = files;
  const layout = createLayout(queries, files);

  const resolve = (file: string, source: string): string | null =>
    queries.ask(
      ['resolve', file, source],
      () => resolveImport(file, source, language(file), exists, layout),
      () => null,
    );

  const importTarget = (file: string, source: string, name: string | null): ImportTarget => {
    const target = source === '' ? file : resolve(file, source);
    if (!target || isOfSdk(source, name, language(file), (one) => index(target)?.byName.has(one) === true)) {
      const inside = target || language(file) !== 'python' ? null : insideFolder(file, source, name);
      return inside ? { kind: 'module', file: inside } : { kind: 'outside', isHeld: target !== null };
    }
    return name === null ? { kind: 'module', file: target } : { kind: 'export', file: target, name };
  };

  /** `from . import llm`, `import app.llm`: a file or folder of a folder that is no package by itself. */
  const insideFolder = (file: string, source: string, name: string | null): string | null => {
    const whole = name === null ? source : source.endsWith('.') ? source + name : `${source}.${name}`;
    const found = name === null ? null : resolve(file, whole);
    if (found || isPackageOfSdk(source)) return found;
    return queries.ask(
      ['namespace', file, whole],
      () => {
        const folder = pythonFolders(file, whole, layout).find((path) => path !== '' && files.hasFolder(path));
        return folder === undefined ? null : join(folder, '__init__.py');
      },
      () => null,
    );
  };

  const submoduleOf = (target: string, name: string): string | null => {
    if (!target.endsWith('/__init__.py') && target !== '__init__.py') return null;
    const folder = target.slice(0, -'__init__.py'.length).replace(/\/$/, '');
    for (const path of [join(folder, `${name}.py`), join(folder, `${name}/__init__.py`)]) if (exists(path)) return path;
    return files.hasFolder(join(folder, name)) ? join(folder, `${name}/__init__.py`) : null;
  };

  return { resolve, importTarget, submoduleOf };
}
