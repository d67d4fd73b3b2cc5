import { type Dirent, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { SkippedFile } from '../host.ts';

/** Folders of installed, generated or cached files, that projects often forget to ignore. */
const foldersOfOthers: ReadonlySet<string> = new Set([
  '.cache',
  '.eggs',
  '.git',
  '.hg',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.next',
  '.nox',
  '.nuxt',
  '.pnpm-store',
  '.pytest_cache',
  '.ruff_cache',
  '.svelte-kit',
  '.svn',
  '.terraform',
  '.tox',
  '.turbo',
  '.venv',
  '.vscode-test',
  '.yarn',
  '__pycache__',
  'bower_components',
  'dist',
  'node_modules',
  'site-packages',
  'venv',
]);

export interface WalkResult {
  /** Relative to the root, with `/`, in a stable order. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

interface Layer {
  /** The folder of the ignore file, as a prefix: `''` or `a/b/`. */
  readonly prefix: string;
  readonly rules: Ignore;
}

/** Every file below a root, or below some of its folders (`a/b/`), that no ignore file excludes. Links are never followed, so that nothing is read twice. */
export function walk(root: string, folders: readonly string[] = ['']): WalkResult {
  const files: string[] = [];
  const skipped: SkippedFile[] = [];

  const visit = (prefix: string, layers: readonly Layer[]): void => {
    const entries = entriesOf(path.join(root, prefix));
    if (entries === null) {
      skipped.push({ file: prefix, why: 'unreadable', detail: null });
      return;
    }
    const here = withIgnoreFile(root, prefix, entries, layers);
    for (const entry of entries) {
      const name = prefix + entry.name;
      if (entry.isSymbolicLink()) {
        if (!isIgnored(name, here)) skipped.push({ file: name, why: 'link', detail: describeLink(root, name) });
      } else if (entry.isDirectory()) {
        if (!foldersOfOthers.has(entry.name) && !isIgnored(`${name}/`, here)) visit(`${name}/`, here);
      } else if (entry.isFile() && !isIgnored(name, here)) files.push(name);
    }
  };

  for (const folder of withoutInner(folders)) visit(folder, []);
  return { files, skipped };
}

/** A folder inside of another one is walked with it. */
function withoutInner(folders: readonly string[]): string[] {
  return [...new Set(folders)].filter((folder) => !folders.some((other) => other !== folder && folder.startsWith(other)));
}

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}

function withIgnoreFile(root: string, prefix: string, entries: readonly Dirent[], layers: readonly Layer[]): readonly Layer[] {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return layers;
  try {
    const rules = ignore().add(readFileSync(path.join(root, prefix, '.gitignore'), 'utf8'));
    return [...layers, { prefix, rules }];
  } catch {
    return layers;
  }
}

/** The deepest ignore file that speaks of a path decides. */
function isIgnored(name: string, layers: readonly Layer[]): boolean {
  for (let at = layers.length - 1; at >= 0; at--) {
    const layer = layers[at];
    if (layer === undefined) continue;
    const verdict = layer.rules.test(name.slice(layer.prefix.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

function describeLink(root: string, name: string): string {
  try {
    const target = realpathSync(path.join(root, name));
    const holds = path.join(realpathSync(root), name).startsWith(target + path.sep);
    return holds ? 'leads back to a folder that holds it' : `leads to ${target}`;
  } catch {
    return 'leads nowhere';
  }
}
