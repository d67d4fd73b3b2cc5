import type { PromptCount } from '../api.ts';
import { type Biller, createBiller } from '../bill/biller.ts';
import type { LineItem } from '../bill/line-item.ts';
import type { RequestCall } from '../bill/request-item.ts';
import { loadPriceBook } from '../prices/price-book.ts';
import type { PriceBook } from '../prices/types.ts';
import type { CallSite, PromptText } from '../program/call-site.ts';
import type { TokenQuantity } from '../quantity/quantity.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import { createTokenizer, isNeeds, type Tokenizer } from '../tokens/tokenizer.ts';
import type { Assets } from './assets.ts';
import { countPieces, createCountCall } from './count.ts';
import { asModel } from './other-bills.ts';

/** Counts and prices, each answer kept with what it was asked of; what an asset is missing for is asked again. */
export interface Counting {
  readonly tokenizer: Tokenizer;
  /** Null until the prices are there. */
  readonly prices: () => PriceBook | null;
  readonly setPrices: (bytes: Uint8Array) => void;
  readonly item: (call: CallSite) => LineItem | null;
  readonly request: (saved: RequestCall) => LineItem | null;
  readonly prompt: (prompt: PromptText) => PromptCount;
  /** Null until it can be counted. */
  readonly text: (text: string, model: string | null) => TokenQuantity | null;
  /** The same request, priced as another model; null until it can be counted. */
  readonly asModel: (item: LineItem, model: string) => LineItem | null;
}

export function createCounting(assets: Assets, now: number): Counting {
  const tokenizer = createTokenizer({ assets: { get: assets.get } });
  const items = new WeakMap<CallSite, LineItem>();
  const prompts = new WeakMap<PromptText, PromptCount>();
  let prices: PriceBook | null = null;
  let biller: Biller | null = null;

  const billed = (make: (biller: Biller) => LineItem): LineItem | null => {
    if (!biller) {
      assets.need('prices');
      return null;
    }
    const made = make(biller);
    for (const asset of made.pending) assets.need(asset);
    return made;
  };

  return {
    tokenizer,
    prices: () => prices,
    setPrices(bytes) {
      const loaded = loadPriceBook(JSON.parse(decodeUtf8(bytes)));
      if (!loaded.ok) throw new Error(`The price book is not what it should be: ${loaded.problems[0] ?? 'unknown'}`);
      prices = loaded.book;
      biller = createBiller({ count: createCountCall(tokenizer), prices, now });
    },
    item(call) {
      const known = items.get(call);
      if (known) return known;
      const made = billed((one) => one.item(call));
      if (made?.pending.length === 0) items.set(call, made);
      return made;
    },
    request: (saved) => billed((one) => one.request(saved)),
    prompt(prompt) {
      const known = prompts.get(prompt);
      if (known) return known;
      let isPending = false;
      const tokens = countPieces(tokenizer, prompt.pieces, prompt.model, (asset) => {
        isPending = true;
        assets.need(asset);
      });
      const made = { prompt, tokens };
      if (!isPending) prompts.set(prompt, made);
      return made;
    },
    text(text, model) {
      const count = tokenizer.countText(text, model);
      if (!isNeeds(count)) return count;
      assets.need(count.needs);
      return null;
    },
    asModel: (item, model) => asModel(item, model, biller, assets.need),
  };
}
