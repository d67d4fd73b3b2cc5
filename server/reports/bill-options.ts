import type { Analyzer, FileReport } from '../core/api.ts';
import { lookupIn } from '../core/bill/project-lookup.ts';
import type { BillCurrency } from './bill-document.ts';
import { codeOwners, codeOwnersFiles } from './code-owners.ts';
import { type BillDocumentOptions, dollars } from './make-bill-document.ts';

export interface BilledProject {
  readonly analyzer: Pick<Analyzer, 'configurationOf'>;
  /** Null where there are only open documents. */
  readonly workspace: { readonly readText: (file: string) => Promise<string | null> } | null;
  /** Everything that was read. */
  readonly project: readonly FileReport[];
}

/** What a bill knows beside the calls: who owns a file, and the currency that the project declares. */
export async function billOptions({ analyzer, workspace, project }: BilledProject): Promise<BillDocumentOptions> {
  const owners = await readOwners(workspace);
  const { currency } = analyzer.configurationOf('lineitem.json');
  return {
    lookup: lookupIn(project),
    currency: currency === null ? dollars : currencyOf(currency),
    ownerOf: (file) => analyzer.configurationOf(file).owner ?? owners(file),
  };
}

const currencyOf = ({ code, rate, date }: { readonly code: string; readonly rate: number; readonly date: string }): BillCurrency => ({
  code,
  perUsd: String(rate),
  date,
});

async function readOwners(workspace: BilledProject['workspace']): Promise<(file: string) => string | null> {
  for (const file of codeOwnersFiles) {
    const text = await workspace?.readText(file);
    if (typeof text === 'string') return codeOwners(text);
  }
  return () => null;
}
