import { catalogueFrom, newestDayIn, readCatalogueSource } from '../../core/prices/catalogue-source.ts';
import { loadPriceBook } from '../../core/prices/index.ts';
import { readFirstLiteral } from '../../core/prices/read-literal.ts';
import type { ServerContext } from '../context.ts';
import { type ReadPricesParams, type ReadPricesReply, readPricesRequest } from '../protocol.ts';

/** Checks a price list that the user chose, before anything is priced by it. */
export function provideReadPrices({ connection, guard, host }: ServerContext): void {
  connection.onRequest(
    readPricesRequest,
    guard<ReadPricesParams, ReadPricesReply>(readPricesRequest, { prices: null, says: 'The log says why.' }, async (params) => {
      try {
        const list = await readList(params, new Date(host.now()).toISOString().slice(0, 10));
        const loaded = loadPriceBook(list);
        if (!loaded.ok) return { prices: null, says: loaded.problems[0] ?? 'the list is empty' };
        const { name, version, date } = loaded.book.catalogue;
        return { prices: JSON.stringify(list), says: `${name} ${version}, prices of ${date}` };
      } catch (error) {
        return { prices: null, says: reasonOf(error) };
      }
    }),
  );
}

async function readList({ text, version }: ReadPricesParams, today: string): Promise<unknown> {
  const value: unknown = /^\s*[[{]/.test(text) ? JSON.parse(text) : readFirstLiteral(text);
  if (typeof value === 'object' && value !== null && 'format' in value) return value;
  const source = readCatalogueSource(value);
  const date = newestDayIn(value, today);
  if (date === null) throw new Error('the list names no day, so that nobody could tell how old it is');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(source)));
  const sha256 = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return catalogueFrom(source, { version: version ?? 'from a file', date, sha256, license: 'MIT, Copyright (c) Pydantic Services Inc.' });
}

/** A schema's complaint is a list of them; the first one is enough to look for. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('issues' in error) || !Array.isArray(error.issues)) return error.message;
  const [issue]: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] = error.issues;
  return issue === undefined ? error.message : `${issue.path.map(String).join('.')}: ${issue.message}`;
}
