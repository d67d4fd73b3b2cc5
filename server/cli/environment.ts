import { loadPriceBook } from '../core/prices/index.ts';
import type { PriceBook } from '../core/prices/types.ts';
import type { Host } from '../host/host.ts';
import type { ReportHead } from '../reports/report.ts';
import type { Output } from './output.ts';

/** What every command is given. */
export interface Environment {
  readonly output: Output;
  readonly host: Host;
  readonly version: string;
  readonly workingFolder: string;
  /** The text of a file that ships beside the command; null where it was not built. */
  readonly shipped: (name: string) => Promise<string | null>;
}

/** Exit codes: 0 clean, 1 findings that fail, 2 misuse or a fault of ours. */
export type ExitCode = 0 | 1 | 2;

export async function loadPrices(host: Host): Promise<PriceBook> {
  const bytes = await host.asset('prices');
  const loaded = loadPriceBook(JSON.parse(new TextDecoder().decode(bytes)));
  if (!loaded.ok) throw new Error(`The price list is broken: ${loaded.problems.join('; ')}`);
  return loaded.book;
}

export function reportHead(version: string, prices: PriceBook, evaluatedAt: number): ReportHead {
  const { name, version: edition, date, sha256 } = prices.catalogue;
  return { toolVersion: version, prices: { catalogue: `${name} ${edition}`, date, hash: sha256 }, evaluatedAt };
}
