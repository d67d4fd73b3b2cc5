import { pricesAt } from '../prices/price-request.ts';
import type { PriceBook, Priced } from '../prices/types.ts';
import type { CallSite, ModelRequest } from '../program/call-site.ts';
import type { TokenQuantity } from '../quantity/quantity.ts';
import { type ComparableModel, comparableModels } from './comparable-models.ts';
import type { LineItem } from './line-item.ts';

/** One request, priced on every model that can take it. */
export interface ModelComparison {
  readonly own: LineItem;
  /** The cheapest first; the model of the call stands among them, where its price is known. */
  readonly ranked: readonly RankedModel[];
  readonly rankedBy: 'cost at the cap' | 'cost of the input';
  /** Models that can't take the request, and why. */
  readonly unfit: readonly { readonly id: string; readonly why: string }[];
}

export interface RankedModel {
  readonly id: string;
  readonly provider: string;
  readonly isOwn: boolean;
  readonly item: LineItem;
  /** What it is ranked by, in picodollars. */
  readonly amount: bigint;
  /** Tokens against the call's own model; null where either count is open at its likely end. */
  readonly tokens: TokenDifference | null;
  /** What may not fit, or is not known to: a sentence each. */
  readonly notes: readonly string[];
}

/** As fractions of the own count: 0.12 is 12 % more. `error` is that of the estimates, both together. */
export interface TokenDifference {
  readonly likely: number;
  readonly error: number;
}

export interface CompareOptions {
  /** Null while an asset is missing that the count needs. */
  readonly bill: (call: CallSite) => LineItem | null;
  readonly prices: PriceBook;
  readonly now: number;
  readonly models?: readonly ComparableModel[];
}

/** Null while a count waits for an asset. */
export function compareModels(own: LineItem, { bill, prices, now, models = comparableModels }: CompareOptions): ModelComparison | null {
  const needs = needsOf(own.call.request);
  const hasCap = own.call.request.maxOutput.kind === 'set';
  const amountOf = hasCap ? atCap : sent;
  const ranked: RankedModel[] = [];
  const unfit: { id: string; why: string }[] = [];
  if (own.cost !== null) {
    ranked.push({
      id: nameOf(own),
      provider: own.price?.provider ?? '',
      isOwn: true,
      item: own,
      amount: amountOf(own),
      tokens: null,
      notes: [],
    });
  }
  for (const model of models) {
    const found = prices.lookup({ model: model.id, provider: model.provider, at: now });
    if (found.kind !== 'priced' || isSame(model, own)) continue;
    const item = bill(asked(own.call, model));
    if (item === null || item.pending.length > 0) return null;
    const why = whyNot(item, needs, model, found, now);
    if (why !== null) {
      unfit.push({ id: model.id, why });
      continue;
    }
    const { id, provider } = model;
    const notes = doubts(item, needs, model, found);
    ranked.push({ id, provider, isOwn: false, item, amount: amountOf(item), tokens: difference(own.input, item.input), notes });
  }
  return { own, ranked: ranked.sort(byAmount), rankedBy: hasCap ? 'cost at the cap' : 'cost of the input', unfit };
}

const nameOf = ({ call, price }: LineItem): string => call.request.model.id ?? price?.model ?? 'unknown';

function isSame(model: ComparableModel, own: LineItem): boolean {
  const id = own.call.request.model.id ?? '';
  return id === model.id || id.startsWith(`${model.id}-20`);
}

/** The same call in another vendor's words. Another vendor reads none of the cache marks. */
function asked(call: CallSite, { id, provider, wire }: ComparableModel): CallSite {
  const { request } = call;
  const isOtherVendor = provider !== request.provider;
  const settings = { ...request.settings, serviceTier: isOtherVendor ? null : request.settings.serviceTier };
  const model: ModelRequest['model'] = { ...request.model, id, alternatives: [], host: 'vendor' };
  if (!isOtherVendor) return { ...call, request: { ...request, model } };
  const parts = request.parts.map((part) => ({ ...part, cacheMark: null }));
  return { ...call, request: { ...request, provider, wire, model, parts, cacheMarks: [], settings } };
}

interface Needs {
  readonly tools: boolean;
  readonly images: boolean;
  readonly media: boolean;
  readonly schema: boolean;
  readonly output: number;
}

function needsOf({ parts, settings, maxOutput }: ModelRequest): Needs {
  const has = (kind: string): boolean => parts.some(({ pieces }) => pieces.some((piece) => piece.kind === kind));
  return {
    tools: parts.some(({ role }) => role === 'tools') || (settings.toolCount ?? 0) > 0,
    images: has('image'),
    media: has('audio') || has('file'),
    schema: settings.hasOutputSchema,
    output: maxOutput.kind === 'set' ? maxOutput.tokens : 0,
  };
}

function whyNot(
  { input, cost }: LineItem,
  needs: Needs,
  model: ComparableModel,
  { limits, lifecycle }: Priced,
  now: number,
): string | null {
  if (cost === null) return 'it has no price';
  if (lifecycle.retires !== null && Date.parse(lifecycle.retires) <= now) return `retired on ${lifecycle.retires}`;
  if (needs.tools && !model.tools) return 'it takes no tools';
  if (needs.images && !model.images) return 'it reads no images';
  if (needs.schema && model.schema === false) return 'its answers follow no schema';
  if (limits.maxOutput !== null && needs.output > limits.maxOutput) return `it answers with ${limits.maxOutput} tokens at most`;
  if (limits.context !== null && input.floor + needs.output > limits.context) return `its context ends at ${limits.context} tokens`;
  return null;
}

function doubts({ input }: LineItem, needs: Needs, model: ComparableModel, { limits, lifecycle }: Priced): string[] {
  const most = input.ceiling === null ? null : input.ceiling + needs.output;
  return [
    ...(limits.context !== null && most !== null && most > limits.context
      ? [`may not fit: its context ends at ${limits.context} tokens`]
      : []),
    ...(needs.schema && model.schema === null ? ['schema of the answer not confirmed'] : []),
    ...(needs.media ? ['files or audio not confirmed'] : []),
    ...(lifecycle.retires === null ? [] : [`retires on ${lifecycle.retires}`]),
  ];
}

/** Both counts leave out the same unknown pieces, so that floors compare where a likely count is open. */
function difference(own: TokenQuantity, other: TokenQuantity): TokenDifference | null {
  const before = own.likely ?? own.floor;
  const after = other.likely ?? other.floor;
  if (before === 0) return null;
  return { likely: after / before - 1, error: errorOf(own) + errorOf(other) };
}

const errorOf = ({ basis }: TokenQuantity): number => Math.max(0, ...basis.map((one) => (one.kind === 'estimated' ? one.error : 0)));

/** The dearest that a call can get; where its input is open, what is known of it and the whole answer. */
function atCap(item: LineItem): bigint {
  const ceiling = item.cost?.ceiling ?? null;
  return ceiling ?? sent(item) + BigInt(item.output.ceiling ?? 0) * (item.rates?.prices.output ?? 0n);
}

/** What the source shows, at the price of fresh input: which vendor's cache hits is another question. */
function sent({ cost, input, rates }: LineItem): bigint {
  return rates === null ? (cost?.floor ?? 0n) : BigInt(Math.floor(input.floor)) * pricesAt(rates.prices, input.floor).input;
}

function byAmount(a: RankedModel, b: RankedModel): number {
  if (a.amount === b.amount) return 0;
  return a.amount < b.amount ? -1 : 1;
}
