import type { CallSite } from '../../program/call-site.ts';
import { isIgnoredBy } from '../../program/meaning/ineffective.ts';
import { endpoints } from '../../sdks/endpoints.ts';
import { sdkNamed } from '../../sdks/index.ts';
import type { Spending } from '../../sdks/sdk.ts';

/** The field that caps the answer, as this call's SDK and language name it: `max_tokens`, `config.maxOutputTokens`. */
export function outputCapField(call: CallSite): string | null {
  const spending = spendingOf(call);
  const unread = (spending?.ignores ?? []).filter((row) => isIgnoredBy(row, call.package ?? null)).map(({ at }) => at);
  const paths = (spending?.slots.maxOutput ?? []).filter((path) => !unread.includes(path));
  const isPython = /\.(py|ipynb)$/.test(call.place.file);
  const own = paths.find((path) => isPlainField(path) && path.includes('_') === isPython);
  const path = own ?? paths.find(isPlainField) ?? paths.find((one) => one.includes('_') === isPython) ?? paths[0];
  return path?.replace(/^(?:this|\d+|contents)\.(?:\d+\.)?/, '') ?? null;
}

/** Whether the call itself takes this field for its cap, and not the object that it is a method of. */
export function takesCap(call: CallSite, field: string): boolean {
  return spendingOf(call)?.slots.maxOutput?.includes(field) === true;
}

/** The field that limits a run to a number, where a bare number is what it takes. */
export function runLimitField(call: CallSite): string | null {
  const bound = spendingOf(call)?.bound;
  if (bound === undefined || bound.conditions !== undefined) return null;
  return bound.limit.find(isPlainField) ?? null;
}

export function isCapRequired(call: CallSite): boolean {
  return spendingOf(call)?.capRequired === true;
}

function spendingOf(call: CallSite): Spending | null {
  const sdk = sdkNamed(call.sdk);
  if (call.api.startsWith('http:')) return endpoints.find((one) => `http:${one.title}` === call.api)?.spends ?? null;
  const rows = [...(sdk?.methods ?? []).map((row) => ({ names: row.paths, spends: row.spends })), ...(sdk?.exports ?? [])];
  const fit = rows.flatMap((row) =>
    row.spends && (row.spends.api ?? call.api) === call.api && (row.spends.api === call.api || row.names.includes(call.api))
      ? [row.spends]
      : [],
  );
  return fit.find((one) => one.kind === call.kind && one.operation === call.operation) ?? fit[0] ?? null;
}

/** Paths into other records (`this.0.stopWhen`, `1.maxChatCompletions`) are no fields of the call. */
export const isPlainField = (path: string): boolean => /^[A-Za-z_]\w*$/.test(path);
