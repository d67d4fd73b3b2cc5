import { mayBePromptFile } from '../core/languages/prompt/recognise.ts';
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

/** Files whose name and place allow a prompt; what stands in them decides. Asked of each path of a scan, so the ending goes first. */
export const isPromptFileName = (file: string): boolean => promptEnding.test(file) && mayBePromptFile(file);

const promptEnding =
  /\.(?:md|mdc|markdown|txt|text|prompt|prompty|ya?ml|json|toml|poml|baml|j2|jinja2?|hbs|handlebars|mustache)$|(?:^|\/)\.\w+rules$/i;

/** Saved requests and batches; read only when they are named or opened. */
export const isRequestFileName = (file: string): boolean => /\.(?:jsonl|ndjson|json)$/i.test(file);
