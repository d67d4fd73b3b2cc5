import { availableParallelism } from 'node:os';
import type { LogLevel, ScanSummary } from '../host.ts';
import { startScanWorker } from './scan.ts';
import { type CachePlace, createScanTools } from './scan-tools.ts';
import { createScanner, type Scanner, sourcesOf } from './scanner.ts';
import { walk } from './walk.ts';

export interface ScannerPlace {
  readonly root: string;
  readonly assets: string;
  readonly mentions: RegExp;
  /** The worker's bundle; null scans in process. */
  readonly worker: string | null;
  readonly cache: CachePlace | null;
  readonly log: (level: LogLevel, message: string) => void;
}

export interface OpenScanner extends Scanner {
  dispose(): void;
}

/** For fewer files a worker takes longer to start than it saves. */
const filesWorthSharing = 400;

/** Leaves this thread free: everything is read in a worker. One that dies is replaced by this process, once and for all. */
export function createBackgroundScanner({ root, assets, mentions, worker, cache, log }: ScannerPlace): OpenScanner {
  let inWorker: OpenScanner | null = null;
  let inProcess: Scanner | null = null;

  const scanner = (): Scanner => {
    if (inProcess !== null) return inProcess;
    inWorker ??= worker === null ? null : startScanWorker(worker, { root, assets, mentions, cache });
    if (inWorker !== null) return inWorker;
    inProcess = createScanner(root, mentions, createScanTools(root, mentions, assets, cache));
    return inProcess;
  };
  const withFallback = async <Answer>(ask: (scanner: Scanner) => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask(scanner());
    } catch (error) {
      if (inWorker === null) throw error;
      log('warning', `Scanning without a worker: ${error instanceof Error ? error.message : String(error)}`);
      inWorker.dispose();
      inWorker = null;
      inProcess = createScanner(root, mentions, createScanTools(root, mentions, assets, cache));
      return ask(inProcess);
    }
  };

  return {
    scan: (listener, options) => withFallback((one) => one.scan(listener, options)),
    bring: (files, listener) => withFallback((one) => one.bring(files, listener)),
    search: (groups) => withFallback((one) => one.search(groups)),
    dispose: () => inWorker?.dispose(),
  };
}

/** Takes as little time as it can: this thread and a worker read a large workspace together. */
export function createSharedScanner({ root, assets, mentions, worker, cache, log }: ScannerPlace): OpenScanner {
  const inProcess = createScanner(root, mentions, createScanTools(root, mentions, assets, cache));
  let helper: OpenScanner | null = null;

  const start = (below: readonly string[] | undefined): OpenScanner | null => {
    const isWorthIt = worker !== null && availableParallelism() > 1 && sourcesOf(walk(root, below).files).length >= filesWorthSharing;
    return isWorthIt ? startScanWorker(worker, { root, assets, mentions, cache }) : null;
  };
  const dismiss = (error: unknown): [] => {
    log('warning', `Scanning without a worker: ${error instanceof Error ? error.message : String(error)}`);
    helper?.dispose();
    helper = null;
    return [];
  };

  return {
    async scan(listener, options = {}) {
      helper ??= start(options.below);
      if (helper === null) return inProcess.scan(listener, options);
      const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const others = helper.scan(listener, { ...options, share: { isFirst: false, next } }).catch((error: unknown) => {
        dismiss(error);
        return null;
      });
      const mine = await inProcess.scan(listener, { ...options, share: { isFirst: true, next } });
      // What a worker that died had taken is not known: everything is read again.
      return add(mine, (await others) ?? (await inProcess.scan(listener, options)));
    },
    bring: inProcess.bring,
    async search(groups) {
      const others = helper === null ? [] : await helper.search(groups).catch(dismiss);
      return [...(await inProcess.search(groups)), ...others];
    },
    dispose: () => helper?.dispose(),
  };
}

const add = (a: ScanSummary, b: ScanSummary): ScanSummary => ({ files: a.files + b.files, read: a.read + b.read });
