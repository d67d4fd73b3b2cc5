import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type StatusParams, statusNotification } from '../server/lsp/protocol.ts';
import { documentSelector } from './client-options.ts';

/** How reading the workspace stands and of when the prices are; absent where no LLM use was found. */
export function createLanguageStatus(client: BaseLanguageClient): Disposable {
  let item: LanguageStatusItem | undefined;
  const listening = client.onNotification(statusNotification, (status: StatusParams) => {
    if (status.state === 'idle') {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= languages.createLanguageStatusItem('lineitem.status', documentSelector());
    item.name = 'Lineitem';
    item.busy = status.isScanning;
    item.text = textOf(status);
    item.detail = detailOf(status);
    item.severity = status.state === 'fault' ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    item.command =
      status.state === 'fault'
        ? { command: 'lineitem.showLog', title: 'Show Log', tooltip: status.faults.join('\n') }
        : { command: 'lineitem.showBill', title: 'Show Bill' };
  });

  return {
    dispose() {
      listening.dispose();
      item?.dispose();
    },
  };
}

function textOf({ message, calls, findings }: StatusParams): string {
  return message ?? `Lineitem: ${counted(calls, 'call')}, ${counted(findings, 'finding')}`;
}

function detailOf({ files, isScanning, priceDate }: StatusParams): string {
  const scan = isScanning ? 'reading the workspace' : `${counted(files, 'file')} read`;
  return priceDate === undefined ? scan : `${scan}, prices of ${priceDate}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
