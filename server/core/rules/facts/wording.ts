import { divideHalfEven, exactUsd, formatPricePerMillion, formatUsd, picodollarsPerUsd } from '../../quantity/money.ts';
import type { TokenQuantity } from '../../quantity/quantity.ts';

/** `2,310`. */
export const count = (amount: number): string => String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',');

/** As everywhere, but below a tenth of a cent with two digits that count: `$0.00027`. */
export function usd(amount: bigint): string {
  if (amount === 0n || amount >= tenthOfCent) return formatUsd(amount);
  const digits = String(amount).length;
  const unit = 10n ** BigInt(Math.max(0, digits - 2));
  return `$${exactUsd(divideHalfEven(amount, unit) * unit)}`;
}

const tenthOfCent = picodollarsPerUsd / 1000n;

/** `2,310` where exact, `~2,310` where estimated, `≥2,310` where something in it is unknown. */
export function tokenCount(tokens: TokenQuantity): string {
  if (tokens.likely === null) return `≥${count(tokens.floor)}`;
  return tokens.likely === tokens.floor && tokens.likely === tokens.ceiling ? count(tokens.likely) : `~${count(tokens.likely)}`;
}

/** `$0.50`: what a million tokens cost, with cents. */
export const perMillion = (pricePerToken: bigint): string =>
  formatPricePerMillion(pricePerToken)
    .replace(/\.\d$/, '$&0')
    .replace(/^[^.]+$/, '$&.00');

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
