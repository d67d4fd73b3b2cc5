import { ask } from './call.ts';
import type { BoundRow, Slots, Spending } from './sdk.ts';

/** A call that starts a loop inside the framework; null where the framework's own loop has a fixed number of steps. */
export function run(slots: Slots, bound: BoundRow | null, more: Partial<Spending> = {}): Spending {
  return ask(slots, { kind: 'run', ...(bound ? { bound } : {}), ...more });
}

/** A limit that stops a run, as most frameworks have one: zero stops it at once, an absent value means the default. */
export function limitedTo(
  most: number | null,
  limit: readonly string[],
  note: string,
  source: string,
  more: Partial<BoundRow> = {},
): BoundRow {
  return { limit, default: most, zero: 'stops', null: most === null ? 'none' : 'default', unit: 'steps', note, source, ...more };
}
