import { type Connection, NotebookDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createNotebookText } from '../core/languages/notebook.ts';
import { documentLayout, joinedLayout, type PlacedLayout, withoutMark } from './convert.ts';
import { changeText, difference, type HeldFile, openText } from './held-file.ts';
import type { Project } from './project.ts';
import type { Projects } from './projects.ts';

export interface Notebooks {
  /** By the address of a cell. */
  get(uri: string): HeldFile | null;
  all(): readonly HeldFile[];
  reopen(): void;
}

interface Entry {
  held: HeldFile;
  text: string;
  cells: readonly TextDocument[];
}

interface NotebookEvents {
  edited(held: HeldFile): void;
  closed(held: HeldFile, wasOurs: boolean): void;
}

/** A notebook is one text: its cells of code in order, since names of one are seen in the next. */
export function listenToNotebooks(connection: Connection, projects: Projects, events: NotebookEvents): Notebooks {
  const notebooks = new NotebookDocuments(TextDocument);
  const entries = new Map<string, Entry>();

  const cellsOf = (uri: string): readonly TextDocument[] =>
    (notebooks.getNotebookDocument(uri)?.cells ?? []).flatMap((cell) => notebooks.getCellTextDocument(cell) ?? []);

  const open = (uri: string): void => {
    const cells = cellsOf(uri);
    const project = projects.of(uri);
    const file = project.fileOf(uri) ?? uri;
    const text = joined(cells);
    project.held.add(file);
    const { reading } = openText(project, file, ['python'], text);
    const entry: Entry = { cells, text, held: heldNotebook(project, file, reading, () => entry.cells) };
    entries.set(uri, entry);
  };
  const close = (uri: string): HeldFile | null => {
    const held = entries.get(uri)?.held ?? null;
    entries.delete(uri);
    held?.project.held.delete(held.file);
    held?.project.analyzer.close(held.file);
    return held;
  };

  notebooks.onDidOpen(({ uri }) => {
    open(uri);
    const entry = entries.get(uri);
    if (entry !== undefined) events.edited(entry.held);
  });
  notebooks.onDidChange(({ notebookDocument: { uri } }) => {
    const entry = entries.get(uri);
    if (entry === undefined) return;
    entry.cells = cellsOf(uri);
    const text = joined(entry.cells);
    const change = difference(entry.text, text);
    entry.text = text;
    if (change !== null) changeText(entry.held, [change], text);
    events.edited(entry.held);
  });
  notebooks.onDidClose(({ uri }) => {
    const held = close(uri);
    if (held !== null) events.closed(held, true);
  });
  notebooks.listen(connection);

  return {
    get: (uri) => [...entries.values()].find(({ cells }) => cells.some((cell) => cell.uri === uri))?.held ?? null,
    all: () => [...entries.values()].map(({ held }) => held),
    reopen() {
      for (const uri of [...entries.keys()]) {
        close(uri);
        open(uri);
      }
    },
  };
}

/** Between two cells. */
const lineBreak = 1;

function heldNotebook(project: Project, file: string, reading: HeldFile['reading'], cells: () => readonly TextDocument[]): HeldFile {
  return {
    project,
    file,
    reading,
    get documents() {
      return cells();
    },
    get layout() {
      const parts: PlacedLayout[] = [];
      let start = 0;
      for (const cell of cells()) {
        const end = start + withoutMark(cell.getText()).length;
        parts.push({ layout: documentLayout(cell, start), start, end });
        start = end + lineBreak;
      }
      return joinedLayout(parts);
    },
  };
}

/** The same text as the scan makes of the notebook on the disk. */
const joined = (cells: readonly TextDocument[]): string =>
  createNotebookText(cells.map((cell, index) => ({ index, source: withoutMark(cell.getText()) }))).text;
