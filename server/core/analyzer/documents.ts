import type { TextChange } from '../api.ts';
import type { Grammars } from '../languages/grammars.ts';
import { openSource, type SourceFile } from '../languages/source-file.ts';
import type { Language, Module } from '../module/module.ts';
import { applyEdits } from '../text/span.ts';

/** A file that an editor holds: its text, and its tree once the grammar is there. */
export interface OpenDocument {
  readonly file: string;
  readonly language: Language;
  readonly text: string;
  /** What linking reads: the last version that parsed, where this one does not, so that hints stay while code is half typed. */
  readonly module: Module | null;
  /** What happened to the text since that version, to find its places again. */
  readonly since: readonly TextChange[];
  readonly change: (changes: readonly TextChange[]) => void;
  /** Parses now that the grammar is loaded; true where it gave a Module. */
  readonly parse: (grammars: Grammars) => boolean;
  readonly close: () => void;
}

export function openDocument(file: string, language: Language, text: string): OpenDocument {
  let current = text;
  let source: SourceFile | null = null;
  let module: Module | null = null;
  let since: TextChange[] = [];

  const take = (next: Module): void => {
    if (next.hasErrors && module && !module.hasErrors) return;
    module = next;
    since = [];
  };

  return {
    file,
    language,
    get text() {
      return current;
    },
    get module() {
      return module;
    },
    get since() {
      return since;
    },
    change(changes) {
      for (const change of changes) {
        current = applyEdits(current, [{ span: { start: change.start, end: change.end }, text: change.text }]);
        since.push(change);
      }
      if (!source) return;
      take(
        source.update(
          current,
          changes.map((change) => ({ start: change.start, oldEnd: change.end, newEnd: change.start + change.text.length })),
        ),
      );
    },
    parse(grammars) {
      if (source || !grammars.get(language)) return source !== null;
      source = openSource({ file, language, text: current, grammars });
      take(source.module);
      return true;
    },
    close() {
      source?.dispose();
      source = null;
    },
  };
}

/** Where an offset of an earlier version is after some changes; inside of replaced text it sticks to the change's start. */
export function moved(offset: number, changes: readonly TextChange[]): number {
  let at = offset;
  for (const change of changes) {
    if (change.end <= at) at += change.text.length - (change.end - change.start);
    else if (change.start < at) at = change.start;
  }
  return at;
}
