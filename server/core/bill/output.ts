import type { Limits } from '../prices/types.ts';
import type { CallSite } from '../program/call-site.ts';
import { noTokens, type TokenQuantity } from '../quantity/quantity.ts';

/** What may come back: nothing at least, and at most what the request caps, or the model's own limit, or its context. */
export function outputOf(call: CallSite, limits: Limits | null): TokenQuantity {
  if (call.operation !== 'generate') return noTokens;
  const { maxOutput, settings } = call.request;
  const completions = settings.completions ?? 1;
  if (maxOutput.kind === 'set') return upTo(maxOutput.tokens * completions, `capped at ${maxOutput.tokens}`);
  const limit = limits?.maxOutput ?? limits?.context ?? null;
  const note = maxOutput.kind === 'unknown' ? `a cap may stand in ${maxOutput.name}` : 'no cap';
  return upTo(limit === null ? null : limit * completions, note);
}

function upTo(ceiling: number | null, note: string): TokenQuantity {
  return {
    unit: 'tokens',
    per: 'call',
    floor: 0,
    likely: ceiling === 0 ? 0 : null,
    ceiling,
    basis: [{ kind: 'unknown', note: `length of the answer, ${note}` }],
  };
}
