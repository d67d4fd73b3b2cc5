import { readFile } from 'node:fs/promises';
import type { Node } from '../../server/core/edits/find-node.ts';
import { nodesIn } from '../../server/core/edits/find-node.ts';
import { renderEdits, type SourceFile } from '../../server/core/edits/render-edits.ts';
import type { EditVerb } from '../../server/core/edits/verbs.ts';
import { createGrammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import type { Place } from '../../server/core/module/module.ts';
import { applyEdits, type Span } from '../../server/core/text/span.ts';

export type Written = 'python' | 'typescript';

const grammars = createGrammars((name) => readFile(new URL(assetPath(name), import.meta.url)));
await grammars.load('python');
await grammars.load('typescript');

export function sourceOf(text: string, language: Written): SourceFile {
  return { text, module: lowerText({ file: fileOf(language), language, text, grammars }) };
}

/** The place of the first node that a question says yes to, as a rule would name it. */
export function placeOf<Kind extends Node['kind']>(
  source: SourceFile,
  kind: Kind,
  spanOf: (node: Extract<Node, { kind: Kind }>) => Span | null,
): Place {
  for (const unit of source.module.units) {
    for (const node of nodesIn(unit)) {
      const span = isKind(node, kind) ? spanOf(node) : null;
      if (span !== null) return { file: source.module.file, unit: unit.id, span };
    }
  }
  throw new Error(`There is no ${kind}.`);
}

export function apply(source: SourceFile, verbs: readonly EditVerb[]): string | null {
  const edits = renderEdits(verbs, () => source);
  return edits && applyEdits(source.text, edits.get(source.module.file) ?? []);
}

export const fileOf = (language: Written): string => (language === 'python' ? 'agent.py' : 'agent.ts');

function isKind<Kind extends Node['kind']>(node: Node, kind: Kind): node is Extract<Node, { kind: Kind }> {
  return node.kind === kind;
}

function assetPath(name: string): string {
  const modules = '../../node_modules/';
  if (name === 'grammars/runtime') return `${modules}web-tree-sitter/web-tree-sitter.wasm`;
  return `${modules}@vscode/tree-sitter-wasm/wasm/${name.replace('grammars/', 'tree-sitter-')}.wasm`;
}
