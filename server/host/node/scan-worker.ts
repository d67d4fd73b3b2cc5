import { parentPort, workerData } from 'node:worker_threads';
import type { SkippedFile } from '../host.ts';
import type { FromWorker, ScanBatch, ScanTask, ScanWorkerData, ToWorker } from './scan-protocol.ts';
import { createScanTools } from './scan-tools.ts';
import { createScanner, type Scanner, type ScanSink } from './scanner.ts';

/** Few, because the main thread answers an editor between two batches. */
const modulesInBatch = 8;

start();

/** Answers one task after the other; a cancel may arrive between two files. */
function start(): void {
  const port = parentPort;
  if (port === null) throw new Error('This file is a worker and nothing else.');
  const { root, assets, mentions, cache }: ScanWorkerData = workerData;
  const scanner = createScanner(root, mentions, createScanTools(root, mentions, assets, cache));
  const running = new Map<number, AbortController>();
  const send = (message: FromWorker): void => port.postMessage(message);
  let last: Promise<void> = Promise.resolve();

  port.on('message', (message: ToWorker) => {
    if ('cancel' in message) return running.get(message.cancel)?.abort();
    const { id, task } = message;
    const controller = new AbortController();
    running.set(id, controller);
    last = last.then(() => answer(scanner, id, task, send, controller.signal)).then(() => void running.delete(id));
    return undefined;
  });
}

async function answer(
  scanner: Scanner,
  id: number,
  task: ScanTask,
  send: (message: FromWorker) => void,
  signal: AbortSignal,
): Promise<void> {
  const batch = createBatch(id, send);
  try {
    const summary = task.kind === 'scan' ? await scanner.scan(batch.listener, { signal, below: task.below, share: task.share }) : null;
    if (task.kind === 'bring') await scanner.bring(task.files, batch.listener);
    const found = task.kind === 'search' ? await scanner.search(task.groups) : [];
    batch.flush();
    send({ id, kind: 'done', summary, found });
  } catch (error) {
    send({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

function createBatch(id: number, send: (message: FromWorker) => void): { readonly listener: ScanSink; flush(): void } {
  let paths: readonly string[] | null = null;
  let modules: ScanBatch['modules'][number][] = [];
  let texts: { file: string; text: string }[] = [];
  let skipped: SkippedFile[] = [];
  let progress: { done: number; total: number } | null = null;

  const flush = (): void => {
    send({ id, kind: 'batch', batch: { paths, modules, texts, skipped, progress } });
    paths = null;
    modules = [];
    texts = [];
    skipped = [];
    progress = null;
  };
  const listener: ScanSink = {
    paths: (files) => {
      paths = files;
    },
    module: (file, module, text) => {
      modules.push({ file, module, text });
      if (modules.length >= modulesInBatch) flush();
    },
    text: (file, text) => void texts.push({ file, text }),
    skipped: (file) => void skipped.push(file),
    progress: (done, total) => {
      progress = { done, total };
    },
  };
  return { listener, flush };
}
