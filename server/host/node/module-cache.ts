import { createHash } from 'node:crypto';
import { closeSync, fstatSync, futimesSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../core/module/module.ts';
import type { PackedModule } from '../../core/program/workspace/packed-module.ts';
import { makePrivateFolder } from './cache-folder.ts';
import { replaceFile } from './whole-file.ts';

/** Packed modules on the disk by what they were made of: the text, its language and the build that lowers it. */
export interface ModuleCache {
  entry(language: Language, text: string): CacheEntry;
  /** Makes room: what was not asked for the longest time goes. */
  tidy(): void;
}

export interface CacheEntry {
  /** Null where it is not there, or not whole. */
  read(): PackedModule | null;
  write(module: PackedModule): void;
}

export interface CacheOptions {
  readonly folder: string;
  /** Two builds that may lower a text to different modules have different names. */
  readonly build: string;
  /** In bytes. */
  readonly most?: number;
}

/** One file an entry, in so many folders: no process ever waits for another, and none can spoil what another wrote. */
const shards = 64;
const mostBytes = 512 * 1024 * 1024;
const day = 24 * 60 * 60 * 1000;

export function openModuleCache({ folder, build, most = mostBytes }: CacheOptions): ModuleCache {
  const changed = new Set<string>();
  let isWritable = true;

  const write = (file: string, module: PackedModule): void => {
    if (!isWritable) return;
    const shard = path.dirname(file);
    // A disk that is full or may not be written is no reason to stop, nor to try again for every file.
    isWritable = changed.has(shard) || makePrivateFolder(shard);
    if (!isWritable) return;
    try {
      replaceFile(file, `${checksum(module)}\n${module}`, 0o600);
      changed.add(shard);
    } catch {
      isWritable = false;
    }
  };

  return {
    entry(language, text) {
      const key = createHash('sha256').update(`${build}\n${language}\n`).update(text).digest('hex');
      const shard = Number.parseInt(key.slice(0, 2), 16) % shards;
      const file = path.join(folder, 'modules', shard.toString(16).padStart(2, '0'), key);
      return { read: () => readEntry(file), write: (module) => write(file, module) };
    },
    tidy() {
      for (const shard of changed) tidyShard(shard, most / shards);
      changed.clear();
    },
  };
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

function readEntry(file: string): PackedModule | null {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const content = readFileSync(descriptor, 'utf8');
      const end = content.indexOf('\n');
      const module = content.slice(end + 1);
      if (content.slice(0, end) !== checksum(module)) return null;
      noteUse(descriptor);
      return module;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
}

/** The time of an entry's last use, to the day. */
function noteUse(descriptor: number): void {
  const now = Date.now();
  if (now - fstatSync(descriptor).mtimeMs <= day) return;
  try {
    futimesSync(descriptor, now / 1000, now / 1000);
  } catch {
    // Where nothing can be written, nothing is thrown out either.
  }
}

function tidyShard(shard: string, most: number): void {
  try {
    const files = readdirSync(shard).map((name) => {
      const file = path.join(shard, name);
      const { size, mtimeMs } = statSync(file);
      return { file, size, mtimeMs };
    });
    let size = files.reduce((sum, one) => sum + one.size, 0);
    for (const one of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      // What a killed process left half written has another ending, and nobody will ever ask for it.
      const isLeftOver = one.file.endsWith('.lineitem') && Date.now() - one.mtimeMs > day;
      if (size <= most && !isLeftOver) continue;
      rmSync(one.file, { force: true });
      size -= one.size;
    }
  } catch {
    // Another process tidies the same folder, or it is gone.
  }
}
