import type { Slots, Spending } from './sdk.ts';

/** A call that asks a model once: named arguments in Python, a record as the first argument in JavaScript. */
export function ask(slots: Slots, more: Partial<Spending> = {}): Spending {
  return { kind: 'call', operation: 'generate', fields: { python: 'named', javascript: 0 }, positional: [], slots, ...more };
}

/** Turns texts into vectors: input alone is billed. */
export function embed(slots: Slots, more: Partial<Spending> = {}): Spending {
  return ask(slots, { ...more, operation: 'embed' });
}

/** Counts tokens and bills nothing. */
export function count(slots: Slots, more: Partial<Spending> = {}): Spending {
  return ask(slots, { ...more, operation: 'count' });
}
