import { type Disposable, MarkdownString, StatusBarAlignment, type StatusBarItem, window, workspace } from 'vscode';
import { type FileSummary, fileSummaryRequest } from '../server/lsp/protocol.ts';
import type { Session } from './session.ts';

/** What the calls of the file in front of the user cost each, and its findings; absent in a file without any. */
export function createStatusBar(session: Session): Disposable {
  const item = window.createStatusBarItem('lineitem.file', StatusBarAlignment.Right, 90);
  item.name = 'Lineitem: cost of this file';
  item.command = { command: 'lineitem.showBill', title: 'Show Bill' };
  let asked = 0;

  const update = async (): Promise<void> => {
    const mine = ++asked;
    const document = window.activeTextEditor?.document;
    const isOn = document !== undefined && workspace.getConfiguration('lineitem', document).get('statusBar', true);
    if (!isOn || !session.client.isRunning()) return item.hide();
    const params = { uri: document.uri.toString() };
    const summary = await session.ask<FileSummary | null>(fileSummaryRequest, params).catch(() => null);
    if (mine !== asked) return;
    if (summary === null) item.hide();
    else show(item, summary);
  };

  const listening = [
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('lineitem.statusBar')) void update();
    }),
    session.onChange(update),
  ];
  return {
    dispose() {
      for (const one of [...listening, item]) one.dispose();
    },
  };
}

/** Setting what stands there already would still redraw the bar. */
function show(item: StatusBarItem, summary: FileSummary): void {
  const text = textOf(summary);
  const tooltip = tooltipOf(summary);
  if (item.text !== text) item.text = text;
  if (!(item.tooltip instanceof MarkdownString) || item.tooltip.value !== tooltip) item.tooltip = new MarkdownString(tooltip, true);
  item.accessibilityInformation = { label: spokenOf(summary) };
  item.show();
}

function textOf({ cost, calls, findings }: FileSummary): string {
  const price = calls === 0 ? '' : `$(credit-card) ${cost ?? 'not priced'} a call`;
  return [price, findings === 0 ? '' : `$(warning) ${findings}`].filter((part) => part !== '').join('  ');
}

function spokenOf({ cost, calls, findings }: FileSummary): string {
  return `Lineitem: ${counted(calls, 'call')} at ${cost ?? 'an unknown price'} each, ${counted(findings, 'finding')}. Shows the bill.`;
}

function tooltipOf({ calls, findings, lines, priceDate }: FileSummary): string {
  const head = `**${counted(calls, 'call')} to a model, ${counted(findings, 'finding')}**`;
  const date = priceDate === null ? [] : [`Prices of ${priceDate}. Click for the bill.`];
  return [head, lines.map((line) => `- ${line}`).join('\n'), ...date].filter((part) => part !== '').join('\n\n');
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
