import { readFile } from 'node:fs/promises';
import { createGrammars, type Grammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import type { Module } from '../../server/core/module/module.ts';
import { printModule, printStatements } from './print-module.ts';

export const grammars: Grammars = createGrammars((name) => readFile(new URL(addressOf(name), import.meta.url)));
await grammars.load('python');

export const moduleOf = (text: string): Module => lowerText({ file: 'a.py', language: 'python', text, grammars });

export const printed = (text: string): string => printModule(moduleOf(text));

/** The statements of the units alone, for what has nothing to do with units. */
export function statementsOf(text: string): string {
  return printStatements(moduleOf(text).units.flatMap(({ statement }) => (statement === null ? [] : [statement])));
}

function addressOf(name: string): string {
  const modules = '../../node_modules/';
  if (name === 'grammars/runtime') return `${modules}web-tree-sitter/web-tree-sitter.wasm`;
  return `${modules}@vscode/tree-sitter-wasm/wasm/${name.replace('grammars/', 'tree-sitter-')}.wasm`;
}
