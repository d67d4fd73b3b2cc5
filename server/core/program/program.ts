import type { Module } from '../module/module.ts';
import type { DeclaredSdk } from '../sdks/declared.ts';
import type { FileProgram } from './call-site.ts';
import { createWorld } from './create-world.ts';
import { promptTexts } from './meaning/prompt-texts.ts';
import { Queries } from './queries.ts';
import { createCallSites } from './sites/call-sites.ts';
import { createLoops } from './sites/file-loops.ts';
import { createEntryPoints } from './sites/reached-calls.ts';
import { createRecords } from './sites/records.ts';
import { sameValue } from './value.ts';
import { createFiles } from './workspace/files.ts';
import { isTestFile } from './workspace/test-files.ts';

/**
 * The modules linked. Files come and go by `setModule`; every answer is asked for again and computed only where something
 * that it stands on has changed.
 */
export interface Program {
  readonly setPaths: (paths: readonly string[]) => void;
  readonly setPath: (path: string, exists: boolean) => void;
  readonly setModule: (module: Module) => void;
  readonly removeModule: (file: string) => void;
  readonly setText: (path: string, text: string | null) => void;
  /** Wrappers and clients that the user declares: what they mean stands before what their code says. */
  readonly setDeclared: (declared: readonly DeclaredSdk[]) => void;
  readonly file: (file: string) => FileProgram;
  /** Does of `file` beforehand what no file that comes later makes vain. */
  readonly prepare: (file: string) => void;
  /** Files that linking asked for and that nobody has brought yet. */
  readonly wanted: () => readonly string[];
  /** How many answers were computed so far: what an edit redid, for tests and benchmarks. */
  readonly computed: () => number;
}

export interface ProgramOptions {
  readonly declared?: readonly DeclaredSdk[];
}

export function createProgram({ declared = [] }: ProgramOptions = {}): Program {
  const queries = new Queries();
  const files = createFiles(queries);
  files.setDeclared(declared);
  const linked = createWorld(queries, files);
  const { world } = linked;
  const records = createRecords(queries, files, linked);
  const sites = createCallSites(queries, files, linked, records);
  const loops = createLoops(queries, files, linked, { records, sites });
  const entryPoints = createEntryPoints(queries, files, linked, { records, sites });

  const program = (file: string): FileProgram => {
    const own = files.index(file);
    if (!own) return empty(file);
    const found = records.of(file);
    const calls = found.calls.flatMap((record) => sites.site(file, record.key) ?? []);
    return {
      file,
      calls,
      loops: loops(file),
      entryPoints: entryPoints(file, isTestFile),
      prompts: promptTexts(own, files.unit, file, calls, world.definition),
    };
  };

  return {
    ...files,
    file: (file) =>
      queries.ask(
        ['file', file],
        () => program(file),
        () => empty(file),
        sameValue,
      ),
    prepare: records.prepare,
    computed: () => queries.computed,
  };
}

const empty = (file: string): FileProgram => ({ file, calls: [], loops: [], entryPoints: [], prompts: [] });
