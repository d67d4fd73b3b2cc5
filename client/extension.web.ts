import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type LineitemApi } from './activate.ts';

declare const Worker: new (script: string) => never;

export function activate(context: ExtensionContext): LineitemApi {
  return activateWith(context, (extension, options) => {
    const script = Uri.joinPath(extension, 'dist', 'server', 'server.web.js').toString(true);
    return new LanguageClient('lineitem', 'Lineitem', async () => new Worker(script), options);
  });
}
