import type { PromptCount } from '../api.ts';
import { type Biller, createBiller } from '../bill/biller.ts';
import type { LineItem } from '../bill/line-item.ts';
import type { RequestCall } from '../bill/request-item.ts';
import type { ConfigStore } from '../config/store.ts';
import type { Overlay } from '../prices/overlay-schema.ts';
import { loadPriceBook } from '../prices/price-book.ts';
import type { PriceBook } from '../prices/types.ts';
import type { CallSite, PromptText } from '../program/call-site.ts';
import type { TokenQuantity } from '../quantity/quantity.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import { createTokenizer, isNeeds, type Tokenizer } from '../tokens/tokenizer.ts';
import type { Assets } from './assets.ts';
import { countPieces, createCountCall } from './count.ts';
import { asModel } from './other-bills.ts';
import type { UsageFiles } from './usage.ts';

/** Counts and prices, each answer kept with what it was asked of; what an asset is missing for is asked again. */
export interface Counting {
  readonly tokenizer: Tokenizer;
  /** What holds for the calls of a file; null until the prices are there. */
  readonly prices: (file: string) => PriceBook | null;
  readonly setPrices: (bytes: Uint8Array) => void;
  readonly item: (call: CallSite) => LineItem | null;
  readonly request: (saved: RequestCall) => LineItem | null;
  readonly prompt: (prompt: PromptText) => PromptCount;
  /** Null until it can be counted. */
  readonly text: (text: string, model: string | null) => TokenQuantity | null;
  /** The same request, priced as another model; null until it can be counted. */
  readonly asModel: (item: LineItem, model: string) => LineItem | null;
}

/** A price book with what bills by it. */
interface Priced {
  readonly book: PriceBook;
  readonly biller: Biller;
}

const mostPrices = 20;

export interface CountingOptions {
  readonly assets: Assets;
  readonly configs: ConfigStore;
  readonly usage: UsageFiles;
  readonly now: number;
}

export function createCounting({ assets, configs, usage, now }: CountingOptions): Counting {
  const tokenizer = createTokenizer({ assets: { get: assets.get } });
  const items = new WeakMap<CallSite, { readonly item: LineItem; readonly prices: PriceBook | null }>();
  const prompts = new WeakMap<PromptText, PromptCount>();
  const count = createCountCall(tokenizer);
  /** By the user's own prices, which a folder may declare; null is those that come along. */
  const shelf = new Map<Overlay | null, Priced>();
  let catalogue: unknown = null;

  const priced = (file: string): Priced | null => {
    const own = configs.of(file).prices;
    const known = shelf.get(own);
    if (known !== undefined || catalogue === null) return known ?? null;
    const loaded = loadPriceBook(catalogue, own ?? undefined);
    if (!loaded.ok) throw new Error(`The price book is not what it should be: ${loaded.problems[0] ?? 'unknown'}`);
    const made = { book: loaded.book, biller: createBiller({ count, prices: loaded.book, now }) };
    // Each edit of own prices makes other ones.
    if (shelf.size >= mostPrices) shelf.clear();
    shelf.set(own, made);
    return made;
  };

  const billed = (file: string, make: (biller: Biller) => LineItem): LineItem | null => {
    const here = priced(file);
    if (!here) {
      assets.need('prices');
      return null;
    }
    const made = make(here.biller);
    for (const asset of made.pending) assets.need(asset);
    return made;
  };

  return {
    tokenizer,
    prices: (file) => priced(file)?.book ?? null,
    setPrices(bytes) {
      catalogue = JSON.parse(decodeUtf8(bytes));
      shelf.clear();
      priced('');
    },
    item(call) {
      const { file } = call.place;
      const prices = priced(file)?.book ?? null;
      const known = items.get(call);
      const made = known?.prices === prices ? known.item : billed(file, (one) => one.item(call));
      if (made?.pending.length === 0) items.set(call, { item: made, prices });
      return made && prices ? usage.apply(made, { prices, now }) : made;
    },
    request: (saved) => billed(saved.call.place.file, (one) => one.request(saved)),
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
    asModel: (item, model) => asModel(item, model, priced(item.call.place.file)?.biller ?? null, assets.need),
  };
}
