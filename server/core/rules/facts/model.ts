import type { LineItem } from '../../bill/line-item.ts';
import type { Place } from '../../module/module.ts';

/** Whether the code itself says which model answers: neither a setting's fallback nor a default that each caller may replace. */
export function isWritten({ call }: LineItem): boolean {
  const { source } = call.request.model;
  if (source === 'argument' || source === 'default') return !call.isTemplate;
  return source === 'literal' || source === 'constant' || source === 'import';
}

/** Where the id stands, else the call. */
export const placeOfModel = ({ call }: LineItem): Place => call.request.model.place ?? call.place;
