import { type WorkspaceFolder, window, workspace } from 'vscode';

/** The folder that is meant: the only one, or the one that the user picks. */
export async function pickFolder(placeHolder: string): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) await window.showInformationMessage('Open a folder first.');
  return folders.length > 1 ? window.showWorkspaceFolderPick({ placeHolder }) : folders[0];
}
