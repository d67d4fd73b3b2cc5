import { stringify } from 'csv-stringify/sync';
import { exactAmount } from './bill-currency.ts';
import type { BillDocument, BillMoney, BillRow, BillTokens } from './bill-document.ts';

/** The bill as a table, one row a call site, for a spreadsheet. Empty is unknown. */
export function renderCsv(document: BillDocument): string {
  const { currency } = document.head;
  const money = (prefix: string, amount: BillMoney | null): Record<string, string> => ({
    [`${prefix}_at_least`]: amount === null ? '' : exactAmount(amount.floor, currency),
    [`${prefix}_likely`]: amount === null || amount.likely === null ? '' : exactAmount(amount.likely, currency),
    [`${prefix}_at_most`]: amount === null || amount.ceiling === null ? '' : exactAmount(amount.ceiling, currency),
  });
  const codes = new Map(document.findings.map(({ id, code }) => [id, code]));
  const rows = document.rows.map((row) => ({
    ...whatOf(row),
    ...tokens('input_tokens', row.tokens.input),
    ...tokens('output_tokens', row.tokens.output),
    currency: currency.code,
    ...money('cost_per_call', row.perCall),
    ...money('cost_per_run', row.perRun.money),
    calls_per_month: row.usage?.callsPerMonth ?? '',
    ...money('cost_per_month', row.perMonth.money),
    ...money('list_cost_per_month', row.listPerMonth),
    cost_per_month_unknown_because: row.perMonth.why ?? '',
    ...money('cost_per_useful_response', row.perUseful.money),
    ...wastes(row),
    findings: row.findings.flatMap((id) => codes.get(id) ?? []).join(' '),
    price_source: row.price === null ? '' : `${row.price.source}, checked ${row.price.date}`,
  }));
  // A cell that begins like a formula is one to a spreadsheet: names of code are text.
  return stringify(rows, { header: true, columns: Object.keys(rows[0] ?? emptyTable), escape_formulas: true });
}

const emptyTable = { call_id: '', file: '', line: '' };

function whatOf(row: BillRow): Record<string, string | number> {
  return {
    call_id: row.id,
    file: row.file,
    cell: row.cell ?? '',
    line: row.line,
    function: row.symbol,
    entry_points: row.entryPoints.join(' '),
    owner: row.owner ?? '',
    sdk: row.sdk,
    api: row.api,
    model: row.model ?? '',
    provider: row.price?.provider ?? '',
    paid: row.paid,
    not_priced_because: row.unpriced ?? '',
  };
}

const tokens = (prefix: string, { floor, likely, ceiling }: BillTokens): Record<string, string | number> => ({
  [`${prefix}_at_least`]: Math.floor(floor),
  [`${prefix}_likely`]: likely === null ? '' : Math.round(likely),
  [`${prefix}_at_most`]: ceiling === null ? '' : Math.ceil(ceiling),
});

function wastes(row: BillRow): Record<string, number | string> {
  const shareOf = (kind: string): number | string => {
    const share = row.wastes.find((one) => one.kind === kind)?.share ?? null;
    return share === null ? '' : Number(share.toFixed(6));
  };
  return {
    waste_input_not_needed: shareOf('input not needed'),
    waste_output_paid_again: shareOf('output paid for again'),
    waste_steps_beyond_use: shareOf('steps beyond what was useful'),
  };
}
