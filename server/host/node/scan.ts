import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ScanSummary } from '../host.ts';
import type { FromWorker, ScanBatch, ScanTask, ScanWorkerData, ToWorker } from './scan-protocol.ts';
import type { Scanner, ScanSink } from './scanner.ts';

const nothingRead: ScanSummary = { files: 0, read: 0 };
/** What it reads is handed over or thrown away at once: more room would only fill. */
const youngMegabytes = 4;

/** A scanner in a worker of its own; null where no worker can start. It does not keep the process alive. */
export function startScanWorker(file: string, data: ScanWorkerData): (Scanner & { dispose(): void }) | null {
  if (!existsSync(file)) return null;
  let worker: Worker;
  try {
    worker = new Worker(file, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } });
  } catch {
    return null;
  }
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  const failAll = (why: string): void => {
    for (const [id, one] of waiting) {
      waiting.delete(id);
      one.reject(new Error(why));
    }
    worker.unref();
  };
  worker.on('message', (message: FromWorker) => {
    const one = waiting.get(message.id);
    if (one === undefined) return;
    if (message.kind === 'batch') return deliver(message.batch, one.listener);
    waiting.delete(message.id);
    if (waiting.size === 0) worker.unref();
    if (message.kind === 'failed') return one.reject(new Error(message.message));
    return one.resolve({ summary: message.summary, found: message.found });
  });
  worker.on('error', (error: Error) => failAll(`The scan stopped: ${error.message}`));
  worker.on('exit', () => failAll('The scan stopped.'));

  const ask = (task: ScanTask, listener: ScanSink | null, signal?: AbortSignal): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { listener, resolve, reject });
      worker.ref();
      const say = (message: ToWorker): void => worker.postMessage(message);
      say({ id, task });
      signal?.addEventListener('abort', () => say({ cancel: id }), { once: true });
    });

  return {
    scan: async (listener, { signal, below, share } = {}) =>
      (await ask({ kind: 'scan', below, share }, listener, signal)).summary ?? nothingRead,
    bring: async (files, listener) => void (await ask({ kind: 'bring', files }, listener)),
    search: async (groups) => (await ask({ kind: 'search', groups }, null)).found,
    dispose: () => void worker.terminate(),
  };
}

interface Answer {
  readonly summary: ScanSummary | null;
  readonly found: readonly string[];
}

interface Waiting {
  readonly listener: ScanSink | null;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

function deliver(batch: ScanBatch, listener: ScanSink | null): void {
  if (listener === null) return;
  if (batch.paths !== null) listener.paths(batch.paths);
  for (const one of batch.skipped) listener.skipped(one);
  for (const { file, text } of batch.texts) listener.text(file, text);
  for (const { file, module, text } of batch.modules) listener.module(file, module, text);
  if (batch.progress !== null) listener.progress?.(batch.progress.done, batch.progress.total);
}
