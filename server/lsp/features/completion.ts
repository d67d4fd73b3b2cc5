import { getLocation } from 'jsonc-parser';
import { type CompletionItem, CompletionItemKind, type CompletionParams, CompletionRequest } from 'vscode-languageserver';
import type { FileReport } from '../../core/api.ts';
import { isConfigName } from '../../core/config/store.ts';
import { isUsageName } from '../../core/usage/parse-usage.ts';
import { formatMoneyRange } from '../../reports/format.ts';
import type { ServerContext } from '../context.ts';
import type { HeldFile } from '../held-file.ts';

/** Keys that no JSON Schema knows: the calls, entry points and models of this project. */
export function provideCompletion(context: ServerContext): { register(): void } {
  const { connection, guard, documents, features } = context;
  connection.onCompletion(
    guard('completion', [], (params: CompletionParams): CompletionItem[] => {
      const held = documents.get(params.textDocument.uri);
      return held === null ? [] : keysAt(held, params);
    }),
  );
  return {
    // Asked for settings alone: an editor that types code never waits for us.
    register() {
      if (!features().registersCompletion) return;
      const documentSelector = [{ pattern: '**/{lineitem,lineitem.usage}.json' }];
      connection.client.register(CompletionRequest.type, { documentSelector, triggerCharacters: ['"'] }).catch(() => undefined);
    },
  };
}

type Known = readonly { readonly key: string; readonly detail: string }[];

/** What may stand at a path of keys, where `*` is any one key or index. */
const sources: readonly {
  readonly path: readonly string[];
  readonly isFor: (file: string) => boolean;
  readonly known: (files: readonly FileReport[]) => Known;
}[] = [
  { path: ['budgets', 'callSites'], isFor: isConfigName, known: calls },
  { path: ['budgets', 'entryPoints'], isFor: isConfigName, known: entryPoints },
  { path: ['prices'], isFor: isConfigName, known: unpricedModels },
  { path: ['calls'], isFor: isUsageName, known: calls },
  { path: ['entryPoints'], isFor: isUsageName, known: entryPoints },
];

function keysAt({ project, file, layout, documents }: HeldFile, { textDocument: { uri }, position }: CompletionParams): CompletionItem[] {
  const [document] = documents;
  const offset = layout.offset(uri, position);
  if (document === undefined || offset === null) return [];
  const text = document.getText().replace(/^\uFEFF/, '');
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  if (!isAtPropertyKey) return [];
  const holder = path.slice(0, -1);
  const inside = holder[0] === 'overrides' ? holder.slice(2) : holder;
  const source = sources.find(
    (one) => one.isFor(file) && one.path.length === inside.length && one.path.every((key, index) => key === inside[index]),
  );
  if (source === undefined) return [];
  const start = previousNode?.offset ?? offset;
  const range = layout.location({ start, end: start + (previousNode?.length ?? 0) })?.range;
  if (range === undefined) return [];
  return source.known(project.analyzer.project().files).map(({ key, detail }) => ({
    label: key,
    kind: CompletionItemKind.Reference,
    detail,
    filterText: JSON.stringify(key),
    textEdit: { range, newText: JSON.stringify(key) },
  }));
}

function calls(files: readonly FileReport[]): Known {
  const items = files.flatMap((report) => report.items).filter(({ call }) => !call.inTest);
  return items.map(({ call, cost }) => ({
    key: call.id,
    detail: [call.request.model.id ?? call.request.model.note ?? '', cost === null ? '' : `${formatMoneyRange(cost)} a call`]
      .filter(Boolean)
      .join(', '),
  }));
}

function entryPoints(files: readonly FileReport[]): Known {
  const found = files.flatMap((report) => report.entryPoints).filter((one) => one.calls.length > 0);
  return found.map(({ id, calls: reached }) => ({
    key: id,
    detail: `reaches ${reached.length === 1 ? '1 call' : `${reached.length} calls`}`,
  }));
}

function unpricedModels(files: readonly FileReport[]): Known {
  const models = files.flatMap((report) => report.items).flatMap(({ call, cost }) => (cost === null ? (call.request.model.id ?? []) : []));
  return [...new Set(models)].map((model) => ({ key: `*/${model}`, detail: 'its price is not known' }));
}
