import { Uri, window, workspace } from 'vscode';

/** Opens a small program with waste in it, which belongs to no folder until the user saves it. */
export function openSample(extension: Uri) {
  return async () => {
    const sample = await workspace.fs.readFile(Uri.joinPath(extension, 'media', 'walkthrough', 'sample.py'));
    const document = await workspace.openTextDocument({ language: 'python', content: new TextDecoder().decode(sample) });
    await window.showTextDocument(document);
  };
}
