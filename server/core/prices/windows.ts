import type { DailyWindow, PriceSet, Prices } from './types.ts';

const day = 86_400;

/** The window in force at a moment; null outside all of them. */
export function activeWindow(windows: readonly DailyWindow[], at: number): DailyWindow | null {
  const second = Math.floor((((at / 1000) % day) + day) % day);
  // Day 0 of the epoch was a Thursday.
  const weekday = (((Math.floor(at / 1000 / day) + 4) % 7) + 7) % 7;
  return windows.findLast((window) => covers(window, second) && (!window.weekdaysOnly || (weekday >= 1 && weekday <= 5))) ?? null;
}

function covers(window: DailyWindow, second: number): boolean {
  if (window.toSecond < window.fromSecond) return second >= window.fromSecond || second < window.toSecond;
  return second >= window.fromSecond && second < window.toSecond;
}

/** All prices that one request may meet over the week, the one in force longest first. */
export function priceVariants(prices: Prices): readonly PriceSet[] {
  if (prices.timeWindows.length === 0) return [prices];
  const weights = new Map<PriceSet, number>();
  let rest = 7 * day;
  for (const window of prices.timeWindows) {
    const seconds = ((window.toSecond - window.fromSecond + day) % day || day) * (window.weekdaysOnly ? 5 : 7);
    const same = [...weights.keys()].find((set) => set.input === window.prices.input && set.output === window.prices.output);
    weights.set(same ?? window.prices, (same ? (weights.get(same) ?? 0) : 0) + seconds);
    rest -= seconds;
  }
  if (rest > 0) weights.set(prices, rest);
  return [...weights].sort((a, b) => b[1] - a[1]).map(([set]) => set);
}
