import { type Disposable, type Event, EventEmitter, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { changedNotification } from '../server/lsp/protocol.ts';
import { clientOptions, wakesServer } from './client-options.ts';
import type { OwnPrices } from './own-prices.ts';

/** Builds the client for where it runs: a process beside the editor, or a worker in the browser. */
export type MakeClient = (extension: Uri, options: LanguageClientOptions) => BaseLanguageClient;

export interface Session extends Disposable {
  readonly client: BaseLanguageClient;
  /** Sends a request, after starting the server where it is not running. */
  readonly ask: <Reply>(method: string, params: unknown) => Promise<Reply>;
  readonly restart: () => Promise<void>;
  /** What is shown may be another now. A client takes one listener for a notification, and several of us listen. */
  readonly onChange: Event<void>;
}

/** One server for the window, not started before a document asks for it. */
export function createSession(extension: Uri, ownPrices: OwnPrices, makeClient: MakeClient): Session {
  let prices: string | undefined;
  const client = makeClient(
    extension,
    clientOptions(extension, () => prices),
  );
  const changed = new EventEmitter<void>();
  const told = client.onNotification(changedNotification, () => changed.fire());
  const opened = workspace.onDidOpenTextDocument((document) => {
    if (wakesServer(document)) wake();
  });
  if (workspace.textDocuments.some(wakesServer)) wake();

  // The client itself tells the user why a start failed.
  function wake(): void {
    start().catch(() => undefined);
  }

  async function start(): Promise<void> {
    opened.dispose();
    if (!client.isRunning()) prices = await ownPrices.read();
    return client.start();
  }

  return {
    client,
    async ask(method, params) {
      await start();
      return client.sendRequest(method, params);
    },
    async restart() {
      if (client.needsStop()) await client.stop();
      await start();
    },
    onChange: changed.event,
    dispose() {
      told.dispose();
      changed.dispose();
      opened.dispose();
      void client.dispose();
    },
  };
}
