import type { Connection, DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../core/api.ts';
import { changeAt, documentLayout, withoutMark } from './convert.ts';
import { changeText, difference, type HeldFile, openText, says } from './held-file.ts';
import { readingsOf } from './languages.ts';
import { listenToNotebooks } from './notebooks.ts';
import type { Project } from './project.ts';
import type { Projects } from './projects.ts';

/** What the editor holds, kept in step with it and handed on to the analyzers. */
export interface Documents {
  /** By the address of a document or of a notebook's cell. */
  get(uri: string): HeldFile | null;
  named(project: Project, file: string): HeldFile | null;
  all(): readonly HeldFile[];
  /** Reads the documents again that meant nothing while their project was unknown, or belonged to another. */
  reopen(): void;
}

export interface DocumentEvents {
  edited(held: HeldFile): void;
  closed(held: HeldFile, wasOurs: boolean): void;
}

interface Entry {
  held: HeldFile;
  isOurs: boolean;
  reopen(): void;
}

export function createDocuments(connection: Connection, projects: Projects, events: DocumentEvents): Documents {
  const entries = new Map<string, Entry>();

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const entry = openEntry(textDocument, projects);
    entries.set(textDocument.uri, entry);
    events.edited(entry.held);
  });
  connection.onDidChangeTextDocument((params) => {
    const entry = entries.get(params.textDocument.uri);
    if (entry === undefined) return;
    applyChanges(entry, params);
    events.edited(entry.held);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    const entry = entries.get(textDocument.uri);
    if (entry === undefined) return;
    entries.delete(textDocument.uri);
    const wasOurs = entry.isOurs || says(entry.held);
    letGo(entry.held);
    events.closed(entry.held, wasOurs);
  });
  const notebooks = listenToNotebooks(connection, projects, events);
  const all = (): readonly HeldFile[] => [...[...entries.values()].map(({ held }) => held), ...notebooks.all()];

  return {
    get: (uri) => entries.get(uri)?.held ?? notebooks.get(uri),
    named: (project, file) => all().find((held) => held.project === project && held.file === file) ?? null,
    all,
    reopen() {
      for (const entry of entries.values()) entry.reopen();
      notebooks.reopen();
    },
  };
}

function openEntry({ uri, languageId, version, text }: TextDocumentItem, projects: Projects): Entry {
  const document = TextDocument.create(uri, languageId, version, text);
  const entry: Entry = { ...hold(document, projects), reopen };
  return entry;

  function reopen(): void {
    const { held, isOurs } = entry;
    if (isOurs && projects.of(uri) === held.project) return;
    if (projects.of(uri) !== held.project) letGo(held);
    Object.assign(entry, hold(document, projects));
  }
}

function hold(document: TextDocument, projects: Projects): { held: HeldFile; isOurs: boolean } {
  const project = projects.of(document.uri);
  const file = project.fileOf(document.uri) ?? document.uri;
  project.held.add(file);
  const { reading, isOurs } = openText(project, file, readingsOf(file, document.languageId), withoutMark(document.getText()));
  const held: HeldFile = {
    project,
    file,
    reading,
    documents: [document],
    get layout() {
      return documentLayout(document);
    },
  };
  return { held, isOurs };
}

function letGo({ project, file }: HeldFile): void {
  project.held.delete(file);
  project.analyzer.close(file);
}

function applyChanges({ held }: Entry, { contentChanges, textDocument }: DidChangeTextDocumentParams): void {
  const [document] = held.documents;
  if (document === undefined) return;
  const changes: TextChange[] = [];
  for (const change of contentChanges) {
    const before = document.getText();
    const at = changeAt(document, 'range' in change ? change : { text: change.text });
    TextDocument.update(document, [change], textDocument.version);
    const known = at ?? difference(withoutMark(before), withoutMark(document.getText()));
    if (known !== null) changes.push(known);
  }
  changeText(held, changes, withoutMark(document.getText()));
}
