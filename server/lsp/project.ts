import type { Analyzer, AssetName, FileReport } from '../core/api.ts';
import { foldersAbove } from '../core/config/paths.ts';
import { configName, isConfigName } from '../core/config/store.ts';
import type { Module } from '../core/module/module.ts';
import { mentionPattern } from '../core/sdks/mentions.ts';
import { isUsageName, usageFileName } from '../core/usage/parse-usage.ts';
import { type CallerSearch, createCallerSearch } from '../host/callers.ts';
import type { ScanListener, Workspace } from '../host/host.ts';
import { codeLanguageOf, isPromptFileName } from '../host/language-of.ts';
import { explain, type Log } from './guard.ts';
import type { Naming } from './names.ts';
import { createPause, type Pause } from './pause.ts';

/** One folder of the editor with its analyzer. Documents outside of every folder share one without a workspace. */
export interface Project extends Naming {
  readonly folder: string | null;
  readonly analyzer: Analyzer;
  readonly workspace: Workspace | null;
  /** Files that the analyzer has something to say about, beside open documents. */
  readonly scanned: ReadonlySet<string>;
  /** Held by an editor: what the disk says about them does not count. */
  readonly held: Set<string>;
  readonly assets: ReadonlySet<AssetName>;
  readonly faults: readonly string[];
  fault(what: string, error: unknown): void;
  /** Gives the analyzer what it says it needs; false where it needs nothing. */
  provide(): Promise<boolean>;
  /** Brings the files that linking asks for, and those that may call what was found; false where none came. */
  fetch(pause: Pause): Promise<boolean>;
  /** Reads files again that changed outside of the editor, or that the editor let go: those that may say something. */
  reread(files: readonly string[]): Promise<void>;
  /** Whether linking has asked for a file, whatever its name: code reads it. */
  hasAskedFor(file: string): boolean;
  forget(file: string): void;
  scan(signal: AbortSignal, listener: Pick<ScanListener, 'progress'> & { readonly paths: () => void }): Promise<void>;
  dispose(): void;
}

export interface ProjectOptions {
  readonly folder: string | null;
  readonly naming: Naming;
  readonly workspace: Workspace | null;
  readonly asset: (name: AssetName) => Promise<Uint8Array>;
  readonly log: Log;
  readonly createAnalyzer: (onFault: (what: string, error: unknown) => void) => Analyzer;
}

/** Linking asks for files that ask for more; a chain longer than this is a circle of our own making. */
const mostRounds = 50;
/** Faults that are remembered, for the status; a file that fails on each keystroke fills no memory. */
const mostFaults = 20;

export function createProject({ folder, naming, workspace, asset, log, createAnalyzer }: ProjectOptions): Project {
  const faults: string[] = [];
  const fault = (what: string, error: unknown): void => {
    if (faults.includes(what)) return;
    if (faults.push(what) > mostFaults) faults.shift();
    log('error', `${what}: ${explain(error)}`);
  };
  const analyzer = createAnalyzer(fault);
  const scanned = new Set<string>();
  const held = new Set<string>();
  const assets = new Set<AssetName>();
  const missing = new Set<AssetName>();
  const loading = new Map<AssetName, Promise<void>>();
  const asked = new Set<string>();
  const callers: CallerSearch = createCallerSearch();
  const inbox = createInbox();
  let isDisposed = false;
  const mentions = mentionPattern();

  const isMentioned = (text: string): boolean => mentions.test(text) || analyzer.declaredWords().some((word) => text.includes(word));

  const load = async (name: AssetName): Promise<void> => {
    try {
      await analyzer.provide(name, await asset(name));
      assets.add(name);
    } catch (error) {
      missing.add(name);
      fault(`asset ${name}`, error);
    }
  };
  const provide = async (): Promise<boolean> => {
    for (const name of analyzer.needs()) {
      if (missing.has(name) || loading.has(name)) continue;
      loading.set(
        name,
        load(name).finally(() => loading.delete(name)),
      );
    }
    // What another question set going counts too: the analyzer no longer asks for it, and does not have it yet.
    const running = [...loading.values()];
    await Promise.all(running);
    return running.length > 0;
  };

  const take = (file: string, text: string): void => {
    if (held.has(file)) return;
    if (isConfigName(file)) {
      scanned.add(file);
      analyzer.setConfig(file, text);
    } else if (isUsageName(file)) {
      scanned.add(file);
      analyzer.setUsage(file, text);
    } else if (isPromptFileName(file)) {
      if (analyzer.open(file, 'prompt', text)) scanned.add(file);
    } else analyzer.setText(file, text);
  };
  const takeModule = (module: Module, text: string): void => {
    // Comments that ignore findings, and fixes, are read from the text.
    analyzer.setText(module.file, text);
    scanned.add(module.file);
    analyzer.setModule(module);
  };
  const listener = (also: Partial<ScanListener>): ScanListener => ({
    paths: () => undefined,
    module: (module, text) => inbox.add(() => takeModule(module, text)),
    text: (file, text) => inbox.add(() => take(file, text)),
    skipped: ({ file, why, detail }) => {
      if (why === 'failed') fault(file, detail ?? why);
    },
    ...also,
  });

  const forget = (file: string): void => {
    scanned.delete(file);
    asked.delete(file);
    if (held.has(file)) return;
    analyzer.close(file);
    analyzer.removePath(file);
    analyzer.removeModule(file);
  };

  /** Settings of the folders between the root and the one that is open hold here too. */
  const readConfigsAbove = async ({ readText }: Workspace): Promise<void> => {
    const above = foldersAbove(naming.prefix).filter((one) => one !== naming.prefix);
    for (const file of above.map((one) => one + configName)) analyzer.setConfig(file, await readText(file));
    for (const file of above.map((one) => one + usageFileName)) analyzer.setUsage(file, await readText(file));
  };

  const bring = async (files: readonly string[]): Promise<void> => {
    if (isDisposed || files.length === 0) return;
    await workspace?.bring(files, listener({}));
    await inbox.emptied();
  };

  return {
    ...naming,
    folder,
    analyzer,
    workspace,
    scanned,
    held,
    assets,
    faults,
    fault,
    provide,
    async fetch(pause) {
      if (workspace === null || isDisposed) return false;
      let hasBrought = false;
      for (let round = 0; round < mostRounds; round++) {
        const reports: FileReport[] = [];
        for (const file of new Set([...held, ...scanned])) {
          if (await pause()) return hasBrought;
          reports.push(analyzer.file(file));
        }
        const wanted = [...analyzer.wanted(), ...(await callers.among(reports, workspace))].filter((file) => !asked.has(file));
        if (wanted.length === 0) break;
        for (const file of wanted) asked.add(file);
        await bring(wanted);
        hasBrought = true;
      }
      return hasBrought;
    },
    async reread(files) {
      const matter: string[] = [];
      for (const file of files) {
        analyzer.addPath(file);
        if (scanned.has(file) || asked.has(file) || codeLanguageOf(file) === null) matter.push(file);
        else if (isMentioned((await workspace?.readText(file)) ?? '')) matter.push(file);
      }
      await bring(matter);
    },
    hasAskedFor: (file) => asked.has(file),
    forget,
    async scan(signal, { paths, progress }) {
      if (workspace === null || isDisposed) return;
      await readConfigsAbove(workspace);
      const found = (files: readonly string[]): void => {
        analyzer.setPaths(files);
        const there = new Set(files);
        for (const file of scanned) if (!there.has(file)) forget(file);
        paths();
      };
      await workspace.scan(listener({ paths: found, ...(progress === undefined ? {} : { progress }) }), signal);
      await inbox.emptied();
      const words = analyzer.declaredWords();
      if (words.length > 0) await bring(await workspace.search([words]));
    },
    dispose() {
      isDisposed = true;
      workspace?.dispose();
    },
  };
}

/** Takes in what arrives in bulk, a few milliseconds at a time, so that an edit never waits for it. */
function createInbox() {
  const waiting: (() => void)[] = [];
  let running: Promise<void> | null = null;

  const drain = async (): Promise<void> => {
    const pause = createPause(() => false);
    try {
      while (waiting.length > 0) {
        await pause();
        waiting.shift()?.();
      }
    } finally {
      // At once with the last look: what comes a moment later must start anew, and not wait for the next that comes.
      running = null;
    }
  };
  return {
    add(take: () => void): void {
      waiting.push(take);
      running ??= drain();
    },
    emptied: async (): Promise<void> => {
      while (running !== null) await running;
    },
  };
}
