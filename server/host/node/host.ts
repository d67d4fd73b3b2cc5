import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host, LogLevel, ScanListener, Workspace } from '../host.ts';
import { createAssetReader } from './assets.ts';
import { createModuleMaker } from './module-maker.ts';
import { startScanWorker } from './scan.ts';
import { createScanner, type Scanner } from './scanner.ts';
import { createSourceReader, decode, encode, startsWithMark } from './source-file.ts';

export interface NodeHostOptions {
  /** The folder that holds the assets. */
  readonly assets: string;
  /** The worker's bundle; null scans in process. */
  readonly worker: string | null;
  readonly mentions: RegExp;
  readonly log: (level: LogLevel, message: string) => void;
  readonly now?: () => number;
}

/** The host where there is a disk. */
export function createNodeHost(options: NodeHostOptions): Host {
  const { log, now = Date.now } = options;
  return {
    workspace: (root) => openWorkspace(root.startsWith('file:') ? fileURLToPath(root) : path.resolve(root), options),
    asset: createAssetReader(options.assets),
    rulePage: async (rule) => readIfThere(path.join(options.assets, 'rules', `${path.basename(rule)}.md`)),
    log,
    now,
  };
}

function openWorkspace(root: string, { assets, worker, mentions, log }: NodeHostOptions): Workspace {
  const readSource = createSourceReader();
  let inWorker: (Scanner & { dispose(): void }) | null = null;
  let inProcess: Scanner | null = null;

  const scanner = (): Scanner => {
    if (inProcess !== null) return inProcess;
    inWorker ??= worker === null ? null : startScanWorker(worker, { root, assets, mentions });
    if (inWorker !== null) return inWorker;
    inProcess = createScanner(root, mentions, createModuleMaker(assets));
    return inProcess;
  };

  /** A worker that dies is replaced by this process, once and for all. */
  const withFallback = async <Answer>(ask: (scanner: Scanner) => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask(scanner());
    } catch (error) {
      if (inWorker === null) throw error;
      log('warning', `Scanning without a worker: ${error instanceof Error ? error.message : String(error)}`);
      inWorker.dispose();
      inWorker = null;
      inProcess = createScanner(root, mentions, createModuleMaker(assets));
      return ask(inProcess);
    }
  };

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
    scan: (listener: ScanListener, signal) => withFallback((one) => one.scan(listener, signal)),
    bring: (files, listener) => withFallback((one) => one.bring(files, listener)),
    search: (groups) => withFallback((one) => one.search(groups)),
    dispose: () => inWorker?.dispose(),
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

/** Whole or not at all: a new file beside it takes its place, with the same permissions. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const before = statSync(file, { throwIfNoEntry: false });
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.lineitem`;
  try {
    writeFileSync(beside, bytes);
    if (before !== undefined) chmodSync(beside, before.mode & 0o7777);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
