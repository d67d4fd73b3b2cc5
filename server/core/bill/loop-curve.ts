import { pricesAt, writePrice } from '../prices/price-request.ts';
import type { TokenPrices } from '../prices/types.ts';
import type { Loop } from '../program/call-site.ts';
import { usual } from '../usage/usage.ts';
import { stableParts } from './cache-classes.ts';
import type { CallRates, LineItem } from './line-item.ts';

/** What a loop has cost after each step, with its conversation cached and without. */
export interface LoopCurve {
  readonly assumes: string;
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly step: number;
  readonly withoutCache: bigint;
  /** Null where the vendor offers no cheaper reads. */
  readonly withCache: bigint | null;
}

const mostSteps = 40;
/** Enough for a line to be drawn by. */
const mostPoints = 14;

/** Null where nothing says how much a step adds: a curve would be a guess. */
export function loopCurve(loop: Loop, items: readonly LineItem[]): LoopCurve | null {
  if (loop.kind === 'retry' || loop.max === 1) return null;
  const shapes = items.map(shapeOf);
  const known = shapes.filter((one) => one !== null);
  if (known.length === 0 || known.length < shapes.length) return null;
  const steps = Math.min(loop.max ?? mostSteps, mostSteps);
  const curves = known.map((shape) => curveOf(shape, steps));
  const points = drawnSteps(steps).map((index): CurvePoint => {
    const at = curves.flatMap((curve) => curve[index] ?? []);
    const cached = at.map(({ withCache }) => withCache);
    return {
      step: index + 1,
      withoutCache: sum(at.map(({ withoutCache }) => withoutCache)),
      withCache: cached.some((one) => one === null) ? null : sum(cached.filter((one) => one !== null)),
    };
  });
  return { assumes: [...new Set(known.map(({ assumes }) => assumes))].join('; '), points };
}

/** From the first to the last, as far apart as whole steps allow; counted from 0. */
function drawnSteps(steps: number): readonly number[] {
  const count = Math.min(steps, mostPoints);
  return Array.from({ length: count }, (_, index) => (count === 1 ? 0 : Math.round((index * (steps - 1)) / (count - 1))));
}

interface Shape {
  readonly rates: CallRates;
  readonly first: number;
  /** Tokens that each step adds to the next request. */
  readonly growth: number;
  readonly output: number;
  /** Of the first request: what a later step can read. */
  readonly prefix: number;
  readonly assumes: string;
}

function shapeOf(item: LineItem): Shape | null {
  const { rates, input, parts, call } = item;
  if (rates === null) return null;
  const first = Math.round(input.likely ?? input.floor);
  const grows = call.kind === 'run' || call.request.parts.some((part) => part.growth === 'per-turn');
  const cap = call.request.maxOutput.kind === 'set' ? call.request.maxOutput.tokens : null;
  const answer = usual(item.expected?.usage.outputTokens ?? null) ?? item.expected?.output ?? null;
  const output = Math.round(answer ?? cap ?? 0);
  const said = answer !== null ? 'the usage file’s answers' : cap !== null ? `answers of ${cap} tokens, their cap` : 'answers left out';
  if (!grows) {
    const stable = parts
      .slice(0, stableParts(call.request.parts))
      .reduce((total, { tokens }) => total + (tokens.likely ?? tokens.floor), 0);
    return { rates, first, growth: 0, output, prefix: Math.round(stable), assumes: `the same request each pass, ${said}` };
  }
  const measured = measuredGrowth(item, first);
  if (measured !== null)
    return {
      rates,
      first,
      growth: measured,
      output,
      prefix: first,
      assumes: `each step adds ${measured.toLocaleString('en')} tokens, by the usage file; ${said}`,
    };
  return cap === null
    ? null
    : { rates, first, growth: cap, output, prefix: first, assumes: `each step adds ${cap} tokens, its cap; ${said}` };
}

/** A run that grows evenly has its mean input halfway. */
function measuredGrowth({ expected }: LineItem, first: number): number | null {
  const mean = expected?.input ?? null;
  const steps = expected?.usage.steps ?? null;
  return mean === null || steps === null || steps < 2 || mean <= first ? null : Math.round((2 * (mean - first)) / (steps - 1));
}

function curveOf(shape: Shape, steps: number): readonly CurvePoint[] {
  const { rates, first, growth, output, prefix } = shape;
  let withoutCache = 0n;
  let withCache: bigint | null = 0n;
  return Array.from({ length: steps }, (_, index): CurvePoint => {
    const input = first + growth * index;
    const prices = pricesAt(rates.prices, input);
    const answer = tokens(output) * (prices.output ?? 0n);
    withoutCache += tokens(input) * prices.input + answer;
    const read = index === 0 ? 0 : growth === 0 ? prefix : input - growth;
    const write = growth === 0 ? (index === 0 ? prefix : 0) : input - read;
    const cached = cachedInput({ input, read, write }, prices, rates);
    withCache = withCache === null || cached === null ? null : withCache + cached + answer;
    return { step: index + 1, withoutCache, withCache };
  });
}

interface Split {
  readonly input: number;
  readonly read: number;
  readonly write: number;
}

function cachedInput({ input, read, write }: Split, prices: TokenPrices, { minimumTokens }: CallRates): bigint | null {
  if (prices.cacheRead === null || minimumTokens === null) return null;
  if (read + write < minimumTokens) return tokens(input) * prices.input;
  const isKept = read >= minimumTokens;
  const fresh = tokens(input - read - write) * prices.input;
  const kept = tokens(read) * (isKept ? prices.cacheRead : writePrice(prices, null));
  return fresh + kept + tokens(write) * writePrice(prices, null);
}

const tokens = (count: number): bigint => BigInt(Math.max(0, Math.round(count)));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);
