import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Host } from '../host/host.ts';
import { type ClientFeatures, readClientFeatures } from './client-features.ts';
import type { ServerContext } from './context.ts';
import { createDocuments } from './documents.ts';
import { provideBill } from './features/bill.ts';
import { createChanges } from './features/changes.ts';
import { fixAllKind, provideCodeActions } from './features/code-actions.ts';
import { provideCodeLens } from './features/code-lens.ts';
import { provideCompletion } from './features/completion.ts';
import { provideCountBody } from './features/count-body.ts';
import { createPublisher } from './features/diagnostics.ts';
import { provideFileSummary } from './features/file-summary.ts';
import { provideHover } from './features/hover.ts';
import { provideInlayHints } from './features/inlay-hints.ts';
import { labelKind } from './features/label-call.ts';
import { providePages } from './features/pages.ts';
import { provideReadPrices } from './features/read-prices.ts';
import { createStatus } from './features/status.ts';
import { createGuard } from './guard.ts';
import { createLayouts } from './layouts.ts';
import { withOwnPrices } from './own-prices.ts';
import type { Project } from './project.ts';
import { createProjects } from './projects.ts';
import { createScans } from './scan.ts';
import { createScheduler } from './scheduler.ts';
import { createSettings } from './settings.ts';
import { followFiles } from './watch.ts';

export interface ServerOptions {
  readonly version: string;
  /** Milliseconds without an edit before findings are told. */
  readonly debounce?: number;
  /** Where rule pages lie, for links to them, unless the editor says so; ends in `/`. */
  readonly assets?: string;
  readonly processId?: number;
  /** Told once what the editor said of itself, before any document. */
  readonly onInitialize?: (features: ClientFeatures) => void;
}

const usualDebounce = 200;

/** Answers an editor over a connection, with what a host gives. Nothing is loaded until a document or a folder needs it. */
export function startServer(
  connection: Connection,
  given: Host,
  { version, debounce = usualDebounce, assets, processId, onInitialize }: ServerOptions,
): void {
  let features: ClientFeatures | null = null;
  let folders: readonly string[] = [];
  const featuresNow = (): ClientFeatures => {
    features ??= readClientFeatures({ processId: null, rootUri: null, capabilities: {} });
    return features;
  };

  const host = withOwnPrices(given, () => featuresNow().prices);
  const projects = createProjects(host);
  const settings = createSettings(connection, () => featuresNow().configuration);
  const documents = createDocuments(connection, projects, {
    edited: (held) => scheduler.edited(held.project),
    closed: ({ project, file }, wasOurs) => {
      layouts.forget(project, file);
      const isRead = wasOurs || project.hasAskedFor(file);
      if (project.workspace === null || !isRead) publisher.withdraw(project, file);
      else reread(project, [file]);
    },
  });
  const reread = (project: Project, again: readonly string[]): void => {
    project
      .reread(again)
      .catch((error: unknown) => project.fault('reading files again', error))
      .finally(() => scheduler.touched(project));
  };
  const layouts = createLayouts(documents);
  const guard = createGuard(host.log);
  const context: ServerContext = {
    connection,
    host,
    version,
    guard,
    projects,
    documents,
    layouts,
    settings,
    features: featuresNow,
  };
  const publisher = createPublisher(context);
  const hints = provideInlayHints(context);
  const status = createStatus(context, processId ?? null);
  const changes = createChanges(context);
  const scheduler = createScheduler({ context, publisher, hints, status, changes, debounce });
  const scans = createScans(context, scheduler);
  const files = followFiles({ context, scans, publisher, reread });
  provideHover(context);
  provideCodeActions(context);
  provideCodeLens(context);
  const completion = provideCompletion(context);
  provideFileSummary(context);
  provideBill(context);
  providePages(context);
  provideReadPrices(context);
  provideCountBody(context);

  connection.onInitialize((params) => {
    const read = readClientFeatures(params);
    features = { ...read, assets: read.assets ?? assets ?? null };
    folders = foldersOf(params);
    onInitialize?.(features);
    return { ...abilities, serverInfo: { name: 'Lineitem', version } };
  });

  connection.onInitialized(() => {
    for (const folder of folders) addFolder(folder);
    documents.reopen();
    files.register();
    completion.register();
    if (featuresNow().configuration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'lineitem' }).catch(() => undefined);
    }
    if (featuresNow().workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) removeFolder(uri);
        for (const { uri } of added) addFolder(uri);
        documents.reopen();
      });
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.changed(sent);
    publisher.forget();
    for (const project of projects.all()) scheduler.touched(project);
  });

  connection.onShutdown(() => {
    scheduler.dispose();
    projects.dispose();
  });
  connection.listen();

  function addFolder(uri: string): void {
    const project = projects.add(uri);
    if (project !== null) scans.start(project);
  }

  function removeFolder(uri: string): void {
    const project = projects.remove(uri);
    if (project === null) return;
    scans.stop(project);
    publisher.withdrawAll(project);
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

const abilities: InitializeResult = {
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    notebookDocumentSync: { notebookSelector: [{ notebook: { notebookType: 'jupyter-notebook' }, cells: [{ language: 'python' }] }] },
    inlayHintProvider: { resolveProvider: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, labelKind, fixAllKind], resolveProvider: true },
    codeLensProvider: { resolveProvider: false },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};
