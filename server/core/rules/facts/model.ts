import type { LineItem } from '../../bill/line-item.ts';
import type { Place } from '../../module/module.ts';
import type { ModelReference } from '../../program/call-site.ts';

/** Whether the code itself says which model answers; a fallback behind a setting may never be used. */
export function isWritten({ source }: ModelReference): boolean {
  return source === 'literal' || source === 'constant' || source === 'import' || source === 'argument' || source === 'default';
}

/** Where the id stands, else the call. */
export const placeOfModel = ({ call }: LineItem): Place => call.request.model.place ?? call.place;
