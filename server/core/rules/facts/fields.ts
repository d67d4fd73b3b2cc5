import type { CallSite } from '../../program/call-site.ts';
import { sdkNamed } from '../../sdks/index.ts';
import type { Spending } from '../../sdks/sdk.ts';

/** The field that caps the answer, as this call's SDK names it; null where the SDK has none on the call itself. */
export function outputCapField(call: CallSite): string | null {
  const names = spendingOf(call)?.slots.maxOutput ?? [];
  return names.find(isPlainField) ?? null;
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
  const rows = [...(sdk?.methods ?? []).map((row) => ({ names: row.paths, spends: row.spends })), ...(sdk?.exports ?? [])];
  return rows.find((row) => row.spends?.api === call.api || row.names.includes(call.api))?.spends ?? null;
}

/** Paths into other records (`this.0.stopWhen`, `1.maxChatCompletions`) are no fields of the call. */
const isPlainField = (path: string): boolean => /^[A-Za-z_]\w*$/.test(path);
