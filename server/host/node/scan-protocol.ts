import type { PackedModule } from '../../core/program/workspace/packed-module.ts';
import type { ScanSummary, SkippedFile } from '../host.ts';
import type { CachePlace } from './scan-tools.ts';
import type { Share } from './scanner.ts';

/** What a worker is started with. */
export interface ScanWorkerData {
  readonly root: string;
  readonly assets: string;
  readonly mentions: RegExp;
  readonly cache: CachePlace | null;
}

export type ScanTask =
  | { readonly kind: 'scan'; readonly below: readonly string[] | undefined; readonly share: Share | undefined }
  | { readonly kind: 'bring'; readonly files: readonly string[] }
  | { readonly kind: 'search'; readonly groups: readonly (readonly string[])[] };

export type ToWorker = { readonly id: number; readonly task: ScanTask } | { readonly cancel: number };

/** Answers come in batches, because each message costs more than what it carries. */
export type FromWorker =
  | { readonly id: number; readonly kind: 'batch'; readonly batch: ScanBatch }
  | { readonly id: number; readonly kind: 'done'; readonly summary: ScanSummary | null; readonly found: readonly string[] }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };

export interface ScanBatch {
  readonly paths: readonly string[] | null;
  /** Each with its text. */
  readonly modules: readonly { readonly file: string; readonly module: PackedModule; readonly text: string }[];
  readonly texts: readonly { readonly file: string; readonly text: string }[];
  readonly skipped: readonly SkippedFile[];
  readonly progress: { readonly done: number; readonly total: number } | null;
}
