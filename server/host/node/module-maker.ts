import { createGrammars } from '../../core/languages/grammars.ts';
import { lowerText } from '../../core/languages/source-file.ts';
import { isAssetName } from '../asset-files.ts';
import { createAssetReader } from './assets.ts';
import type { ModuleMaker } from './scanner.ts';

/** Parses with grammars from a folder of assets; each grammar is loaded when a file first needs it. */
export function createModuleMaker(assets: string): ModuleMaker {
  const readAsset = createAssetReader(assets);
  const grammars = createGrammars((name) => {
    if (!isAssetName(name)) throw new Error(`There is no asset ${name}.`);
    return readAsset(name);
  });
  return {
    prepare: (language) => grammars.load(language),
    make: (file, language, text) => lowerText({ file, language, text, grammars }),
  };
}
