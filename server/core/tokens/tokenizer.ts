import type { Basis, TokenQuantity } from '../quantity/quantity.ts';
import { createEncoding, type Encoding } from './encoder.ts';
import { familyOf } from './families.ts';
import { gemmaSplits } from './gemma-splits.ts';
import { sampleOf, textKinds } from './text-kind.ts';
import type { EncodingName, Ratio, TextKind, TokenizerFamily } from './tokenizer-family.ts';

export type RankAsset = 'ranks/o200k_base' | 'ranks/cl100k_base';

/** An asset that the count can't be made without: load it and ask again. */
export interface Needs {
  readonly needs: RankAsset;
}

export interface Assets {
  /** The unpacked bytes of an asset; undefined while it is not loaded. */
  get(name: RankAsset): Uint8Array | undefined;
}

export interface Tokenizer {
  /** The text alone, as the model's vendor would count it; an unknown model gives a wide estimate that says so. */
  countText(text: string, model: string | null): TokenQuantity | Needs;
  /** The encoding of a model's family, for counting a text that is being edited. */
  encodingOf(model: string | null): Encoding | Needs;
  /** From tokens of that encoding to the family's own; `text` is asked only for its kind. */
  scale(count: number, text: string, model: string | null): TokenQuantity | Needs;
}

export function isNeeds(value: object): value is Needs {
  return 'needs' in value;
}

/** Encodings are made at first use and kept in the returned object. */
export function createTokenizer({ assets }: { readonly assets: Assets }): Tokenizer {
  const encodings = new Map<EncodingName, Encoding>();

  const load = (name: EncodingName): Encoding | Needs => {
    const known = encodings.get(name);
    if (known) return known;
    const asset: RankAsset = `ranks/${name}`;
    const blob = assets.get(asset);
    if (!blob) return { needs: asset };
    const encoding = createEncoding(blob, name === 'o200k_base' ? 'o200k' : 'cl100k');
    encodings.set(name, encoding);
    return encoding;
  };

  return {
    encodingOf: (model) => load(familyOf(model).encoding),
    scale(count, text, model) {
      const family = familyOf(model);
      const encoding = load(family.encoding);
      return isNeeds(encoding) ? encoding : scaled(count, text, family, encoding);
    },
    countText(text, model) {
      const family = familyOf(model);
      const encoding = load(family.encoding);
      return isNeeds(encoding) ? encoding : scaled(encoding.count(text), text, family, encoding);
    },
  };
}

const usualSlack = 0.6;

/** From tokens of the family's encoding to the family's own. */
export function scaled(count: number, text: string, family: TokenizerFamily, encoding: Encoding): TokenQuantity {
  if (count === 0 || family.certainty === 'exact' || family.certainty === 'assumed')
    return quantity(count, count, count, basisOf(family, 0));
  const { floor, likely, ceiling } = ratioOf(text, family, encoding);
  const slack = family.slack ?? usualSlack;
  const whole = count + splitsOf(text, family);
  const middle = Math.round(whole * likely);
  const low = Math.max(1, Math.min(middle, Math.round(whole * floor - slack)));
  const high = Math.max(middle, Math.round(whole * ceiling + slack));
  return quantity(low, middle, high, basisOf(family, Math.max(likely - floor, ceiling - likely) / likely));
}

function splitsOf(text: string, { splits }: TokenizerFamily): number {
  if (splits === undefined) return 0;
  const sample = sampleOf(text);
  return sample.length === 0 ? 0 : gemmaSplits(sample) * (text.length / sample.length);
}

function ratioOf(text: string, family: TokenizerFamily, encoding: Encoding): Ratio {
  const sum = { floor: 0, likely: 0, ceiling: 0 };
  for (const { kind, share } of textKinds(text)) {
    const ratio = family.ratios[kind] ?? family.ratios.prose;
    const factor = isLatin(kind) ? rarityOf(text, family, encoding) : 1;
    sum.floor += share * ratio.floor * factor;
    sum.likely += share * ratio.likely * factor;
    sum.ceiling += share * ratio.ceiling * factor;
  }
  return sum.likely === 0 ? family.ratios.prose : sum;
}

function isLatin(kind: TextKind): boolean {
  return kind === 'prose' || kind === 'markdown' || kind === 'code' || kind === 'json';
}

/** A smaller vocabulary cuts words that the stand-in has whole; the rank of a token says how rare it is. */
function rarityOf(text: string, { rarity }: TokenizerFamily, encoding: Encoding): number {
  if (!rarity) return 1;
  const ids = encoding.encode(sampleOf(text).replace(/[\u0250-\u1fff\u2070-\uffff]+/g, ' '));
  let extra = 0;
  for (const id of ids) extra += id >= rarity.fromRarest ? rarity.extra + rarity.extraRarest : id >= rarity.from ? rarity.extra : 0;
  return 1 + extra / Math.max(1, ids.length);
}

function basisOf(family: TokenizerFamily, error: number): Basis {
  switch (family.certainty) {
    case 'exact':
      return { kind: 'exact', note: family.title };
    case 'assumed':
      return { kind: 'estimated', error: 0, note: `exact if the model uses o200k_base` };
    case 'estimated':
      return { kind: 'estimated', error: Math.round(error * 100) / 100, note: `${family.title}: scaled from ${family.encoding}` };
    case 'unknown':
      return { kind: 'unknown', note: `the model's tokenizer is not known: a wide estimate from ${family.encoding}` };
  }
}

function quantity(floor: number, likely: number, ceiling: number, basis: Basis): TokenQuantity {
  return { unit: 'tokens', per: 'call', floor, likely, ceiling, basis: [basis] };
}
