import type { Language } from '../core/module/module.ts';
import { codeLanguageOf, isNotebookFileName, isRequestFileName } from '../host/language-of.ts';

/** How a document is read. `text` is what linking reads beside code: configuration, manifests. */
export type Reading = Language | 'text';

const byId: ReadonlyMap<string, Language> = new Map<string, Language>([
  ['python', 'python'],
  ['typescript', 'typescript'],
  ['typescriptreact', 'tsx'],
  ['javascript', 'javascript'],
  ['javascriptreact', 'javascript'],
]);

/** Every way that a document may be meant, the likeliest first; empty where it is none of ours. */
export function readingsOf(file: string, languageId: string): readonly Reading[] {
  // An editor without notebooks shows the JSON, which is no Python.
  if (isNotebookFileName(file)) return [];
  const code = codeLanguageOf(file);
  if (code !== null) return [code];
  if (isPlainText(file)) return ['text'];
  if (/\.d\.[cm]?ts$/.test(file)) return [];
  const named = byId.get(languageId);
  if (named !== undefined) return [named];
  if (/\.(?:jsonl|ndjson)$/i.test(file)) return ['request'];
  return isRequestFileName(file) ? ['prompt', 'request'] : ['prompt'];
}

/** Files that linking reads by their fixed names. */
export const isPlainText = (file: string): boolean =>
  /(?:^|\/)(?:lineitem(?:\.usage)?\.json|package(?:-lock)?\.json|[jt]sconfig(?:\.[^/]*)?\.json|pyproject\.toml|requirements[^/]*\.txt|uv\.lock|poetry\.lock|pnpm-lock\.yaml|\.env[^/]*)$/i.test(
    file,
  );
