import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type LineitemApi } from './activate.ts';

export function activate(context: ExtensionContext): LineitemApi {
  return activateWith(context, (extension, options) => {
    const server = { module: Uri.joinPath(extension, 'dist', 'server', 'server.cjs').fsPath, transport: TransportKind.ipc };
    return new LanguageClient(
      'lineitem',
      'Lineitem',
      { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
      options,
    );
  });
}
