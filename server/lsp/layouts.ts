import type { Location } from 'vscode-languageserver';
import type { Place } from '../core/module/module.ts';
import { isNotebookFileName } from '../host/language-of.ts';
import type { Where } from '../reports/report.ts';
import { type Layout, notebookLayout, textLayout } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Project } from './project.ts';

/** Where the places of analysed files lie in documents, also of files that only the disk has. */
export interface Layouts {
  /** Reads what is missing, so that what follows is told of one moment. */
  prepare(project: Project, files: Iterable<string>): Promise<void>;
  get(project: Project, file: string): Layout | null;
  location(project: Project, place: Place): Location | null;
  where(project: Project, place: Place): Where | null;
  /** Of a notebook, from 0; null elsewhere. */
  cell(project: Project, place: Place): number | null;
  /** Its text on the disk may be another by now. */
  forget(project: Project, file: string): void;
}

export function createLayouts(documents: Documents): Layouts {
  const kept = new WeakMap<Project, Map<string, Layout>>();
  const keptOf = (project: Project): Map<string, Layout> => {
    const known = kept.get(project) ?? new Map<string, Layout>();
    kept.set(project, known);
    return known;
  };
  const get = (project: Project, file: string): Layout | null =>
    documents.named(project, file)?.layout ?? keptOf(project).get(file) ?? null;
  const location = (project: Project, place: Place): Location | null => {
    const span = project.analyzer.locate(place);
    return span === null ? null : (get(project, place.file)?.location(span) ?? null);
  };
  const cell = (project: Project, place: Place): number | null => {
    const span = project.analyzer.locate(place);
    return span === null ? null : (get(project, place.file)?.cell(span.start) ?? null);
  };

  return {
    async prepare(project, files) {
      for (const file of new Set(files)) {
        if (get(project, file) !== null) continue;
        const text = await project.workspace?.readText(file);
        if (typeof text !== 'string') continue;
        const uri = project.uriOf(file);
        const layout = isNotebookFileName(file) ? notebookLayout(uri, text) : textLayout(uri, text);
        if (layout !== null) keptOf(project).set(file, layout);
      }
    },
    get,
    location,
    where(project, place) {
      const found = location(project, place);
      if (found === null) return null;
      const { start, end } = found.range;
      return {
        file: place.file,
        cell: cell(project, place),
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      };
    },
    cell,
    forget: (project, file) => void kept.get(project)?.delete(file),
  };
}
