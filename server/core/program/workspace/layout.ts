import type { Queries } from '../queries.ts';
import type { Files } from './files.ts';
import type { Layout } from './imports.ts';
import { plainData } from './plain-data.ts';
import { createPythonLayout } from './python-layout.ts';
import { createScriptLayout } from './script-layout.ts';

/** Where a workspace keeps its code, read from manifests and compiler settings; each answer remembers which of them it asked. */
export function createLayout(queries: Queries, files: Files): Layout {
  const data = createDataReader(queries, files);
  return { scriptPaths: createScriptLayout(queries, files, data), pythonFolders: createPythonLayout(queries, files, data) };
}

/** The plain data of a file, parsed once a version; null until it was brought. */
export const createDataReader =
  (queries: Queries, files: Files) =>
  (file: string): unknown =>
    queries.ask(
      ['data', '', file],
      () => {
        const text = files.text(file);
        return text === null ? null : plainData(file, text);
      },
      () => null,
      (a, b) => JSON.stringify(a) === JSON.stringify(b),
    );
