import type { AssetName } from '../core/api.ts';

/** Under which name each asset ships; one that ends in `.gz` may also lie there unpacked. */
export const assetFiles = {
  'grammars/runtime': 'web-tree-sitter.wasm',
  'grammars/python': 'tree-sitter-python.wasm',
  'grammars/typescript': 'tree-sitter-typescript.wasm',
  'grammars/tsx': 'tree-sitter-tsx.wasm',
  'grammars/javascript': 'tree-sitter-javascript.wasm',
  'ranks/o200k_base': 'o200k_base.bin.gz',
  'ranks/cl100k_base': 'cl100k_base.bin.gz',
  prices: 'prices.json',
} as const satisfies Record<AssetName, string>;

export const isAssetName = (name: string): name is AssetName => Object.hasOwn(assetFiles, name);
