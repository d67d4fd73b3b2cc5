import type { Where } from './report.ts';

/** In the order in which the files first appear. */
export function groupByFile<Row extends { readonly where: Where }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.where.file);
    if (group === undefined) groups.set(row.where.file, [row]);
    else group.push(row);
  }
  return groups;
}
