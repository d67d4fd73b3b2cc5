import { formatUsd } from '../../quantity/money.ts';
import type { TokenQuantity } from '../../quantity/quantity.ts';

/** `2,310`. */
export const count = (amount: number): string => String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',');

export const usd = formatUsd;

/** `2,310` where exact, `~2,310` where estimated, `≥2,310` where something in it is unknown. */
export function tokenCount(tokens: TokenQuantity): string {
  if (tokens.likely === null) return `≥${count(tokens.floor)}`;
  return tokens.likely === tokens.floor && tokens.likely === tokens.ceiling ? count(tokens.likely) : `~${count(tokens.likely)}`;
}

/** The best point of a quantity for a sentence: its likely value, else what the source shows. */
export const point = (tokens: TokenQuantity): number => tokens.likely ?? tokens.floor;

/** `2nd`, `3rd`, `11th`. */
export function ordinal(number: number): string {
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10];
  return `${number}${ending === undefined || (number % 100 >= 11 && number % 100 <= 13) ? 'th' : ending}`;
}

/** `5 minutes`, `1 hour`, `90 seconds`. */
export function duration(seconds: number): string {
  const [amount, unit] =
    seconds % 3600 === 0 ? [seconds / 3600, 'hour'] : seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
