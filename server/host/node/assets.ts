import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { AssetName } from '../../core/api.ts';

const files = {
  'grammars/runtime': 'web-tree-sitter.wasm',
  'grammars/python': 'tree-sitter-python.wasm',
  'grammars/typescript': 'tree-sitter-typescript.wasm',
  'grammars/tsx': 'tree-sitter-tsx.wasm',
  'grammars/javascript': 'tree-sitter-javascript.wasm',
  'ranks/o200k_base': 'o200k_base.bin.gz',
  'ranks/cl100k_base': 'cl100k_base.bin.gz',
  prices: 'prices.json',
} as const satisfies Record<AssetName, string>;

const unpack = promisify(gunzip);

export const isAssetName = (name: string): name is AssetName => Object.hasOwn(files, name);

/** Assets lie unpacked or gzipped in one folder; what comes out is always unpacked. */
export function createAssetReader(folder: string): (name: AssetName) => Promise<Uint8Array> {
  return async (name) => {
    const packed = path.join(folder, files[name]);
    const plain = packed.replace(/\.gz$/, '');
    if (existsSync(plain)) return readFile(plain);
    if (!existsSync(packed)) throw new Error(`The asset ${files[name]} is missing from ${folder}.`);
    return unpack(await readFile(packed));
  };
}
