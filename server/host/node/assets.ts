import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { AssetName } from '../../core/api.ts';
import { assetFiles } from '../asset-files.ts';

const unpack = promisify(gunzip);

/** Assets lie unpacked or gzipped in one folder; what comes out is always unpacked. */
export function createAssetReader(folder: string): (name: AssetName) => Promise<Uint8Array> {
  return async (name) => {
    const packed = path.join(folder, assetFiles[name]);
    const plain = packed.replace(/\.gz$/, '');
    if (existsSync(plain)) return readFile(plain);
    if (!existsSync(packed)) throw new Error(`The asset ${assetFiles[name]} is missing from ${folder}.`);
    return unpack(await readFile(packed));
  };
}
