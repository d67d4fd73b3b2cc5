import type { CallSite } from '../../program/call-site.ts';

/** Thinking is asked for, and neither a budget, a low effort nor a cap on the answer (which holds both) limits it. */
export function thinksUncapped(call: CallSite): boolean {
  const { settings, maxOutput } = call.request;
  const { hasThinking, thinkingBudget, effort } = settings;
  const isBudgeted = (thinkingBudget !== null && thinkingBudget >= 0) || (effort !== null && isTurnedIntoBudget(call));
  const isLow = effort !== null && /^(none|minimal|low)$/.test(effort);
  return hasThinking === true && !isBudgeted && !isLow && maxOutput.kind === 'absent';
}

/**
 * SDKs that send a budget in place of an effort to models that know no effort; a model that nothing tells may be one of them.
 * Source: vercel/ai 7 packages/{google,cohere,alibaba}, `mapReasoningToProviderBudget`; verified 2026-11-23.
 */
const budgetedEfforts = [{ sdk: 'ai-sdk', models: /^(gemini-2\.5|command-|qwen|qwq)/ }] as const;

const isTurnedIntoBudget = ({ sdk, request }: CallSite): boolean =>
  budgetedEfforts.some((row) => row.sdk === sdk && (request.model.id === null || row.models.test(request.model.id.replace(/^.*[/:]/, ''))));
