import type { LineItem } from '../../bill/line-item.ts';
import type { Loop } from '../../program/call-site.ts';
import type { RuleContext } from '../rule.ts';

/** The innermost loop around a call, where it walks over data that can be of any length. */
export function walkAround({ call }: LineItem, { loop }: Pick<RuleContext, 'loop'>): Loop | null {
  const [innermost] = call.multipliers;
  const around = innermost === undefined ? null : loop(innermost);
  if (around === null || around.kind === 'retry' || around.kind === 'agent-run' || around.over.length === 0) return null;
  if (around.bound === 'event-driven' || around.bound === 'user-paced' || around.over.some((one) => one.isLiteral)) return null;
  return isCounting(around) ? null : around;
}

/** `for _ in range(5)` asks again on purpose. */
export const isCounting = ({ over }: Loop): boolean =>
  over.some(({ name, binds }) => /^(x?range|Array|times)\b/.test(name) || binds.every((one) => /^_*$/.test(one)));
