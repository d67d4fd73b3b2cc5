// An editor as the server sees one: the other end of a connection, with a memory of what it was told.
import { PassThrough } from 'node:stream';
import {
  type CodeAction,
  type ConfigurationParams,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type InlayHint,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../../server/host/host.ts';
import { type StatusParams, statusNotification } from '../../server/lsp/protocol.ts';
import { startServer } from '../../server/lsp/server.ts';

export interface EditorOptions {
  readonly folders?: readonly string[];
  readonly capabilities?: object;
  readonly initializationOptions?: object;
  /** What it answers when it is asked for settings. */
  readonly settings?: (uri: string | undefined) => unknown;
  readonly debounce?: number;
}

/** Milliseconds without news after which a test gives up. */
const deadline = 10_000;

/** What an editor like VS Code can do. */
const fullCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    inlayHint: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    hover: { contentFormat: ['markdown'] },
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
  },
};

export async function startEditor(host: Host, options: EditorOptions = {}) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const serverEnd = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(serverEnd, host, { version: '0.0.0', debounce: options.debounce ?? 0 });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  return driveEditor(connection, options);
}

/** Speaks for an editor over any connection. */
async function driveEditor(connection: ProtocolConnection, { folders = [], capabilities, initializationOptions, settings }: EditorOptions) {
  const documents = new Map<string, TextDocument>();
  const problems = new Map<string, PublishDiagnosticsParams>();
  const statuses: StatusParams[] = [];
  const watchers = new Set<() => void>();
  const told = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  const refreshes = { count: 0 };
  const nextNews = (what: string) => {
    let drop = (): void => undefined;
    const arrived = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Waited in vain: ${what}`)), deadline);
      const watcher = (): void => {
        drop();
        resolve();
      };
      drop = () => {
        clearTimeout(timer);
        watchers.delete(watcher);
      };
      watchers.add(watcher);
    });
    return { arrived, drop };
  };

  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    problems.set(params.uri, params);
    told();
  });
  connection.onNotification(statusNotification, (status: StatusParams) => {
    statuses.push(status);
    told();
  });
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map(({ scopeUri }) => settings?.(scopeUri) ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/inlayHint/refresh', () => {
    refreshes.count++;
    told();
    return null;
  });
  connection.listen();

  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: folders[0] ?? null,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    capabilities: capabilities ?? fullCapabilities,
    initializationOptions: initializationOptions ?? {},
  });
  await connection.sendNotification('initialized', {});

  const documentOf = (uri: string): TextDocument => {
    const document = documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open.`);
    return document;
  };
  const wholeOf = (uri: string): Range => ({ start: { line: 0, character: 0 }, end: { line: documentOf(uri).lineCount, character: 0 } });

  const editor = {
    connection,
    initialized,
    problems,
    statuses,
    refreshes,
    documentOf,
    wholeOf,
    textOf: (uri: string) => documentOf(uri).getText(),
    async open(uri: string, text: string, languageId = 'python'): Promise<void> {
      documents.set(uri, TextDocument.create(uri, languageId, 1, text));
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    /** Replaces the first place where a text stands. */
    async replace(uri: string, before: string, after: string): Promise<void> {
      const document = documentOf(uri);
      const start = document.getText().indexOf(before);
      if (start < 0) throw new Error(`${before} does not stand in ${uri}`);
      const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
      await editor.change(uri, [{ range, text: after }]);
    },
    async change(uri: string, contentChanges: { range: Range; text: string }[]): Promise<void> {
      const document = documentOf(uri);
      TextDocument.update(document, contentChanges, document.version + 1);
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges });
    },
    async close(uri: string): Promise<void> {
      documents.delete(uri);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    async hints(uri: string, range: Range = wholeOf(uri)): Promise<readonly InlayHint[]> {
      return (await connection.sendRequest<InlayHint[] | null>('textDocument/inlayHint', { textDocument: { uri }, range })) ?? [];
    },
    async labels(uri: string): Promise<readonly string[]> {
      return (await editor.hints(uri)).map(({ label }) => String(label));
    },
    async hover(uri: string, text: string): Promise<Hover | null> {
      const document = documentOf(uri);
      const position = document.positionAt(document.getText().indexOf(text));
      return connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
    },
    async actions(uri: string, range: Range, context: { diagnostics?: readonly Diagnostic[]; only?: readonly string[] } = {}) {
      const found: CodeAction[] | null = await connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...context },
      });
      return found ?? [];
    },
    async resolve(action: CodeAction): Promise<CodeAction> {
      return connection.sendRequest('codeAction/resolve', action);
    },
    /** Applies an edit to what is open, and tells the server. */
    async apply(edit: WorkspaceEdit | undefined): Promise<void> {
      if (edit === undefined) throw new Error('The action carries no edit.');
      const changes: { uri: string; version: number | null; edits: TextDocumentEdit['edits'] }[] = [
        ...Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ uri, version: null, edits })),
        ...(edit.documentChanges ?? []).flatMap((change) =>
          'edits' in change ? [{ uri: change.textDocument.uri, version: change.textDocument.version, edits: change.edits }] : [],
        ),
      ];
      for (const { uri, version, edits } of changes) {
        const document = documentOf(uri);
        if (version !== null && version !== document.version) throw new Error(`The edit is for version ${version}.`);
        const plain = edits.map((one) => ({ range: one.range, newText: 'newText' in one ? one.newText : one.snippet.value }));
        await editor.change(uri, [{ range: wholeOf(uri), text: TextDocument.applyEdits(document, plain) }]);
      }
    },
    /** What the editor knows, once it is so; asks again whenever the server says something. */
    async until<Value>(what: string, probe: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
      for (;;) {
        const news = nextNews(what);
        const found = await probe();
        if (found !== undefined) {
          news.drop();
          return found;
        }
        await news.arrived;
      }
    },
    problem: (uri: string, code: string): Promise<Diagnostic> =>
      editor.until(`${code} in ${uri}`, () => problems.get(uri)?.diagnostics.find((one) => one.code === code)),
    noProblem: (uri: string, code: string): Promise<true> =>
      editor.until(`no ${code} in ${uri}`, () => {
        const { diagnostics, version } = problems.get(uri) ?? { diagnostics: [], version: -1 };
        return version === documents.get(uri)?.version && !diagnostics.some((one) => one.code === code) ? true : undefined;
      }),
    status: (probe: (status: StatusParams) => boolean): Promise<StatusParams> => editor.until('a status', () => statuses.findLast(probe)),
    async stop(): Promise<void> {
      await connection.sendRequest('shutdown');
      connection.end();
      connection.dispose();
    },
  };
  return editor;
}
