import { Uri, window, workspace } from 'vscode';
import { type ExportParams, exportRequest, type TextReply } from '../../server/lsp/protocol.ts';
import { pickFolder } from '../folders.ts';
import type { Session } from '../session.ts';

interface Format {
  readonly label: string;
  readonly description: string;
  readonly format: ExportParams['format'];
  readonly ending: string;
}

const formats: readonly Format[] = [
  { label: 'Page', description: 'one HTML file that needs nothing else', format: 'html', ending: 'html' },
  { label: 'Table', description: 'CSV, a line for each line item', format: 'csv', ending: 'csv' },
  { label: 'FOCUS', description: 'CSV as FinOps tools read it', format: 'focus', ending: 'focus.csv' },
  { label: 'Markdown', description: 'for a pull request or a wiki', format: 'markdown', ending: 'md' },
  { label: 'JSON', description: 'everything, for machines', format: 'json', ending: 'json' },
];

/** Writes the bill into a file of the user's choice. */
export function exportBill(session: Session, extension: Uri) {
  return async () => {
    const folder = await pickFolder('Whose bill?');
    if (folder === undefined) return;
    const chosen = await window.showQuickPick(formats, { placeHolder: 'In which form?' });
    if (chosen === undefined) return;
    const target = await window.showSaveDialog({ defaultUri: Uri.joinPath(folder.uri, `bill.${chosen.ending}`) });
    if (target === undefined) return;
    const page = chosen.format === 'html' ? { page: await readPage(extension) } : {};
    const params: ExportParams = { folder: folder.uri.toString(), format: chosen.format, ...page };
    const { text } = await session.ask<TextReply>(exportRequest, params);
    if (text === null) {
      await window.showErrorMessage('The bill could not be written. The log of Lineitem says why.');
      return;
    }
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await offerToOpen(target, chosen);
  };
}

async function offerToOpen(target: Uri, { format }: Format): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const answer = await window.showInformationMessage(`Wrote ${name}.`, ...(format === 'html' ? [] : ['Open']));
  if (answer === 'Open') await window.showTextDocument(target);
}

async function readPage(extension: Uri): Promise<NonNullable<ExportParams['page']>> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'assets', name)));
  return { script: await read('bill-page.js'), style: await read('bill-page.css') };
}
