import { createRequire } from 'node:module';
import { Tiktoken } from 'tiktoken/lite';
import { packRanks } from '../../scripts/build-ranks.ts';
import { createEncoding, type Encoding } from '../../server/core/tokens/encoder.ts';

export interface Pair {
  readonly name: 'o200k_base' | 'cl100k_base';
  readonly ours: Encoding;
  /** The reference: ids of the same text, with special tokens read as text. */
  reference(text: string): Uint32Array;
}

/** Our encodings by themselves. */
export function ourEncodings(): readonly Pick<Pair, 'name' | 'ours'>[] {
  return names.map((name) => ({ name, ours: createEncoding(packRanks(name), name === 'o200k_base' ? 'o200k' : 'cl100k') }));
}

/** Our encodings beside tiktoken's, both from the ranks that ship. */
export function encodingPairs(): readonly Pair[] {
  const require = createRequire(import.meta.url);
  return ourEncodings().map(({ name, ours }) => {
    const source = require(`tiktoken/encoders/${name}.json`);
    const reference = new Tiktoken(source.bpe_ranks, source.special_tokens, source.pat_str);
    return { name, ours, reference: (text) => reference.encode_ordinary(text) };
  });
}

const names = ['o200k_base', 'cl100k_base'] as const;
