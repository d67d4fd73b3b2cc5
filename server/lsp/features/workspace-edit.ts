import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FixEdit } from '../../core/edits/fragment.ts';
import type { ServerContext } from '../context.ts';
import type { Project } from '../project.ts';

export type FileEdits = ReadonlyMap<string, readonly FixEdit[]>;

/** Edits of the analyzer as the editor at the other end takes them; null where one falls outside of every document. */
export function workspaceEdit({ layouts, documents, features }: ServerContext, project: Project, edits: FileEdits): WorkspaceEdit | null {
  const { versionedEdits, snippetEdits } = features();
  const byUri = new Map<string, (TextEdit | SnippetTextEdit)[]>();
  for (const [file, list] of edits) {
    const layout = layouts.get(project, file);
    for (const edit of list) {
      const at = layout?.location(edit.span);
      if (at === undefined || at === null) return null;
      const made =
        versionedEdits && snippetEdits && canBeSnippet(edit) ? snippetOf(edit, at.range) : { range: at.range, newText: edit.text };
      byUri.set(at.uri, [...(byUri.get(at.uri) ?? []), made]);
    }
  }
  if (!versionedEdits) return { changes: Object.fromEntries([...byUri].map(([uri, list]) => [uri, list.filter(isPlain)])) };
  const versionOf = (uri: string): number | null => documents.get(uri)?.documents.find((document) => document.uri === uri)?.version ?? null;
  const documentChanges = [...byUri].map(
    ([uri, list]): TextDocumentEdit => ({ textDocument: { uri, version: versionOf(uri) }, edits: list }),
  );
  return { documentChanges };
}

const isPlain = (edit: TextEdit | SnippetTextEdit): edit is TextEdit => 'newText' in edit;

/** Editors indent the further lines of a snippet once more, which ours already are. */
const canBeSnippet = ({ text, placeholders }: FixEdit): boolean => placeholders.length > 0 && !/[\r\n]/.test(text);

function snippetOf({ text, placeholders }: FixEdit, range: TextEdit['range']): SnippetTextEdit {
  let value = '';
  let at = 0;
  for (const [index, { start, end }] of placeholders.entries()) {
    value += `${escaped(text.slice(at, start))}\${${index + 1}:${escaped(text.slice(start, end))}}`;
    at = end;
  }
  return { range, snippet: { kind: 'snippet', value: value + escaped(text.slice(at)) } };
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
