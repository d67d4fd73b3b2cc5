import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../server/core/module/module.ts';
import { codeLanguageOf, isPromptFileName, isRequestFileName } from '../../server/host/language-of.ts';
import { pythonFile, typescriptFile } from '../bench/generate-tree.ts';
import { createRandom } from './random.ts';

/** A text to start from. */
export interface Subject {
  readonly name: string;
  readonly language: Language;
  readonly text: string;
}

const root = path.join(import.meta.dirname, '../..');
const ownFolders = ['examples', 'test/rules', 'test/sdks', 'test/languages'];
const largest = 60_000;
const generated = 20;

/** Our own examples and fixtures, generated code, and the files of any folders named; in a stable order. */
export function readSubjects(folders: readonly string[]): Subject[] {
  const own = ownFolders.flatMap((folder) => filesBelow(path.join(root, folder), root));
  const others = folders.flatMap((folder) => filesBelow(path.resolve(folder), path.resolve(folder)));
  const random = createRandom(1);
  const made = Array.from({ length: generated }, (_, index): Subject => {
    const callsModel = index % 4 < 3;
    return index % 2 === 0
      ? { name: `generated${index}.py`, language: 'python', text: pythonFile(random, callsModel) }
      : { name: `generated${index}.ts`, language: 'typescript', text: typescriptFile(random, callsModel) };
  });
  return [...own, ...others, ...made];
}

function filesBelow(folder: string, base: string): Subject[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).filter((file) => !file.includes(`node_modules${path.sep}`));
  return files.sort().flatMap((file): Subject[] => {
    const language = languageOf(file);
    const text = language === null ? '' : readFileSync(file, 'utf8');
    return language === null || text.length === 0 || text.length > largest ? [] : [{ name: path.relative(base, file), language, text }];
  });
}

function languageOf(file: string): Language | null {
  if (isPromptFileName(file) || /\.(?:md|j2|jinja2?)$/.test(file)) return 'prompt';
  if (file.endsWith('.ipynb')) return null;
  return codeLanguageOf(file) ?? (isRequestFileName(file) ? 'request' : null);
}
