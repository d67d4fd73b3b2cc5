import type { PriceBook } from '../prices/types.ts';
import type { CallSite } from '../program/call-site.ts';
import type { TokenQuantity } from '../quantity/quantity.ts';
import type { CountCall, CountedRequest } from './count.ts';
import type { LineItem, LineItemPart, TokenClasses } from './line-item.ts';
import { outputOf } from './output.ts';
import { type CallPrice, findPrice, priceCall } from './price-call.ts';
import type { RequestCall } from './request-item.ts';
import { spanMoney, spanTokens } from './span-quantities.ts';
import { type Countable, toCountable } from './to-countable.ts';

export interface Biller {
  item(call: CallSite): LineItem;
  /** A saved request is counted as its body says, which is more than its call site tells. */
  request(saved: RequestCall): LineItem;
}

export interface BillerOptions {
  readonly count: CountCall;
  readonly prices: PriceBook;
  /** Milliseconds since the epoch at which prices are read. */
  readonly now: number;
}

/** Makes the line item of a call: what it sends, what it may get back, and what that costs. */
export function createBiller({ count, prices, now }: BillerOptions): Biller {
  const variant = (call: CallSite, id: string | null, { request, slots }: Countable): Variant => {
    const counted = count(request, slots);
    const found = findPrice(call, id, prices, now);
    const output = outputOf(call, found.kind === 'priced' ? found.priced.limits : null);
    return { counted, output, price: priceCall(call, counted, output, found) };
  };
  return {
    item(call) {
      const { id, alternatives } = call.request.model;
      const ids = id === null ? [null] : [id, ...alternatives.filter((other) => other !== id)];
      return assemble(
        call,
        ids.map((one) => variant(call, one, toCountable(call, one))),
      );
    },
    request: ({ call, countable, slots }) => assemble(call, [variant(call, call.request.model.id, { request: countable, slots })]),
  };
}

interface Variant {
  readonly counted: CountedRequest;
  readonly output: TokenQuantity;
  readonly price: CallPrice;
}

/** Where one of several models may answer, each number spans all of them. */
function assemble(call: CallSite, variants: readonly Variant[]): LineItem {
  const [first] = variants;
  if (first === undefined) throw new Error('A call has at least one model, known or not.');
  const costs = variants.map(({ price }) => price.cost);
  return {
    call,
    input: spanTokens(variants.map(({ counted }) => counted.input)),
    output: spanTokens(variants.map(({ output }) => output)),
    cost: spanMoney(costs),
    unpriced: variants.find(({ price }) => price.unpriced !== null)?.price.unpriced ?? null,
    price: first.price.note,
    rates: first.price.rates,
    parts: call.request.parts.map((part, index): LineItemPart => {
      const tokens = spanTokens(variants.flatMap(({ counted }) => counted.parts[index] ?? []));
      return {
        role: part.role,
        name: part.name,
        tokens,
        cost: spanMoney(variants.map(({ price }) => price.parts[index] ?? null)),
        stability: part.stability,
        cached: index < first.price.markedParts,
        holes: part.pieces.flatMap((piece) => (piece.kind === 'text' ? [] : [piece.name])),
        place: part.place,
      };
    }),
    classes: spanClasses(variants.map(({ price }) => price.classes)),
    expected: null,
    pending: [...new Set(variants.flatMap(({ counted }) => counted.pending))],
  };
}

function spanClasses(classes: readonly TokenClasses[]): TokenClasses {
  return {
    fresh: spanTokens(classes.map((one) => one.fresh)),
    write: spanTokens(classes.map((one) => one.write)),
    read: spanTokens(classes.map((one) => one.read)),
  };
}
