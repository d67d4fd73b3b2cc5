import type { Biller } from '../bill/biller.ts';
import type { LineItem } from '../bill/line-item.ts';
import { type RunCost, runCost } from '../bill/run-cost.ts';
import type { EntryPoint } from '../program/call-site.ts';
import type { RuleContext } from '../rules/rule.ts';

/** The same request, priced as another model; null while its count waits for an asset. */
export function asModel({ call }: LineItem, id: string, biller: Biller | null, need: (asset: string) => void): LineItem | null {
  const { model } = call.request;
  const item = biller?.item({ ...call, request: { ...call.request, model: { ...model, id, alternatives: [] } } }) ?? null;
  for (const asset of item?.pending ?? []) need(asset);
  return item?.pending.length === 0 ? item : null;
}

/** What one run of an entry point costs: a wrapper's own call is paid by those that go through it. */
export function runCostOf(entryPoint: EntryPoint, context: Pick<RuleContext, 'item' | 'loop' | 'runOf'>): RunCost {
  const wrappers = new Set(entryPoint.calls.flatMap((id) => context.item(id)?.call.via ?? []));
  return runCost(entryPoint, { ...context, isPaidElsewhere: (id) => wrappers.has(id) });
}
