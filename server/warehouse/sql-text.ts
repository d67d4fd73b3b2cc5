import type { PriceRow, SiteRow } from './fill.ts';

export type Dialect = 'duckdb' | 'postgres';

/** An integer that holds tokens of a year times picodollars. */
export const wideInteger: Readonly<Record<Dialect, string>> = { duckdb: 'HUGEINT', postgres: 'NUMERIC' };

export const insertSites = (rows: readonly SiteRow[]): string =>
  insert(
    'call_sites',
    rows.map(({ id, file, line, symbol, api, model, prompt_key, owner }) => [id, file, line, symbol, api, model, prompt_key, owner]),
  );

export const insertPrices = (rows: readonly PriceRow[]): string =>
  insert(
    'model_prices',
    rows.map((row) => [
      row.provider,
      row.model,
      row.service,
      row.above_input,
      row.catalogue_model,
      row.fresh,
      row.write,
      row.write_hour,
      row.read,
      row.output,
    ]),
  );

type Scalar = string | number | bigint | null;

function insert(table: string, rows: readonly (readonly Scalar[])[]): string {
  if (rows.length === 0) return '';
  return `INSERT INTO ${table} VALUES\n${rows.map((row) => `  (${row.map(literal).join(', ')})`).join(',\n')};`;
}

/** Standard SQL: a quote is doubled, and nothing else is special. PostgreSQL knows no NUL in a text. */
export const literal = (value: Scalar): string =>
  value === null ? 'NULL' : typeof value === 'string' ? `'${value.replaceAll('\u0000', '').replaceAll("'", "''")}'` : String(value);
