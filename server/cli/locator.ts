import type { Analyzer } from '../core/api.ts';
import type { Place } from '../core/module/module.ts';
import { LineIndex } from '../core/text/lines.ts';
import type { Workspace } from '../host/host.ts';
import type { Where } from '../reports/report.ts';

export interface Locator {
  where(place: Place): Where | null;
  /** A line from 1, without its break. */
  sourceLine(where: Where): string | null;
}

/** Reads the files that places stand in once, so that each place can be told as line and column. */
export async function createLocator(analyzer: Analyzer, workspace: Workspace, places: readonly Place[]): Promise<Locator> {
  const texts = new Map<string, { readonly text: string; readonly lines: LineIndex }>();
  for (const file of new Set(places.map((place) => place.file))) {
    const text = await workspace.readText(file);
    if (text !== null) texts.set(file, { text, lines: new LineIndex(text) });
  }
  return {
    where(place) {
      const span = analyzer.locate(place);
      const found = texts.get(place.file);
      if (span === null || found === undefined) return null;
      const start = found.lines.position(span.start);
      const end = found.lines.position(span.end);
      return {
        file: place.file,
        cell: null,
        line: start.line + 1,
        column: start.column + 1,
        endLine: end.line + 1,
        endColumn: end.column + 1,
      };
    },
    sourceLine({ file, line }) {
      const found = texts.get(file);
      if (found === undefined) return null;
      return found.text.slice(found.lines.lineStart(line - 1), found.lines.lineStart(line)).replace(/[\r\n]+$/, '');
    },
  };
}
