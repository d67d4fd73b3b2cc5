import type { Module } from '../module/module.ts';
import type { ImportStatement } from '../module/statement.ts';
import { type FixEdit, insertion } from './fragment.ts';
import { lineEndingOf, nextLine } from './layout.ts';
import { quoteOf } from './quotes.ts';
import type { EditSyntax } from './syntax.ts';

/** Behind the last import of the file; nothing where the name is imported already, null where it may mean something else. */
export function importName(text: string, module: Module, source: string, name: string, syntax: EditSyntax): readonly FixEdit[] | null {
  const imports = importsOf(module);
  const last = imports.at(-1);
  if (imports.some(({ statement }) => statement.source === source && binds(statement, name))) return [];
  if (last === undefined || new RegExp(`\\b${name}\\b`).test(text)) return null;
  const isRequired = /\brequire\s*\(/.test(text.slice(last.start, last.end));
  const line = syntax.importLine({ source, name, isRequired, quote: quoteOf(text, syntax) });
  return [insertion(nextLine(text, last.end), line + lineEndingOf(text))];
}

interface FoundImport {
  readonly statement: ImportStatement;
  readonly start: number;
  readonly end: number;
}

function importsOf({ units, starts }: Module): readonly FoundImport[] {
  return units.flatMap(({ statement, length }, index): FoundImport[] => {
    const start = starts[index];
    return statement?.kind !== 'import' || start === undefined ? [] : [{ statement, start, end: start + length }];
  });
}

const binds = ({ bindings }: ImportStatement, name: string): boolean =>
  bindings.some((binding) => binding.kind === 'named' && binding.imported === name && binding.local === name);
