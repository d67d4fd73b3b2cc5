import { window, workspace } from 'vscode';
import { type CompareBaseParams, compareBaseRequest } from '../../server/lsp/protocol.ts';
import { pickFolder } from '../folders.ts';
import type { Pages } from '../pages.ts';

const usual = [
  { label: 'HEAD', description: 'the last commit: what is not committed yet' },
  { label: 'origin/HEAD', description: 'the main branch of the remote: what this branch changes' },
  { label: 'main', description: 'what this branch changes' },
];
const other = { label: 'Another commit, branch or tag…', description: '' };

/** Shows the money before and after by call site. Git runs for it, which it never does in a folder that is not trusted. */
export function compareBase(pages: Pages) {
  return async (from?: string) => {
    if (!workspace.isTrusted) {
      await window.showInformationMessage('Comparing runs git, which Lineitem does not do in a folder that is not trusted.');
      return;
    }
    const folder = await pickFolder('Which folder?');
    const base = folder === undefined ? undefined : (from ?? (await pickBase()));
    if (folder === undefined || base === undefined) return;
    await pages.show('Changes', compareBaseRequest, { folder: folder.uri.toString(), base } satisfies CompareBaseParams);
  };
}

async function pickBase(): Promise<string | undefined> {
  const picked = await window.showQuickPick([...usual, other], { placeHolder: 'Compare the saved files with which commit?' });
  if (picked !== other) return picked?.label;
  const name = await window.showInputBox({ prompt: 'A commit, branch or tag', placeHolder: 'v1.2.0' });
  return name === '' ? undefined : name;
}
