import type { Analyzer, FileReport } from '../core/api.ts';
import type { Host, ScanListener, SkippedFile, Workspace } from '../host/host.ts';
import { isPromptFileName } from '../host/language-of.ts';
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
}

/** Linking asks for files that ask for more; a chain longer than this is a circle of our own making. */
const mostRounds = 50;

/** Reads and links what the places hold, and everything that they reach. */
export async function analyse(host: Host, analyzer: Analyzer, places: Places, progress?: ScanListener['progress']): Promise<Analysis> {
  const workspace = host.workspace(places.root);
  const skipped: SkippedFile[] = [];
  const known = new Set<string>();
  const listener: ScanListener = {
    paths: (files) => analyzer.setPaths(files),
    module: (module) => {
      known.add(module.file);
      analyzer.setModule(module);
    },
    text: (file, text) => {
      known.add(file);
      if (isPrompt(file, places)) analyzer.open(file, 'prompt', text);
      else analyzer.setText(file, text);
    },
    skipped: (file) => void skipped.push(file),
    ...(progress === undefined ? {} : { progress }),
  };
  try {
    const { read } = await workspace.scan(listener);
    await workspace.bring(
      places.files.filter((file) => !known.has(file)),
      listener,
    );
    await settle(host, analyzer, workspace, listener);
    const project = analyzer.project().files;
    return { analyzer, workspace, files: project.filter(({ file }) => isSelected(places, file)), project, skipped, read };
  } finally {
    workspace.dispose();
  }
}

/** A file named on the command line that is no code is a prompt. */
const isPrompt = (file: string, places: Places): boolean => isPromptFileName(file) || places.files.includes(file);

/** Brings what the analyzer asks for until it asks for nothing more. */
async function settle(host: Host, analyzer: Analyzer, workspace: Workspace, listener: ScanListener): Promise<void> {
  const asked = new Set<string>();
  const searched = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const project = analyzer.project();
    const assets = analyzer.needs();
    for (const name of assets) await analyzer.provide(name, await host.asset(name));
    const callers = await filesThatCall(wrappersOf(project.files, searched), workspace);
    const wanted = [...analyzer.wanted(), ...callers].filter((file) => !asked.has(file));
    for (const file of wanted) asked.add(file);
    await workspace.bring(wanted, listener);
    if (assets.length === 0 && wanted.length === 0) return;
  }
}

/** Functions whose callers decide what is sent: their callers may name no SDK at all. */
interface Wrapper {
  readonly module: string;
  readonly name: string;
}

function wrappersOf(files: readonly FileReport[], searched: Set<string>): Wrapper[] {
  return files.flatMap(({ file, items }) =>
    items.flatMap(({ call }) => {
      const name = call.symbol.split('.').at(-1) ?? '';
      const key = `${file}#${name}`;
      if (name === '' || call.inTest || searched.has(key)) return [];
      searched.add(key);
      return [{ module: moduleName(file), name }];
    }),
  );
}

/** What an import of a file ends with: `llm` for `app/llm.py`, `agents` for `agents/index.ts`. */
function moduleName(file: string): string {
  const steps = file.replace(/\.[^./]+$/, '').split('/');
  const last = steps.pop() ?? '';
  return last === 'index' || last === '__init__' ? (steps.pop() ?? last) : last;
}

async function filesThatCall(wrappers: readonly Wrapper[], workspace: Workspace): Promise<readonly string[]> {
  if (wrappers.length === 0) return [];
  return workspace.search([wrappers.map(({ module }) => module), wrappers.map(({ name }) => name)]);
}
