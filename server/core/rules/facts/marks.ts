import type { LineItem } from '../../bill/line-item.ts';
import { writePrice } from '../../prices/price-request.ts';
import type { CacheRules, Priced } from '../../prices/types.ts';
import type { CacheMark, CallSite, Loop, Part, Piece } from '../../program/call-site.ts';
import { addTokens, type TokenQuantity } from '../../quantity/quantity.ts';
import type { RuleContext } from '../rule.ts';
import { markedPrefixes } from './prefix.ts';
import { costOf, pricesFor } from './pricing.ts';

/** A mark with the part that carries it, in the vendor's order. */
export interface Marked {
  readonly part: Part;
  readonly mark: CacheMark;
  readonly index: number;
}

export function blockMarks({ request }: CallSite): readonly Marked[] {
  return request.parts.flatMap((part, index) => (part.cacheMark?.kind === 'block' ? [{ part, mark: part.cacheMark, index }] : []));
}

/** The mark whose prefix is written anew in every pass, with what changes in it; null where all may be read again. */
export interface UnreadMark extends Marked {
  readonly piece: Piece;
  /** The last mark before it, which can be read. */
  readonly before: Marked | null;
}

/**
 * Sure only where the passes of the innermost loop change the piece: a conversation that goes on, a run's steps, a second
 * loop inside or a caller elsewhere may send the same again.
 */
export function unreadMark(item: LineItem, context: Pick<RuleContext, 'loop' | 'runOf'>): UnreadMark | null {
  const { call } = item;
  const { parts } = call.request;
  if (context.runOf(call.id) !== null || parts.some((part) => part.growth !== null || part.role === 'history')) return null;
  const loops = call.multipliers.map(context.loop);
  const loop = loops.find((one) => one?.kind !== 'retry') ?? null;
  if (loops.includes(null) || loop === null || loop.bound === 'user-paced' || loop.bound === 'event-driven') return null;
  const marks = blockMarks(call);
  for (const [at, found] of marks.entries()) {
    const before = marks[at - 1] ?? null;
    const piece = parts
      .slice(before === null ? 0 : before.index + 1, found.index + 1)
      .flatMap((part) => part.pieces)
      .find((one) => changesIn(one, loop));
    if (piece !== undefined) return { ...found, piece, before };
  }
  return null;
}

/** What the loop binds, or a clock inside of it. */
function changesIn(piece: Piece, { whole }: Loop): boolean {
  const { place } = piece;
  const isInside =
    place.file === whole.file && place.unit === whole.unit && place.span.start >= whole.span.start && place.span.end <= whole.span.end;
  return piece.stability === 'per-call' && isInside;
}

/** The tokens that a mark writes beyond what an earlier mark lets be read, and all that it covers. */
export function writtenBy(
  item: LineItem,
  found: UnreadMark,
  context: Pick<RuleContext, 'tokens'>,
): { readonly own: TokenQuantity; readonly whole: TokenQuantity } {
  const prefixes = markedPrefixes(item, context);
  const whole = prefixes.find(({ mark }) => mark === found.mark)?.tokens ?? addTokens([]);
  const before = prefixes.find(({ mark }) => mark === found.before?.mark)?.tokens;
  if (before === undefined) return { own: whole, whole };
  const left = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.max(0, a - b));
  return {
    own: {
      ...whole,
      floor: Math.max(0, whole.floor - before.floor),
      likely: left(whole.likely, before.likely),
      ceiling: left(whole.ceiling, before.ceiling),
    },
    whole,
  };
}

/** What writing costs beyond sending the same plain, in picodollars. */
export function writePremiumOf(item: LineItem, model: Priced, tokens: number, lifetimeSeconds: number | null): bigint {
  const prices = pricesFor(item, model);
  return costOf(tokens, writePrice(prices, lifetimeSeconds) - prices.input);
}

export const takesMarks = (rules: CacheRules | null): rules is CacheRules => rules !== null && (rules.mode === 'explicit' || rules.marks);
