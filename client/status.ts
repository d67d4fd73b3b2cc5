import { type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type StatusParams, statusNotification } from '../server/lsp/protocol.ts';
import { documentSelector } from './client-options.ts';

/** The language status item: absent where no LLM use was found. */
export function createStatus(client: BaseLanguageClient): Disposable {
  let item: ReturnType<typeof languages.createLanguageStatusItem> | undefined;
  const listening = client.onNotification(statusNotification, (status: StatusParams) => {
    if (status.state === 'idle') {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= languages.createLanguageStatusItem('lineitem.status', documentSelector());
    item.name = 'Lineitem';
    item.text = status.message ?? `Lineitem: ${status.files} ${status.files === 1 ? 'file' : 'files'}`;
    item.busy = status.state === 'scanning';
    item.severity = status.state === 'fault' ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    if (status.priceDate !== undefined) item.detail = `prices of ${status.priceDate}`;
    item.command = { command: 'lineitem.showBill', title: 'Show Bill' };
  });

  return {
    dispose() {
      listening.dispose();
      item?.dispose();
    },
  };
}
