// TEMPORARY: a trivial server, until the real one lands.
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const pattern = /messages\.create\(.*$/gm;
const calls = (d: TextDocument) => [...d.getText().matchAll(pattern)].map((m) => d.positionAt((m.index ?? 0) + m[0].length));
const starts = (d: TextDocument) => [...d.getText().matchAll(pattern)].map((m) => d.positionAt(m.index ?? 0));
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    inlayHintProvider: true,
    hoverProvider: true,
    codeActionProvider: true,
  },
}));
connection.languages.inlayHint.on(({ textDocument }) => {
  const d = documents.get(textDocument.uri);
  return d ? calls(d).map((position) => ({ position, label: `≥${d.getText().length} tok · ≥$0.009`, paddingLeft: true })) : [];
});
connection.onHover(() => ({ contents: { kind: 'markdown', value: '**Plan** system 12 tok' } }));
documents.onDidChangeContent(({ document }) => {
  const diagnostics = starts(document)
    .filter(() => !document.getText().includes('max_tokens'))
    .map((s) => ({
      range: { start: s, end: { line: s.line, character: s.character + 10 } },
      message: 'no output cap',
      code: 'LI201',
      source: 'lineitem',
      severity: 2 as const,
    }));
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  void connection.sendNotification('lineitem/status', { state: starts(document).length ? 'ready' : 'idle', files: 1, assets: [] });
});
connection.onCodeAction(({ textDocument, context }) =>
  context.diagnostics.map((diagnostic) => ({
    title: 'Add max_tokens',
    kind: 'quickfix',
    diagnostics: [diagnostic],
    edit: { changes: { [textDocument.uri]: [{ range: { start: diagnostic.range.end, end: diagnostic.range.end }, newText: '' }] } },
  })),
);
for (const name of ['bill', 'explain', 'rule'])
  connection.onRequest(`lineitem/${name}`, () => ({ markdown: `# The ${name}\n\nfrom the stand-in` }));
connection.onRequest('lineitem/rules', () => [{ code: 'LI201', name: 'missing-output-cap', summary: 's' }]);
documents.listen(connection);
connection.listen();
