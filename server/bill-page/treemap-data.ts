import type { BillDocument, BillRow } from '../reports/bill-document.ts';

export interface Tile {
  readonly name: string;
  /** Tokens that the source shows, of one call. */
  readonly value: number;
  readonly children?: readonly Tile[];
}

/** Calls that get a tile of their own; a picture of more is none. */
const mostCalls = 120;

/** Input tokens by file, call and part. Only what is paid here, so that nothing is drawn twice. */
export function tilesOf(bill: BillDocument): readonly Tile[] {
  const rows = bill.rows
    .filter((row) => row.paid === 'here' && tokensOf(row) > 0)
    .sort((a, b) => tokensOf(b) - tokensOf(a))
    .slice(0, mostCalls);
  const files = new Map<string, BillRow[]>();
  for (const row of rows) files.set(row.file, [...(files.get(row.file) ?? []), row]);
  return [...files].map(([file, calls]) => withChildren(shortened(file), calls.map(callTile)));
}

function callTile(row: BillRow): Tile {
  const parts = row.parts.flatMap((part): Tile[] => {
    const value = part.tokens.likely ?? part.tokens.floor;
    return value > 0 ? [{ name: part.name === null ? part.role : `${part.role} ${part.name}`, value }] : [];
  });
  const name = row.symbol === '' ? row.api : row.symbol;
  return parts.length === 0 ? { name, value: tokensOf(row) } : withChildren(name, parts);
}

const withChildren = (name: string, children: readonly Tile[]): Tile => ({
  name,
  value: children.reduce((sum, child) => sum + child.value, 0),
  children,
});

const tokensOf = ({ tokens: { input } }: BillRow): number => input.likely ?? input.floor;

/** The end of a path says more than its beginning. */
const shortened = (file: string): string => file.split('/').slice(-2).join('/');
