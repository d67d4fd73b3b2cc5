import { packRanks } from '../../scripts/build-ranks.ts';
import { createTokenizer, type RankAsset, type Tokenizer } from '../../server/core/tokens/tokenizer.ts';

/** A tokenizer with both assets at hand. */
export function loadedTokenizer(): Tokenizer {
  const blobs = new Map<RankAsset, Uint8Array>([
    ['ranks/o200k_base', packRanks('o200k_base')],
    ['ranks/cl100k_base', packRanks('cl100k_base')],
  ]);
  return createTokenizer({ assets: blobs });
}
