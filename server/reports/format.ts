import type { LineItem } from '../core/bill/line-item.ts';
import { isExact, type MoneyQuantity, type Quantity, type TokenQuantity } from '../core/quantity/quantity.ts';

const picodollarsPerDollar = 1e12;
const longestHint = 30;
/** A range this narrow, against its likely value, is said as one number with `~`. */
const narrow = 0.35;

/** One short line for the end of a call: `≥1.8k→≤1k tok · ≥$0.009`. */
export function formatHint(item: LineItem): string {
  if (item.pending.length > 0) return 'counting…';
  const tokens = (input: string): string => `${input}${outputArrow(item.output)} tok`;
  const cost = item.cost === null ? 'price unknown' : formatMoneyRange(item.cost);
  const whole = `${tokens(formatTokenRange(item.input))} · ${cost}`;
  if (whole.length <= longestHint || item.cost === null) return whole;
  const floorOnly = `${tokens(formatTokenRange(item.input))} · ${atLeast(item.cost, shortMoney)}`;
  if (floorOnly.length <= longestHint) return floorOnly;
  return `${tokens(atLeast(item.input, shortCount))} · ${atLeast(item.cost, shortMoney)}`;
}

/** `1.8k`, `~1.8k`, `≥1.8k`, `≤1k`, `1.8k–2.4k`, `?`. */
export const formatTokenRange = (tokens: TokenQuantity): string => formatRange(tokens, shortCount);

/** The same with every digit: `≥1,842`. */
export const formatTokensInFull = (tokens: TokenQuantity): string => formatRange(tokens, fullCount);

/** `$0.009`, `~$0.009`, `≥$0.009`, `$0.009–0.021`, `?`. */
export const formatMoneyRange = (money: MoneyQuantity): string => formatRange(money, shortMoney);

/** Two digits that matter, cents from a dollar up: `$0.0055`, `$1.25`, `$1,204`. */
export function shortMoney(picodollars: bigint | number): string {
  const dollars = Number(picodollars) / picodollarsPerDollar;
  if (dollars === 0) return '$0';
  const size = Math.abs(dollars);
  if (size >= 100) return `$${fullCount(dollars)}`;
  if (size >= 0.995) return `$${trimZeros(dollars.toFixed(2), 2)}`;
  const decimals = Math.min(12, 1 - Math.floor(Math.log10(size)));
  return `$${trimZeros(dollars.toFixed(decimals), 0)}`;
}

/** `842`, `1.8k`, `24k`, `1.2M`. */
export function shortCount(count: number): string {
  if (count < 1000) return String(Math.round(count));
  if (count < 9_950) return `${trimZeros((count / 1000).toFixed(1), 0)}k`;
  if (count < 999_500) return `${Math.round(count / 1000)}k`;
  return `${trimZeros((count / 1_000_000).toFixed(1), 0)}M`;
}

/** `1,842`, grouped the same wherever it is read. */
export function fullCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** How the known part of a count is known: `exact (o200k_base)`, `±8 % (Claude)`. What is missing is said where it is missing. */
export function describeCount(tokens: TokenQuantity): string {
  const words = tokens.basis.flatMap((basis) => {
    if (basis.kind === 'unknown') return [];
    const note = basis.note === '' ? '' : ` (${basis.note})`;
    return [basis.kind === 'estimated' && basis.error > 0 ? `±${Math.round(basis.error * 100)} %${note}` : `${basis.kind}${note}`];
  });
  return [...new Set(words)].join(', ');
}

function outputArrow(output: TokenQuantity): string {
  const said = formatTokenRange(output);
  if (said === '?' || said === '0') return '';
  return `→${said}`;
}

function formatRange<Amount extends number | bigint>(
  quantity: { readonly floor: Amount; readonly likely: Amount | null; readonly ceiling: Amount | null } & Quantity,
  write: (amount: Amount) => string,
): string {
  const { floor, likely, ceiling } = quantity;
  if (isExact(quantity)) return write(floor);
  if (ceiling === null) {
    if (likely !== null) return `~${write(likely)}`;
    return Number(floor) === 0 ? '?' : `≥${write(floor)}`;
  }
  if (likely !== null && Number(ceiling) - Number(floor) <= narrow * Number(likely)) return `~${write(likely)}`;
  if (Number(floor) === 0) return `≤${write(ceiling)}`;
  const low = write(floor);
  const high = write(ceiling);
  return low === high ? `~${low}` : `${low}–${high.replace('$', '')}`;
}

function atLeast<Amount extends number | bigint>(
  quantity: { readonly floor: Amount } & Quantity,
  write: (amount: Amount) => string,
): string {
  return isExact(quantity) ? write(quantity.floor) : `≥${write(quantity.floor)}`;
}

/** `1.50` → `1.5`, but never fewer than two decimals where `keep` asks for cents. */
function trimZeros(text: string, keep: 0 | 2): string {
  if (!text.includes('.')) return text;
  const trimmed = text.replace(/0+$/, '').replace(/\.$/, '');
  if (keep === 0 || !trimmed.includes('.')) return trimmed;
  return trimmed.replace(/\.(\d)$/, '.$10');
}
