import { commands, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { compareRequest, explainRequest } from '../server/lsp/protocol.ts';
import { createBillPanel } from './bill-panel.ts';
import { callPage } from './commands/call-page.ts';
import { compareBase } from './commands/compare-base.ts';
import { countExactly, forgetKeys } from './commands/count-exactly.ts';
import { exportBill } from './commands/export-bill.ts';
import { importUsage } from './commands/import-usage.ts';
import { labelCall } from './commands/label-call.ts';
import { openSample } from './commands/open-sample.ts';
import { restartServer } from './commands/restart-server.ts';
import { showBill } from './commands/show-bill.ts';
import { showRule } from './commands/show-rule.ts';
import { updatePrices } from './commands/update-prices.ts';
import { createLanguageStatus } from './language-status.ts';
import { createOwnPrices } from './own-prices.ts';
import { createPages } from './pages.ts';
import { createSession, type MakeClient } from './session.ts';
import { createStatusBar } from './status-bar.ts';

/** What other extensions, and our own tests, get from `activate()`. */
export interface LineitemApi {
  readonly client: BaseLanguageClient;
}

export function activateWith(context: ExtensionContext, makeClient: MakeClient): LineitemApi {
  const prices = createOwnPrices(context);
  const session = createSession(context.extensionUri, prices, makeClient);
  const pages = createPages(session);
  const bill = createBillPanel(session, context.extensionUri);
  context.subscriptions.push(
    session,
    pages,
    bill,
    createLanguageStatus(session.client),
    createStatusBar(session),
    commands.registerCommand('lineitem.showBill', showBill(bill)),
    commands.registerCommand('lineitem.explainCall', callPage(pages, 'Plan', explainRequest)),
    commands.registerCommand('lineitem.compareModels', callPage(pages, 'Models', compareRequest)),
    commands.registerCommand('lineitem.showRule', showRule(session, pages)),
    commands.registerCommand('lineitem.compareBase', compareBase(pages)),
    commands.registerCommand('lineitem.importUsage', importUsage(session, pages)),
    commands.registerCommand('lineitem.labelCall', labelCall),
    commands.registerCommand('lineitem.exportBill', exportBill(session, context.extensionUri)),
    commands.registerCommand('lineitem.updatePrices', updatePrices(session, prices)),
    commands.registerCommand('lineitem.countExactly', countExactly(session, context)),
    commands.registerCommand('lineitem.forgetKeys', forgetKeys(context)),
    commands.registerCommand('lineitem.openSample', openSample(context.extensionUri)),
    commands.registerCommand('lineitem.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
    ),
    commands.registerCommand('lineitem.restartServer', restartServer(session)),
    commands.registerCommand('lineitem.showLog', () => session.client.outputChannel.show()),
  );
  return { client: session.client };
}
