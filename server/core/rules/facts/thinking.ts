import type { CallSite } from '../../program/call-site.ts';

/** Thinking is asked for, and neither a budget, a low effort nor a cap on the answer (which holds both) limits it. */
export function thinksUncapped({ request }: CallSite): boolean {
  const { hasThinking, thinkingBudget, effort } = request.settings;
  const isBudgeted = thinkingBudget !== null && thinkingBudget >= 0;
  const isLow = effort !== null && /^(none|minimal|low)$/.test(effort);
  return hasThinking === true && !isBudgeted && !isLow && request.maxOutput.kind === 'absent';
}
