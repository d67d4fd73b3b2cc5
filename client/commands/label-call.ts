import { commands } from 'vscode';

/** Offers every place where the id of the call under the cursor can be carried; one edit writes it there. */
export async function labelCall(): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', { kind: 'refactor.rewrite.lineitem.label', apply: 'never' });
}
