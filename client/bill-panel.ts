import { type Disposable, NotebookRange, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { type BillParams, type BillPlaceParams, type BillReply, billDocumentRequest, billPlaceRequest } from '../server/lsp/protocol.ts';
import type { Session } from './session.ts';

export interface BillPanel extends Disposable {
  /** Shows the bill of the workspace, beside what is open; it follows every edit. */
  readonly show: () => void;
}

/** What the page says to us. */
type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly folder: string | null; readonly file: string; readonly line: number; readonly cell: number | null };

/** Milliseconds in which a bill of usual size is made, and how many times as long as a larger one takes nothing is made after it. */
const shortest = 80;
const rests = 3;

export function createBillPanel(session: Session, extension: Uri): BillPanel {
  let panel: WebviewPanel | undefined;
  /** The number of the bills that the page has. */
  let known: number | null = null;
  /** `again`: something changed while an answer was on its way. */
  let asking: 'no' | 'yes' | 'again' = 'no';

  const refresh = async (): Promise<void> => {
    if (panel === undefined || !panel.visible) return;
    if (asking !== 'no') {
      asking = 'again';
      return;
    }
    asking = 'yes';
    const began = Date.now();
    const [asked, had] = [panel, known];
    const reply = await session.ask<BillReply>(billDocumentRequest, { known } satisfies BillParams).catch(() => null);
    if (reply !== null && panel === asked && known === had) {
      known = reply.number;
      void asked.webview.postMessage({ kind: 'bills', bills: reply.bills });
    }
    // A bill that takes long is made less often than it is typed at, so that hints never wait for it.
    const took = Date.now() - began;
    if (took > shortest) await new Promise((resolve) => setTimeout(resolve, took * rests));
    if (hasChangedSince()) void refresh();
  };
  const hasChangedSince = (): boolean => {
    const isOld = asking === 'again';
    asking = 'no';
    return isOld;
  };
  const changed = session.onChange(() => void refresh());

  const open = (): WebviewPanel => {
    const assets = Uri.joinPath(extension, 'dist', 'assets');
    const made = window.createWebviewPanel('lineitem.bill', 'Bill', ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [assets],
      enableFindWidget: true,
      // Its filter, groups and scroll stay while another tab is in front.
      retainContextWhenHidden: true,
    });
    made.webview.onDidReceiveMessage((message: FromPage) => {
      if (message.kind === 'open') return void openPlace(session, message);
      known = null;
      void refresh();
    });
    // What changed while it was hidden is asked for when it is seen again.
    made.onDidChangeViewState(() => void refresh());
    made.onDidDispose(() => {
      panel = undefined;
      known = null;
    });
    made.webview.html = pageOf(made, assets);
    return made;
  };

  return {
    show() {
      if (panel === undefined) panel = open();
      else panel.reveal();
    },
    dispose() {
      changed.dispose();
      panel?.dispose();
    },
  };
}

/** Only our own script and style, from where the extension lies; nothing from the network. */
function pageOf({ webview }: WebviewPanel, assets: Uri): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const address = (name: string): string => webview.asWebviewUri(Uri.joinPath(assets, name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src-elem ${webview.cspSource} 'nonce-${nonce}'`,
    // The charts place their texts by attributes.
    "style-src-attr 'unsafe-inline'",
  ].join('; ');
  return `<!doctype html>
<html lang="en" data-editor>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bill</title>
<link rel="stylesheet" href="${address('bill-page.css')}">
</head>
<body>
<script nonce="${nonce}" src="${address('bill-page.js')}"></script>
</body>
</html>`;
}

async function openPlace(session: Session, { folder, file, line, cell }: FromPage & { readonly kind: 'open' }): Promise<void> {
  const address = await session.ask<string | null>(billPlaceRequest, { folder, file } satisfies BillPlaceParams);
  if (address === null) return;
  const uri = Uri.parse(address);
  const at = { viewColumn: ViewColumn.One, preserveFocus: false };
  if (cell === null) {
    await window.showTextDocument(uri, { ...at, selection: new Range(line - 1, 0, line - 1, 0) });
    return;
  }
  const notebook = await workspace.openNotebookDocument(uri);
  await window.showNotebookDocument(notebook, { ...at, selections: [new NotebookRange(cell, cell + 1)] });
}
