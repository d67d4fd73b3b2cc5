import { createGrammars, type Grammars } from '../../core/languages/grammars.ts';
import { lowerNotebook, readNotebook } from '../../core/languages/notebook.ts';
import { lowerText } from '../../core/languages/source-file.ts';
import type { Language } from '../../core/module/module.ts';
import { type PackedModule, packModule } from '../../core/program/workspace/packed-module.ts';
import { isAssetName } from '../asset-files.ts';
import { isNotebookFileName } from '../language-of.ts';
import { createAssetReader } from './assets.ts';
import type { ModuleCache } from './module-cache.ts';
import type { MadeModule, ModuleMaker } from './scanner.ts';

/** Parses with grammars from a folder of assets; each grammar is loaded when a file that nothing is kept of first needs it. */
export function createModuleMaker(assets: string, cache: ModuleCache | null): ModuleMaker {
  const readAsset = createAssetReader(assets);
  const grammars = createGrammars((name) => {
    if (!isAssetName(name)) throw new Error(`There is no asset ${name}.`);
    return readAsset(name);
  });
  const makeCode = async (file: string, language: Language, text: string): Promise<PackedModule> => {
    const kept = cache?.entry(language, text);
    const before = kept?.read() ?? null;
    if (before !== null) return before;
    await grammars.load(language);
    const module = packModule(lowerText({ file, language, text, grammars }));
    kept?.write(module);
    return module;
  };
  return {
    async make(file, language, text) {
      if (!isNotebookFileName(file)) return { kind: 'module', module: await makeCode(file, language, text), text };
      await grammars.load(language);
      return makeNotebook(file, text, grammars);
    },
    tidy: () => cache?.tidy(),
  };
}

function makeNotebook(file: string, json: string, grammars: Grammars): MadeModule {
  const reading = readNotebook(json);
  switch (reading.kind) {
    case 'notebook':
      return { kind: 'module', module: packModule(lowerNotebook(file, reading.notebook, grammars)), text: reading.notebook.text };
    case 'skipped':
      return { kind: 'skipped', skipped: { file, why: 'nothing to read', detail: reading.why } };
    case 'problem':
      return { kind: 'skipped', skipped: { file, why: 'broken', detail: reading.message, offset: reading.offset } };
  }
}
