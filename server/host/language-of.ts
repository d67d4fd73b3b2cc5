import type { Language } from '../core/module/module.ts';

const byExtension: ReadonlyMap<string, Language> = new Map<string, Language>([
  ['.py', 'python'],
  ['.pyw', 'python'],
  ['.ipynb', 'python'],
  ['.ts', 'typescript'],
  ['.mts', 'typescript'],
  ['.cts', 'typescript'],
  ['.tsx', 'tsx'],
  ['.js', 'javascript'],
  ['.jsx', 'javascript'],
  ['.mjs', 'javascript'],
  ['.cjs', 'javascript'],
]);

/** The programming language that a file's name promises; null for everything else. Declarations alone hold no calls. */
export function codeLanguageOf(file: string): Language | null {
  if (/\.d\.[cm]?ts$/.test(file)) return null;
  const dot = file.lastIndexOf('.');
  return dot < 0 ? null : (byExtension.get(file.slice(dot).toLowerCase()) ?? null);
}

/** Python in cells, wrapped in JSON. */
export const isNotebookFileName = (file: string): boolean => /\.ipynb$/i.test(file);

/** Prompt files that a scan picks up by name alone. Plain Markdown and templates are read when named, opened or loaded by code. */
export const isPromptFileName = (file: string): boolean => /\.(?:prompt(?:\.md|\.ya?ml)?|prompty)$/i.test(file);

/** Saved requests and batches; read only when they are named or opened. */
export const isRequestFileName = (file: string): boolean => /\.(?:jsonl|ndjson|json)$/i.test(file);
