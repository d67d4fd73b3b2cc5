import { type BillParams, billRequest } from '../../server/lsp/protocol.ts';
import type { Pages } from '../pages.ts';

export function showBill(pages: Pages) {
  return (uri?: string) => pages.show('Bill', billRequest, (uri === undefined ? {} : { uri }) satisfies BillParams);
}
