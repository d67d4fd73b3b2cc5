import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from './sql-text.ts';
import { usageColumns } from './views.ts';

export class SourceError extends Error {}

/** The view `usage_rows` over some files: each column under its name and type, with its usual value where the files lack it. */
export async function usageRows(connection: DuckDBConnection, files: readonly string[], columns: string | null): Promise<string> {
  const source = `(SELECT ${columns ?? '*'} FROM ${filesOf(files)})`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${source}`);
  const present = new Set(described.getRows().map(([name]) => String(name).toLowerCase()));
  const missing = usageColumns.filter(({ name, usual }) => usual === null && !present.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    const found = [...present].slice(0, mostNames).join(', ');
    throw new SourceError(`The rows have no column ${missing.join(' and no ')}. They have: ${found}. Name the columns with --columns.`);
  }
  const selected = usageColumns.map(({ name, type, usual }) => {
    if (!present.has(name)) return `CAST(${usual} AS ${type}) AS ${name}`;
    const cast = `CAST("${name}" AS ${type})`;
    return usual === null ? `${cast} AS ${name}` : `COALESCE(${cast}, ${usual}) AS ${name}`;
  });
  return `CREATE VIEW usage_rows AS SELECT ${selected.join(', ')} FROM ${source}`;
}

const mostNames = 20;

/** By the end of the name, packed or not. */
const readers: readonly { readonly ends: RegExp; readonly read: (list: string) => string }[] = [
  { ends: /\.parquet$/i, read: (list) => `read_parquet(${list}, union_by_name = true)` },
  { ends: /\.(?:csv|tsv)(?:\.gz)?$/i, read: (list) => `read_csv(${list}, union_by_name = true)` },
  { ends: /\.(?:jsonl|ndjson)(?:\.gz)?$/i, read: (list) => `read_json(${list}, format = 'newline_delimited', union_by_name = true)` },
];

function filesOf(files: readonly string[]): string {
  const strange = files.find((file) => !readers.some(({ ends }) => ends.test(file)));
  if (strange !== undefined) throw new SourceError(`${strange} is none of .parquet, .csv, .tsv and .jsonl.`);
  const parts = readers.flatMap(({ ends, read }) => {
    const own = files.filter((file) => ends.test(file));
    return own.length === 0 ? [] : [`SELECT * FROM ${read(`[${own.map(literal).join(', ')}]`)}`];
  });
  return `(${parts.join(' UNION ALL BY NAME ')})`;
}
