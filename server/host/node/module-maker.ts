import { createGrammars, type Grammars } from '../../core/languages/grammars.ts';
import { lowerNotebook, readNotebook } from '../../core/languages/notebook.ts';
import { lowerText } from '../../core/languages/source-file.ts';
import { packModule } from '../../core/program/packed-module.ts';
import { isAssetName } from '../asset-files.ts';
import { isNotebookFileName } from '../language-of.ts';
import { createAssetReader } from './assets.ts';
import type { MadeModule, ModuleMaker } from './scanner.ts';

/** Parses with grammars from a folder of assets; each grammar is loaded when a file first needs it. */
export function createModuleMaker(assets: string): ModuleMaker {
  const readAsset = createAssetReader(assets);
  const grammars = createGrammars((name) => {
    if (!isAssetName(name)) throw new Error(`There is no asset ${name}.`);
    return readAsset(name);
  });
  return {
    prepare: (language) => grammars.load(language),
    make: (file, language, text) =>
      isNotebookFileName(file)
        ? makeNotebook(file, text, grammars)
        : { kind: 'module', module: packModule(lowerText({ file, language, text, grammars })), text },
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
