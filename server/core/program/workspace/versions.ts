import type { Language } from '../../module/module.ts';
import type { PackageVersion } from '../call-site.ts';
import type { Queries } from '../queries.ts';
import type { Files } from './files.ts';
import { join, parents } from './imports.ts';
import { pythonVersions } from './python-versions.ts';
import type { ReadData } from './script-layout.ts';
import { scriptVersions } from './script-versions.ts';
import type { ReadVersions, VersionSource } from './version-source.ts';

export type FindVersion = (file: string, language: Language, name: string) => PackageVersion | null;

/** The version of a package for a file: the nearest lock file's, else what the nearest manifest allows. */
export function createVersions(queries: Queries, files: Files, data: ReadData): FindVersion {
  const read: ReadVersions = { data, text: files.text, exists: files.exists };

  const find = (folder: string, sources: readonly VersionSource[], name: string): PackageVersion | null => {
    let range: PackageVersion | null = null;
    for (const above of [folder, ...parents(`${folder}/`)])
      for (const source of sources) {
        const path = join(above, source.file);
        if (!files.exists(path)) continue;
        const said = source.says(read, path, name);
        if (!said) continue;
        const found: PackageVersion = { name, version: said.version, isExact: said.isExact, file: path };
        if (said.isExact) return found;
        range ??= found;
      }
    return range;
  };

  return (file, language, name) => {
    const folder = parents(file)[0] ?? '';
    const isPython = language === 'python';
    return queries.ask(
      [isPython ? 'python-version' : 'script-version', folder, name],
      () => find(folder, isPython ? pythonVersions : scriptVersions, name),
      () => null,
      (a, b) => JSON.stringify(a) === JSON.stringify(b),
    );
  };
}
