import type { BillCurrency } from '../reports/bill-document.ts';
import { codeOwners, codeOwnersFiles } from '../reports/code-owners.ts';
import { lookupIn } from '../reports/collect.ts';
import { type BillDocumentOptions, dollars } from '../reports/make-bill-document.ts';
import type { Analysis } from './analysis.ts';

/** What a bill knows beside the calls: who owns a file, and the currency that the project declares. */
export async function billOptions({ analyzer, workspace, project }: Analysis): Promise<BillDocumentOptions> {
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

async function readOwners(workspace: Analysis['workspace']): Promise<(file: string) => string | null> {
  for (const file of codeOwnersFiles) {
    const text = await workspace.readText(file);
    if (text !== null) return codeOwners(text);
  }
  return () => null;
}
