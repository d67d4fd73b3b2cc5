import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { openModuleCache } from './module-cache.ts';
import { createModuleMaker } from './module-maker.ts';
import { openScanMemory } from './scan-memory.ts';
import type { ScannerTools } from './scanner.ts';

/** Where a scan keeps what it need not do again, and by which name of the code that does it. */
export interface CachePlace {
  readonly folder: string;
  readonly build: string;
}

export function createScanTools(root: string, mentions: RegExp, assets: string, cache: CachePlace | null): ScannerTools {
  return {
    maker: createModuleMaker(assets, cache === null ? null : openModuleCache(cache)),
    memory: (below, part) => (cache === null ? null : openScanMemory({ folder: cache.folder, root, below, mentions, part })),
  };
}

/** The worker's bundle holds all the code that makes Modules: with the grammars, it is the name of the build. */
export function cachePlace(folder: string | null, worker: string | null, assets: string): CachePlace | null {
  if (folder === null || worker === null) return null;
  try {
    const hash = createHash('sha256').update(readFileSync(worker));
    for (const name of readdirSync(assets).filter((one) => one.endsWith('.wasm')))
      hash.update(`${name} ${statSync(path.join(assets, name)).size}`);
    return { folder, build: hash.digest('hex') };
  } catch {
    return null;
  }
}
