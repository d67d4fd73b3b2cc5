import { window } from 'vscode';
import { explainRequest, type PlaceParams } from '../../server/lsp/protocol.ts';
import type { Pages } from '../pages.ts';

/** Explains the call under the cursor, or the one that a link in a hover names. */
export function explainCall(pages: Pages) {
  return async (place?: PlaceParams) => {
    const asked = place ?? placeOfCursor();
    if (asked === undefined) await window.showInformationMessage('Put the cursor on a call to a model first.');
    else await pages.show('Plan', explainRequest, asked);
  };
}

function placeOfCursor(): PlaceParams | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
