import { resolve } from 'node:path';
import { buildPrices } from '../../scripts/build-prices.ts';
import { type Lookup, type LookupQuery, loadPriceBook, type PriceBook, type Priced } from '../../server/core/prices/index.ts';

export const catalogue = await buildPrices(resolve(import.meta.dirname, '../..'));

export const book: PriceBook = (() => {
  const loaded = loadPriceBook(catalogue);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return loaded.book;
})();

/** Noon UTC, outside DeepSeek's daily windows. */
export const november = Date.UTC(2026, 10, 23, 12);

export function look(model: string, more: Partial<LookupQuery> = {}): Lookup {
  return book.lookup({ model, at: november, ...more });
}

export function priced(model: string, more: Partial<LookupQuery> = {}): Priced {
  const answer = look(model, more);
  if (answer.kind !== 'priced') throw new Error(`${model}: ${answer.kind === 'unknown' ? answer.why : answer.kind}`);
  return answer;
}
