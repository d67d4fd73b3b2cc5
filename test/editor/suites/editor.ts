// What the tests ask of the editor, in the words of a user.
import {
  commands,
  type Diagnostic,
  type Hover,
  type InlayHint,
  languages,
  MarkdownString,
  Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

const deadline = 25_000;
const pause = 40;

/** Asks again until the answer is there; says what was waited for, and the last answer, where it never comes. */
export async function until<T>(what: string, probe: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + deadline;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited ${deadline / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

export async function open(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, name));
  await window.showTextDocument(document);
  return document;
}

export async function hints(document: TextDocument): Promise<readonly string[]> {
  const whole = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  const found = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
  return found.map((hint) => (typeof hint.label === 'string' ? hint.label : hint.label.map((part) => part.value).join('')));
}

export async function hover(document: TextDocument, text: string): Promise<string> {
  const found = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, text));
  return found
    .flatMap((one) => one.contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))))
    .join('\n');
}

export function problems(document: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter((problem) => problem.source === 'Lineitem');
}

export function codeOf(problem: Diagnostic): string {
  return String(typeof problem.code === 'object' ? problem.code.value : problem.code);
}

export function placeOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${document.uri.path} does not contain ${text}`);
  return document.positionAt(offset);
}
