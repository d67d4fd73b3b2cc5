import type { ModelComparison } from './bill/compare-models.ts';
import type { LineItem } from './bill/line-item.ts';
import type { Configuration } from './config/configuration.ts';
import type { FixEdit } from './edits/fragment.ts';
import type { EditVerb } from './edits/verbs.ts';
import type { Language, Module, Place } from './module/module.ts';
import type { EntryPoint, Loop, PromptText } from './program/call-site.ts';
import type { TokenQuantity } from './quantity/quantity.ts';
import type { Finding } from './rules/rule.ts';
import type { EntryPointUsage } from './usage/usage.ts';

/** Files that the core needs and a host brings, by name: never fetched, never assumed. */
export type AssetName =
  | 'grammars/runtime'
  | 'grammars/python'
  | 'grammars/typescript'
  | 'grammars/tsx'
  | 'grammars/javascript'
  | 'ranks/o200k_base'
  | 'ranks/cl100k_base'
  | 'prices';

/** A change as editors send it: absolute UTF-16 offsets in the text before it. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The one door of the core. Synchronous and pure but for `provide`, which loads an asset. Files are named relative to the
 * root, with `/`. What is asked before an asset is there says so in `needs()`; the host provides it and asks again.
 */
export interface Analyzer {
  /** The paths that exist in the workspace, so that imports resolve without reading the disk. */
  setPaths(paths: readonly string[]): void;
  addPath(file: string): void;
  removePath(file: string): void;

  /** A document that an editor holds; `change` re-reads only what the change touches. Returns false where the file is none of ours. */
  open(file: string, language: Language, text: string): boolean;
  change(file: string, changes: readonly TextChange[]): void;
  close(file: string): void;

  /** A Module made elsewhere (the scan's worker, the cache on disk). An open document's own Module wins. */
  setModule(module: Module): void;
  removeModule(file: string): void;
  /** Plain text that linking reads: manifests, tsconfig, prompt files that code loads, `.env.example`; and `lineitem.json` like `setConfig`. */
  setText(file: string, text: string): void;
  /** A `lineitem.json` by its path, or a file that one extends; null where it is gone. */
  setConfig(file: string, text: string | null): void;
  /** What holds for a file. The same object as long as nothing of it changes. */
  configurationOf(file: string): Configuration;
  /** Words of which a file holds one where it uses a wrapper that the configuration declares: such files name no SDK. */
  declaredWords(): readonly string[];
  /** A `lineitem.usage.json` by its path; null where it is gone. The nearest one above a call's file speaks of the call. */
  setUsage(file: string, text: string | null): void;

  needs(): readonly AssetName[];
  provide(name: AssetName, bytes: Uint8Array): Promise<void>;
  /** Paths that linking asked for and that are neither open nor scanned: the host may bring them by `setText` or `setModule`. */
  wanted(): readonly string[];

  file(file: string): FileReport;
  /** Does of `file` beforehand what no file that comes later makes vain: for whoever has time while others still come. */
  prepare(file: string): void;
  project(): ProjectReport;
  /** Findings whose place is in a file: its own, and those of other files' calls (a prompt that code reads). */
  findingsAt(file: string): readonly Finding[];
  /** The request of a call on every model that can take it; null while a count waits for an asset. */
  compareModels(item: LineItem): ModelComparison | null;
  /** Absolute span of a place in the current text. */
  locate(place: Place): { readonly start: number; readonly end: number } | null;
  /** Text edits by file of some verbs, computed now against the current texts; null where one no longer applies. */
  edits(verbs: readonly EditVerb[]): ReadonlyMap<string, readonly FixEdit[]> | null;
  /** Text edits by file of one fix of one finding, computed now against the current texts; null where it no longer applies. */
  fix(finding: string, fix: number): ReadonlyMap<string, readonly FixEdit[]> | null;
}

export interface FileReport {
  readonly file: string;
  readonly items: readonly LineItem[];
  readonly loops: readonly Loop[];
  readonly entryPoints: readonly EntryPoint[];
  readonly prompts: readonly PromptCount[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** What the usage file says of its entry points, by id; left out where it says nothing. */
  readonly entryPointUsage?: ReadonlyMap<string, EntryPointUsage>;
}

export interface PromptCount {
  readonly prompt: PromptText;
  readonly tokens: TokenQuantity;
}

/** Something wrong with the file itself (broken front matter, invalid JSON), at its place. */
export interface Problem {
  readonly at: Place;
  readonly message: string;
}

export interface ProjectReport {
  readonly files: readonly FileReport[];
}
