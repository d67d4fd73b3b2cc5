import { window } from 'vscode';
import type { PlaceParams } from '../../server/lsp/protocol.ts';
import type { Pages } from '../pages.ts';

/** Shows a page about the call under the cursor, or the one that a link in a hover names. */
export function callPage(pages: Pages, title: string, method: string) {
  return async (place?: PlaceParams) => {
    const asked = place ?? placeOfCursor();
    if (asked === undefined) await window.showInformationMessage('Put the cursor on a call to a model first.');
    else await pages.show(title, method, asked);
  };
}

export function placeOfCursor(): PlaceParams | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
