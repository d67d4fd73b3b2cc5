import { InvalidArgumentError } from 'commander';

/** `--as-of 2026-11-23`, or with a time; a day alone means its start in UTC. */
export function readDate(text: string): number {
  const isDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text);
  const moment = isDate ? Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text) : Number.NaN;
  if (Number.isNaN(moment)) throw new InvalidArgumentError('A date looks like 2026-11-23.');
  return moment;
}

export function readCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}

/** `10%` or `0.1`. */
export function readShare(text: string): number {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text) ?? [];
  if (digits === undefined) throw new InvalidArgumentError('A share looks like 10% or 0.1.');
  return percent === '%' ? Number(digits) / 100 : Number(digits);
}

/** `--rule a,b --rule c`. */
export const collectNames = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
];
