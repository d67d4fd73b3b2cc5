export type FamilyId =
  | 'o200k_base'
  | 'o200k_harmony'
  | 'o200k_assumed'
  | 'cl100k_base'
  | 'claude-older'
  | 'claude-newer'
  | 'gemini'
  | 'llama'
  | 'qwen'
  | 'deepseek'
  | 'mistral'
  | 'grok'
  | 'cohere'
  | 'nova'
  | 'unknown';

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
