/** What OpenAI bills around the text, by generation. Tokens. */
export interface OpenAiOverheads {
  readonly pattern: RegExp;
  /** Around each message. */
  readonly message: number;
  /** Once a request: where the answer begins. */
  readonly priming: number;
  /** Beside the declarations, once a request with tools. */
  readonly tools: { readonly chat: number; readonly chatWithSystem: number; readonly responses: number };
  /** Around a call of a tool and its answer, beside the tool's name in both. */
  readonly exchange: { readonly chat: number; readonly responses: number };
  readonly images: ImageFormula;
  readonly source: string;
  readonly verified: string;
}

export type ImageFormula =
  /** Into 2048 × 2048, the short side to 768, then squares of 512. */
  | { readonly kind: 'tiles'; readonly base: number; readonly tile: number }
  /** Squares of 32 pixels, at most so many, times a factor. */
  | { readonly kind: 'patches'; readonly factor: number; readonly most: number; readonly longest: number };

const recorded = 'billed usage of recorded requests';
const verified = '2026-11-23';
const older = { chat: 9, chatWithSystem: 6, responses: 3 };
const middle = { chat: 8, chatWithSystem: 5, responses: 3 };
/** In Chat Completions the reasoning models get some 80 hidden tokens with their tools. */
const reasoning = { chat: 90, chatWithSystem: 90, responses: 8 };
const plainExchange = { chat: 5, responses: 5 };
const reasoningExchange = { chat: 11, responses: 15 };
const patches = (factor: number): ImageFormula => ({ kind: 'patches', factor, most: 1_536, longest: 2_048 });
const guide = 'OpenAI guides "Images and vision" (mid 2026) and "GPT-5.6"';

/** The first row whose pattern fits; the last fits any. */
export const openAiOverheads: readonly OpenAiOverheads[] = [
  {
    pattern: /gpt-4o(-mini)?-search-preview/,
    message: 0,
    priming: 0,
    tools: middle,
    exchange: plainExchange,
    images: { kind: 'tiles', base: 85, tile: 170 },
    source: recorded,
    verified,
  },
  {
    pattern: /o1-(mini|preview)/,
    message: 4,
    priming: 10,
    tools: reasoning,
    exchange: reasoningExchange,
    images: { kind: 'tiles', base: 75, tile: 150 },
    source: recorded,
    verified,
  },
  ...(
    [
      [/gpt-5[\w.]*-mini/, patches(1.62)],
      [/gpt-5[\w.]*-nano/, patches(2.46)],
      [/o4-mini/, patches(1.72)],
      [/gpt-(5\.[6-9]|[6-9])/, { kind: 'patches', factor: 1, most: 10_000, longest: 6_000 }],
      [/gpt-5\.[2-5]/, patches(1)],
      [/gpt-5/, { kind: 'tiles', base: 70, tile: 140 }],
      [/(^|[/.:])(ft:)?o[1-4](-|$)/, { kind: 'tiles', base: 75, tile: 150 }],
    ] satisfies readonly (readonly [RegExp, ImageFormula])[]
  ).map(
    ([pattern, images]): OpenAiOverheads => ({
      pattern,
      message: 4,
      priming: 2,
      tools: reasoning,
      exchange: reasoningExchange,
      images,
      source: `${recorded}; images: ${guide}`,
      verified,
    }),
  ),
  ...(
    [
      [/computer-use-preview/, { kind: 'tiles', base: 65, tile: 129 }, 3],
      [/gpt-4\.1-mini/, patches(1.62), 3],
      [/gpt-4\.1-nano/, patches(2.46), 3],
      [/gpt-4o-mini/, { kind: 'tiles', base: 2_833, tile: 5_667 }, 3],
      [/gpt-4(o|\.)|chatgpt-4o/, { kind: 'tiles', base: 85, tile: 170 }, 3],
    ] satisfies readonly (readonly [RegExp, ImageFormula, number])[]
  ).map(
    ([pattern, images, priming]): OpenAiOverheads => ({
      pattern,
      message: 4,
      priming,
      tools: middle,
      exchange: plainExchange,
      images,
      source: `${recorded}; images: ${guide}`,
      verified,
    }),
  ),
  {
    pattern: /(?:)/,
    message: 4,
    priming: 3,
    tools: older,
    exchange: plainExchange,
    images: { kind: 'tiles', base: 85, tile: 170 },
    source: `${recorded}; OpenAI Cookbook "How to count tokens with tiktoken"`,
    verified,
  },
];

/** The instructions for looking for tools, while any is left to be found; and what is left of them after. The first row that fits. */
export const openAiToolSearch: readonly {
  readonly pattern: RegExp;
  readonly open: number;
  readonly done: number;
  readonly source: string;
  readonly verified: string;
}[] = [
  { pattern: /gpt-5\.4-(mini|nano)/, open: 410, done: 42, source: recorded, verified },
  { pattern: /gpt-5\.4/, open: 530, done: 42, source: recorded, verified },
  { pattern: /(?:)/, open: 370, done: 42, source: `${recorded} (gpt-5.6)`, verified },
];

/** What a tool that OpenAI runs adds to a request before it is used. */
export const openAiServerTools: readonly {
  readonly pattern: RegExp;
  readonly floor: number;
  readonly likely: number;
  readonly ceiling: number | null;
  readonly source: string;
  readonly verified: string;
}[] = [
  { pattern: /^code_interpreter/, floor: 200, likely: 1_300, ceiling: null, source: recorded, verified },
  { pattern: /^file_search/, floor: 100, likely: 1_100, ceiling: null, source: recorded, verified },
  { pattern: /^web_search/, floor: 0, likely: 300, ceiling: null, source: `${recorded} (gpt-4.1, one search)`, verified },
  { pattern: /(?:)/, floor: 0, likely: 300, ceiling: null, source: 'no figure is published', verified },
];
