/** The folder of a file, with `/` at its end; empty for the root. */
export const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** A relative path from a folder; null where it leaves the root. */
export function joinPath(folder: string, relative: string): string | null {
  const parts: string[] = [];
  for (const part of `${folder}${relative}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** The folders that hold a file, from the root down to its own. */
export function foldersAbove(file: string): readonly string[] {
  const folders = [''];
  for (let at = file.indexOf('/'); at >= 0; at = file.indexOf('/', at + 1)) folders.push(file.slice(0, at + 1));
  return folders;
}
