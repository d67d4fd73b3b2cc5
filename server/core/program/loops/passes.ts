import type { Expression } from '../../module/expression.ts';
import type { Frame, OpenLoop } from '../frame.ts';
import type { Value } from '../value.ts';
import { counterKey } from './counter-keys.ts';
import type { Moved } from './counters.ts';

/** Counters by their keys. */
export type Counters = ReadonlyMap<string, Counter>;

/** Where a counter stands before the first pass, and how far each pass moves it; null where the source shows no number. */
export interface Counter {
  readonly start: number | null;
  readonly step: number | null;
}

/** The counters that a loop moves by itself, and those that the functions move which it calls. */
export function countersOf(frame: Frame, moved: readonly Moved[], open: OpenLoop): Counters {
  const found = new Map<string, Counter>();
  for (const { target, isLength, step } of moved) {
    const key = counterKey(frame, target);
    if (key === null) continue;
    const before = found.get(isLength ? `${key}.length` : key);
    const start = isLength ? 0 : startOf(open, target);
    found.set(isLength ? `${key}.length` : key, { start, step: before && before.step !== step ? null : step });
  }
  for (const key of open.counted) if (!found.has(key)) found.set(key, { start: 0, step: AMOUNTS.test(key) ? null : 1 });
  return found;
}

/** What helpers add up is not one a pass. */
const AMOUNTS = /token|cost|spent|usage|budget|credits|price|size|chars|bytes|seconds/i;

/** What is not set before in the same function starts elsewhere, at zero where it counts up. */
function startOf(open: OpenLoop, target: Expression): number | null {
  if (target.kind !== 'name') return 0;
  const value = open.before.get(target.name);
  return value ? numberOf(value) : 0;
}

const numberOf = (value: Value): number | null =>
  value.kind === 'number' ? value.value : value.kind === 'parameter' && value.default ? numberOf(value.default) : null;

/** How many passes a comparison of a counter with a number leaves; null where that is not shown. */
export function passesUntil({ start, step }: Counter, operator: string, limit: number): number | null {
  if (start === null || step === null || step === 0) return null;
  const isInclusive = step > 0 ? operator === '<=' : operator === '>=';
  const passes = Math.ceil((limit - start) / step) + (isInclusive ? 1 : 0);
  return passes > 0 && Number.isFinite(passes) ? passes : null;
}

/** The same comparison read from its other side. */
export const turned = (operator: string): string => TURNED[operator] ?? operator;
const TURNED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
