import type { Queries } from '../queries.ts';
import { type Files, MANIFESTS } from './files.ts';
import { join, normalise, parents } from './imports.ts';
import { child, entriesOf, listOf, textAtKey, textsIn } from './plain-data.ts';
import type { ReadData } from './script-layout.ts';

/** Folders that hold a Python package of a name, beside those above the importing file: other packages of the workspace. */
export function createPythonLayout(queries: Queries, files: Files, data: ReadData): (name: string) => readonly string[] {
  const roots = (): readonly string[] =>
    queries.ask(
      ['python-roots', ''],
      () => {
        const manifests = MANIFESTS.filter((name) => name !== 'package.json').flatMap(files.named);
        return [...new Set(manifests.flatMap((manifest) => rootsOf(parents(manifest)[0] ?? '', manifest)))];
      },
      () => [],
      (a, b) => JSON.stringify(a) === JSON.stringify(b),
    );

  const rootsOf = (folder: string, manifest: string): readonly string[] => {
    const written = manifest.endsWith('.toml') ? configured(data(manifest)) : [];
    return [...written, 'src', ''].map((path) => normalise(join(folder, path)));
  };

  return (name) =>
    queries.ask(
      ['python-package', '', name],
      () => roots().filter((root) => files.exists(join(root, `${name}.py`)) || files.hasFolder(join(root, name))),
      () => [],
      (a, b) => JSON.stringify(a) === JSON.stringify(b),
    );
}

/**
 * Where a pyproject.toml says that packages lie. Sources: the documentation of Poetry (`packages`), setuptools (`package-dir`,
 * `packages.find`), Hatch (`targets.wheel`), PDM, uv's build backend and maturin.
 */
function configured(project: unknown): readonly string[] {
  const tool = child(project, 'tool');
  const poetry = listOf(child(tool, 'poetry', 'packages')).flatMap((one) => textAtKey(one, 'from') ?? []);
  const setuptools = entriesOf(child(tool, 'setuptools', 'package-dir')).flatMap(([name, path]) =>
    name === '' && typeof path === 'string' ? [path] : [],
  );
  const found = textsIn(child(tool, 'setuptools', 'packages', 'find', 'where'));
  const wheel = child(tool, 'hatch', 'build', 'targets', 'wheel');
  const hatch = [...textsIn(child(wheel, 'packages')).map((path) => parents(path)[0] ?? ''), ...textsIn(child(wheel, 'sources'))];
  const others = [
    textAtKey(tool, 'pdm', 'build', 'package-dir'),
    textAtKey(tool, 'uv', 'build-backend', 'module-root'),
    textAtKey(tool, 'maturin', 'python-source'),
  ].flatMap((path) => path ?? []);
  return [...poetry, ...setuptools, ...found, ...hatch, ...others];
}
