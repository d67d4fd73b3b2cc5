import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host, LogLevel, Workspace } from '../host.ts';
import { createAssetReader } from './assets.ts';
import { createBackgroundScanner, createSharedScanner } from './open-scanner.ts';
import { findRoot } from './root.ts';
import { cachePlace } from './scan-tools.ts';
import { unpacking } from './scanner.ts';
import { createSourceReader, decode, encode, startsWithMark } from './source-file.ts';
import { replaceFile } from './whole-file.ts';

export interface NodeHostOptions {
  /** The folder that holds the assets. */
  readonly assets: string;
  /** The worker's bundle; null scans in process. */
  readonly worker: string | null;
  /** Nothing else waits for this process: it scans beside its worker. */
  readonly shares?: boolean;
  readonly mentions: RegExp;
  /** Where a scan may keep what it read; nothing is kept without it. */
  readonly cache?: string | null;
  readonly log: (level: LogLevel, message: string) => void;
  readonly now?: () => number;
}

/** The host where there is a disk. */
export function createNodeHost(options: NodeHostOptions): Host {
  const { log, now = Date.now } = options;
  return {
    workspace: (root) => openWorkspace(pathOf(root), options),
    rootOf(folder) {
      const root = findRoot(pathOf(folder));
      return root === null ? null : pathToFileURL(root).href;
    },
    asset: createAssetReader(options.assets),
    rulePage: async (rule) => readIfThere(path.join(options.assets, 'rules', `${path.basename(rule)}.md`)),
    log,
    now,
  };
}

const pathOf = (place: string): string => (place.startsWith('file:') ? fileURLToPath(place) : path.resolve(place));

function openWorkspace(root: string, { assets, worker, shares = false, mentions, cache: folder = null, log }: NodeHostOptions): Workspace {
  const readSource = createSourceReader();
  const cache = cachePlace(folder, worker, assets);
  const scanner = (shares ? createSharedScanner : createBackgroundScanner)({ root, assets, mentions, worker, cache, log });

  return {
    root,
    async readText(file) {
      const source = readSource(path.resolve(root, file));
      return source.kind === 'bytes' ? decode(source.bytes) : null;
    },
    async writeText(file, text) {
      const target = path.resolve(root, file);
      writeWhole(target, encode(text, hasMark(target)));
    },
    scan: (listener, signal, below) => scanner.scan(unpacking(listener), { signal, below }),
    bring: (files, listener) => scanner.bring(files, unpacking(listener)),
    search: scanner.search,
    dispose: scanner.dispose,
  };
}

function readIfThere(file: string): string | null {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : null;
}

function hasMark(file: string): boolean {
  try {
    return startsWithMark(readFileSync(file).subarray(0, 3));
  } catch {
    return false;
  }
}

/** With the permissions that it had. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const before = statSync(file, { throwIfNoEntry: false });
  mkdirSync(path.dirname(file), { recursive: true });
  replaceFile(file, bytes, before === undefined ? undefined : before.mode & 0o7777);
}
