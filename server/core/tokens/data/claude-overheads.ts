/** What Anthropic bills around the text, by generation. Tokens. */
export interface ClaudeOverheads {
  readonly pattern: RegExp;
  /** Of a request with one message. */
  readonly base: number;
  readonly message: number;
  readonly thinking: { readonly on: number; readonly adaptive: number };
  /** The hidden prompt that any tool brings. */
  readonly toolPrompt: { readonly auto: number; readonly forced: number };
  readonly image: { readonly longest: number; readonly most: number };
  readonly source: string;
  readonly verified: string;
}

/** How a family writes tools, by tokens of their JSON. */
export interface ClaudeToolShape {
  /** Times the JSON of a tool without its descriptions. */
  readonly structure: number;
  /** Times the tokens of its descriptions. */
  readonly description: number;
  /** The instructions that come with tools that are loaded later; such a tool is billed once the conversation has loaded it. */
  readonly deferral: number;
  /** A tool of the vendor's that looks for those. */
  readonly toolSearch: number;
  /** Around a call of a tool and its answer, beside what the two say. */
  readonly exchange: number;
  /** More for each further call in one message. */
  readonly parallel: number;
  readonly argument: number;
  /** Of a schema that the answer must follow: once, and times its JSON. */
  readonly output: { readonly base: number; readonly factor: number };
  readonly source: string;
  readonly verified: string;
}

const verified = '2026-11-23';
const docs = 'Anthropic docs "Tool use overview" (copy of Jul to Sep 2026); thinking and base: billed usage of recorded requests';
const standard = { longest: 1_568, most: 1_568 };
const large = { longest: 2_576, most: 4_784 };
const row = (
  pattern: RegExp,
  auto: number,
  forced: number,
  thinking: ClaudeOverheads['thinking'],
  extra: Partial<ClaudeOverheads> = {},
): ClaudeOverheads => ({
  pattern,
  base: 7,
  message: 4,
  thinking,
  toolPrompt: { auto, forced },
  image: standard,
  source: docs,
  verified,
  ...extra,
});
const newer = { base: 6, image: large };

/** The first row whose pattern fits; the last fits any Claude and stands for those not yet listed. */
export const claudeOverheads: readonly ClaudeOverheads[] = [
  row(/claude-opus-4[.-]7/, 675, 804, { on: 5, adaptive: 5 }, newer),
  row(/claude-opus-4[.-]8/, 290, 410, { on: 0, adaptive: 0 }, newer),
  row(/claude-opus-5(?![.-]\d(\D|$))/, 286, 406, { on: 0, adaptive: 0 }, newer),
  row(/claude-sonnet-5(?![.-]\d(\D|$))/, 354, 474, { on: 0, adaptive: 0 }, newer),
  row(/claude-(opus|sonnet|haiku)-4[.-]6/, 497, 589, { on: 28, adaptive: 17 }),
  row(/claude-(opus|sonnet|haiku)-4[.-]5/, 496, 588, { on: 29, adaptive: 29 }),
  row(/claude-((opus|sonnet)-4([.-][01])?(-|@|$|-20)|4-(opus|sonnet))/, 313, 315, { on: 29, adaptive: 29 }),
  row(/claude-3[.-]7/, 313, 315, { on: 29, adaptive: 29 }),
  row(/claude-3[.-]5-haiku/, 264, 355, { on: 0, adaptive: 0 }),
  row(/claude-3[.-]5-sonnet-20240620/, 294, 261, { on: 0, adaptive: 0 }),
  row(/claude-3[.-]5-sonnet/, 313, 315, { on: 0, adaptive: 0 }),
  row(/claude-3-opus/, 530, 281, { on: 0, adaptive: 0 }),
  row(/claude-3-sonnet/, 159, 235, { on: 0, adaptive: 0 }),
  row(/claude-3-haiku/, 264, 340, { on: 0, adaptive: 0 }),
  row(/(?:)/, 290, 410, { on: 0, adaptive: 0 }, { ...newer, source: 'not listed: taken from Opus 4.8 and Fable 5' }),
];

export const claudeToolShapes: Readonly<Record<'older' | 'newer', ClaudeToolShape>> = {
  older: {
    structure: 1.52,
    description: 1.1,
    deferral: 13,
    toolSearch: 190,
    exchange: 38,
    parallel: 17,
    argument: 11,
    output: { base: 104, factor: 1.93 },
    source: 'fitted to billed usage of recorded requests',
    verified,
  },
  newer: {
    structure: 2.1,
    description: 1.5,
    deferral: 108,
    toolSearch: 270,
    exchange: 28,
    parallel: 17,
    argument: 11,
    output: { base: 104, factor: 2.4 },
    source:
      'fitted to billed usage of recorded requests (Opus 4.8 and 5, Sonnet 5, Fable 5); outputs: not recorded, scaled from the older family',
    verified,
  },
};

/** Tools that Anthropic defines or runs, beside the hidden prompt. What they find is billed too: no bound is known. */
export const claudeServerTools: readonly {
  readonly pattern: RegExp;
  readonly floor: number;
  readonly likely: number;
  readonly ceiling: number | null;
  readonly source: string;
  readonly verified: string;
}[] = [
  { pattern: /^bash/, floor: 245, likely: 245, ceiling: 345, source: 'Anthropic docs "Bash tool"', verified },
  { pattern: /^text_editor/, floor: 700, likely: 700, ceiling: 980, source: 'Anthropic docs "Text editor tool"', verified },
  { pattern: /^computer/, floor: 735, likely: 735, ceiling: 1_030, source: 'Anthropic docs "Computer use tool"', verified },
  { pattern: /^memory/, floor: 1_000, likely: 1_070, ceiling: 1_150, source: 'billed usage of recorded requests', verified },
  { pattern: /^code_execution/, floor: 1_000, likely: 4_100, ceiling: null, source: 'billed usage of recorded requests', verified },
  { pattern: /^web_search/, floor: 200, likely: 1_700, ceiling: null, source: 'billed usage of recorded requests, one search', verified },
  { pattern: /^mcp/, floor: 200, likely: 2_400, ceiling: null, source: 'billed usage of recorded requests', verified },
  // Floor: without a consultation. Ceiling: with one, after which the request is sent again with the advice.
  { pattern: /^advisor/, floor: 700, likely: 2_050, ceiling: 2_700, source: 'billed usage of recorded requests', verified },
  { pattern: /(?:)/, floor: 100, likely: 200, ceiling: null, source: 'no figure is published', verified },
];

/** That the model is told of a budget for its task. */
export const claudeTaskBudget = { tokens: 39, source: 'billed usage of a recorded request (Opus 4.7)', verified };

/** A page of a PDF: its text, and the page as an image whose size is not published. */
export const claudePdfPage = { floor: 1_500, likely: 2_600, ceiling: 4_600, source: 'Anthropic docs "PDF support"', verified };

/** On Bedrock a PDF that a tool answers with is read as text alone; one that the user sends may be too. */
export const bedrockPdfText = { floor: 20, likely: 500, ceiling: 3_000, source: 'billed usage of recorded requests', verified };
