import { ProgressLocation, window } from 'vscode';
import { type ImportUsageParams, importUsageRequest, type MarkdownReply } from '../../server/lsp/protocol.ts';
import { pickFolder } from '../folders.ts';
import type { Pages } from '../pages.ts';
import type { Session } from '../session.ts';

const filters = { 'Usage logs': ['json', 'jsonl', 'ndjson', 'csv', 'log', 'txt'] };

/** Joins real logs to the call sites of a folder, and writes what they sum up to into its usage file. */
export function importUsage(session: Session, pages: Pages) {
  return async () => {
    const folder = await pickFolder('Whose usage?');
    if (folder === undefined) return;
    const files = await window.showOpenDialog({
      canSelectMany: true,
      openLabel: 'Import',
      title: 'Logs of requests with their usage',
      filters,
    });
    if (files === undefined || files.length === 0) return;
    const useful = await window.showInputBox({
      title: 'Useful answers',
      prompt: 'Which field of the log says whether an answer was of use? Leave it empty where none does.',
      placeHolder: 'accepted',
    });
    if (useful === undefined) return;
    const params: ImportUsageParams = { folder: folder.uri.toString(), files: files.map((file) => file.toString()), useful };
    const { markdown } = await window.withProgress({ location: ProgressLocation.Notification, title: 'Lineitem: reading logs' }, () =>
      session.ask<MarkdownReply>(importUsageRequest, params),
    );
    await pages.showText('Imported usage', markdown);
  };
}
