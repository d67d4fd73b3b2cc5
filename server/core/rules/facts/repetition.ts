import type { LineItem } from '../../bill/line-item.ts';
import type { Loop } from '../../program/call-site.ts';
import type { RuleContext } from '../rule.ts';

/** A loop that surely sends a request again soon after: not at a person's or a queue's pace, not only after a failure. */
export function quickLoopOf({ call }: LineItem, context: Pick<RuleContext, 'loop' | 'runOf'>): Loop | null {
  const loops = [context.runOf(call.id), ...call.multipliers.map(context.loop)];
  return loops.find((loop) => loop !== null && repeatsSoon(loop)) ?? null;
}

function repeatsSoon(loop: Loop): boolean {
  const repeats = loop.kind === 'loop' || loop.kind === 'agent-run';
  const isPaced = loop.bound === 'user-paced' || loop.bound === 'event-driven';
  return repeats && !isPaced && (loop.max === null || loop.max >= 2);
}

/** What one pass is called: an agent, whose conversation grows, takes steps; a walk over data makes calls. */
export function passWord({ call }: LineItem, loop: Loop): string {
  return loop.kind === 'agent-run' || call.request.parts.some((part) => part.growth !== null) ? 'step' : 'call';
}

/**
 * A call that runs once each time a person starts the program, so that no second call meets what the first one cached.
 * A function that nothing here calls is not one of those: its callers are elsewhere.
 */
export function isOneShot(item: LineItem, context: Pick<RuleContext, 'entryPoints'>): boolean {
  if (item.call.multipliers.length > 0) return false;
  if (item.call.symbol === '' || item.call.symbol === 'main') return true;
  const entryPoints = context.entryPoints(item.call.id);
  return entryPoints.length > 0 && entryPoints.every((one) => one.kind === 'main' || one.kind === 'command');
}

/** The call's own line says everything; what its wrappers' callers add is said at theirs. */
export const isReported = (item: LineItem): boolean => !item.call.inTest && item.call.operation === 'generate';

/** Reported, and its tokens are counted: what still waits for an asset would be judged by a stand-in. */
export const isCounted = (item: LineItem): boolean => isReported(item) && item.pending.length === 0;
