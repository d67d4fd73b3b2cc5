import type { Analyzer, FileReport } from '../core/api.ts';
import { folderOf, foldersAbove } from '../core/config/paths.ts';
import { configName, isConfigName } from '../core/config/store.ts';
import { isUsageName } from '../core/usage/parse-usage.ts';
import { createCallerSearch } from '../host/callers.ts';
import type { Host, ScanListener, SkippedFile, Workspace } from '../host/host.ts';
import { codeLanguageOf, isPromptFileName } from '../host/language-of.ts';
import { isSelected, type Places } from './places.ts';

export interface Analysis {
  readonly analyzer: Analyzer;
  readonly workspace: Workspace;
  /** Of the selected files. */
  readonly files: readonly FileReport[];
  /** Of everything that was read. */
  readonly project: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
  readonly read: number;
  /** The same after files were opened or changed in the analyzer. */
  readonly reportAgain: () => Promise<Pick<Analysis, 'files' | 'project'>>;
}

export interface AnalyseOptions {
  readonly progress?: ScanListener['progress'];
  readonly unsaved?: Unsaved | undefined;
}

/** A text that stands for a file, whatever the disk has. */
export interface Unsaved {
  readonly file: string;
  readonly text: string;
}

const withUnsaved = (workspace: Workspace, unsaved: Unsaved | undefined): Workspace =>
  unsaved === undefined
    ? workspace
    : { ...workspace, readText: async (file) => (file === unsaved.file ? unsaved.text : workspace.readText(file)) };

function openUnsaved(analyzer: Analyzer, { file, text }: Unsaved): void {
  if (isConfigName(file)) analyzer.setConfig(file, text);
  else analyzer.open(file, codeLanguageOf(file) ?? 'prompt', text);
}

/** Linking asks for files that ask for more; a chain longer than this is a circle of our own making. */
const mostRounds = 50;

/** Reads and links what the places hold, and everything that they reach. */
export async function analyse(
  host: Host,
  analyzer: Analyzer,
  places: Places,
  { progress, unsaved }: AnalyseOptions = {},
): Promise<Analysis> {
  const workspace = withUnsaved(host.workspace(places.root), unsaved);
  const skipped: SkippedFile[] = [];
  const known = new Set<string>();
  const listener: ScanListener = {
    paths: (files) => analyzer.setPaths(files),
    module: (module, text) => {
      known.add(module.file);
      if (module.file === unsaved?.file) return;
      analyzer.setText(module.file, text);
      analyzer.setModule(module);
      // While the worker reads, what came is read on.
      analyzer.prepare(module.file);
    },
    text: (file, text) => {
      known.add(file);
      if (file === unsaved?.file) return;
      if (!isConfigName(file) && !isUsageName(file) && isPrompt(file, places)) analyzer.open(file, 'prompt', text);
      else analyzer.setText(file, text);
    },
    skipped: (file) => void skipped.push(file),
    ...(progress === undefined ? {} : { progress }),
  };
  try {
    if (unsaved !== undefined) openUnsaved(analyzer, unsaved);
    for (const file of configsAbove(places)) analyzer.setConfig(file, await workspace.readText(file));
    const { read } = await workspace.scan(listener, undefined, places.below);
    await workspace.bring(await usersOfDeclared(analyzer, workspace), listener);
    await workspace.bring(
      places.files.filter((file) => !known.has(file) && file !== unsaved?.file),
      listener,
    );
    const reportAgain = async (): Promise<Pick<Analysis, 'files' | 'project'>> => {
      await settle(host, analyzer, workspace, listener);
      const project = [...analyzer.project().files, ...skipped.flatMap(brokenFile)];
      return { files: project.filter(({ file }) => isSelected(places, file) || governs(file, places)), project };
    };
    return { analyzer, workspace, ...(await reportAgain()), reportAgain, skipped, read };
  } finally {
    workspace.dispose();
  }
}

/** A scan reads what names an SDK; the settings, which it finds, may name more. */
const usersOfDeclared = async (analyzer: Analyzer, workspace: Workspace): Promise<readonly string[]> => {
  const words = analyzer.declaredWords();
  return words.length === 0 ? [] : workspace.search([words]);
};

/** Settings hold below their folder: those of every folder around what is read count. */
const configsAbove = ({ below }: Places): readonly string[] => [
  ...new Set(below.flatMap((folder) => foldersAbove(folder).map((above) => above + configName))),
];

/** What is wrong with settings is said wherever they hold. */
const governs = (file: string, { folders, files }: Places): boolean =>
  isConfigName(file) && [...folders, ...files].some((place) => place.startsWith(folderOf(file)));

/** A file that could not be read because of what stands in it says so at that place. */
function brokenFile({ file, detail, offset }: SkippedFile): FileReport[] {
  if (offset === undefined) return [];
  const at = { file, unit: '', span: { start: offset, end: offset } };
  const problems = [{ at, message: detail ?? 'This file can\u2019t be read.' }];
  return [{ file, items: [], loops: [], entryPoints: [], prompts: [], findings: [], problems }];
}

/** A file named on the command line that is no code is a prompt. */
const isPrompt = (file: string, places: Places): boolean => isPromptFileName(file) || places.files.includes(file);

/** Brings what the analyzer asks for until it asks for nothing more. */
async function settle(host: Host, analyzer: Analyzer, workspace: Workspace, listener: ScanListener): Promise<void> {
  const asked = new Set<string>();
  const callers = createCallerSearch();
  for (let round = 0; round < mostRounds; round++) {
    const project = analyzer.project();
    const assets = analyzer.needs();
    for (const name of assets) await analyzer.provide(name, await host.asset(name));
    const wanted = [...analyzer.wanted(), ...(await callers.among(project.files, workspace))].filter((file) => !asked.has(file));
    for (const file of wanted) asked.add(file);
    await workspace.bring(wanted, listener);
    if (assets.length === 0 && wanted.length === 0) return;
  }
}
