import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where what can be made again is kept between runs; null where the user wants none (`LINEITEM_CACHE=off`). Never in a workspace. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>, platform: string = process.platform): string | null {
  const { LINEITEM_CACHE: own, XDG_CACHE_HOME: shared, LOCALAPPDATA: local } = environment;
  if (own !== undefined && own !== '') return own === 'off' ? null : path.resolve(own);
  if (platform === 'win32') return path.join(local ?? path.join(homedir(), 'AppData', 'Local'), 'lineitem', 'cache');
  if (shared !== undefined && path.isAbsolute(shared)) return path.join(shared, 'lineitem');
  return platform === 'darwin' ? path.join(homedir(), 'Library', 'Caches', 'lineitem') : path.join(homedir(), '.cache', 'lineitem');
}

/** Makes a folder that nobody else may read, for it holds what the user's code says; false where that can't be. */
export function makePrivateFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode, uid } = statSync(folder);
    if (process.getuid !== undefined && uid !== process.getuid()) return false;
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) chmodSync(folder, 0o700);
    return true;
  } catch {
    return false;
  }
}
