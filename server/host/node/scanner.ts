import { statSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../core/module/module.ts';
import { createModuleUnpacker, type PackedModule } from '../../core/program/workspace/packed-module.ts';
import type { ScanListener, ScanSummary, SkippedFile } from '../host.ts';
import { codeLanguageOf, isPromptFileName } from '../language-of.ts';
import { createPrefilter, createWordFilter, type Prefilter, searchable } from './prefilter.ts';
import type { ScanMemory } from './scan-memory.ts';
import { createSourceReader, decode, isMinified } from './source-file.ts';
import { walk } from './walk.ts';

/** What turns a text into a Module. */
export interface ModuleMaker {
  make(file: string, language: Language, text: string): Promise<MadeModule>;
  /** After a scan: what it leaves behind is put in order. */
  tidy(): void;
}

export type MadeModule =
  /** `text` is what the Module's places count in. */
  | { readonly kind: 'module'; readonly module: PackedModule; readonly text: string }
  | { readonly kind: 'skipped'; readonly skipped: SkippedFile };

/** A listener before Modules are unpacked, which the thread that links does. */
export interface ScanSink extends Omit<ScanListener, 'module'> {
  module(file: string, module: PackedModule, text: string): void;
}

export function unpacking(listener: ScanListener): ScanSink {
  const unpackModule = createModuleUnpacker();
  return { ...listener, module: (file, module, text) => listener.module(unpackModule(module, file), text) };
}

/** Reads a workspace from the disk. It runs in the worker, or in process where no worker can start. */
export interface Scanner {
  scan(listener: ScanSink, options?: ScanOptions): Promise<ScanSummary>;
  bring(files: readonly string[], listener: ScanSink): Promise<void>;
  search(groups: readonly (readonly string[])[]): Promise<readonly string[]>;
}

export interface ScanOptions {
  readonly signal?: AbortSignal | undefined;
  /** Only these folders of the root, with `/` at their end. */
  readonly below?: readonly string[] | undefined;
  /** Read together with another scanner of the same root. */
  readonly share?: Share | undefined;
}

export interface Share {
  /** Who comes first tells of the paths and reads the settings. */
  readonly isFirst: boolean;
  /** The place of the next file that nobody took, in memory that both see: whoever is faster takes more. */
  readonly next: Int32Array;
}

const configNames: ReadonlySet<string> = new Set(['lineitem.json', 'lineitem.usage.json']);
/** Few, because what another thread hands over waits for them. */
const filesBetweenPauses = 16;

export interface ScannerTools {
  readonly maker: ModuleMaker;
  /** What was seen of these folders before; null where nothing is kept. */
  readonly memory: (below: readonly string[], part: number) => ScanMemory | null;
}

export function createScanner(root: string, mentions: RegExp, { maker, memory }: ScannerTools): Scanner {
  const read = createSourceReader();
  const mayUseSdk = createPrefilter(mentions);
  /** Code files that nothing has asked to read so far. */
  const unread = new Set<string>();

  const absolute = (file: string): string => path.join(root, file);

  const readText = (file: string, listener: ScanSink, filter: Filter | null): string | null => {
    const stats = filter?.memory == null ? null : (statSync(absolute(file), { throwIfNoEntry: false }) ?? null);
    if (stats !== null && filter?.memory?.isQuiet(file, stats) === true) {
      unread.add(file);
      return null;
    }
    const source = read(absolute(file));
    if (source.kind === 'skipped') {
      listener.skipped({ file, why: source.why, detail: null });
      return null;
    }
    if (filter !== null && !filter.mayUseSdk(searchable(file, source.bytes))) {
      unread.add(file);
      if (stats !== null) filter.memory?.noteQuiet(file, stats);
      return null;
    }
    const text = decode(source.bytes);
    if (!isMinified(file, text)) return text;
    listener.skipped({ file, why: 'minified', detail: null });
    return null;
  };

  const makeModule = async (file: string, language: Language, text: string, listener: ScanSink): Promise<boolean> => {
    try {
      const made = await maker.make(file, language, text);
      if (made.kind === 'module') listener.module(file, made.module, made.text);
      else listener.skipped(made.skipped);
      return made.kind === 'module';
    } catch (error) {
      listener.skipped(failed(file, error));
      return false;
    }
  };

  const take = async (file: string, listener: ScanSink, filter: Filter | null): Promise<boolean> => {
    const language = codeLanguageOf(file);
    const text = readText(file, listener, language === null ? null : filter);
    if (text === null) return false;
    unread.delete(file);
    if (language !== null) return makeModule(file, language, text, listener);
    listener.text(file, text);
    return true;
  };

  return {
    async scan(listener, { signal, below, share } = {}) {
      const found = walk(root, below);
      if (share?.isFirst !== false) {
        unread.clear();
        for (const one of found.skipped) listener.skipped(one);
        listener.paths(found.files);
        for (const file of found.files.filter((name) => configNames.has(path.posix.basename(name)))) await take(file, listener, null);
      }
      const sources = sourcesOf(found.files);
      const next = share === undefined ? sources.keys() : sharedOut(share.next);
      const filter: Filter = { mayUseSdk, memory: memory(below ?? [''], share?.isFirst === false ? 1 : 0) };
      let seen = 0;
      let taken = 0;
      for (const index of next) {
        const file = sources[index];
        if (file === undefined || signal?.aborted === true) break;
        if (await take(file, listener, filter)) taken++;
        if (seen++ % filesBetweenPauses === 0) {
          listener.progress?.(index, sources.length);
          await pause();
        }
      }
      if (signal?.aborted !== true) filter.memory?.save();
      maker.tidy();
      return { files: seen, read: taken };
    },
    async bring(files, listener) {
      for (const file of files) await take(file, listener, null);
    },
    async search(groups) {
      const matches = createWordFilter(groups);
      return [...unread].filter((file) => {
        const source = read(absolute(file));
        return source.kind === 'bytes' && matches(searchable(file, source.bytes));
      });
    },
  };
}

interface Filter {
  readonly mayUseSdk: Prefilter;
  readonly memory: ScanMemory | null;
}

/** What a scan looks into, of everything that is there. */
export const sourcesOf = (files: readonly string[]): string[] =>
  files.filter((file) => codeLanguageOf(file) !== null || isPromptFileName(file));

/** Each number once, whoever asks. */
function* sharedOut(next: Int32Array): Generator<number> {
  for (;;) yield Atomics.add(next, 0, 1);
}

function failed(file: string, error: unknown): SkippedFile {
  return { file, why: 'failed', detail: error instanceof Error ? error.message : String(error) };
}

/** Lets a message that waits (a cancel) arrive. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
