import { type InitializeParams, MarkupKind } from 'vscode-languageserver';
import { member } from './settings.ts';

/** What the editor at the other end can do, read once. */
export interface ClientFeatures {
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  readonly hintRefresh: boolean;
  readonly lensRefresh: boolean;
  readonly resolvesHintTooltips: boolean;
  readonly resolvesActionEdits: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
  /** An edit may make a file that is not there. */
  readonly createsFiles: boolean;
  readonly registersCompletion: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly markdown: boolean;
  /** Links in our Markdown may run our own commands. */
  readonly commandLinks: boolean;
  /** Wants to be told when what it shows may be another. */
  readonly follows: boolean;
  /** A price list in place of the one that ships. */
  readonly prices: string | null;
  /** Where rule pages lie, for links to them; ends in `/`. */
  readonly assets: string | null;
}

export function readClientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { workspace, textDocument, window } = capabilities;
  const assets = member(initializationOptions, 'assets');
  const prices = member(initializationOptions, 'prices');
  return {
    configuration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    hintRefresh: workspace?.inlayHint?.refreshSupport === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    resolvesHintTooltips: textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') === true,
    resolvesActionEdits:
      textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true && textDocument.codeAction.dataSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    registersCompletion: textDocument?.completion?.dynamicRegistration === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    commandLinks: member(initializationOptions, 'commandLinks') === true,
    follows: member(initializationOptions, 'follows') === true,
    prices: typeof prices === 'string' ? prices : null,
    assets: typeof assets === 'string' ? assets : null,
  };
}
