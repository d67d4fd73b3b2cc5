import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createGrammars, type Grammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import type { Language, Module, Place } from '../../server/core/module/module.ts';
import { createProgram, type Program } from '../../server/core/program/program.ts';
import { LineIndex } from '../../server/core/text/lines.ts';

const modules = path.resolve(import.meta.dirname, '../../node_modules');
const grammarFile = (name: string): string =>
  name === 'grammars/runtime'
    ? 'web-tree-sitter/web-tree-sitter.wasm'
    : `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name.replace('grammars/', '')}.wasm`;

export async function loadGrammars(): Promise<Grammars> {
  const grammars = createGrammars(async (name) => new Uint8Array(readFileSync(path.join(modules, grammarFile(name)))));
  for (const language of ['python', 'typescript', 'tsx', 'javascript'] as const) await grammars.load(language);
  return grammars;
}

export interface Linked {
  readonly program: Program;
  /** 1-based line of a place. */
  readonly line: (place: Place) => number;
}

/** Links texts by file name, as a workspace would. */
export function link(grammars: Grammars, texts: Readonly<Record<string, string>>): Linked {
  const program = createProgram();
  const read = new Map<string, { readonly module: Module; readonly lines: LineIndex }>();
  program.setPaths(Object.keys(texts));
  for (const [file, text] of Object.entries(texts)) {
    program.setText(file, text);
    if (!isCode(file)) continue;
    const module = lowerText({ file, language: languageOf(file), text, grammars });
    read.set(file, { module, lines: new LineIndex(text) });
    program.setModule(module);
  }
  return {
    program,
    line(place) {
      const found = read.get(place.file);
      const at = found?.module.units.findIndex((unit) => unit.id === place.unit) ?? -1;
      return (found?.lines.position((found.module.starts[at] ?? 0) + place.span.start).line ?? -2) + 1;
    },
  };
}

const isCode = (file: string): boolean => /\.(?:py|[cm]?[jt]sx?)$/.test(file);
const languageOf = (file: string): Language =>
  file.endsWith('.py') ? 'python' : file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'typescript' : 'javascript';
