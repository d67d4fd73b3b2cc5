/** Counters by their keys. */
export type Counters = ReadonlyMap<string, Counter>;

/** Where a counter stands before the first pass, and how far each pass moves it; null where the source shows no number. */
export interface Counter {
  readonly start: number | null;
  readonly step: number | null;
}

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
