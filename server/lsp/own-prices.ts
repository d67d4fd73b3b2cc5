import { loadPriceBook } from '../core/prices/index.ts';
import type { Host } from '../host/host.ts';

/** A host whose price list is the one that the editor was given; a list that is none falls back on the one that ships. */
export function withOwnPrices(host: Host, own: () => string | null): Host {
  let checked: Promise<Uint8Array> | null = null;
  const check = async (text: string): Promise<Uint8Array> => {
    try {
      const loaded = loadPriceBook(JSON.parse(text));
      if (loaded.ok) return new TextEncoder().encode(text);
      host.log('error', `Own prices are not taken: ${loaded.problems[0] ?? 'they are broken'}`);
    } catch (error) {
      host.log('error', `Own prices are not taken: ${error instanceof Error ? error.message : String(error)}`);
    }
    return host.asset('prices');
  };
  return {
    ...host,
    asset(name) {
      const text = name === 'prices' ? own() : null;
      if (text === null) return host.asset(name);
      checked ??= check(text);
      return checked;
    },
  };
}
