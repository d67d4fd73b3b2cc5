import type { AssetName } from '../core/api.ts';
import type { Module } from '../core/module/module.ts';

/** What the world gives to a server or a command line. `host/node` reads the disk, `host/web` what the editor hands over. */
export interface Host {
  /** A folder, by its path or `file:` URI where there is a disk. Files in it are named relative to it, with `/`. */
  workspace(root: string): Workspace;
  /** The `file:` URI of the root that a folder belongs to, by `.git` or a `lineitem.json` that says so; null where there is none. */
  rootOf(folder: string): string | null;
  /** The unpacked bytes of an asset; rejects with a sentence where it is not there. */
  asset(name: AssetName): Promise<Uint8Array>;
  /** The page of a rule, in Markdown; null where it was not shipped. */
  rulePage(rule: string): Promise<string | null>;
  log(level: LogLevel, message: string): void;
  /** Milliseconds since the epoch. */
  now(): number;
}

export type LogLevel = 'info' | 'warning' | 'error';

export interface Workspace {
  readonly root: string;
  /** The text without its byte-order mark; null where there is no such file, or it is none for people to read. */
  readText(file: string): Promise<string | null>;
  /** Writes the whole file or nothing, and keeps a byte-order mark that stood there. */
  writeText(file: string, text: string): Promise<void>;
  /** Everything below the root, or below some of its folders (`a/b/`), that can matter. */
  scan(listener: ScanListener, signal?: AbortSignal, below?: readonly string[]): Promise<ScanSummary>;
  /** The named files alone: code as Modules, prompts and everything else as plain text. */
  bring(files: readonly string[], listener: ScanListener): Promise<void>;
  /** Of the files that the last scan found and did not read further: those that contain one word of each group. */
  search(groups: readonly (readonly string[])[]): Promise<readonly string[]>;
  /** Ends the worker. */
  dispose(): void;
}

export interface ScanListener {
  /** Every path that exists, once, before anything else. */
  paths(files: readonly string[]): void;
  /** A Module comes with its text, which comments and fixes are read from; a notebook's is the code of its cells. */
  module(module: Module, text: string): void;
  text(file: string, text: string): void;
  skipped(file: SkippedFile): void;
  progress?(done: number, total: number): void;
}

export interface SkippedFile {
  readonly file: string;
  readonly why: 'too large' | 'binary' | 'minified' | 'unreadable' | 'link' | 'failed' | 'broken' | 'nothing to read';
  readonly detail: string | null;
  /** Of a broken file: where in its text. */
  readonly offset?: number;
}

export interface ScanSummary {
  /** Source files below the root that no ignore file excludes. */
  readonly files: number;
  /** Those of them that were read further. */
  readonly read: number;
}
