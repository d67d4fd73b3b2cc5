/**
 * Money is integer picodollars (1 USD = 10^12), so that sums are exact in any order.
 * A decimal is rounded once, half to even, where it enters; displays round again and exports never do.
 */
export const picodollarsPerUsd = 1_000_000_000_000n;

/** A multiplier as an exact fraction. Several are multiplied before the one rounding. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const one: Ratio = { numerator: 1n, denominator: 1n };

/** '1.25' → 5/4 as 125/100; null where the text is no decimal number. */
export function parseDecimal(text: string): Ratio | null {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?\s*$/i.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(`${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return {
    numerator: (sign === '-' ? -digits : digits) * (scale < 0 ? 10n ** BigInt(-scale) : 1n),
    denominator: scale > 0 ? 10n ** BigInt(scale) : 1n,
  };
}

/** USD as a decimal text → picodollars. */
export function parseUsd(text: string): bigint | null {
  const decimal = parseDecimal(text);
  return decimal && divideHalfEven(decimal.numerator * picodollarsPerUsd, decimal.denominator);
}

/** USD per million tokens, as vendors print prices → picodollars a token. */
export function parsePricePerMillion(text: string): bigint | null {
  const decimal = parseDecimal(text);
  return decimal && divideHalfEven(decimal.numerator * 1_000_000n, decimal.denominator);
}

/** Multiplies by all ratios and rounds once. */
export function scaleMoney(amount: bigint, ...ratios: readonly Ratio[]): bigint {
  let numerator = amount;
  let denominator = 1n;
  for (const ratio of ratios) {
    numerator *= ratio.numerator;
    denominator *= ratio.denominator;
  }
  return divideHalfEven(numerator, denominator);
}

export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const positive = denominator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const magnitude = positive < 0n ? -positive : positive;
  const quotient = magnitude / divisor;
  const twice = (magnitude % divisor) * 2n;
  const roundsUp = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  const rounded = roundsUp ? quotient + 1n : quotient;
  return positive < 0n ? -rounded : rounded;
}

/** Every digit, for exports: `0.0000000025`. */
export function exactUsd(amount: bigint): string {
  const magnitude = amount < 0n ? -amount : amount;
  const fraction = (magnitude % picodollarsPerUsd).toString().padStart(12, '0').replace(/0+$/, '');
  const whole = magnitude / picodollarsPerUsd;
  return `${amount < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** For hints and messages: `$0.009`, `$1.24`, `$1,240`, `<$0.0001`. */
export function formatUsd(amount: bigint): string {
  const magnitude = amount < 0n ? -amount : amount;
  if (magnitude === 0n) return '$0';
  const sign = amount < 0n ? '-' : '';
  if (magnitude < picodollarsPerUsd / 10_000n) return sign === '' ? '<$0.0001' : '>-$0.0001';
  return `${sign}$${rounded(magnitude)}`;
}

/** A price the way vendors print it: picodollars a token → `$3`, `$0.15`, `$0.0028` a million tokens. */
export function formatPricePerMillion(picodollarsPerToken: bigint): string {
  return `$${exactUsd(picodollarsPerToken * 1_000_000n)}`;
}

function rounded(magnitude: bigint): string {
  if (magnitude >= 1000n * picodollarsPerUsd) return withThousands(divideHalfEven(magnitude, picodollarsPerUsd));
  const decimals = magnitude >= picodollarsPerUsd ? 2 : magnitude >= picodollarsPerUsd / 10n ? 3 : 4;
  const unit = 10n ** BigInt(decimals);
  const scaled = divideHalfEven(magnitude * unit, picodollarsPerUsd);
  const fraction = (scaled % unit).toString().padStart(decimals, '0');
  const trimmed = fraction.replace(/0+$/, '').padEnd(2, '0');
  return `${scaled / unit}.${trimmed}`;
}

function withThousands(whole: bigint): string {
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}
