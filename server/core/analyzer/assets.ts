import type { AssetName } from '../api.ts';
import type { RankAsset } from '../tokens/tokenizer.ts';

/** What a host brought so far, and what was asked for in vain. */
export interface Assets {
  readonly get: (name: AssetName) => Uint8Array | undefined;
  readonly has: (name: AssetName) => boolean;
  /** Of an asset that is known to be there. */
  readonly bytesOf: (name: string) => Uint8Array;
  readonly need: (name: string) => void;
  readonly needs: () => readonly AssetName[];
  readonly put: (name: AssetName, bytes: Uint8Array) => void;
  /** Grows with each asset that arrives: what was pending is asked again. */
  readonly generation: () => number;
}

export function createAssets(): Assets {
  const assets = new Map<AssetName, Uint8Array>();
  const needed = new Set<AssetName>();
  let generation = 0;
  return {
    get: (name) => assets.get(name),
    has: (name) => assets.has(name),
    bytesOf(name) {
      const bytes = isAssetName(name) ? assets.get(name) : undefined;
      if (bytes === undefined) throw new Error(`The asset ${name} is not there.`);
      return bytes;
    },
    need(name) {
      if (isAssetName(name) && !assets.has(name)) needed.add(name);
    },
    needs: () => [...needed],
    put(name, bytes) {
      assets.set(name, bytes);
      needed.delete(name);
      generation++;
    },
    generation: () => generation,
  };
}

const ASSETS: Readonly<Record<AssetName, true>> = {
  'grammars/runtime': true,
  'grammars/python': true,
  'grammars/typescript': true,
  'grammars/tsx': true,
  'grammars/javascript': true,
  'ranks/o200k_base': true,
  'ranks/cl100k_base': true,
  prices: true,
} satisfies Record<RankAsset | AssetName, true>;
const isAssetName = (name: string): name is AssetName => Object.hasOwn(ASSETS, name);
