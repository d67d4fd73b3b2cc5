import type { Module } from '../../module/module.ts';
import { type UnitFacts, unitFacts } from './facts.ts';

export { functionOf } from './facts.ts';

/** Which unit of a file speaks of which name: the part of a Module that few edits change. */
export interface FileIndex {
  readonly entries: readonly IndexEntry[];
  readonly byName: ReadonlyMap<string, readonly IndexEntry[]>;
  /** Top-level names that some statement changes in place. */
  readonly mutated: ReadonlySet<string>;
  readonly stars: readonly string[];
  /** Members by the class's unit. */
  readonly members: ReadonlyMap<string, readonly IndexEntry[]>;
  /** Two indexes with the same signature answer every question alike. */
  readonly signature: string;
}

export interface IndexEntry {
  readonly id: string;
  readonly name: string | null;
  readonly owner: string | null;
  readonly kind: UnitFacts['kind'];
  /** Members of the receiver that a method assigns or grows. */
  readonly writes: readonly string[];
  readonly grows: readonly string[];
  /** What it puts into a framework's store. */
  readonly keeps: readonly string[];
}

export function fileIndex(module: Module): FileIndex {
  const entries: IndexEntry[] = [];
  const byName = new Map<string, IndexEntry[]>();
  const members = new Map<string, IndexEntry[]>();
  const mutated = new Set<string>();
  const stars: string[] = [];
  const lines: string[] = [];
  const types: IndexEntry[] = [];
  for (const unit of module.units) {
    const facts = unitFacts(unit);
    const { kind, writes, grows, keeps } = facts;
    const entry: IndexEntry = { id: unit.id, name: unit.name, owner: unit.owner, kind, writes, grows, keeps };
    entries.push(entry);
    if (unit.owner === null) {
      if (kind === 'type') types.push(entry);
      else for (const name of facts.declares) push(byName, name, entry);
      if (kind !== 'function' && kind !== 'class') for (const name of facts.mutates) mutated.add(name);
      stars.push(...facts.importsEverythingFrom);
    } else push(members, unit.owner, entry);
    const named = [facts.declares, facts.mutates, writes, grows, keeps, facts.importsEverythingFrom];
    lines.push([unit.id, unit.owner ?? '', kind, ...named.map((names) => names.join(','))].join(' '));
  }
  for (const entry of types)
    if (entry.name !== null && (byName.get(entry.name) ?? []).every(({ kind }) => kind === 'type')) push(byName, entry.name, entry);
  return { entries, byName, mutated, stars, members, signature: lines.join('\n') };
}

export const sameIndex = (a: unknown, b: unknown): boolean => signatureOf(a) !== null && signatureOf(a) === signatureOf(b);

const signatureOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'signature' in value && typeof value.signature === 'string' ? value.signature : null;

export function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
