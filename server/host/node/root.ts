import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The nearest folder at or above a place that has `.git`, or a `lineitem.json` that says `"root": true`; else null. */
export function findRoot(place: string): string | null {
  let folder = isFolder(place) ? place : path.dirname(place);
  for (;;) {
    if (existsSync(path.join(folder, '.git')) || saysRoot(path.join(folder, 'lineitem.json'))) return folder;
    const parent = path.dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

function saysRoot(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    // Comments are allowed there, so a strict parse would miss it.
    return /"root"\s*:\s*true/.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

export function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
