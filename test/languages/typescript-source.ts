import { readFile } from 'node:fs/promises';
import { createGrammars, type Grammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import type { Module } from '../../server/core/module/module.ts';
import { printModule, printStatements } from './print-module.ts';

export type Dialect = 'typescript' | 'tsx' | 'javascript';

export const dialects: readonly Dialect[] = ['typescript', 'tsx', 'javascript'];

export const grammars: Grammars = await loadGrammars();

export function moduleOf(text: string, language: Dialect = 'typescript'): Module {
  return lowerText({ file: 'a.ts', language, text, grammars });
}

export const printed = (text: string, language: Dialect = 'typescript'): string => printModule(moduleOf(text, language));

/** The statements of the units alone, for what has nothing to do with units. */
export function statementsOf(text: string, language: Dialect = 'typescript'): string {
  return printStatements(moduleOf(text, language).units.flatMap(({ statement }) => (statement === null ? [] : [statement])));
}

async function loadGrammars(): Promise<Grammars> {
  const loaded = createGrammars((name) => readFile(new URL(assets(name), import.meta.url)));
  for (const dialect of dialects) await loaded.load(dialect);
  return loaded;
}

function assets(name: string): string {
  const modules = '../../node_modules/';
  if (name === 'grammars/runtime') return `${modules}web-tree-sitter/web-tree-sitter.wasm`;
  return `${modules}@vscode/tree-sitter-wasm/wasm/${name.replace('grammars/', 'tree-sitter-')}.wasm`;
}
