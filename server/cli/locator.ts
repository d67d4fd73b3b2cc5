import type { Analyzer } from '../core/api.ts';
import { type CellPosition, type NotebookText, readNotebook } from '../core/languages/notebook.ts';
import type { Place } from '../core/module/module.ts';
import { LineIndex, type Position } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';
import type { Workspace } from '../host/host.ts';
import { isNotebookFileName } from '../host/language-of.ts';
import type { Where } from '../reports/report.ts';

export interface Locator {
  where(place: Place): Where | null;
  /** Of an absolute span. */
  whereIn(file: string, span: Span): Where | null;
  /** A line from 1, without its break. */
  sourceLine(where: Where): string | null;
}

/** Reads the files that places stand in once, so that each place can be told as line and column. */
export async function createLocator(analyzer: Analyzer, workspace: Workspace, places: readonly Place[]): Promise<Locator> {
  const layouts = new Map<string, Layout>();
  for (const file of new Set(places.map((place) => place.file))) {
    const text = await workspace.readText(file);
    if (text !== null) layouts.set(file, layoutOf(file, text));
  }
  const whereIn = (file: string, span: Span): Where | null => {
    const found = layouts.get(file);
    if (found === undefined) return null;
    const start = found.position(span.start);
    const end = found.position(span.end);
    return { file, cell: start.cell, line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
  };
  return {
    where(place) {
      const span = analyzer.locate(place);
      return span === null ? null : whereIn(place.file, span);
    },
    whereIn,
    sourceLine: (where) => layouts.get(where.file)?.line(where) ?? null,
  };
}

/** How offsets of an analysed file are told to people. */
interface Layout {
  position(offset: number): CellPosition | (Position & { readonly cell: null });
  line(where: Where): string | null;
}

function layoutOf(file: string, text: string): Layout {
  const reading = isNotebookFileName(file) ? readNotebook(text) : null;
  return reading?.kind === 'notebook' ? notebookLayout(reading.notebook) : textLayout(text);
}

function textLayout(text: string): Layout {
  const lines = new LineIndex(text);
  return {
    position: (offset) => ({ cell: null, ...lines.position(offset) }),
    line: ({ line }) => lineAt(text, lines.lineStart(line - 1)),
  };
}

function notebookLayout(notebook: NotebookText): Layout {
  return {
    position: notebook.position,
    line({ cell, line }) {
      const start = cell === null ? null : notebook.offset({ cell, line: line - 1, column: 0 });
      return start === null ? null : lineAt(notebook.text, start);
    },
  };
}

const lineAt = (text: string, start: number): string => /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
