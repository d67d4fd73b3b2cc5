import { loadPriceBook } from '../core/prices/index.ts';
import type { PriceBook } from '../core/prices/types.ts';
import type { ServerContext } from './context.ts';

/** The price list, read when it is first asked for. */
export function createPrices({ host }: Pick<ServerContext, 'host'>): () => Promise<PriceBook> {
  let made: Promise<PriceBook> | null = null;
  const load = async (): Promise<PriceBook> => {
    const loaded = loadPriceBook(JSON.parse(new TextDecoder().decode(await host.asset('prices'))));
    if (!loaded.ok) throw new Error(`The price list is broken: ${loaded.problems.join('; ')}`);
    return loaded.book;
  };
  return () => {
    made ??= load().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
