import { familyRules } from './data/families.ts';
import { type FamilyId, families } from './data/family-table.ts';

export type { FamilyId } from './data/family-table.ts';

export type EncodingName = 'o200k_base' | 'cl100k_base';

/** Kinds of text whose length in tokens differs from family to family. */
export type TextKind = 'prose' | 'markdown' | 'code' | 'json' | 'digits' | 'chinese' | 'japanese' | 'korean' | 'other-script' | 'emoji';

/** Tokens of a family for one token of the encoding that stands in for it. */
export interface Ratio {
  readonly floor: number;
  readonly likely: number;
  readonly ceiling: number;
}

export interface TokenizerFamily {
  readonly id: FamilyId;
  readonly title: string;
  /** Counted with this encoding, exactly or as a stand-in. */
  readonly encoding: EncodingName;
  /** `assumed`: exact if the vendor kept the encoding, which it has not said. */
  readonly certainty: 'exact' | 'assumed' | 'estimated' | 'unknown';
  /** By kind of text; a kind that is left out counts as prose. */
  readonly ratios: { readonly prose: Ratio } & Partial<Readonly<Record<TextKind, Ratio>>>;
  /** The error of a short text, which is that of its few words: a part of a token on both sides. */
  readonly slack?: number;
  /** Where the family's vocabulary is smaller than the stand-in's: what a token of a high rank costs beyond one. */
  readonly rarity?: { readonly from: number; readonly extra: number; readonly fromRarest: number; readonly extraRarest: number };
  /** A vocabulary that is known but not shipped: where it cuts otherwise than the stand-in. */
  readonly splits?: 'gemma';
  readonly source: string;
  readonly verified: string;
}

/** The tokenizer of a model, by its id in any spelling: dated, with a provider's or a cloud's prefix. Never silently another vendor's. */
export function familyOf(model: string | null): TokenizerFamily {
  const id = (model ?? '').toLowerCase();
  const rule = familyRules.find(({ pattern }) => pattern.test(id));
  return families[rule?.family ?? 'unknown'];
}
