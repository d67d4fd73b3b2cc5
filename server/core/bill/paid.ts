import type { LineItem } from './line-item.ts';
import { type MonthLookup, volumeOf } from './month-cost.ts';

/** Where a month's money stands: a wrapper's own call and the calls that go through it are the same requests. */
export type PaidWhere = 'here' | 'by its callers' | 'by its wrapper';

/**
 * Callers pay, unless production counts only at the wrapper: its label, or its line in a log, is then the one volume that is
 * known. Nothing is paid twice.
 */
export function paidWhere(items: readonly LineItem[], lookup: MonthLookup): ReadonlyMap<string, PaidWhere> {
  const callers = new Map<string, LineItem[]>();
  for (const item of items) for (const wrapper of item.call.via) callers.set(wrapper, [...(callers.get(wrapper) ?? []), item]);
  const found = new Map<string, PaidWhere>([...callers.keys()].map((id) => [id, 'by its callers']));
  const covered = new Set<string>();
  for (const item of items) {
    const through = callers.get(item.call.id) ?? [];
    const counts = through.length > 0 && hasOwnVolume(item, lookup) && !covered.has(item.call.id);
    if (!counts || through.some((one) => hasOwnVolume(one, lookup) || covered.has(one.call.id))) continue;
    found.set(item.call.id, 'here');
    for (const one of through) {
      covered.add(one.call.id);
      found.set(one.call.id, 'by its wrapper');
    }
  }
  return found;
}

const hasOwnVolume = (item: LineItem, lookup: MonthLookup): boolean =>
  item.expected !== null && item.expected.usage.from !== 'default' && volumeOf(item, lookup) !== null;
