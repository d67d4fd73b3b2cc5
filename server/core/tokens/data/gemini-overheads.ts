/** What Google bills around the text, by generation and surface. Tokens. */
export interface GeminiOverheads {
  readonly pattern: RegExp;
  /** Once a request. */
  readonly base: number;
  /** More than that, at most. */
  readonly slack: number;
  /** A declared function, beside its name, description and the names of its parameters. */
  readonly tool: number;
  readonly property: number;
  readonly propertyDescription: number;
  /** A list or record inside of the parameters. */
  readonly nested: number;
  /** A tool that Google runs; null where its results are billed with the request. */
  readonly serverTool: number | null;
  /** Around a call of a function and its answer. */
  readonly exchange: number;
  /** Of what the model thought in an earlier turn, times the length of its signature. */
  readonly signature: number;
  readonly source: string;
  readonly verified: string;
}

const verified = '2026-11-23';
const recorded = 'fitted to billed usage of recorded requests';
const bare = {
  base: 0,
  slack: 0,
  serverTool: 0,
  tool: 2,
  property: 1.5,
  propertyDescription: 0,
  nested: 1,
  exchange: 0,
  signature: 0,
  source: recorded,
  verified,
};

/** Vertex AI, and Gemini 2.0 everywhere, bill little more than the words of a declaration. */
export const vertexOverheads: GeminiOverheads = { pattern: /(?:)/, ...bare };

/** On the Gemini API. The first row whose pattern fits. */
export const geminiOverheads: readonly GeminiOverheads[] = [
  { pattern: /gemini-(1|2[.-]0)/, ...bare },
  {
    pattern: /gemini-2/,
    base: 1,
    slack: 1,
    serverTool: 0,
    tool: 21,
    property: 9.3,
    propertyDescription: 10,
    nested: 20,
    exchange: 18,
    signature: 0,
    source: recorded,
    verified,
  },
  {
    pattern: /(?:)/,
    base: 0,
    slack: 2,
    serverTool: null,
    tool: 16,
    property: 9.3,
    propertyDescription: 10,
    nested: 20,
    exchange: 13,
    signature: 0.2,
    source: recorded,
    verified,
  },
];

/** Images, sound and film. */
export const geminiMedia = {
  /** 2.x: up to 384 × 384 one tile, else tiles of 768 × 768. */
  tile: 258,
  /** 3.x at the default resolution, which for images is the highest. */
  image3: { floor: 1_060, likely: 1_110, ceiling: 1_130 },
  audioPerSecond: 32,
  videoPerSecond: 263,
  /** 3.x: a frame a second. */
  videoPerSecond3: 70,
  pdfPage: 258,
  /** 3.x: a page as an image, at medium resolution on Vertex AI and at the highest on the Gemini API. */
  pdfPage3: { vertex: 525, other: 1_110 },
  source: 'Google docs "Understand and count tokens" and "Media resolution"',
  verified,
} as const;
