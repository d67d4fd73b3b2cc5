// TEMPORARY: a trivial server, until the real one lands.
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const pattern = /(messages|completions)\.create\(/g;
const hit = (d: TextDocument, p: RegExp) =>
  [...d.getText().matchAll(p)].map((m) => ({ start: d.positionAt(m.index), end: d.positionAt(m.index + m[0].length) }));
const uses = (d: TextDocument) => pattern.test(d.getText()) || hit(d, pattern).length > 0 || d.uri.endsWith('.prompt.md');
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    inlayHintProvider: true,
    hoverProvider: true,
    codeActionProvider: true,
  },
}));
connection.languages.inlayHint.on(async ({ textDocument }) => {
  const d = documents.get(textDocument.uri);
  const c = await connection.workspace.getConfiguration({ scopeUri: textDocument.uri, section: 'lineitem' });
  if (!d || !c.inlayHints.calls) return [];
  const label = `≥${d.getText().length} tok · ≥$0.009`;
  if (d.uri.endsWith('.prompt.md')) return [{ position: { line: 0, character: 3 }, label }];
  return hit(d, pattern).map(({ end: position }) => ({ position, label, paddingLeft: true }));
});
connection.onDidChangeConfiguration(() => connection.languages.inlayHint.refresh());
connection.onHover(({ textDocument }) => {
  const d = documents.get(textDocument.uri);
  return d && uses(d) ? { contents: { kind: 'markdown', value: '**Plan** system 12 tok' } } : null;
});
documents.onDidChangeContent(({ document }) => {
  const diagnostics =
    document.getText().includes('# bound') || !uses(document)
      ? []
      : hit(document, /while/g).map((range) => ({
          range,
          message: 'Only the model ends this loop',
          code: 'LI301',
          source: 'lineitem',
          severity: 2 as const,
        }));
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  void connection.sendNotification('lineitem/status', { state: uses(document) ? 'ready' : 'idle', files: 1, assets: [] });
});
connection.onCodeAction(({ textDocument, context }) =>
  context.diagnostics.map((diagnostic) => ({
    title: 'Stop after 10 passes',
    kind: 'quickfix',
    diagnostics: [diagnostic],
    edit: {
      changes: {
        [textDocument.uri]: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '# bound\n' }],
      },
    },
  })),
);
connection.onRequest('lineitem/bill', () => ({ markdown: '# The bill\n\nagent.py' }));
connection.onRequest('lineitem/explain', () => ({ markdown: '# The plan\n\nsystem' }));
connection.onRequest('lineitem/rule', () => ({ markdown: '# unbounded-tool-loop\n\nfrom the stand-in' }));
connection.onRequest('lineitem/rules', () => [{ code: 'LI301', name: 'unbounded-tool-loop', summary: 's' }]);
documents.listen(connection);
connection.listen();
