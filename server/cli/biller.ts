import { createCountCall } from '../core/analyzer/count.ts';
import type { AssetName } from '../core/api.ts';
import { type Biller, createBiller } from '../core/bill/biller.ts';
import type { PriceBook } from '../core/prices/types.ts';
import { createTokenizer } from '../core/tokens/tokenizer.ts';
import type { Host } from '../host/host.ts';

const ranks = ['ranks/o200k_base', 'ranks/cl100k_base'] as const satisfies readonly AssetName[];

/** A biller for requests that are read one after the other, with every rank table in place. */
export async function createBillerFor(host: Host, prices: PriceBook, now: number): Promise<Biller> {
  const loaded = new Map<string, Uint8Array>();
  for (const name of ranks) loaded.set(name, await host.asset(name));
  const tokenizer = createTokenizer({ assets: { get: (name) => loaded.get(name) } });
  return createBiller({ count: createCountCall(tokenizer), prices, now });
}
