import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isConfigName } from '../core/config/store.ts';
import { isUsageName } from '../core/usage/parse-usage.ts';
import { codeLanguageOf, isRequestFileName } from '../host/language-of.ts';
import { findRoot, isFolder } from '../host/node/root.ts';
import { UsageError } from './errors.ts';

/** What the paths on a command line mean. */
export interface Places {
  /** Absolute. */
  readonly root: string;
  /** What is read of the root. Where nothing marks a root, the named places alone: the working folder may hold anything. */
  readonly below: readonly string[];
  /** Folders below the root, with `/` at their end; `''` is the root itself. */
  readonly folders: readonly string[];
  /** Named files of code and prompts, relative to the root. */
  readonly files: readonly string[];
  /** Named files of saved requests. */
  readonly requests: readonly NamedFile[];
}

export interface NamedFile {
  readonly absolute: string;
  /** Relative to the root where it is below it. */
  readonly name: string;
}

export function readPlaces(paths: readonly string[], workingFolder: string): Places {
  const named = (paths.length === 0 ? ['.'] : paths).map((one) => {
    const absolute = path.resolve(workingFolder, one);
    if (!existsSync(absolute)) throw new UsageError(`There is no file or folder ${one}.`);
    return realpathSync(absolute);
  });
  const shared = sharedFolder(named);
  const marked = findRoot(shared);
  const root = marked ?? (contains(realpathSync(workingFolder), shared) ? realpathSync(workingFolder) : shared);
  const folders: string[] = [];
  const files: string[] = [];
  const requests: NamedFile[] = [];
  for (const absolute of named) {
    const name = slashed(path.relative(root, absolute));
    if (isFolder(absolute)) folders.push(name === '' ? '' : `${name}/`);
    else if (isRequests(name)) requests.push({ absolute, name });
    else files.push(name);
  }
  const below = marked !== null ? [''] : [...folders, ...files.map(folderOf)];
  return { root, below, folders, files, requests };
}

/** Settings are JSON too. */
const isRequests = (name: string): boolean =>
  codeLanguageOf(name) === null && isRequestFileName(name) && !isConfigName(name) && !isUsageName(name);

/** Of one file whose text comes from elsewhere: it need not be on the disk, its folder has to be. */
export function unsavedPlaces(name: string, workingFolder: string): Places {
  const absolute = path.resolve(workingFolder, name);
  const folder = readPlaces([path.dirname(absolute)], workingFolder);
  const [below = ''] = folder.folders;
  return { ...folder, folders: [], files: [below + path.basename(absolute)] };
}

/** Whether a file of a report was asked for. */
export const isSelected = (places: Places, file: string): boolean =>
  places.files.includes(file) || places.folders.some((folder) => file.startsWith(folder));

function sharedFolder(paths: readonly string[]): string {
  const folders = paths.map((one) => (isFolder(one) ? one : path.dirname(one)));
  const [first = path.sep, ...others] = folders;
  return others.reduce((shared, folder) => {
    let common = shared;
    while (!contains(common, folder)) common = path.dirname(common);
    return common;
  }, first);
}

function contains(folder: string, place: string): boolean {
  return place === folder || place.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

const slashed = (file: string): string => file.split(path.sep).join('/');
