/** Packs tiktoken's ranks into the assets that the core reads: `npm run build` calls this, nothing of it is committed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const encodings = ['o200k_base', 'cl100k_base'] as const;
type EncodingName = (typeof encodings)[number];

export function buildRanks(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of encodings) writeFileSync(path.join(folder, `${name}.bin.gz`), gzipSync(packRanks(name), { level: 9 }));
}

/** The number of tokens (32 bits, little end first), a length byte each, then their bytes in rank order. */
export function packRanks(name: EncodingName): Uint8Array {
  const tokens = readTokens(name);
  const head = Buffer.alloc(4 + tokens.length);
  head.writeUInt32LE(tokens.length);
  tokens.forEach((token, rank) => {
    if (token.length === 0 || token.length > 255) throw new Error(`${name}: token ${rank} has ${token.length} bytes`);
    head[4 + rank] = token.length;
  });
  return Buffer.concat([head, ...tokens]);
}

function readTokens(name: EncodingName): Buffer[] {
  const file = createRequire(import.meta.url).resolve(`tiktoken/encoders/${name}.json`);
  const source: { bpe_ranks: string } = JSON.parse(readFileSync(file, 'utf8'));
  const tokens: Buffer[] = [];
  for (const line of source.bpe_ranks.split('\n')) {
    if (line === '') continue;
    const [, start, ...encoded] = line.split(' ');
    if (Number(start) !== tokens.length) throw new Error(`${name}: ranks are not consecutive at ${start}`);
    for (const token of encoded) tokens.push(Buffer.from(token, 'base64'));
  }
  return tokens;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) {
  buildRanks(process.argv[2] ?? path.join(import.meta.dirname, '../dist/assets'));
}
